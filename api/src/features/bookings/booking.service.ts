import type { Interval } from "../../core/interval.ts";
import { Attendee, Booking } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import { optionalText, requireKey } from "../../platform/validation.ts";
import { type ClientDetails, checkClient } from "../clients/client.inputs.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import type { LinkService } from "../links/link.service.ts";
import type { SlotService } from "../slots/slot.service.ts";
import {
  BookingAccess,
  BookingNotFound,
  type BookSessionInput,
  type CancelBookingInput,
  HoldExpired,
  type RescheduleBookingInput,
} from "./booking.inputs.ts";
import { changeUntil, isStanding, refuseLateChange, refuseVerdict } from "./booking.policy.ts";
import {
  type BookingRow,
  cancelBooking,
  joinOrInsert,
  leaveBooking,
  moveBooking,
  moveSeat,
  removeLapsed,
  type Seat,
  seatClient,
} from "./calendar.service.ts";
import type { Hold, HoldService } from "./hold.service.ts";

export interface BookingDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly links: LinkService;
  readonly slots: SlotService;
  readonly holds: HoldService;
  readonly tokens: TokenSigner;
}

/** A seat with its booking, as the client's use cases need them. */
export interface SeatedBooking extends BookingRow {
  readonly attendeeId: string;
  readonly seatCancelled: boolean;
  readonly cancelNoticeMinutes: number;
}

/** What a client does with a booking: take it, move it, cancel it. */
export class BookingService {
  private readonly deps: BookingDependencies;

  constructor(deps: BookingDependencies) {
    this.deps = deps;
  }

  /** Takes a slot of a link for a client, with or without a hold on it. */
  async book(input: BookSessionInput): Promise<Seat> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const client = checkClient("client", input.client);
    const coachId = await this.deps.links.coachOf(input.coach);
    if (!coachId) throw new Refusal(new LinkUnavailable());
    const request = { scope: `bookSession ${coachId}`, key, input };
    return changeCalendar(this.deps.db, coachId, (write) =>
      once(write.sql, request, () => this.take(write, input, client)),
    );
  }

  /** Gives up the seat; the session of the last one to leave is cancelled. */
  async cancel(input: CancelBookingInput): Promise<Seat> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const reason = optionalText("reason", input.reason, 500);
    const seat = await this.seatOf(input.token);
    const request = { scope: `cancelBooking ${seat.attendeeId}`, key, input };
    return changeCalendar(this.deps.db, seat.coachId, (write) =>
      once(write.sql, request, async () => {
        const now = this.deps.clock.now();
        const booking = await this.standingSeatOf(write.sql, input.token, now);
        const left = await leaveBooking(write, booking, booking.attendeeId, now);
        if (left === 0) await cancelBooking(write, booking, now, reason);
        return { bookingId: booking.id, attendeeId: booking.attendeeId };
      }),
    );
  }

  /** Moves the seat to another slot of the same session type; its own time counts as free. */
  async reschedule(input: RescheduleBookingInput): Promise<Seat> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const seat = await this.seatOf(input.token);
    const request = { scope: `rescheduleBooking ${seat.attendeeId}`, key, input };
    return changeCalendar(this.deps.db, seat.coachId, (write) =>
      once(write.sql, request, () => this.move(write, input)),
    );
  }

  /** What a seat's secret token opens, for its client. */
  async access(token: string): Promise<BookingAccess> {
    const seat = await this.seatOf(token);
    const em = this.deps.db.em();
    const [booking, attendee] = await Promise.all([
      em.findOneOrFail(Booking, { id: seat.id }, { populate: ["link"] }),
      em.findOneOrFail(Attendee, { id: seat.attendeeId }),
    ]);
    // A seat given up looks cancelled to the one who had it, though the group meets without her.
    if (attendee.cancelledAt) Object.assign(booking, { status: "cancelled", cancelledAt: attendee.cancelledAt });
    const until = changeUntil(seat.start, seat.cancelNoticeMinutes);
    return Object.assign(new BookingAccess(), {
      booking,
      attendee,
      changeUntil: new Date(until),
      canChange: isStanding(booking.status) && this.deps.clock.now() <= until,
      link: booking.link?.$ ?? null,
    });
  }

  /** The booking behind a seat's secret token; refuses a token that opens none. */
  async seatOf(token: string, sql: Sql = this.deps.db.sql): Promise<SeatedBooking> {
    const attendeeId = this.deps.tokens.verify("seat", token);
    const rows = attendeeId
      ? await sql<SeatedBooking>`
          select seat.id as "attendeeId", seat.cancelled_at is not null as "seatCancelled", booking.id,
            booking.coach_id as "coachId", booking.session_type_id as "sessionTypeId", booking.status, booking.capacity,
            (extract(epoch from booking.start_at) * 1000)::float8 as start,
            (extract(epoch from booking.end_at) * 1000)::float8 as "end",
            booking.buffer_before_minutes as "bufferBeforeMinutes", booking.buffer_after_minutes as "bufferAfterMinutes",
            booking.time_zone as "timeZone",
            -- Who is asked to choose another time may do so until the session begins.
            case when booking.move_requested_at is null then type.cancel_notice_minutes else 0 end as "cancelNoticeMinutes"
          from attendee seat
          join booking on booking.id = seat.booking_id
          join session_type type on type.id = booking.session_type_id
          where seat.id = ${attendeeId} and seat.client_id is not null`
      : [];
    const [seat] = rows;
    if (!seat) throw new Refusal(new BookingNotFound());
    return seat;
  }

  /** The secret that opens a seat's manage page. */
  tokenOf(attendeeId: string): string {
    return this.deps.tokens.sign("seat", attendeeId);
  }

  private async take(write: CalendarWrite, input: BookSessionInput, client: ClientDetails): Promise<Seat> {
    const { clock, links, slots, holds } = this.deps;
    const link = await links.open(write.sql, input.coach, input.link, clock.now());
    if (!link) throw new Refusal(new LinkUnavailable());
    const offering = await slots.offering(write.sql, link.sessionTypeId);
    const at = slots.intervalOf(offering, input.startAt, input.minutes);
    const held = input.holdToken ? await holds.find(write.sql, input.holdToken) : null;
    const hold = held?.sessionTypeId === offering.sessionTypeId ? usableHold(held, at) : null;
    // What was on offer when it was held stays so while the hold lives, even if the notice has begun by now.
    const now = hold && hold.expiresAt > clock.now() ? hold.heldAt : clock.now();
    const except = { attendeeIds: hold ? [hold.attendeeId] : [] };
    const verdict = await slots.judge(write.sql, offering, { at, now, viewerZone: client.timeZone, except });
    if (!verdict.offered) {
      if (input.holdToken && !hold) throw new Refusal(new HoldExpired(verdict.alternatives));
      return refuseVerdict(verdict);
    }
    await removeLapsed(
      write,
      verdict.lapsed.filter((id) => id !== hold?.bookingId),
    );
    const placement = { offering, linkId: link.linkId, at, timeZone: offering.timeZone };
    const bookingId = await joinOrInsert(write, placement, hold?.bookingId ?? verdict.joins);
    await links.use(write.sql, link.linkId);
    return seatClient(write, { bookingId, coachId: link.coachId, client, heldSeat: hold?.attendeeId ?? null });
  }

  private async move(write: CalendarWrite, input: RescheduleBookingInput): Promise<Seat> {
    const { clock, slots } = this.deps;
    const now = clock.now();
    const booking = await this.standingSeatOf(write.sql, input.token, now);
    const offering = await slots.offering(write.sql, booking.sessionTypeId);
    const start = input.startAt.getTime();
    const at = { start, end: start + booking.end - booking.start };
    const alone = booking.capacity === 1;
    const verdict = await slots.judge(write.sql, offering, {
      at,
      now,
      viewerZone: input.timeZone,
      except: { attendeeIds: [booking.attendeeId] },
    });
    if (!verdict.offered) return refuseVerdict(verdict);
    await removeLapsed(write, verdict.lapsed);
    await write.sql`update attendee set time_zone = ${input.timeZone} where id = ${booking.attendeeId}`;
    if (alone) {
      await moveBooking(write, booking, at, booking.timeZone);
      return { bookingId: booking.id, attendeeId: booking.attendeeId };
    }
    const bookingId = await joinOrInsert(
      write,
      { offering, linkId: null, at, timeZone: booking.timeZone },
      verdict.joins,
    );
    const left = await moveSeat(write, booking, booking.attendeeId, bookingId);
    if (left === 0) await cancelBooking(write, booking, now, null);
    return { bookingId, attendeeId: booking.attendeeId };
  }

  /** The booking behind a token, if its client may change it now. */
  private async standingSeatOf(sql: Sql, token: string, now: number): Promise<SeatedBooking> {
    const seat = await this.seatOf(token, sql);
    refuseLateChange(
      { ...seat, status: seat.seatCancelled && isStanding(seat.status) ? "cancelled" : seat.status },
      now,
    );
    return seat;
  }
}

/** A hold counts for the slot it was made for and no other. */
function usableHold(hold: Hold, at: Interval): Hold | null {
  return hold.start === at.start && hold.end === at.end ? hold : null;
}
