import type { CalendarWrite } from "../coaches/coach.service.ts";
import { settleSeats } from "./seat.service.ts";

interface LapsedSeat {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Writes down which seats the coach did not approve in time; afterwards nothing of them is overdue. Everybody who reads
 * counts them as lapsed from their deadline on, so that this may come late.
 * @returns how many seats lapsed.
 */
export async function lapsePending(
  write: CalendarWrite,
  coachId: string,
  { now, bookingId = null, limit = 1000 }: { now: number; bookingId?: string | null; limit?: number },
): Promise<number> {
  const seats = await write.sql<LapsedSeat>`
    update attendee set cancelled_at = attendee.approve_by, cancel_cause = 'lapsed', approve_by = null
    from booking
    where booking.id = attendee.booking_id and attendee.id in (
      select seat.id from attendee seat join booking on booking.id = seat.booking_id
      where booking.coach_id = ${coachId} and seat.approve_by <= ${new Date(now)} and seat.cancelled_at is null
        and (${bookingId}::uuid is null or booking.id = ${bookingId}::uuid)
      order by seat.approve_by limit ${limit}
    )
    returning booking.id, (extract(epoch from booking.start_at) * 1000)::float8 as start,
      (extract(epoch from booking.end_at) * 1000)::float8 as "end"`;
  const bookings = new Map(seats.map((seat) => [seat.id, seat]));
  for (const booking of bookings.values()) await settleSeats(write, booking, { now, cause: "lapsed", reason: null });
  return seats.length;
}
