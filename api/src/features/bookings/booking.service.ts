import type { Interval } from "../../core/interval.ts";
import { Attendee, Booking } from "../../entities/index.ts";
import type { MeetingProvider } from "../../integrations/meeting/meeting-provider.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import { optionalText, requireKey } from "../../platform/validation.ts";
import { checkClient } from "../clients/client.inputs.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import { type LinkRestrictions, restrictTo } from "../links/link.policy.ts";
import type { LinkService } from "../links/link.service.ts";
import type { Offering } from "../slots/offering.service.ts";
import type { SlotService } from "../slots/slot.service.ts";
import {
  AlreadySeated,
  BookingAccess,
  BookingNotFound,
  type BookSessionInput,
  type CancelBookingInput,
  type RescheduleBookingInput,
} from "./booking.inputs.ts";
import { asOf, changeUntil, isStanding, refuseLateChange, refuseVerdict, showAsSeat } from "./booking.policy.ts";
import { type BookingRow, insertBooking, moveBooking, removeLapsed, type Seat } from "./calendar.service.ts";
import type { CodeToSend, EmailCodes } from "./email-code.service.ts";
import { lapsePending } from "./lapse.service.ts";
import { giveRoom, isSeated, leaveBooking, type SeatEnd, settleSeats } from "./seat.service.ts";
import { deadlineOf, type Taken, type TakingService } from "./taking.service.ts";

export interface BookingDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly links: LinkService;
  readonly slots: SlotService;
  readonly taking: TakingService;
  readonly codes: EmailCodes;
  readonly meetings: MeetingProvider;
  readonly tokens: TokenSigner;
}

/** A seat with its booking, as the client's use cases need them. */
export interface SeatedBooking extends BookingRow, LinkRestrictions {
  readonly attendeeId: string;
  readonly clientId: string;
  readonly linkId: string | null;
  /** Given up, declined or lapsed. */
  readonly seatCancelled: boolean;
  readonly moveRequested: boolean;
  readonly placePerBooking: boolean;
  readonly cancelNoticeMinutes: number;
}

/** What a client does with a booking: take it, move it, cancel it. */
export class BookingService {
  private readonly deps: BookingDependencies;

  constructor(deps: BookingDependencies) {
    this.deps = deps;
  }

  /**
   * Takes a slot of a link for a client, with or without a hold on it. Where the session type asks for proof of the
   * mail address, the slot is kept and a code sent. `owner` names the visitor as far as can be told.
   */
  async book(input: BookSessionInput, owner = ""): Promise<Taken> {
    const { db, links, meetings, taking, codes } = this.deps;
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const client = checkClient("client", input.client);
    const addressed = await links.addressed(input);
    if (!addressed) throw new Refusal(new LinkUnavailable());
    const room = addressed.placePerBooking ? (await meetings.create()).url : null;
    const request = { scope: `bookSession ${addressed.coachId}`, key, input };
    const toSend: CodeToSend[] = [];
    const taken = await changeCalendar(db, addressed.coachId, (write) =>
      once(write.sql, request, async () => {
        const outcome = await taking.take(write, { input, client, owner, room, proven: false });
        if (outcome.code) toSend.push(outcome.code);
        return outcome.taken;
      }),
    );
    for (const code of toSend) await codes.send(code);
    return taken;
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
        await leaveBooking(write, booking, booking.attendeeId, { now, cause: "client", reason });
        return { bookingId: booking.id, attendeeId: booking.attendeeId };
      }),
    );
  }

  /** Moves the seat to another slot of the same session type; its own time counts as free. */
  async reschedule(input: RescheduleBookingInput): Promise<Seat> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const seat = await this.seatOf(input.token);
    const room = seat.placePerBooking ? (await this.deps.meetings.create()).url : null;
    const request = { scope: `rescheduleBooking ${seat.attendeeId}`, key, input };
    return changeCalendar(this.deps.db, seat.coachId, (write) =>
      once(write.sql, request, () => this.move(write, input, room)),
    );
  }

  /** What a seat's secret token opens, for its client. */
  async access(token: string): Promise<BookingAccess> {
    const seat = await this.seatOf(token);
    const em = this.deps.db.em();
    const [booking, attendee] = await Promise.all([
      em.findOneOrFail(Booking, { id: seat.id }),
      em.findOneOrFail(Attendee, { id: seat.attendeeId }),
    ]);
    const now = this.deps.clock.now();
    asOf(showAsSeat(booking, attendee), now);
    const until = changeUntil(seat.start, seat.cancelNoticeMinutes);
    return Object.assign(new BookingAccess(), {
      booking,
      attendee,
      changeUntil: new Date(until),
      canChange: isStanding(booking.status) && now <= until,
      ...(await this.deps.links.linksFor(seat, now)),
    });
  }

  /** The booking behind a seat's secret token; refuses a token that opens none. */
  async seatOf(token: string, sql: Sql = this.deps.db.sql): Promise<SeatedBooking> {
    const attendeeId = this.deps.tokens.verify("seat", token);
    const now = this.deps.clock.now();
    const rows = attendeeId
      ? await sql<SeatedBooking>`
          select seat.id as "attendeeId", seat.client_id as "clientId", coalesce(seat.link_id, booking.link_id) as "linkId",
            seat.cancelled_at is not null or coalesce(seat.approve_by <= ${new Date(now)}, false) as "seatCancelled", booking.id,
            booking.coach_id as "coachId", booking.session_type_id as "sessionTypeId", booking.status, booking.capacity,
            (extract(epoch from booking.start_at) * 1000)::float8 as start,
            (extract(epoch from booking.end_at) * 1000)::float8 as "end",
            booking.buffer_before_minutes as "bufferBeforeMinutes", booking.buffer_after_minutes as "bufferAfterMinutes",
            booking.time_zone as "timeZone", booking.move_requested_at is not null as "moveRequested",
            type.place_per_booking as "placePerBooking", null::integer[] as "linkMinutes",
            link.from_date::text as "fromDate", link.to_date::text as "toDate",
            -- Who is asked to choose another time may do so until the session begins.
            case when booking.move_requested_at is null then type.cancel_notice_minutes else 0 end as "cancelNoticeMinutes"
          from attendee seat
          join booking on booking.id = seat.booking_id
          join session_type type on type.id = booking.session_type_id
          left join booking_link link on link.id = coalesce(seat.link_id, booking.link_id)
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

  private async move(write: CalendarWrite, input: RescheduleBookingInput, room: string | null): Promise<Seat> {
    const { clock, slots } = this.deps;
    const now = clock.now();
    const seat = await this.standingSeatOf(write.sql, input.token, now);
    const offering = restrictTo(await slots.offering(write.sql, seat.sessionTypeId), seat, now);
    const start = input.startAt.getTime();
    const at = { start, end: start + seat.end - seat.start };
    const alone = seat.capacity === 1 || (await isAlone(write, seat, now));
    const except = { attendeeIds: [seat.attendeeId], bookingId: alone ? seat.id : undefined };
    const verdict = await slots.judge(write.sql, offering, { at, now, viewerZone: input.timeZone, except });
    if (!verdict.offered) return refuseVerdict(verdict);
    await removeLapsed(
      write,
      verdict.lapsed.filter((id) => id !== seat.id),
    );
    const approveBy = seat.moveRequested ? null : deadlineOf(offering, at, now);
    await write.sql`
      update attendee set time_zone = ${input.timeZone}, approve_by = ${approveBy === null ? null : new Date(approveBy)}
      where id = ${seat.attendeeId}`;
    const end: SeatEnd = { now, cause: "client", reason: null };
    if (alone && !verdict.joins) {
      await moveBooking(write, seat, at, seat.timeZone);
      if (approveBy !== null || seat.status === "pending") await settleSeats(write, { ...at, id: seat.id }, end);
      return { bookingId: seat.id, attendeeId: seat.attendeeId };
    }
    return this.changeGroup(write, { seat, at, approveBy, offering, joins: verdict.joins, room, end });
  }

  /** A seat leaves its group for another one at another time; the others stay where they are. */
  private async changeGroup(
    write: CalendarWrite,
    { seat, at, approveBy, offering, joins, room, end }: GroupChange,
  ): Promise<Seat> {
    const { attendeeId, coachId, clientId } = seat;
    if (joins) {
      await lapsePending(write, coachId, { now: end.now, bookingId: joins });
      if (await isSeated(write, joins, { coachId, clientId })) throw new Refusal(new AlreadySeated());
    }
    const placement = { offering, linkId: seat.linkId, at, timeZone: seat.timeZone, approveBy };
    const bookingId = joins ?? (await insertBooking(write, placement, null));
    await write.sql`update attendee set booking_id = ${bookingId} where id = ${attendeeId}`;
    await settleSeats(write, seat, end);
    if (joins) await settleSeats(write, { ...at, id: joins }, end);
    if (offering.placePerBooking) await giveRoom(write, bookingId, room);
    return { bookingId, attendeeId };
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

interface GroupChange {
  readonly seat: SeatedBooking;
  readonly at: Interval;
  readonly approveBy: number | null;
  readonly offering: Offering;
  readonly joins: string | null;
  readonly room: string | null;
  readonly end: SeatEnd;
}

/** Whether nobody else has a seat in the group, or is about to take one. */
async function isAlone(write: CalendarWrite, seat: SeatedBooking, now: number): Promise<boolean> {
  const others = await write.sql`
    select from attendee where booking_id = ${seat.id} and id <> ${seat.attendeeId} and cancelled_at is null
      and coalesce(hold_expires_at, approve_by, 'infinity') > ${new Date(now)} limit 1`;
  return others.length === 0;
}
