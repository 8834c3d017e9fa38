import { agreedInstant } from "../../core/agreed.ts";
import { type Interval, overlaps } from "../../core/interval.ts";
import { MINUTE } from "../../core/local-date.ts";

/** A session to come with the wall time that was agreed; times in epoch milliseconds. */
export interface AgreedBooking extends Interval {
  readonly id: string;
  readonly coachId: string;
  readonly coach: string;
  readonly timeZone: string;
  readonly localStart: string;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

/** A session whose agreed wall time means another instant under the rules in use. */
export interface ZoneMove {
  readonly booking: AgreedBooking;
  /** Where its wall time is now. */
  readonly to: number;
}

export interface ZoneMoves {
  readonly moves: readonly ZoneMove[];
  /** Those that cannot move, because another session would be in the way. They stay, and somebody must decide. */
  readonly collisions: readonly ZoneMove[];
}

/** What has to move among the sessions of one coach, so that every agreed wall time stays what it was. */
export function findMoves(bookings: readonly AgreedBooking[]): ZoneMoves {
  const places = bookings.map((booking) => {
    const to = agreedInstant(booking.timeZone, booking.localStart, booking.start);
    return { booking, to, stays: to === booking.start };
  });
  const colliding = new Set<string>();
  // One that cannot move keeps its old place, which another may be about to take: look again until nothing changes.
  for (let before = -1; before !== colliding.size; ) {
    before = colliding.size;
    const placed = places
      .map((place) => {
        const start = colliding.has(place.booking.id) ? place.booking.start : place.to;
        return { ...place, ...blocked(place.booking, start) };
      })
      .sort((a, b) => a.start - b.start);
    for (const [index, place] of placed.entries()) {
      for (let next = index + 1; next < placed.length; next++) {
        const other = placed[next];
        if (!other || other.start >= place.end) break;
        if (!overlaps(place, other)) continue;
        for (const each of [place, other]) if (!each.stays) colliding.add(each.booking.id);
      }
    }
  }
  const moving = places.filter(({ stays }) => !stays).map(({ booking, to }) => ({ booking, to }));
  return {
    moves: moving.filter(({ booking }) => !colliding.has(booking.id)),
    collisions: moving.filter(({ booking }) => colliding.has(booking.id)),
  };
}

/** What nobody else may touch when the session begins at an instant. */
function blocked(
  { start, end, bufferBeforeMinutes, bufferAfterMinutes }: Omit<AgreedBooking, "id">,
  at: number,
): Interval {
  return { start: at - bufferBeforeMinutes * MINUTE, end: at + end - start + bufferAfterMinutes * MINUTE };
}
