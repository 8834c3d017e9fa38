import { type CompiledAvailability, compileAvailability, openWindows } from "./availability.ts";
import { blockedRegions, heldRegions, isJoinable } from "./blocking.ts";
import { explainSlot, type Reason } from "./explain.ts";
import { type Bounds, openRuns, openSince, restartStarts, windowStarts } from "./grid.ts";
import { horizonOf } from "./horizon.ts";
import type { Interval } from "./interval.ts";
import { limitHits } from "./limits.ts";
import { civilOf, DAY, epochDayOf, formatDate, HOUR, type LocalDate, MINUTE, weekdayOfDay } from "./local-date.ts";
import type { Slot, SlotQuery } from "./slot-query.ts";
import { type Zone, zone } from "./zone.ts";

export type {
  Calendar,
  Grid,
  Horizon,
  Limits,
  OwnBooking,
  SessionRules,
  Slot,
  SlotQuery,
} from "./slot-query.ts";

/**
 * All starts that can be booked in the range, sorted. This is the only opinion about availability: whatever accepts a
 * start asks it again (`checkSlot`). Throws RangeError for unknown zones, malformed dates and times, and a session or
 * step without length.
 */
export function findSlots(query: SlotQuery): Slot[] {
  const { session, calendar } = query;
  if (!(session.minutes > 0 && session.stepMinutes > 0)) {
    throw new RangeError("A session and its step are at least one minute long.");
  }
  const compiled = compileAvailability(query.availability);
  const bounds = boundsOf(query, compiled.zone);
  if (bounds.last < bounds.first) return [];
  const blocked = blockedRegions(calendar, session);
  const starts =
    session.grid === "window"
      ? windowStarts(compiled, session, bounds)
      : restartStarts(compiled, session, bounds, blocked);
  const slots = keepFree(query, starts, blocked);
  const joined = joinableSlots(query, compiled, bounds);
  return joined.length === 0 ? slots : [...slots, ...joined].sort((a, b) => a.start - b.start);
}

/** Starts between the ends of the range, after now and the notice, and within the horizon. */
function boundsOf(query: SlotQuery, home: Zone): Bounds {
  const { now, range, session } = query;
  const horizon = horizonOf(query, home);
  return {
    first: Math.max(range.start, now + 1, now + session.noticeMinutes * MINUTE, horizon.start),
    last: Math.min(range.end - session.minutes * MINUTE, horizon.end - 1),
  };
}

/** The starts that nothing blocks, holds or limits. */
function keepFree(query: SlotQuery, starts: readonly number[], blocked: readonly number[]): Slot[] {
  const { session, calendar, now } = query;
  const length = session.minutes * MINUTE;
  const held = calendar.holds.length === 0 ? [] : heldRegions(calendar, session, now);
  const covered = coverage(starts, length, blocked, held);
  const hits = limitHits(query);
  const taken = seatsByStart(query);
  const slots: Slot[] = [];
  let depth = 0;
  for (let i = 0; i < starts.length; i++) {
    depth += covered[i] ?? 0;
    const start = starts[i];
    if (depth !== 0 || start === undefined) continue;
    if (hits !== null && hits(start).length > 0) continue;
    const seatsLeft = session.capacity - (taken?.get(start) ?? 0);
    slots.push({ start, end: start + length, seatsLeft });
  }
  return slots;
}

/**
 * How many regions begin, less how many end, to cover a session at each start: the running sum is zero where it is free.
 * Needs no sorting of the regions; a table by the hour finds their places (measured: half the time of binary searches).
 */
function coverage(starts: readonly number[], length: number, ...lists: readonly (readonly number[])[]): Int32Array {
  const count = starts.length;
  const changes = new Int32Array(count + 1);
  const base = starts[0];
  const top = starts[count - 1];
  if (base === undefined || top === undefined) return changes;
  const width = Math.max(HOUR, Math.ceil((top - base) / 20_000));
  const table = new Int32Array(Math.floor((top - base) / width) + 1);
  for (let bucket = 0, i = 0; bucket < table.length; bucket++) {
    while (i < count && (starts[i] ?? 0) < base + bucket * width) i++;
    table[bucket] = i;
  }
  const firstFrom = (instant: number): number => {
    if (instant <= base) return 0;
    if (instant > top) return count;
    let i = table[Math.floor((instant - base) / width)] ?? 0;
    while ((starts[i] ?? Infinity) < instant) i++;
    return i;
  };
  for (const regions of lists) {
    for (let i = 0; i < regions.length; i += 2) {
      const from = (regions[i] ?? 0) - length;
      const until = regions[i + 1] ?? 0;
      if (until <= base || from >= top) continue;
      const low = firstFrom(from + 1);
      const high = firstFrom(until);
      if (low < high) {
        changes[low] = (changes[low] ?? 0) + 1;
        changes[high] = (changes[high] ?? 0) - 1;
      }
    }
  }
  return changes;
}

/** Taken seats of group sessions by their start. */
function seatsByStart(query: SlotQuery): Map<number, number> | null {
  if (query.calendar.seated.length === 0) return null;
  const taken = new Map<number, number>();
  for (const seated of query.calendar.seated) {
    taken.set(seated.start, Math.max(seated.taken, taken.get(seated.start) ?? 0));
  }
  return taken;
}

/** Group sessions that have begun to fill and have seats left: their start is offered even off the grid. */
function joinableSlots(query: SlotQuery, compiled: CompiledAvailability, bounds: Bounds): Slot[] {
  const { session, calendar } = query;
  const joined: Slot[] = [];
  for (const booking of calendar.bookings) {
    if (!isJoinable(booking, session) || booking.start < bounds.first || booking.start > bounds.last) continue;
    const seatsLeft = session.capacity - (booking.seatsTaken ?? 0);
    if (seatsLeft <= 0) continue;
    if (!isOpen(compiled, booking)) continue;
    joined.push({ start: booking.start, end: booking.end, seatsLeft });
  }
  return joined;
}

/** Group sessions in the range that could be joined but for their seats, all of which are taken; sorted. */
export function fullSessions(query: SlotQuery): Interval[] {
  const { session, calendar } = query;
  const groups = calendar.bookings.filter((booking) => isJoinable(booking, session));
  const full = groups.filter(({ seatsTaken = 0 }) => seatsTaken >= session.capacity);
  if (full.length === 0) return [];
  const compiled = compileAvailability(query.availability);
  const bounds = boundsOf(query, compiled.zone);
  return full
    .filter((group) => group.start >= bounds.first && group.start <= bounds.last && isOpen(compiled, group))
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
}

function isOpen(compiled: CompiledAvailability, { start, end }: Interval): boolean {
  return openRuns(openWindows(compiled, start, end)).some((run) => run.start <= start && end <= run.end);
}

/** The answer for one start: the slot, or every reason why it is not one. */
export type SlotCheck =
  | { readonly offered: true; readonly slot: Slot }
  | { readonly offered: false; readonly reasons: readonly Reason[] };

/** Whether a start can be booked: exactly when `findSlots` over just that stretch yields it. `query.range` is not used. */
export function checkSlot(query: SlotQuery, start: number): SlotCheck {
  const range = { start, end: start + query.session.minutes * MINUTE };
  const slot = findSlots({ ...query, range }).find((found) => found.start === start);
  if (slot !== undefined) return { offered: true, slot };
  return { offered: false, reasons: explainSlot(query, start).reasons };
}

/** Up to `count` slots of the range that start nearest to an instant, the nearest first and the earlier of two equal ones. */
export function nearestSlots(query: SlotQuery, around: number, count: number): Slot[] {
  const length = query.session.minutes * MINUTE;
  const farthest = Math.max(around - query.range.start, query.range.end - around);
  for (let reach = DAY; ; reach *= 4) {
    const range = {
      start: Math.max(query.range.start, around - reach),
      end: Math.min(query.range.end, around + reach + length),
    };
    const slots = findSlots({ ...query, range });
    if (slots.length < count && reach < farthest) continue;
    const away = (slot: Slot) => Math.abs(slot.start - around);
    return slots.sort((a, b) => away(a) - away(b) || a.start - b.start).slice(0, count);
  }
}

/** Slots of one local date of the person who looks at them. */
export type SlotDay = { readonly date: LocalDate; readonly slots: Slot[] };

/** Sorted slots by the viewer's local date of their start; dates without a slot are left out. */
export function groupByLocalDay(slots: readonly Slot[], viewerZone: string): SlotDay[] {
  const viewer = zone(viewerZone);
  const days: SlotDay[] = [];
  let current: Slot[] = [];
  let day = Number.NaN;
  let offset = 0;
  let offsetUntil = -Infinity;
  for (const slot of slots) {
    if (slot.start >= offsetUntil) {
      offset = viewer.offsetAt(slot.start);
      offsetUntil = viewer.nextTransition(slot.start) ?? Infinity;
    }
    const slotDay = Math.floor((slot.start + offset) / DAY);
    if (slotDay !== day) {
      day = slotDay;
      current = [];
      days.push({ date: formatDate(day), slots: current });
    }
    current.push(slot);
  }
  return days;
}

/**
 * The period for which a query needs the calendar: everything that reaches into it, with its own buffers, has to be
 * given. Wider than the range for buffers, for the days, weeks and months of limits, and for the `restart` grid.
 */
export function calendarRange(
  query: Omit<SlotQuery, "calendar">,
  compiled: CompiledAvailability = compileAvailability(query.availability),
): Interval {
  const { range, session, coachLimits } = query;
  let start = range.start - session.bufferBeforeMinutes * MINUTE;
  let end = range.end + session.bufferAfterMinutes * MINUTE;
  for (const limits of [session.limits, coachLimits]) {
    if (limits === undefined) continue;
    const period = limitPeriod(range, compiled.zone);
    start = Math.min(start, period.start);
    end = Math.max(end, period.end);
  }
  if (session.grid === "restart") {
    const since = openSince(compiled, range.start);
    start = Math.min(start, since - session.bufferBeforeMinutes * MINUTE);
  }
  return { start, end };
}

/** From the first day of the range's first week or month to the last of its last. */
function limitPeriod(range: Interval, home: Zone): Interval {
  const first = home.localDay(range.start);
  const last = home.localDay(range.end);
  const from = civilOf(first);
  const until = civilOf(last);
  const monthStart = epochDayOf(from.year, from.month, 1);
  const monthEnd = until.month === 12 ? epochDayOf(until.year + 1, 1, 1) : epochDayOf(until.year, until.month + 1, 1);
  return {
    start: home.startOfDayNumber(Math.min(monthStart, first - weekdayOfDay(first))),
    end: home.startOfDayNumber(Math.max(monthEnd, last - weekdayOfDay(last) + 7)),
  };
}
