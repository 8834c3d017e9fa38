import { memo } from "react";
import type { Axis, GridWords } from "./grid-event.ts";
import styles from "./WeekGrid.module.css";
import { dateOf, type LocalDate, type WallTime } from "./wall-time.ts";

interface DayHeadsProps {
  readonly days: readonly LocalDate[];
  readonly now: WallTime | null;
  readonly words: Pick<GridWords, "head">;
  readonly axis: Axis;
  readonly secondAxis: Axis | null;
}

export const DayHeads = memo(function DayHeads({ days, now, words, axis, secondAxis }: DayHeadsProps) {
  return (
    <div className={styles.heads}>
      {secondAxis && <AxisName axis={secondAxis} />}
      <AxisName axis={axis} />
      <div className={styles.headRow}>
        {days.map((day) => {
          const head = words.head(day);
          return (
            <div
              key={day}
              className={styles.head}
              data-today={now !== null && dateOf(now) === day ? true : undefined}
              aria-hidden="true"
            >
              <span>
                {head.weekday} <b>{head.day}</b>
              </span>
              {head.note && (
                <span className={styles.note} title={head.note}>
                  {head.note}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
});

function AxisName({ axis }: { readonly axis: Axis }) {
  return (
    <span className={styles.axisName} title={axis.title}>
      {axis.name}
    </span>
  );
}
