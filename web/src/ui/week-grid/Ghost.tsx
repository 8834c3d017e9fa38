import { type RefObject, useMemo } from "react";
import { classes } from "../classes.ts";
import { colourStyle, placeStyle, sizeOf } from "./EventBlock.tsx";
import { GHOST_ID, type GridGhost } from "./grid-event.ts";
import { layOutDays } from "./layout.ts";
import styles from "./WeekGrid.module.css";
import type { LocalDate } from "./wall-time.ts";

interface GhostProps {
  readonly ghost: GridGhost;
  readonly days: readonly LocalDate[];
  /** While a pointer carries it there is nothing to press. */
  readonly carried: boolean;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** A place that is only proposed. Its first part takes the keyboard. */
export function Ghost({ ghost, days, carried, button }: GhostProps) {
  const parts = useMemo(() => {
    const byDay = layOutDays([{ id: GHOST_ID, start: ghost.start, end: ghost.end }], days);
    return days.flatMap((day, column) => (byDay.get(day) ?? []).map((part) => ({ ...part, column })));
  }, [ghost.start, ghost.end, days]);
  return parts.map(({ column, from, to, continued }) => (
    <div
      key={column}
      className={classes(styles.place, styles.placeGhost)}
      style={placeStyle({ from, to, left: column / days.length, width: 1 / days.length })}
    >
      <button
        ref={continued ? null : button}
        type="button"
        className={classes(styles.event, styles.ghost)}
        data-event={GHOST_ID}
        data-carried={carried || undefined}
        data-movable
        data-size={sizeOf(to - from)}
        style={colourStyle(ghost.colour)}
        tabIndex={continued ? -1 : 0}
      >
        <span className={styles.title}>{ghost.title}</span>
        <span className={styles.hidden}>{ghost.label}</span>
        <span className={styles.time} aria-hidden="true">
          {ghost.time}
        </span>
        <span className={styles.start} aria-hidden="true">
          {ghost.startTime}
        </span>
      </button>
    </div>
  ));
}
