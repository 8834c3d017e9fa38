import {
  type Availability,
  type CompiledAvailability,
  compileAvailability,
  isOffDay,
  openWindows,
  plannedHours,
} from "./availability.ts";
import { blockedRegions } from "./blocking.ts";
import { type Conflict, findConflicts, isSeatLeft } from "./conflicts.ts";
import { openRuns, restartStarts, windowStarts } from "./grid.ts";
import { horizonOf } from "./horizon.ts";
import { contains, type Interval, overlaps } from "./interval.ts";
import { type LimitHit, limitHits } from "./limits.ts";
import { DAY, formatDate, type LocalDate, MINUTE } from "./local-date.ts";
import type { SlotQuery } from "./slot-query.ts";
import type { Zone } from "./zone.ts";

/** Why a start is not offered. Instants are epoch milliseconds, dates those of the place where the hours are read. */
export type Reason =
  | { readonly code: "inPast"; readonly now: number }
  | { readonly code: "notice"; readonly noticeMinutes: number; readonly earliest: number }
  /** The starts that the horizon allows lie from `from` to before `until`; null where it has no end. */
  | { readonly code: "horizon"; readonly from: number | null; readonly until: number | null }
  | { readonly code: "timeOff"; readonly id: string | undefined; readonly start: number; readonly end: number }
  | { readonly code: "override"; readonly id: string | undefined; readonly date: LocalDate }
  /** Hours of that date lie, in part, in an hour that the clocks skip at `at`. */
  | { readonly code: "skippedHour"; readonly date: LocalDate; readonly at: number }
  | { readonly code: "outsideHours"; readonly date: LocalDate }
  /** Starts lie elsewhere: the nearest ones within a step. */
  | { readonly code: "offGrid"; readonly nearest: readonly number[] }
  | Conflict
  | ({ readonly code: "limit" } & LimitHit);

export type Explanation = { readonly offered: boolean; readonly reasons: readonly Reason[] };

/**
 * Every rule that hides a start, in the order in which the rules apply: clock, hours, grid, calendar, limits.
 * A start is offered exactly when there is none. `query.range` plays no part. Who asks often compiles the hours once.
 */
export function explainSlot(
  query: SlotQuery,
  start: number,
  compiled: CompiledAvailability = compileAvailability(query.availability),
): Explanation {
  const wanted = { start, end: start + query.session.minutes * MINUTE };
  const reasons: Reason[] = clockReasons(query, compiled.zone, start);
  const hours = hourReasons(query.availability, compiled, wanted);
  reasons.push(...hours);
  if (!isSeatLeft(query, wanted)) {
    const conflicts = findConflicts(query, wanted);
    if (hours.length === 0) reasons.push(...gridReasons(query, compiled, start, conflicts));
    reasons.push(...conflicts);
    for (const hit of limitHits(query)?.(start) ?? []) reasons.push({ code: "limit", ...hit });
  }
  return { offered: reasons.length === 0, reasons };
}

/**
 * For each interval, why it does not lie wholly in open hours; nothing for one that does. Only hours play a part:
 * neither clock nor calendar.
 */
export function explainHours(availability: Availability, intervals: readonly Interval[]): Reason[][] {
  const compiled = compileAvailability(availability);
  return intervals.map((interval) => hourReasons(availability, compiled, interval));
}

function clockReasons(query: SlotQuery, home: Zone, start: number): Reason[] {
  const { now, session } = query;
  const reasons: Reason[] = [];
  const earliest = now + session.noticeMinutes * MINUTE;
  if (start <= now) reasons.push({ code: "inPast", now });
  else if (start < earliest) reasons.push({ code: "notice", noticeMinutes: session.noticeMinutes, earliest });
  const horizon = horizonOf(query, home);
  if (start < horizon.start || start >= horizon.end) {
    const bound = (instant: number) => (Number.isFinite(instant) ? instant : null);
    reasons.push({ code: "horizon", from: bound(horizon.start), until: bound(horizon.end) });
  }
  return reasons;
}

function isOpen(compiled: CompiledAvailability, wanted: Interval): boolean {
  return openRuns(openWindows(compiled, wanted.start, wanted.end)).some((run) => contains(run, wanted));
}

function hourReasons(availability: Availability, compiled: CompiledAvailability, wanted: Interval): Reason[] {
  if (isOpen(compiled, wanted)) return [];
  const timeOff = timeOffReasons(availability, compiled, wanted);
  if (timeOff.length > 0 && isOpen({ ...compiled, offDays: [], offPeriods: [] }, wanted)) return timeOff;
  const closed: Reason[] = [];
  const dates = datesOf(compiled, wanted);
  for (const { id, date } of availability.overrides ?? []) {
    if (dates.some((day) => formatDate(day.epochDay) === date)) closed.push({ code: "override", id, date });
  }
  for (const day of dates) closed.push(...skippedHours(compiled, day.epochDay, wanted.start));
  const date = formatDate(compiled.zone.localDay(wanted.start));
  if (closed.length === 0) closed.push({ code: "outsideHours", date });
  return [...timeOff, ...closed];
}

/** The local dates that an interval meets, each in the zone in which its hours are read. */
function datesOf(compiled: CompiledAvailability, wanted: Interval): ({ epochDay: number } & Interval)[] {
  const dates: ({ epochDay: number } & Interval)[] = [];
  const middle = Math.floor(wanted.start / DAY);
  for (let epochDay = middle - 1; epochDay <= Math.floor(wanted.end / DAY) + 1; epochDay++) {
    const at = plannedHours(compiled, epochDay)[0]?.zone ?? compiled.zone;
    const day = { epochDay, start: at.startOfDayNumber(epochDay), end: at.startOfDayNumber(epochDay + 1) };
    if (overlaps(day, wanted)) dates.push(day);
  }
  return dates;
}

function timeOffReasons(availability: Availability, compiled: CompiledAvailability, wanted: Interval): Reason[] {
  const reasons: Reason[] = [];
  const offDates = datesOf(compiled, wanted).filter((day) => isOffDay(compiled, day.epochDay));
  for (const off of availability.timeOff ?? []) {
    if ("fromDate" in off) {
      const day = offDates.find(({ epochDay }) => {
        const date = formatDate(epochDay);
        return off.fromDate <= date && date <= off.toDate;
      });
      if (day !== undefined) reasons.push({ code: "timeOff", id: off.id, start: day.start, end: day.end });
    } else if (overlaps(off, wanted)) {
      reasons.push({ code: "timeOff", id: off.id, start: off.start, end: off.end });
    }
  }
  return reasons;
}

/** Hours with an edge in a gap of the clocks that would have covered the start, had the clocks not moved. */
function skippedHours(compiled: CompiledAvailability, epochDay: number, start: number): Reason[] {
  const reasons: Reason[] = [];
  for (const { zone: at, windows } of plannedHours(compiled, epochDay)) {
    const change = at.nextTransition(at.startOfDayNumber(epochDay) - 1);
    if (change === null || start < change) continue;
    const before = at.offsetAt(change - 1);
    const gapStart = change + before;
    const gapEnd = change + at.offsetAt(change);
    const wall = start + before;
    const midnight = epochDay * DAY;
    const hit = windows.some((window) => {
      const opens = midnight + window.start * MINUTE;
      const closes = midnight + window.end * MINUTE;
      const touchesGap = (opens >= gapStart && opens < gapEnd) || (closes > gapStart && closes <= gapEnd);
      return touchesGap && opens <= wall && wall < closes;
    });
    if (hit) reasons.push({ code: "skippedHour", date: formatDate(epochDay), at: change });
  }
  return reasons;
}

/** Whether an open start lies on the grid. A packed grid has no starts in blocked time: there the conflicts say why. */
function gridReasons(
  query: SlotQuery,
  compiled: CompiledAvailability,
  start: number,
  conflicts: readonly Conflict[],
): Reason[] {
  const { session, calendar } = query;
  const around = (reach: number): number[] => {
    const bounds = { first: start - reach, last: start + reach };
    if (session.grid === "window") return windowStarts(compiled, session, bounds);
    return restartStarts(compiled, session, bounds, blockedRegions(calendar, session));
  };
  if (around(0).includes(start)) return [];
  if (session.grid === "restart" && conflicts.some((conflict) => conflict.code !== "hold")) return [];
  return [{ code: "offGrid", nearest: around(session.stepMinutes * MINUTE) }];
}
