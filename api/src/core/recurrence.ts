import type { Interval } from "./interval.ts";
import {
  DAY,
  formatDate,
  formatDateTime,
  type LocalDate,
  type LocalDateTime,
  parseDate,
  parseDateTime,
} from "./local-date.ts";
import { completed, matchesDay, periodBefore, periodOf } from "./recurrence-days.ts";
import { parseRule, type RecurrenceRule, timesOf } from "./recurrence-rule.ts";
import { type Zone, zone } from "./zone.ts";

/** A recurring session as it was agreed: in wall time and a zone. */
export type Series = {
  readonly timeZone: string;
  /** The first session; always one of the series. */
  readonly start: LocalDateTime;
  /** RFC 5545 RRULE, or null for a single session. */
  readonly rule: string | null;
  /** Left out: wall times, or whole dates. */
  readonly exclude?: readonly (LocalDateTime | LocalDate)[] | undefined;
  readonly add?: readonly LocalDateTime[] | undefined;
};

/** The same for whole dates, without a zone. */
export type DateSeries = {
  readonly start: LocalDate;
  readonly rule: string | null;
  readonly exclude?: readonly LocalDate[] | undefined;
  readonly add?: readonly LocalDate[] | undefined;
};

/** One session of a series. `local` is the agreed wall time, also where the clocks skip it and `start` is later. */
export type Occurrence = { readonly start: number; readonly local: LocalDateTime };

/** More sessions than this in one question are refused. */
const MOST_OCCURRENCES = 20_000;

/**
 * The sessions of a series that start within `range` (epoch milliseconds), sorted and distinct, by RFC 5545 3.8.5.
 * A wall time that the clocks skip moves forward, a repeated one is the first. A rule's cost does not grow with its
 * age unless it has a COUNT, and a rule that never falls costs no more than one that does; so expansion is our own:
 * rrule 2.8.1 took 6 s for FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30. Throws RangeError for a malformed rule, time or zone.
 */
export function expandSeries(series: Series, range: Interval): Occurrence[] {
  const at = zone(series.timeZone);
  const start = parseDateTime(series.start);
  // Offsets and skipped days move a wall time by less than two days.
  const wallRange = { start: range.start - 2 * DAY, end: range.end + 2 * DAY };
  const walls = ruleWalls(series.rule, start, wallRange, at);
  for (const added of series.add ?? []) walls.push(parseDateTime(added));
  const left = exclusions(series.exclude ?? [], at);
  const byStart = new Map<number, Occurrence>();
  for (const wall of walls) {
    const instant = at.instantOfWall(wall);
    if (instant < range.start || instant >= range.end || byStart.has(instant)) continue;
    if (left.instants.has(instant) || left.days.has(Math.floor(wall / DAY))) continue;
    byStart.set(instant, { start: instant, local: formatDateTime(wall) });
  }
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

/** The dates of a series of whole days from `from` to before `until`, sorted and distinct. */
export function expandDates(series: DateSeries, range: { from: LocalDate; until: LocalDate }): LocalDate[] {
  const from = parseDate(range.from);
  const until = parseDate(range.until);
  const walls = ruleWalls(series.rule, parseDate(series.start) * DAY, { start: from * DAY, end: until * DAY }, null);
  const days = new Set([...walls.map((wall) => wall / DAY), ...(series.add ?? []).map(parseDate)]);
  for (const excluded of series.exclude ?? []) days.delete(parseDate(excluded));
  return [...days]
    .filter((day) => from <= day && day < until)
    .sort((a, b) => a - b)
    .map(formatDate);
}

function exclusions(exclude: readonly string[], at: Zone): { instants: Set<number>; days: Set<number> } {
  const instants = new Set<number>();
  const days = new Set<number>();
  for (const excluded of exclude) {
    if (excluded.includes("T")) instants.add(at.toInstant(excluded));
    else days.add(parseDate(excluded));
  }
  return { instants, days };
}

/** Wall times of a rule in a range of wall time, with its start; without a zone the dates of whole days. */
function ruleWalls(text: string | null, start: number, range: Interval, at: Zone | null): number[] {
  if (!Number.isFinite(range.start) || !Number.isFinite(range.end))
    throw new RangeError("A range has a start and an end.");
  const walls = range.start <= start && start < range.end ? [start] : [];
  if (text === null) return walls;
  const startDay = Math.floor(start / DAY);
  const rule = completed(parseRule(text), startDay);
  const times = at === null ? [0] : timesOf(rule, start - startDay * DAY);
  const ends = (wall: number) => wall >= range.end || isPast(rule, wall, at);
  // The start is the first session even where the rule does not name it, and counts as one.
  let count = 1;
  let k = rule.count === undefined ? periodBefore(rule, startDay, Math.floor(range.start / DAY)) : 0;
  for (; ; k++) {
    const period = periodOf(rule, startDay, k);
    if (period.first * DAY >= range.end) return walls;
    for (const wall of wallsOfPeriod(rule, period, times)) {
      if (wall <= start) continue;
      if (ends(wall) || (rule.count !== undefined && ++count > rule.count)) return walls;
      if (wall < range.start) continue;
      walls.push(wall);
      if (walls.length > MOST_OCCURRENCES) {
        throw new RangeError(`More than ${MOST_OCCURRENCES} sessions in one range: ask for a shorter one.`);
      }
    }
  }
}

function wallsOfPeriod(rule: RecurrenceRule, period: { first: number; end: number }, times: number[]): number[] {
  const walls: number[] = [];
  for (let day = period.first; day < period.end; day++) {
    if (matchesDay(rule, day)) for (const time of times) walls.push(day * DAY + time);
  }
  if (rule.bySetPosition.length === 0) return walls;
  const count = walls.length;
  return walls.filter((_, i) => rule.bySetPosition.includes(i + 1) || rule.bySetPosition.includes(i - count));
}

/** Whether a wall time is after UNTIL, whose end is included. */
function isPast(rule: RecurrenceRule, wall: number, at: Zone | null): boolean {
  const { until } = rule;
  if (until === undefined) return false;
  if (until.kind === "date") return Math.floor(wall / DAY) > until.epochDay;
  if (until.kind === "wall" || at === null) return wall > until.at;
  return at.instantOfWall(wall) > until.at;
}
