import { dayOfMonth, formatWeekday } from "../../../lib/calendar.ts";
import { dateOf, formatDate, formatDuration, formatTime, zoneCity } from "../../../lib/time.ts";
import { Hidden } from "../../../ui/Hidden.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useCoach } from "../shell/coach.ts";
import preview from "./preview/Preview.module.css";
import styles from "./SeriesDetail.module.css";
import type { DetailedSeries } from "./SeriesDetail.tsx";
import { clientOf } from "./series-words.ts";
import { useLocals } from "./use-locals.ts";

export type Dated = DetailedSeries["occurrences"][number];

interface OccurrencesProps {
  readonly series: DetailedSeries;
  readonly past: boolean;
  readonly coachTimeOf: (date: Dated) => string;
  readonly openId: string | null;
  readonly onOpen: (recurrenceId: string) => void;
}

/** Every date of the series with what is there, month by month; the latest first of those that are over. */
export function Occurrences({ series, past, coachTimeOf, openId, onOpen }: OccurrencesProps) {
  const coach = useCoach();
  const now = new Date().toISOString();
  const shown = series.occurrences.filter(({ startAt }) => startAt > now !== past);
  const rows = past ? shown.toReversed() : shown;
  const client = clientOf(series, coach.timeZone);
  const theirs = client.zone === coach.timeZone ? null : client.zone;
  const theirTime = useLocals(theirs ? rows.map(({ startAt }) => startAt) : [], theirs ?? coach.timeZone);
  if (rows.length === 0) {
    return <p className={styles.none}>{past ? "None has taken place yet." : "None is to come."}</p>;
  }
  return (
    <div className={preview.list} data-both={theirs !== null || undefined}>
      {theirs && (
        <p className={preview.heads} aria-hidden="true">
          <span />
          <span>{zoneCity(coach.timeZone)}</span>
          <span>{zoneCity(theirs)}</span>
        </p>
      )}
      {byMonth(rows, coachTimeOf).map(([month, dates]) => (
        <section key={month} className={preview.month} aria-label={formatDate(month, "month")}>
          <h2 className={preview.monthName}>{formatDate(month, "month")}</h2>
          <ol>
            {dates.map((date) => (
              <DateRow
                key={date.recurrenceId}
                date={date}
                series={series}
                local={coachTimeOf(date)}
                theirs={theirs && (theirTime(date.startAt) ?? "")}
                current={date.recurrenceId === openId}
                {...(!past && { onOpen: () => onOpen(date.recurrenceId) })}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface DateRowProps {
  readonly date: Dated;
  readonly series: DetailedSeries;
  /** Its start on the coach's clock at home. */
  readonly local: string;
  /** On the client's clock, where that is another one; empty while it is looked up. */
  readonly theirs: string | null;
  readonly current: boolean;
  readonly onOpen?: () => void;
}

const STATES = { BOOKED: null, PAUSED: "Paused", SKIPPED: "Left out", CANCELLED: "Cancelled" } as const;

function DateRow({ date, series, local, theirs, current, onOpen }: DateRowProps) {
  const gone = date.state !== "BOOKED";
  const words = gone ? [STATES[date.state], date.reason].filter(Boolean).join(": ") : exceptionWords(date, series);
  const day = (
    <>
      {formatWeekday(dateOf(local), "short")} <b>{dayOfMonth(local)}</b>
    </>
  );
  return (
    <li className={styles.date} data-current={current || undefined} data-gone={gone || undefined}>
      <div className={preview.row}>
        {onOpen ? (
          <button type="button" className={styles.open} aria-pressed={current} onClick={onOpen}>
            <Hidden>Change </Hidden>
            <span className={preview.date}>{day}</span>
          </button>
        ) : (
          <span className={preview.date}>{day}</span>
        )}
        <time className={preview.time} dateTime={local}>
          {formatTime(local)}
        </time>
        {theirs !== null && <span className={preview.theirs}>{theirs && formatTime(theirs)}</span>}
        {words && (
          <p className={preview.state}>
            <span className={styles.words} data-exception={!gone || undefined}>
              {words.replace(/\.$/, "")}
            </span>
          </p>
        )}
      </div>
      {onOpen && (
        <span className={styles.go} aria-hidden="true">
          <Icon name="chevronRight" size="1em" />
        </span>
      )}
    </li>
  );
}

/** What a session has of its own. */
function exceptionWords({ isException, startAt, endAt, booking }: Dated, series: DetailedSeries): string | null {
  if (!isException) return null;
  const minutes = (Date.parse(endAt) - Date.parse(startAt)) / 60_000;
  const own = [
    minutes !== series.minutes && formatDuration(minutes),
    booking && booking.sessionType.id !== series.sessionType.id && booking.sessionType.name,
  ].filter(Boolean);
  return own.length > 0 ? own.join(", ") : "Moved";
}

function byMonth(rows: readonly Dated[], localOf: (date: Dated) => string): [string, Dated[]][] {
  const months = new Map<string, Dated[]>();
  for (const row of rows) {
    const month = localOf(row).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), row]);
  }
  return [...months];
}
