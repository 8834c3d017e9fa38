import { Link } from "wouter";
import { Icon } from "../../../ui/Icon.tsx";
import type { Session } from "../calendar/bookings.ts";
import styles from "./Panel.module.css";

/** The series that a session is part of, where it is changed together with others. */
export function SeriesLine({ session: { series, recurrenceId } }: { readonly session: Session }) {
  if (series === null || recurrenceId === null) return null;
  return (
    <p className={styles.line}>
      <Icon name="repeat" />
      <span>
        Part of a series: <Link href={`/console/series/${series.id}?session=${recurrenceId}`}>change it or others</Link>
      </span>
    </p>
  );
}
