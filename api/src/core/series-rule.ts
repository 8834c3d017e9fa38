import { DAY, formatDate, formatDateTime, type LocalDate, type LocalDateTime, parseDateTime } from "./local-date.ts";
import { expandSeries } from "./recurrence.ts";
import { parseRule, type RecurrenceRule } from "./recurrence-rule.ts";
import { zone } from "./zone.ts";

/** Nobody books more at once, and nobody could look through more. */
export const MOST_SESSIONS = 500;
/** A series with an end has it within so many years. */
const MOST_YEARS = 5;
const YEAR = 366 * DAY;

/** When a series ends: after so many sessions of its rule, with a local date (included), or never. */
export type SeriesEnd = { readonly count: number } | { readonly until: LocalDate } | "never";

/** What makes the recurrence ids of a series: wall times of its zone. */
export type SeriesDates = {
  readonly timeZone: string;
  /** The first session. */
  readonly start: LocalDateTime;
  /** RFC 5545 RRULE as `formatRule` writes it; null for a single session. */
  readonly rule: string | null;
  /** Never sessions of the series (EXDATE): wall times, or whole dates. */
  readonly excluded: readonly (LocalDateTime | LocalDate)[];
  /** Sessions beside those of the rule (RDATE). */
  readonly added: readonly LocalDateTime[];
};

/** Whether the rule has no end. */
export function isOpenEnded({ rule }: Pick<SeriesDates, "rule">): boolean {
  if (rule === null) return false;
  const { count, until } = parseRule(rule);
  return count === undefined && until === undefined;
}

/** The wall times of the series as the rule names them, from one instant to before another, sorted. */
export function idsBetween(dates: SeriesDates, start: number, end: number): LocalDateTime[] {
  return originals(dates, start, end).map(({ local }) => local);
}

/** The same with their instants. */
export function originals({ timeZone, start, rule, excluded, added }: SeriesDates, from: number, until: number) {
  return expandSeries({ timeZone, start, rule, exclude: excluded, add: added }, { start: from, end: until });
}

/** All wall times of a series that ends, however often it was made longer within a lifetime. */
export function idsOf(dates: SeriesDates): LocalDateTime[] {
  const at = zone(dates.timeZone);
  const firsts = [dates.start, ...dates.added].map((id) => at.toInstant(id));
  const first = Math.min(...firsts) - 2 * DAY;
  const last = Math.max(...firsts) + 50 * YEAR;
  const ids: LocalDateTime[] = [];
  for (let from = first; from < last; from += 5 * YEAR) ids.push(...idsBetween(dates, from, from + 5 * YEAR));
  return ids;
}

/** All wall times of a series that ends; of one that does not, those before an instant. Never more than `most`. */
function idsUntil(dates: SeriesDates, end: number, most = MOST_SESSIONS + 1): LocalDateTime[] {
  const ids: LocalDateTime[] = [];
  const first = zone(dates.timeZone).toInstant(dates.start) - 2 * DAY;
  const earliest = dates.added.reduce((least, added) => Math.min(least, zone(dates.timeZone).toInstant(added)), first);
  // A year at a time: a rule that would make millions is stopped at its first too many.
  for (let from = earliest; from < end && ids.length < most; from += YEAR) {
    ids.push(...idsBetween(dates, from, Math.min(end, from + YEAR)));
  }
  return ids.slice(0, most);
}

/** The last instant at which a session of a series with an end may begin that is booked from an instant on. */
export function lastInstant(from: number): number {
  return from + MOST_YEARS * YEAR;
}

/**
 * Refuses dates that make no series, with the reason: RangeError for a rule that ends before it starts, names no other
 * date, makes more than 500 sessions, or goes on for more than five years though it ends. Without an end it may go on.
 */
export function checkDates(dates: SeriesDates): void {
  const rule = dates.rule === null ? null : parseRule(dates.rule);
  const start = parseDateTime(dates.start);
  if (start % 60_000 !== 0) throw new RangeError("A session starts on a full minute.");
  if (rule !== null) refuseShort(rule, dates, start);
  const open = isOpenEnded(dates);
  const first = zone(dates.timeZone).toInstant(dates.start);
  const last = lastInstant(first);
  if (idsUntil(dates, open ? first + YEAR : last).length > MOST_SESSIONS) {
    const span = open ? "within a year" : "in all";
    throw new RangeError(`A series has at most ${MOST_SESSIONS} sessions ${span}; this one has more.`);
  }
  if (!open && idsBetween(dates, last, last + 8 * YEAR).length > 0) {
    throw new RangeError(`A series ends at most ${MOST_YEARS} years after it starts, or never.`);
  }
}

function refuseShort(rule: RecurrenceRule, dates: SeriesDates, start: number): void {
  const { until, count } = rule;
  if (until !== undefined) {
    const end = until.kind === "date" ? (until.epochDay + 1) * DAY - 1 : until.at;
    const begins = until.kind === "instant" ? zone(dates.timeZone).instantOfWall(start) : start;
    if (end < begins) {
      throw new RangeError(`The series ends before its first session on ${formatDate(Math.floor(start / DAY))}.`);
    }
  }
  if (count !== undefined && count > MOST_SESSIONS) {
    throw new RangeError(`A series has at most ${MOST_SESSIONS} sessions; this one has ${count}.`);
  }
  if (count === 1 || until !== undefined) return;
  const bare = { ...dates, excluded: [], added: [] };
  if (idsUntil(bare, zone(dates.timeZone).instantOfWall(start) + 9 * YEAR, 2).length < 2) {
    throw new RangeError("The rule names no date after the first session. Check its months and days.");
  }
}

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** The text of a rule, its parts in the order of RFC 5545 3.3.10; reading it gives the rule again. */
export function formatRule(rule: RecurrenceRule): string {
  const list = (name: string, values: readonly number[]) =>
    values.length === 0 ? [] : [`${name}=${values.join(",")}`];
  const days = rule.byDay.map(({ weekday, nth }) => `${nth === 0 ? "" : nth}${WEEKDAYS[weekday]}`);
  return [
    `FREQ=${rule.frequency}`,
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...(rule.count === undefined ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === undefined ? [] : [`UNTIL=${formatUntil(rule.until)}`]),
    ...list("BYMONTH", rule.byMonth),
    ...list("BYWEEKNO", rule.byWeekNumber),
    ...list("BYYEARDAY", rule.byYearDay),
    ...list("BYMONTHDAY", rule.byMonthDay),
    ...(days.length === 0 ? [] : [`BYDAY=${days.join(",")}`]),
    ...list("BYHOUR", rule.byHour),
    ...list("BYMINUTE", rule.byMinute),
    ...list("BYSECOND", rule.bySecond),
    ...list("BYSETPOS", rule.bySetPosition),
    ...(rule.weekStart === 1 ? [] : [`WKST=${WEEKDAYS[rule.weekStart]}`]),
  ].join(";");
}

function formatUntil(until: NonNullable<RecurrenceRule["until"]>): string {
  if (until.kind === "date") return formatDate(until.epochDay).replaceAll("-", "");
  return basicTime(until.at) + (until.kind === "instant" ? "Z" : "");
}

/** Wall milliseconds in the basic form of RFC 5545 3.3.5, `20261231T235959`. */
export function basicTime(wall: number): string {
  const text = formatDateTime(wall).replaceAll(/[-:]/g, "");
  return text.length === 13 ? `${text}00` : text;
}

/** The rule with another end. */
export function endRule(text: string, end: SeriesEnd): string {
  const { count: _count, until: _until, ...endless } = parseRule(text);
  const bare = { ...endless, count: undefined, until: undefined };
  if (end === "never") return formatRule(bare);
  if ("count" in end) return formatRule({ ...bare, count: end.count });
  return formatRule({
    ...bare,
    until: { kind: "date", epochDay: Math.floor(parseDateTime(`${end.until}T00:00`) / DAY) },
  });
}

/** The rule ended with a session of it. */
export function endRuleWith(text: string, id: LocalDateTime): string {
  return formatRule({ ...parseRule(text), count: undefined, until: { kind: "wall", at: parseDateTime(id) } });
}

/**
 * The same series a fixed stretch of wall time later, as a rule of its own, where a rule can say it: weekly and daily
 * ones by whole days and any time, others within the day. Null where only a list of dates can.
 */
export function shiftRule(text: string, start: LocalDateTime, shift: number): string | null {
  const rule = parseRule(text);
  const wall = parseDateTime(start);
  const days = Math.floor((wall + shift) / DAY) - Math.floor(wall / DAY);
  if (rule.byHour.length + rule.byMinute.length + rule.bySecond.length > 0) return shift === 0 ? text : null;
  const until = rule.until && shiftUntil(rule.until, shift, days);
  if (rule.until !== undefined && until === undefined) return null;
  if (days === 0) return formatRule({ ...rule, until });
  if (rule.byMonth.length + rule.byMonthDay.length + rule.bySetPosition.length > 0) return null;
  if (rule.frequency !== "WEEKLY" && !(rule.frequency === "DAILY" && rule.byDay.length === 0)) return null;
  const turned = (weekday: number) => (((weekday + days) % 7) + 7) % 7;
  const byDay = rule.byDay.map(({ weekday, nth }) => ({ weekday: turned(weekday), nth }));
  byDay.sort((a, b) => ((a.weekday + 6) % 7) - ((b.weekday + 6) % 7));
  const many = rule.interval > 1 && rule.frequency === "WEEKLY" && byDay.length > 1;
  return formatRule({ ...rule, until, byDay, weekStart: many ? turned(rule.weekStart) : rule.weekStart });
}

function shiftUntil(until: NonNullable<RecurrenceRule["until"]>, shift: number, days: number): RecurrenceRule["until"] {
  if (until.kind === "date") return { kind: "date", epochDay: until.epochDay + days };
  return until.kind === "wall" ? { kind: "wall", at: until.at + shift } : undefined;
}
