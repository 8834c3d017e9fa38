import { memo, useMemo } from "react";
import { classes } from "../classes.ts";
import { closedRanges } from "./closed-ranges.ts";
import { placeStyle, rangeStyle } from "./EventBlock.tsx";
import type { Placed } from "./layout.ts";
import styles from "./PaintGrid.module.css";
import type { PaintBlock } from "./paint-block.ts";
import week from "./WeekGrid.module.css";
import type { LocalDate } from "./wall-time.ts";

interface PaintColumnProps {
  readonly day: LocalDate;
  readonly label: string;
  readonly placed: readonly Placed<PaintBlock>[];
  readonly selectedId: string | null;
  readonly awayId: string | null;
  readonly helpId: string;
}

/** One day: what is painted, and around it the shade of what is not. */
export const PaintColumn = memo(function PaintColumn({
  day,
  label,
  placed,
  selectedId,
  awayId,
  helpId,
}: PaintColumnProps) {
  const closed = useMemo(() => closedRanges(placed), [placed]);
  return (
    <div className={week.day} data-day={day}>
      {closed.map((range) => (
        <div key={range.from} className={week.closed} style={rangeStyle(range)} />
      ))}
      <ul className={classes(week.events, styles.blocks)} aria-label={label}>
        {placed.map((part) => (
          <li key={part.event.id} className={week.place} style={placeStyle(part)}>
            <button
              type="button"
              className={styles.block}
              data-event={part.event.id}
              data-selected={part.event.id === selectedId || undefined}
              data-away={part.event.id === awayId || undefined}
              data-continued={part.continued || undefined}
              data-continues={part.continues || undefined}
              data-short={part.to - part.from < 45 || undefined}
              tabIndex={part.continued ? -1 : 0}
              aria-pressed={part.event.id === selectedId}
              aria-describedby={helpId}
            >
              <span className={week.hidden}>{part.event.label}</span>
              <Times of={part.event} />
              {!part.continued && <span data-edge="start" className={styles.edge} />}
              {!part.continues && <span data-edge="end" className={styles.edge} />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
});

export function Times({ of }: { readonly of: Pick<PaintBlock, "time" | "startTime" | "endTime"> }) {
  return (
    <>
      <span className={styles.time} aria-hidden="true">
        {of.time}
      </span>
      <span className={styles.from} aria-hidden="true">
        {of.startTime}
      </span>
      <span className={styles.to} aria-hidden="true">
        {of.endTime}
      </span>
    </>
  );
}
