import type { CSSProperties } from "react";
import styles from "./WeekGrid.module.css";
import { dateOf, type LocalDate, minuteOf, type WallTime } from "./wall-time.ts";

interface NowStyle extends CSSProperties {
  readonly "--from": number;
  readonly "--column": number;
  readonly "--columns": number;
}

/** A hair across the week, a dot and a full line on the day it is. */
export function NowLine({ now, days }: { readonly now: WallTime; readonly days: readonly LocalDate[] }) {
  const column = days.indexOf(dateOf(now));
  if (column === -1) return null;
  const style: NowStyle = { "--from": minuteOf(now), "--column": column, "--columns": days.length };
  return <div className={styles.now} style={style} aria-hidden="true" />;
}
