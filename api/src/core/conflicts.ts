import { type Availability, compileAvailability, openWindows } from "./availability.ts";
import { bookingRegion, busyRegion, holdRegion, isJoinable, isLive } from "./blocking.ts";
import { openRuns } from "./grid.ts";
import { type Interval, overlaps } from "./interval.ts";
import type { SlotQuery } from "./slot-query.ts";

/** What a session would collide with, with the time of that other thing and its id. Instants are epoch milliseconds. */
export type Conflict =
  /** The sessions themselves overlap. */
  | { readonly code: "booking"; readonly id: string | undefined; readonly start: number; readonly end: number }
  /** The sessions do not overlap, but come closer than their buffers allow. */
  | { readonly code: "buffer"; readonly id: string | undefined; readonly start: number; readonly end: number }
  /** An outside event; `byBuffer` when only the new session's buffer reaches it. */
  | {
      readonly code: "busy";
      readonly id: string | undefined;
      readonly start: number;
      readonly end: number;
      readonly byBuffer: boolean;
    }
  /** Somebody else holds the time until then. */
  | {
      readonly code: "hold";
      readonly id: string | undefined;
      readonly start: number;
      readonly end: number;
      readonly until: number;
    }
  /** A group session at that time has no seat left. */
  | {
      readonly code: "seatsFull";
      readonly id: string | undefined;
      readonly start: number;
      readonly end: number;
      readonly taken: number;
      readonly capacity: number;
    };

type ConflictQuery = Pick<SlotQuery, "now" | "session" | "calendar">;

/** Whether an interval is the start of a group session that has seats left, so that it is joined, not collided with. */
export function isSeatLeft(query: ConflictQuery, wanted: Interval): boolean {
  const { session, calendar } = query;
  return calendar.bookings.some(
    (booking) =>
      booking.start === wanted.start && isJoinable(booking, session) && (booking.seatsTaken ?? 0) < session.capacity,
  );
}

/**
 * Everything in the calendar that a session at `wanted`, with its buffers, collides with; bookings first, each kind by
 * start. Hours, notice, horizon and limits play no part: it is the whole answer for a coach who sets them aside.
 */
export function findConflicts(query: ConflictQuery, wanted: Interval): Conflict[] {
  if (isSeatLeft(query, wanted)) return [];
  const found = [...bookingConflicts(query, wanted), ...outsideConflicts(query, wanted)];
  const order: Conflict["code"][] = ["booking", "buffer", "busy", "hold", "seatsFull"];
  return found.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code) || a.start - b.start);
}

function bookingConflicts({ session, calendar }: ConflictQuery, wanted: Interval): Conflict[] {
  const found: Conflict[] = [];
  for (const booking of calendar.bookings) {
    const { id, start, end } = booking;
    if (start >= end || !overlaps(wanted, bookingRegion(booking, session))) continue;
    if (start === wanted.start && isJoinable(booking, session)) {
      found.push({ code: "seatsFull", id, start, end, taken: booking.seatsTaken ?? 0, capacity: session.capacity });
    } else {
      found.push({ code: overlaps(wanted, booking) ? "booking" : "buffer", id, start, end });
    }
  }
  return found;
}

function outsideConflicts({ now, session, calendar }: ConflictQuery, wanted: Interval): Conflict[] {
  const found: Conflict[] = [];
  for (const busy of calendar.busy) {
    const { id, start, end } = busy;
    if (start >= end || !overlaps(wanted, busyRegion(busy, session))) continue;
    found.push({ code: "busy", id, start, end, byBuffer: !overlaps(wanted, busy) });
  }
  for (const hold of calendar.holds) {
    const { id, start, end } = hold;
    if (start >= end || !isLive(hold, now) || !overlaps(wanted, holdRegion(hold, session))) continue;
    found.push({ code: "hold", id, start, end, until: hold.expiresAt });
  }
  for (const seated of calendar.seated) {
    const { id, start, end, taken } = seated;
    if (start >= end || taken < session.capacity || !overlaps(wanted, busyRegion(seated, session))) continue;
    found.push({ code: "seatsFull", id, start, end, taken, capacity: session.capacity });
  }
  return found;
}

/** The intervals that do not lie wholly in open hours: what new hours, time off or travel would leave outside. */
export function outsideHours<T extends Interval>(availability: Availability, intervals: readonly T[]): T[] {
  let from = Infinity;
  let until = -Infinity;
  for (const { start, end } of intervals) {
    if (start < from) from = start;
    if (end > until) until = end;
  }
  if (from >= until) return [];
  const runs = openRuns(openWindows(compileAvailability(availability), from, until));
  return intervals.filter(({ start, end }) => {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((runs[middle]?.end ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return (runs[low]?.start ?? Infinity) > start;
  });
}
