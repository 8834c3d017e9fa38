import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { classes } from "../classes.ts";
import { Hidden } from "../Hidden.tsx";
import { placeStyle } from "./EventBlock.tsx";
import { isMoveKey, keptWithin, nudged } from "./moves.ts";
import styles from "./WeekGrid.module.css";
import {
  addMinutes,
  dateOf,
  type LocalDate,
  MINUTES_PER_DAY,
  minuteOf,
  minutesBetween,
  type WallTime,
  wallTime,
} from "./wall-time.ts";

interface CursorProps {
  readonly days: readonly LocalDate[];
  readonly stepMinutes: number;
  readonly home: WallTime;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly range: (start: WallTime, end: WallTime) => string;
  readonly spoken: (start: WallTime, end: WallTime) => string;
  readonly onPick: (start: WallTime, end: WallTime | null) => void;
}

const FIRST_LENGTH_MINUTES = 30;

/** The keyboard's way to empty places: arrows move it, Shift with arrows makes it longer, Enter picks. Only seen while it has the focus. */
export function Cursor({ days, stepMinutes, home, button, range, spoken, onPick }: CursorProps) {
  const help = useId();
  const [asked, setAsked] = useState<WallTime>(home);
  const [minutes, setMinutes] = useState<number | null>(null);
  const start = keptWithin(asked, days);
  const length = minutes ?? FIRST_LENGTH_MINUTES;
  const end = addMinutes(start, Math.min(length, MINUTES_PER_DAY - minuteOf(start)));

  function onKeyDown(event: KeyboardEvent) {
    if (!isMoveKey(event.key) || event.altKey || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    const vertical = event.key === "ArrowUp" || event.key === "ArrowDown";
    if (event.shiftKey && vertical)
      return setMinutes(Math.max(stepMinutes, minutesBetween(start, nudged(end, event.key, stepMinutes))));
    setMinutes(null);
    const next = nudged(start, event.key, vertical ? FIRST_LENGTH_MINUTES : stepMinutes);
    const sameDay = event.key === "ArrowLeft" || event.key === "ArrowRight" || dateOf(next) === dateOf(start);
    setAsked(
      sameDay
        ? keptWithin(next, days)
        : wallTime(dateOf(start), next < start ? 0 : MINUTES_PER_DAY - FIRST_LENGTH_MINUTES),
    );
  }

  const column = Math.max(0, days.indexOf(dateOf(start)));
  return (
    <div
      className={classes(styles.place, styles.placeCursor)}
      style={placeStyle({
        from: minuteOf(start),
        to: minuteOf(start) + minutesBetween(start, end),
        left: column / days.length,
        width: 1 / days.length,
      })}
    >
      <button
        ref={button}
        type="button"
        data-cursor
        className={styles.cursor}
        onKeyDown={onKeyDown}
        onClick={() => onPick(start, minutes === null ? null : end)}
        aria-describedby={help}
      >
        <span aria-hidden="true">{range(start, end)}</span>
        <span className={styles.hidden}>Empty place, {spoken(start, end)}</span>
      </button>
      <Hidden>
        <span aria-live="polite">{asked === home && minutes === null ? "" : spoken(start, end)}</span>
        <span id={help}>Arrow keys move it, Shift with the up and down arrows changes its length, Enter opens it.</span>
      </Hidden>
    </div>
  );
}
