import { findConflicts } from "../../core/conflicts.ts";
import { explainSlot } from "../../core/explain.ts";
import type { Interval } from "../../core/interval.ts";
import { MINUTE } from "../../core/local-date.ts";
import { SessionType, uuidOf } from "../../entities/index.ts";
import type { MeetingProvider } from "../../integrations/meeting/meeting-provider.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { optionalText, refuseInput, requireKey, requireWholeNumber } from "../../platform/validation.ts";
import {
  AlreadyCancelled,
  AlreadySeated,
  type BookForClientInput,
  type CancelSessionInput,
  type RescheduleSessionInput,
} from "../bookings/booking.inputs.ts";
import { isStanding } from "../bookings/booking.policy.ts";
import {
  type BookingRow,
  cancelBooking,
  joinOrInsert,
  moveBooking,
  removeLapsed,
  type Seat,
} from "../bookings/calendar.service.ts";
import { lapsePending } from "../bookings/lapse.service.ts";
import { takenBecause } from "../bookings/obstacle.service.ts";
import { giveRoom, isSeated, seatClient, seatKnownClient } from "../bookings/seat.service.ts";
import { type UndoOffer, withUndo } from "../bookings/undo.service.ts";
import { checkClient } from "../clients/client.inputs.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { withCauses } from "../slots/cause.service.ts";
import { type Except, joinedBy, lapsedOf, type Offering, readSlotQuery } from "../slots/offering.service.ts";
import { SlotExplanation } from "../slots/slot.inputs.ts";
import { describeReasons } from "../slots/slot.policy.ts";
import type { SlotService } from "../slots/slot.service.ts";
import { type Moment, momentOf } from "../time-zones/moment.inputs.ts";
import type { ExplainSlotArgs } from "./agenda.inputs.ts";

export interface AgendaDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
  readonly meetings: MeetingProvider;
}

/** What a coach does with her calendar. Hours, notice, horizon and limits do not bind her; other sessions do. */
export class AgendaService {
  private readonly db: Database;
  private readonly clock: Clock;
  private readonly slots: SlotService;
  private readonly meetings: MeetingProvider;

  constructor({ db, clock, slots, meetings }: AgendaDependencies) {
    this.db = db;
    this.meetings = meetings;
    this.clock = clock;
    this.slots = slots;
  }

  async bookForClient(coachId: string, input: BookForClientInput): Promise<Seat> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const room = await this.roomFor(input.sessionType);
    const request = { scope: `bookForClient ${coachId}`, key, input };
    return changeCalendar(this.db, coachId, (write) =>
      once(write.sql, request, async () => {
        const offering = await this.offeringOf(write, coachId, input.sessionType);
        const start = this.futureOf(momentOf("start", input.start, offering.timeZone));
        const minutes = requireWholeNumber("minutes", input.minutes ?? offering.minutes[0] ?? 0, 5, 1440);
        const at = { start: start.instant, end: start.instant + minutes * MINUTE };
        const joins = await this.makeRoom(write, offering, { at, timeZone: start.timeZone });
        const bookingId = await joinOrInsert(write, { offering, linkId: null, at, timeZone: start.timeZone }, joins);
        if (offering.placePerBooking) await giveRoom(write, bookingId, room);
        return seat(write, { coachId, bookingId, input });
      }),
    );
  }

  /** The clients are told the message; for a while it can be taken back. */
  async cancel(coachId: string, input: CancelSessionInput): Promise<Changed> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const message = optionalText("message", input.message, 2000);
    const request = { scope: `cancelSession ${coachId}`, key, input };
    return changeCalendar(this.db, coachId, (write) =>
      once(write.sql, request, async () => {
        const now = this.clock.now();
        const booking = await standingBooking(write, coachId, input.booking, now);
        const undo = await withUndo(write, { bookingId: booking.id, coachId, now }, () =>
          cancelBooking(write, booking, now, message),
        );
        return { bookingId: booking.id, ...undo };
      }),
    );
  }

  async reschedule(coachId: string, input: RescheduleSessionInput): Promise<Changed> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const message = optionalText("message", input.message, 2000);
    const request = { scope: `rescheduleSession ${coachId}`, key, input };
    return changeCalendar(this.db, coachId, (write) =>
      once(write.sql, request, async () => {
        const now = this.clock.now();
        const booking = await standingBooking(write, coachId, input.booking, now);
        const offering = await this.slots.offering(write.sql, booking.sessionTypeId);
        const start = this.futureOf(momentOf("start", input.start, booking.timeZone));
        const at = { start: start.instant, end: start.instant + booking.end - booking.start };
        // A group session moves as a whole and joins no other.
        const except = { bookingId: booking.id };
        await this.makeRoom(
          write,
          { ...offering, capacity: 1 },
          { at, timeZone: start.timeZone, except, leaves: booking.start },
        );
        const undo = await withUndo(write, { bookingId: booking.id, coachId, now }, async () => {
          await moveBooking(write, booking, at, start.timeZone);
          await sayAndShorten(write, booking.id, at.start, message);
        });
        return { bookingId: booking.id, ...undo };
      }),
    );
  }

  /** Every rule that hides a start, for the coach's own eyes. */
  async explain(coachId: string, { sessionType, start, minutes }: ExplainSlotArgs): Promise<SlotExplanation> {
    const offering = await this.offeringOf(this.db, coachId, sessionType);
    const at = this.slots.intervalOf(offering, new Date(momentOf("start", start, offering.timeZone).instant), minutes);
    const question = { range: at, minutes: (at.end - at.start) / MINUTE, now: this.clock.now() };
    const query = await readSlotQuery(this.db.sql, offering, question);
    const { offered, reasons } = explainSlot(query, at.start);
    const described = describeReasons(reasons, query.rows, offering.hours);
    return Object.assign(new SlotExplanation(), { offered, reasons: await withCauses(this.db.em(), described) });
  }

  /** Refuses a time that another session needs; gives the group session to join, if that is what is there. */
  private async makeRoom(
    write: CalendarWrite,
    offering: Offering,
    { at, timeZone, except, leaves }: Room,
  ): Promise<string | null> {
    const now = this.clock.now();
    const query = await readSlotQuery(write.sql, offering, {
      range: at,
      minutes: (at.end - at.start) / MINUTE,
      now,
      except,
    });
    const conflicts = findConflicts(query, at);
    if (conflicts.length > 0) {
      const nearest = await this.slots.nearest(write.sql, offering, { at, now, viewerZone: timeZone, except });
      const others = nearest.filter(({ startAt }) => startAt.getTime() !== leaves);
      throw new Refusal(await takenBecause(write.sql, { conflicts, rows: query.rows, offering, at }, others));
    }
    await removeLapsed(write, lapsedOf(query.rows));
    return joinedBy(query.rows, at);
  }

  /** A meeting made before the transaction, where the session type wants one for every booking. */
  private async roomFor(sessionType: string): Promise<string | null> {
    const id = uuidOf(SessionType.name, sessionType);
    const rows = id ? await this.db.sql`select from session_type where id = ${id} and place_per_booking` : [];
    return rows.length > 0 ? (await this.meetings.create()).url : null;
  }

  private futureOf(moment: Moment): Moment {
    if (moment.instant <= this.clock.now()) refuseInput("start", "This time is over. Choose a time to come.");
    return moment;
  }

  private async offeringOf({ sql }: Pick<Database, "sql">, coachId: string, globalId: string): Promise<Offering> {
    const id = uuidOf(SessionType.name, globalId);
    const rows = id ? await sql`select id from session_type where id = ${id} and coach_id = ${coachId}` : [];
    if (!id || rows.length === 0) return refuseUnknown("session type");
    return this.slots.offering(sql, id);
  }
}

/** A session that the coach changed, with the way back. */
export interface Changed extends UndoOffer {
  readonly bookingId: string;
}

/** Time that a coach wants, as agreed in a zone. */
interface Room {
  readonly at: Interval;
  readonly timeZone: string;
  readonly except?: Except;
  /** Where the session stands now: no place to move it to. */
  readonly leaves?: number;
}

/** What the coach says about a move; what waits for her approval waits until the session begins at the latest. */
async function sayAndShorten(
  write: CalendarWrite,
  bookingId: string,
  start: number,
  message: string | null,
): Promise<void> {
  await write.sql`
    with seats as (
      update attendee set approve_by = least(approve_by, ${new Date(start)}::timestamptz)
      where booking_id = ${bookingId} and approve_by is not null
    )
    update booking set coach_message = coalesce(${message}, coach_message),
      approve_by = least(approve_by, case when approve_by is not null then ${new Date(start)}::timestamptz end)
    where id = ${bookingId}`;
}

async function seat(
  write: CalendarWrite,
  { coachId, bookingId, input }: { coachId: string; bookingId: string; input: BookForClientInput },
): Promise<Seat> {
  const note = optionalText("note", input.note, 2000);
  if (input.newClient && !input.client) {
    const typed = checkClient("newClient", input.newClient);
    const client = { ...typed, note: note ?? typed.note };
    if (await isSeated(write, bookingId, { coachId, email: client.email })) throw new Refusal(new AlreadySeated());
    return seatClient(write, { bookingId, coachId, client, heldSeat: null });
  }
  if (!input.client || input.newClient) return refuseInput("client", "Give either client or newClient.");
  const clientId = uuidOf("Client", input.client);
  const rows = clientId ? await write.sql`select id from client where id = ${clientId} and coach_id = ${coachId}` : [];
  if (!clientId || rows.length === 0) return refuseUnknown("client");
  if (await isSeated(write, bookingId, { coachId, clientId })) throw new Refusal(new AlreadySeated());
  return seatKnownClient(write, { bookingId, clientId, note });
}

async function standingBooking(
  write: CalendarWrite,
  coachId: string,
  globalId: string,
  now: number,
): Promise<BookingRow> {
  const id = uuidOf("Booking", globalId);
  if (id) await lapsePending(write, coachId, { now, bookingId: id });
  const rows = id
    ? await write.sql<BookingRow>`
        select id, coach_id as "coachId", session_type_id as "sessionTypeId", status, capacity,
          (extract(epoch from start_at) * 1000)::float8 as start, (extract(epoch from end_at) * 1000)::float8 as "end",
          buffer_before_minutes as "bufferBeforeMinutes", buffer_after_minutes as "bufferAfterMinutes", time_zone as "timeZone"
        from booking where id = ${id} and coach_id = ${coachId}`
    : [];
  const [booking] = rows;
  if (!booking) return refuseUnknown("session");
  if (!isStanding(booking.status)) throw new Refusal(new AlreadyCancelled());
  return booking;
}
