import { type CSSProperties, memo, useRef } from "react";
import { formatWeekday } from "../../../lib/calendar.ts";
import { formatDate } from "../../../lib/time.ts";
import { useDateWalk } from "../../../ui/date-grid/use-date-walk.ts";
import { Hidden } from "../../../ui/Hidden.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { barsOf, type DayFact, factsOf, sessionWords, spokenDay } from "./day-facts.ts";
import styles from "./Month.module.css";
import type { MonthDay } from "./month-store.ts";

interface MonthTableProps {
  readonly label: string;
  readonly focused: string;
  readonly weeks: readonly (readonly string[])[];
  readonly today: string;
  /** Null while they are on their way. */
  readonly days: ReadonlyMap<string, MonthDay> | null;
  readonly counts: ReadonlyMap<string, number> | null;
  readonly onFocus: (date: string) => void;
  readonly onOpen: (date: string) => void;
}

/** One tab stop; arrows walk the dates, Enter leads to the week. */
export function MonthTable({ label, focused, weeks, today, days, counts, onFocus, onOpen }: MonthTableProps) {
  const grid = useRef<HTMLTableElement>(null);
  const walk = useDateWalk({ grid, focused, weeks, onFocus });
  const month = focused.slice(0, 7);
  const waiting = days === null || counts === null;
  return (
    <div className={styles.frame}>
      <table
        ref={grid}
        role="grid"
        aria-label={label}
        aria-busy={waiting}
        className={styles.month}
        data-waiting={waiting || undefined}
        onKeyDown={(event) => void walk(event)}
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
              {week.map((date) => (
                <DayCell
                  key={date}
                  date={date}
                  day={days?.get(date)}
                  count={counts === null ? undefined : (counts.get(date) ?? 0)}
                  outside={!date.startsWith(month)}
                  stop={date === focused}
                  today={date === today}
                  past={date < today}
                  onOpen={onOpen}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayCellProps {
  readonly date: string;
  readonly day: MonthDay | undefined;
  readonly count: number | undefined;
  readonly outside: boolean;
  readonly stop: boolean;
  readonly today: boolean;
  readonly past: boolean;
  readonly onOpen: (date: string) => void;
}

const DayCell = memo(function DayCell({ date, day, count, outside, stop, today, past, onOpen }: DayCellProps) {
  const facts = day ? factsOf(day) : [];
  const off = facts.some(({ kind }) => kind === "timeOff" || kind === "holiday");
  return (
    <td role="gridcell" className={styles.cell} data-off={off || undefined} data-outside={outside || undefined}>
      <button
        type="button"
        data-date={date}
        data-today={today || undefined}
        data-past={past || undefined}
        tabIndex={stop ? 0 : -1}
        className={styles.day}
        onClick={() => onOpen(date)}
      >
        <Hidden>{spokenDay(date, day, count, today)}</Hidden>
        <span className={styles.top} aria-hidden="true">
          <span className={styles.number}>
            {date.endsWith("-01") ? (
              <>
                <span className={styles.long}>{firstWords(date)}</span>
                <span className={styles.short}>1</span>
              </>
            ) : (
              Number(date.slice(8))
            )}
          </span>
          {count !== undefined && count > 0 && (
            <span className={styles.count}>
              {count}
              <span className={styles.countWord}> {sessionWords(count).split(" ")[1]}</span>
            </span>
          )}
        </span>
        {facts
          .filter(({ kind }) => kind !== "travel")
          .map((fact) => (
            <Fact key={fact.key} fact={fact} />
          ))}
        <span className={styles.foot} aria-hidden="true">
          {facts
            .filter(({ kind }) => kind === "travel")
            .map((fact) => (
              <Fact key={fact.key} fact={fact} />
            ))}
          {day && <OpenBars day={day} />}
        </span>
      </button>
    </td>
  );
});

const FACT_ICONS = {
  holiday: "flag",
  worked: "flag",
  timeOff: null,
  exact: "clock",
  own: "clock",
  closed: "close",
  travel: "plane",
} as const;

function Fact({ fact: { kind, text } }: { readonly fact: DayFact }) {
  const icon = FACT_ICONS[kind];
  return (
    <span className={styles.fact} data-kind={kind} title={text} aria-hidden="true">
      {icon && <Icon name={icon} size="1rem" />}
      <span className={styles.factText}>{text}</span>
    </span>
  );
}

interface BarStyle extends CSSProperties {
  readonly "--from": number;
  readonly "--length": number;
}

/** The day from midnight to midnight, and what of it is open. */
function OpenBars({ day }: { readonly day: MonthDay }) {
  return (
    <span className={styles.bars}>
      {barsOf(day).map(({ from, to }) => {
        const style: BarStyle = { "--from": from / 1440, "--length": (to - from) / 1440 };
        return <span key={from} className={styles.bar} style={style} />;
      })}
    </span>
  );
}

/** The first of a month says which, where there is room: "1 Dec". */
const firstWords = (date: string): string => formatDate(date, "day").replace(/([A-Z][a-z]{2})[a-z]+/, "$1");
