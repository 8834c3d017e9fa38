import { type KeyboardEvent, type MouseEvent, type PointerEvent, useId, useRef } from "react";
import { formatWeekday } from "../../lib/calendar.ts";
import { addMonths, clampDate, monthOf, weeksOf } from "../../lib/dates.ts";
import { useHabits } from "../../lib/habits.ts";
import { formatDate } from "../../lib/time.ts";
import { IconButton } from "../Button.tsx";
import { Hidden } from "../Hidden.tsx";
import styles from "./DateGrid.module.css";
import { type DateSelection, extendedTo, onlyDate, toggledDate } from "./date-selection.ts";
import { useDateWalk } from "./use-date-walk.ts";

/** What a date has about it: a mark to be seen, and words for it. */
export interface DateMark {
  readonly look: "own" | "closed" | "off";
  readonly label: string;
}

export interface DateGridProps {
  /** The date whose month is shown and where the keys stand. */
  readonly focused: string;
  readonly onFocus: (date: string) => void;
  readonly selection: DateSelection;
  readonly onSelect: (selection: DateSelection) => void;
  /** Enter: the choice is made, and the work goes on with it. */
  readonly onEnter: () => void;
  readonly markOf: (date: string) => DateMark | null;
  readonly first: string;
  readonly last: string;
  readonly today: string;
}

/** A month to choose one or many dates in: click, drag, Ctrl or Shift; by keyboard Space, and Shift with the arrows. */
export function DateGrid(props: DateGridProps) {
  const { focused, onFocus, selection, onSelect, markOf, first, last, today } = props;
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const drawing = useRef(false);
  const touching = useRef(false);
  const { firstWeekday } = useHabits();
  const { from, to } = monthOf(focused);
  const weeks = weeksOf(focused, firstWeekday);
  const isChoosable = (date: string) => first <= date && date <= last;
  const walk = useDateWalk({
    grid,
    focused,
    weeks,
    onFocus: (date, extend) => {
      const next = clampDate(date, first, last);
      if (extend) onSelect(extendedTo(startedAt(selection, focused), next, isChoosable));
      onFocus(next);
    },
  });

  function onKeyDown(event: KeyboardEvent) {
    if (walk(event)) return;
    if (event.key === " " && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onSelect(toggledDate(selection, focused));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (selection.dates.size === 0) onSelect(onlyDate(focused));
      props.onEnter();
    }
  }
  /** Fingers have no Ctrl: each touch adds a date or takes it away. */
  function onPointerDown(event: PointerEvent) {
    const date = dateAt(event.target);
    if (date === null || event.button !== 0 || !isChoosable(date)) return;
    onFocus(date);
    touching.current = event.pointerType === "touch";
    if (touching.current) return;
    drawing.current = true;
    if (event.shiftKey) onSelect(extendedTo(startedAt(selection, focused), date, isChoosable));
    else if (event.ctrlKey || event.metaKey) onSelect(toggledDate(selection, date));
    else onSelect(onlyDate(date));
  }
  function onPointerOver(event: PointerEvent) {
    const date = dateAt(event.target);
    if (!drawing.current || date === null || event.buttons === 0) return;
    onSelect(extendedTo(selection, date, isChoosable));
  }
  function onClick(event: MouseEvent<HTMLElement>) {
    drawing.current = false;
    const date = dateAt(event.target);
    // A screen reader presses without a pointer: that is one more, or one less, too.
    const toggles = touching.current || event.detail === 0;
    if (date !== null && isChoosable(date) && toggles) onSelect(toggledDate(selection, date));
  }

  return (
    <div>
      <header className={styles.header}>
        <h2 id={id} className={styles.month} aria-live="polite">
          {formatDate(focused.slice(0, 7), "month")}
        </h2>
        <IconButton
          icon="chevronLeft"
          label="Month before"
          size="s"
          isDisabled={from <= first}
          onPress={() => onFocus(clampDate(addMonths(focused, -1), first, last))}
        />
        <IconButton
          icon="chevronRight"
          label="Month after"
          size="s"
          isDisabled={to >= last}
          onPress={() => onFocus(clampDate(addMonths(focused, 1), first, last))}
        />
      </header>
      <table
        ref={grid}
        role="grid"
        aria-labelledby={id}
        aria-describedby={`${id}-keys`}
        aria-multiselectable="true"
        className={styles.grid}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerOver={onPointerOver}
        onPointerUp={() => {
          drawing.current = false;
        }}
        onClick={onClick}
      >
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col" abbr={formatWeekday(day, "long")} className={styles.weekday}>
                {formatWeekday(day, "short")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) =>
                date < from || date > to ? (
                  <td key={date} />
                ) : (
                  <DateCell
                    key={date}
                    date={date}
                    mark={markOf(date)}
                    selected={selection.dates.has(date)}
                    choosable={isChoosable(date)}
                    stop={date === focused}
                    today={date === today}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Hidden>
        <span id={`${id}-keys`}>
          Space chooses a date or takes it away, Shift with the arrows chooses several, Enter goes on to their hours.
        </span>
      </Hidden>
    </div>
  );
}

interface DateCellProps {
  readonly date: string;
  readonly mark: DateMark | null;
  readonly selected: boolean;
  readonly choosable: boolean;
  readonly stop: boolean;
  readonly today: boolean;
}

function DateCell({ date, mark, selected, choosable, stop, today }: DateCellProps) {
  const label = [formatDate(date, "full"), today && "today", mark?.label].filter(Boolean).join(", ");
  return (
    <td role="gridcell" aria-selected={selected} className={styles.cell}>
      <button
        type="button"
        data-date={date}
        data-look={mark?.look}
        data-selected={selected || undefined}
        data-today={today || undefined}
        aria-label={label}
        aria-disabled={!choosable || undefined}
        title={mark?.label}
        tabIndex={stop ? 0 : -1}
        className={styles.day}
      >
        {Number(date.slice(8))}
      </button>
    </td>
  );
}

const startedAt = (selection: DateSelection, date: string): DateSelection =>
  selection.anchor === null ? onlyDate(date) : selection;

const dateAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest("[data-date]")?.getAttribute("data-date") ?? null) : null;
