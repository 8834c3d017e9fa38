import type { Interval } from "./interval.ts";
import { MINUTE } from "./local-date.ts";
import type { Busy, Calendar, Hold, OwnBooking, Seated, SessionRules } from "./slot-query.ts";

type Buffers = Pick<SessionRules, "bufferBeforeMinutes" | "bufferAfterMinutes">;

/** The time that a session with these buffers must not overlap because of an outside event. */
export function busyRegion(busy: Busy | Seated, session: Buffers): Interval {
  return {
    start: busy.start - session.bufferAfterMinutes * MINUTE,
    end: busy.end + session.bufferBeforeMinutes * MINUTE,
  };
}

/** The same for a session in the calendar: both sessions' buffers add up. */
export function bookingRegion(booking: OwnBooking, session: Buffers): Interval {
  return {
    start: booking.start - (booking.bufferBeforeMinutes + session.bufferAfterMinutes) * MINUTE,
    end: booking.end + (booking.bufferAfterMinutes + session.bufferBeforeMinutes) * MINUTE,
  };
}

/** The same for a hold. One without buffers hides the starts that overlap it, and no more. */
export function holdRegion(hold: Hold, session: Buffers): Interval {
  if (hold.bufferBeforeMinutes === undefined && hold.bufferAfterMinutes === undefined) return hold;
  return {
    start: hold.start - ((hold.bufferBeforeMinutes ?? 0) + session.bufferAfterMinutes) * MINUTE,
    end: hold.end + ((hold.bufferAfterMinutes ?? 0) + session.bufferBeforeMinutes) * MINUTE,
  };
}

/** Whether a hold is somebody else's and not yet expired. */
export function isLive(hold: Hold, now: number): boolean {
  return hold.mine !== true && hold.expiresAt > now;
}

/** Whether a booking is a group session of this type and length, whose start can be joined while seats are left. */
export function isJoinable(booking: OwnBooking, session: SessionRules): boolean {
  return booking.seatsTaken !== undefined && booking.end - booking.start === session.minutes * MINUTE;
}

/** Everything that no session may overlap, as flat pairs of start and end, unsorted. Holds are apart: they only hide. */
export function blockedRegions(calendar: Calendar, session: SessionRules): number[] {
  const regions: number[] = [];
  for (const busy of calendar.busy) {
    if (busy.start >= busy.end) continue;
    const region = busyRegion(busy, session);
    regions.push(region.start, region.end);
  }
  for (const booking of calendar.bookings) {
    if (booking.start >= booking.end) continue;
    const region = bookingRegion(booking, session);
    regions.push(region.start, region.end);
  }
  for (const seated of calendar.seated) {
    if (seated.taken < session.capacity || seated.start >= seated.end) continue;
    const region = busyRegion(seated, session);
    regions.push(region.start, region.end);
  }
  return regions;
}

/** The starts that others hold now, as flat pairs. */
export function heldRegions(calendar: Calendar, session: SessionRules, now: number): number[] {
  const regions: number[] = [];
  for (const hold of calendar.holds) {
    if (!isLive(hold, now) || hold.start >= hold.end) continue;
    const region = holdRegion(hold, session);
    regions.push(region.start, region.end);
  }
  return regions;
}
