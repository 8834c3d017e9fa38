import type { Interval } from "./interval.ts";
import { DAY, formatDateTime, type LocalDate, type LocalDateTime, MINUTE, parseDateTime } from "./local-date.ts";
import { originals, type SeriesDates } from "./series-rule.ts";
import { zone } from "./zone.ts";

/**
 * What sessions are from a recurrence id on: how much later they lie than their ids, on the wall and negative when
 * earlier, how long they last, and of which type they are.
 */
export type SeriesTerms = {
  /** The first id that they hold for. */
  readonly from: LocalDateTime;
  readonly shiftMinutes: number;
  readonly minutes: number;
  readonly sessionTypeId: string;
};

/** Local dates, both included, on which the series rests; without an end until it is resumed. */
export type SeriesPause = {
  readonly fromDate: LocalDate;
  readonly toDate: LocalDate | null;
  readonly reason: string;
};

/**
 * A series as agreed: one rule for life, in wall time and a zone. It names the recurrence ids, the original wall times
 * that never change (RFC 5545 3.8.4.4); terms say what became of them, as RANGE=THISANDFUTURE does, so that no change
 * splits the series or makes it another one. What differs for single sessions are exceptions, which stand beside it.
 */
export type SeriesPlan = SeriesDates & {
  /** In order of `from`, the first for the first id. */
  readonly terms: readonly SeriesTerms[];
  /** In order, disjoint. */
  readonly pauses: readonly SeriesPause[];
};

/** A session of a series as its plan has it. Instants are epoch milliseconds. */
export type SeriesOccurrence = {
  readonly id: LocalDateTime;
  /** Wall time in the zone of the series; where the clocks skip it, `start` is later. */
  readonly local: LocalDateTime;
  readonly start: number;
  readonly minutes: number;
  readonly sessionTypeId: string;
  /** The pause that it falls into. */
  readonly pause: SeriesPause | null;
};

/** What is really there for a recurrence id. */
export type Actual =
  | { readonly kind: "booked"; readonly start: number; readonly minutes: number; readonly sessionTypeId: string }
  /** Dropped by a pause, left out for a clash or by choice, or cancelled by somebody. */
  | { readonly kind: "paused" | "skipped" | "cancelled"; readonly reason: string };

/** A plan with what is there for each of its ids: `rule + exceptions`. */
export type SeriesState = {
  readonly plan: SeriesPlan;
  readonly actual: ReadonlyMap<LocalDateTime, Actual>;
  /** A series without an end has sessions that begin before this instant; 0 for others, and before any. */
  readonly filledUntil: number;
};

/** The sessions of a plan that begin in a range, sorted by start, those of a pause included. */
export function occurrencesOf(plan: SeriesPlan, range: Interval): SeriesOccurrence[] {
  const at = zone(plan.timeZone);
  const farthest = plan.terms.reduce((most, { shiftMinutes }) => Math.max(most, Math.abs(shiftMinutes)), 0);
  // Besides the shift itself, the offset may differ between the two times, on two sides of a date line by a day.
  const reach = farthest === 0 ? 0 : farthest * MINUTE + 2 * DAY;
  const found: SeriesOccurrence[] = [];
  for (const { local: id, start: original } of originals(plan, range.start - reach, range.end + reach)) {
    const { shiftMinutes, minutes, sessionTypeId } = termsOf(plan, id);
    const wall = parseDateTime(id) + shiftMinutes * MINUTE;
    const start = shiftMinutes === 0 ? original : at.instantOfWall(wall);
    if (start < range.start || start >= range.end) continue;
    const local = formatDateTime(wall);
    found.push({ id, local, start, minutes, sessionTypeId, pause: pauseOn(plan, local.slice(0, 10)) });
  }
  return found.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}

/** All sessions of a plan from its first on; of one without an end those that begin before an instant. */
export function occurrencesUntil(plan: SeriesPlan, until: number): SeriesOccurrence[] {
  const first = [plan.start, ...plan.added].reduce((least, id) => (id < least ? id : least));
  const shift = plan.terms.reduce((least, { shiftMinutes }) => Math.min(least, shiftMinutes), 0);
  const start = zone(plan.timeZone).toInstant(first) + shift * MINUTE - 2 * DAY;
  return start < until ? occurrencesOf(plan, { start, end: until }) : [];
}

/** The terms in force for an id; the first ones also before it. */
export function termsOf({ terms }: SeriesPlan, id: LocalDateTime): SeriesTerms {
  const [first, ...later] = terms;
  if (first === undefined) throw new RangeError("A series has terms.");
  let found = first;
  for (const next of later) if (next.from <= id) found = next;
  return found;
}

function pauseOn({ pauses }: SeriesPlan, date: LocalDate): SeriesPause | null {
  return pauses.find((pause) => isWithin(pause, date)) ?? null;
}

export function isWithin({ fromDate, toDate }: Omit<SeriesPause, "reason">, date: LocalDate): boolean {
  return fromDate <= date && (toDate === null || date <= toDate);
}

/**
 * For each of some starts in order, by how many minutes the clocks of a zone moved since the one before: where one
 * side's clock shifts and the other's does not, a session's time changes for one of the two.
 */
export function clockShifts(starts: readonly number[], timeZone: string): number[] {
  const at = zone(timeZone);
  return starts.map((start, i) => at.offsetMinutesAt(start) - at.offsetMinutesAt(starts[i - 1] ?? start));
}
