import { uuidOf } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { optionalText, requireKey } from "../../platform/validation.ts";
import { AlreadyCancelled } from "../bookings/booking.inputs.ts";
import { lapsePending } from "../bookings/lapse.service.ts";
import { settleSeats } from "../bookings/seat.service.ts";
import { type UndoOffer, withUndo } from "../bookings/undo.service.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { type DecideBookingInput, NotWaiting, NotYet, type RecordAttendanceInput } from "./decision.inputs.ts";

/** A change of a booking that can be taken back. */
export interface Decided extends UndoOffer {
  readonly bookingId: string;
}

interface DecidedBooking {
  readonly id: string;
  readonly status: string;
  readonly start: number;
  readonly end: number;
}

/** What a coach decides about a booking that is there: whether it may be, and what became of it. */
export class DecisionService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  approve(coachId: string, input: DecideBookingInput): Promise<Decided> {
    return this.decide(coachId, "approveBooking", input, async (write, seatIds) => {
      await write.sql`update attendee set approve_by = null where id = any(${seatIds}::uuid[])`;
    });
  }

  /** What is declined frees its time, or its seats in a group. */
  decline(coachId: string, input: DecideBookingInput): Promise<Decided> {
    return this.decide(coachId, "declineBooking", input, async (write, seatIds, now) => {
      await write.sql`
        update attendee set approve_by = null, cancelled_at = ${new Date(now)}, cancel_cause = 'declined'
        where id = any(${seatIds}::uuid[])`;
    });
  }

  /** Who came, once the session has begun; also later, when time alone has already counted it as held. */
  recordAttendance(coachId: string, input: RecordAttendanceInput): Promise<Decided> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const request = { scope: `recordAttendance ${coachId}`, key, input };
    return changeCalendar(this.db, coachId, (write) =>
      once(write.sql, request, async () => {
        const now = this.clock.now();
        const booking = await findBooking(write, coachId, input.booking, now);
        if (!["confirmed", "completed", "noShow"].includes(booking.status)) throw new Refusal(new AlreadyCancelled());
        if (now < booking.start) throw new Refusal(new NotYet());
        const seatId = await seatOf(write, booking.id, input.attendee);
        const missed = input.attendance === "NO_SHOW";
        const offer = await withUndo(write, { bookingId: booking.id, coachId, now }, () =>
          writeAttendance(write, booking, { seatId, missed }),
        );
        return { bookingId: booking.id, ...offer };
      }),
    );
  }

  /** Under the lock nothing overdue is left: an approval comes in time or too late, and both sides agree on which. */
  private decide(
    coachId: string,
    scope: string,
    input: DecideBookingInput,
    change: (write: CalendarWrite, seatIds: readonly string[], now: number) => Promise<void>,
  ): Promise<Decided> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const message = optionalText("message", input.message, 2000);
    const request = { scope: `${scope} ${coachId}`, key, input };
    return changeCalendar(this.db, coachId, (write) =>
      once(write.sql, request, async () => {
        const now = this.clock.now();
        const booking = await findBooking(write, coachId, input.booking, now);
        const seatId = await seatOf(write, booking.id, input.attendee);
        const waiting = await write.sql<{ id: string }>`
          select id from attendee where booking_id = ${booking.id} and approve_by > ${new Date(now)} and cancelled_at is null
            and (${seatId}::uuid is null or id = ${seatId}::uuid)`;
        if (waiting.length === 0) throw new Refusal(new NotWaiting());
        const seatIds = waiting.map(({ id }) => id);
        const offer = await withUndo(write, { bookingId: booking.id, coachId, now }, async () => {
          await change(write, seatIds, now);
          await settleSeats(write, booking, { now, cause: "declined", reason: message });
          await write.sql`update booking set coach_message = coalesce(${message}, coach_message) where id = ${booking.id}`;
        });
        return { bookingId: booking.id, ...offer };
      }),
    );
  }
}

/** The booking as it is now: what was overdue has lapsed. */
async function findBooking(
  write: CalendarWrite,
  coachId: string,
  globalId: string,
  now: number,
): Promise<DecidedBooking> {
  const id = uuidOf("Booking", globalId);
  if (id) await lapsePending(write, coachId, { now, bookingId: id });
  const rows = id
    ? await write.sql<DecidedBooking>`
        select id, status, (extract(epoch from start_at) * 1000)::float8 as start,
          (extract(epoch from end_at) * 1000)::float8 as "end"
        from booking where id = ${id} and coach_id = ${coachId} and status <> 'held'`
    : [];
  return rows[0] ?? refuseUnknown("session");
}

async function seatOf(
  write: CalendarWrite,
  bookingId: string,
  globalId: string | null | undefined,
): Promise<string | null> {
  if (!globalId) return null;
  const id = uuidOf("Attendee", globalId);
  const rows = id
    ? await write.sql`select id from attendee where id = ${id} and booking_id = ${bookingId} and client_id is not null`
    : [];
  return id && rows.length > 0 ? id : refuseUnknown("seat");
}

/** A session that everybody missed is a no-show; one that somebody came to was held. */
async function writeAttendance(
  write: CalendarWrite,
  booking: DecidedBooking,
  { seatId, missed }: { seatId: string | null; missed: boolean },
): Promise<void> {
  await write.sql`
    update attendee set no_show = ${missed}
    where booking_id = ${booking.id} and cancelled_at is null and client_id is not null
      and (${seatId}::uuid is null or id = ${seatId}::uuid)`;
  await write.sql`
    update booking set version = version + 1, status = case
      when exists (select from attendee where booking_id = booking.id and cancelled_at is null and client_id is not null
        and not no_show) then 'completed' else 'noShow' end
    where id = ${booking.id}`;
  write.touch(booking, booking.id);
}
