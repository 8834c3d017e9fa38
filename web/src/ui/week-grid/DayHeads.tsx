import { memo } from "react";
import type { Axis, GridWords } from "./grid-event.ts";
import { noteRuns } from "./note-runs.ts";
import styles from "./WeekGrid.module.css";
import { dateOf, type LocalDate, type WallTime } from "./wall-time.ts";

interface DayHeadsProps {
  readonly days: readonly LocalDate[];
  readonly now: WallTime | null;
  readonly words: Pick<GridWords, "head">;
  readonly axis: Axis;
  readonly secondAxis: Axis | null;
}

/** For the eye: a screen reader hears the same as the name of each day's column. */
export const DayHeads = memo(function DayHeads({ days, now, words, axis, secondAxis }: DayHeadsProps) {
  const heads = days.map((day) => ({ date: day, ...words.head(day) }));
  const runs = noteRuns(heads.map(({ note }) => note));
  return (
    <div className={styles.heads}>
      {secondAxis && <AxisName axis={secondAxis} />}
      <AxisName axis={axis} />
      <div className={styles.headRow} data-noted={runs.length > 0 || undefined} aria-hidden="true">
        {heads.map(({ date, weekday, day }) => (
          <div key={date} className={styles.head} data-today={now !== null && dateOf(now) === date ? true : undefined}>
            <span>
              {weekday} <b>{day}</b>
            </span>
          </div>
        ))}
        {runs.length > 0 && (
          <div className={styles.notes} style={{ gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }}>
            {runs.map(({ note, from, length }) => (
              <span
                key={from}
                className={styles.note}
                style={{ gridColumn: `${from + 1} / span ${length}` }}
                title={note}
              >
                {note}
              </span>
            ))}
          </div>
        )}
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
