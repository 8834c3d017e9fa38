import { memo } from "react";
import type { Axis } from "./grid-event.ts";
import styles from "./WeekGrid.module.css";

/** Decoration for the eye: every event and the cursor say their own times. */
export const TimeAxis = memo(function TimeAxis({ axis }: { readonly axis: Axis }) {
  return (
    <div className={styles.axis} aria-hidden="true">
      {HOURS.map((hour) => (
        <span key={hour} className={styles.hour}>
          {hour === 0 ? "" : axis.hours[hour]}
        </span>
      ))}
    </div>
  );
});

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
