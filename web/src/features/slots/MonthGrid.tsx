import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { formatWeekday } from "../../lib/calendar.ts";
import { addDays, addMonths, clampDate, monthOf, weeksOf } from "../../lib/dates.ts";
import { useHabits } from "../../lib/habits.ts";
import { formatDate } from "../../lib/time.ts";
import { IconButton } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import styles from "./MonthGrid.module.css";

export type DayState = "free" | "full" | null;

export type MonthGridProps = {
  /** The date whose month is shown and where the arrow keys stand. */
  focused: string;
  onFocus: (date: string) => void;
  value: string | null;
  onChoose: (date: string) => void;
  /** A date with nothing to choose was pressed. */
  onClosed: (date: string) => void;
  /** Whether a date has free times, or at least sessions that are full; null with neither. */
  stateOf: (date: string) => DayState;
  first: string;
  last: string;
  today: string;
  loading: boolean;
};

/**
 * The date grid of the ARIA practices (w3.org/WAI/ARIA/apg/patterns/dialog-modal/examples/datepicker-dialog), written out: the
 * library's calendar costs every visitor 25 KB before the first time is seen. A date without a free time says why when it is pressed.
 */
export function MonthGrid(props: MonthGridProps) {
  const { focused, onFocus, value, onChoose, onClosed, stateOf, first, last, today, loading } = props;
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const walked = useRef(false);
  const { firstWeekday } = useHabits();
  const { from, to } = monthOf(focused);
  // Weeks that are over would push what can be chosen off a phone.
  const weeks = weeksOf(focused, firstWeekday).filter((week) => (week.at(-1) ?? "") >= today);
  const [inside, setInside] = useState(false);
  // Whoever comes in by Tab begins at the chosen date.
  const stop = !inside && value && value >= from && value <= to ? value : focused;
  const go = (date: string) => onFocus(clampDate(date, first, last));
  useEffect(() => {
    if (!walked.current) return;
    walked.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-date="${focused}"]`)?.focus();
  }, [focused]);
  const walk = (event: KeyboardEvent) => {
    const target = destination(event, focused, weeks);
    if (!target) return;
    event.preventDefault();
    walked.current = true;
    go(target);
  };
  return (
    <div className={classes(loading && styles["loading"])}>
      <header className={styles["header"]}>
        <h2 id={id} className={styles["month"]} aria-live="polite">
          {formatDate(focused.slice(0, 7), "month")}
        </h2>
        <IconButton
          icon="chevronLeft"
          label="Month before"
          isDisabled={from <= first}
          onPress={() => go(addMonths(focused, -1))}
        />
        <IconButton
          icon="chevronRight"
          label="Month after"
          isDisabled={to >= last}
          onPress={() => go(addMonths(focused, 1))}
        />
      </header>
      <table
        ref={grid}
        role="grid"
        aria-labelledby={id}
        aria-busy={loading}
        className={styles["grid"]}
        onKeyDown={walk}
        onFocus={() => setInside(true)}
        onBlur={(event) => setInside(event.currentTarget.contains(event.relatedTarget))}
      >
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, day) => addDays("2023-01-01", day + firstWeekday)).map((day) => (
              <th key={day} scope="col" abbr={formatWeekday(day, "long")} className={styles["weekday"]}>
                {formatWeekday(day, "short")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) =>
                date >= from && date <= to ? (
                  <Day
                    key={date}
                    date={date}
                    state={stateOf(date)}
                    chosen={date === value}
                    stop={date === stop}
                    today={date === today}
                    loading={loading}
                    onChoose={stateOf(date) ? onChoose : loading ? undefined : onClosed}
                    onFocus={onFocus}
                  />
                ) : (
                  <td key={date} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type DayProps = {
  date: string;
  state: DayState;
  chosen: boolean;
  stop: boolean;
  today: boolean;
  loading: boolean;
  onChoose: ((date: string) => void) | undefined;
  onFocus: (date: string) => void;
};

function Day({ date, state, chosen, stop, today, loading, onChoose, onFocus }: DayProps) {
  const nothing = state === "full" ? "full" : "no free times";
  const label = [formatDate(date, "full"), today && "today", state !== "free" && !loading && nothing]
    .filter(Boolean)
    .join(", ");
  return (
    <td role="gridcell" aria-selected={chosen}>
      <button
        type="button"
        data-date={date}
        aria-label={label}
        aria-disabled={!state || undefined}
        tabIndex={stop ? 0 : -1}
        className={classes(
          styles["day"],
          state && styles[state],
          state && chosen && styles["chosen"],
          today && styles["today"],
        )}
        onFocus={() => onFocus(date)}
        onClick={() => {
          onFocus(date);
          onChoose?.(date);
        }}
      >
        {Number(date.slice(8))}
      </button>
    </td>
  );
}

function destination(
  { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent,
  from: string,
  weeks: string[][],
): string | null {
  if (altKey || ctrlKey || metaKey) return null;
  const week = weeks.find((days) => days.includes(from)) ?? [];
  switch (key) {
    case "ArrowLeft":
      return addDays(from, -1);
    case "ArrowRight":
      return addDays(from, 1);
    case "ArrowUp":
      return addDays(from, -7);
    case "ArrowDown":
      return addDays(from, 7);
    case "Home":
      return addDays(from, -week.indexOf(from));
    case "End":
      return addDays(from, 6 - week.indexOf(from));
    case "PageUp":
      return addMonths(from, shiftKey ? -12 : -1);
    case "PageDown":
      return addMonths(from, shiftKey ? 12 : 1);
    default:
      return null;
  }
}
