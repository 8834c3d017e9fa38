import { findConflicts } from "../../core/conflicts.ts";
import { explainSlot } from "../../core/explain.ts";
import type { Interval } from "../../core/interval.ts";
import { MINUTE } from "../../core/local-date.ts";
import { SessionType, uuidOf } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { optionalText, refuseInput, requireKey, requireWholeNumber } from "../../platform/validation.ts";
import {
  AlreadyCancelled,
  type BookForClientInput,
  type CancelSessionInput,
  type RescheduleSessionInput,
  SlotTaken,
} from "../bookings/booking.inputs.ts";
import { isStanding } from "../bookings/booking.policy.ts";
import {
  type BookingRow,
  cancelBooking,
  joinOrInsert,
  moveBooking,
  removeLapsed,
  type Seat,
  seatClient,
  seatKnownClient,
} from "../bookings/calendar.service.ts";
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

/** What a coach does with her calendar. Hours, notice, horizon and limits do not bind her; other sessions do. */
export class AgendaService {
  private readonly db: Database;
  private readonly clock: Clock;
  private readonly slots: SlotService;

  constructor({ db, clock, slots }: { db: Database; clock: Clock; slots: SlotService }) {
    this.db = db;
    this.clock = clock;
    this.slots = slots;
  }

  async bookForClient(coachId: string, input: BookForClientInput): Promise<Seat> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const request = { scope: `bookForClient ${coachId}`, key, input };
    return changeCalendar(this.db, coachId, (write) =>
      once(write.sql, request, async () => {
        const offering = await this.offeringOf(write, coachId, input.sessionType);
        const start = this.futureOf(momentOf("start", input.start, offering.timeZone));
        const minutes = requireWholeNumber("minutes", input.minutes ?? offering.minutes[0] ?? 0, 5, 1440);
        const at = { start: start.instant, end: start.instant + minutes * MINUTE };
        const joins = await this.makeRoom(write, offering, { at, timeZone: start.timeZone });
        const bookingId = await joinOrInsert(write, { offering, linkId: null, at, timeZone: start.timeZone }, joins);
        return seat(write, { coachId, bookingId, input });
      }),
    );
  }

  async cancel(coachId: string, input: CancelSessionInput): Promise<{ bookingId: string }> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const message = optionalText("message", input.message, 2000);
    const request = { scope: `cancelSession ${coachId}`, key, input };
    return changeCalendar(this.db, coachId, (write) =>
      once(write.sql, request, async () => {
        const booking = await standingBooking(write, coachId, input.booking);
        await cancelBooking(write, booking, this.clock.now(), message);
        return { bookingId: booking.id };
      }),
    );
  }

  async reschedule(coachId: string, input: RescheduleSessionInput): Promise<{ bookingId: string }> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const request = { scope: `rescheduleSession ${coachId}`, key, input };
    return changeCalendar(this.db, coachId, (write) =>
      once(write.sql, request, async () => {
        const booking = await standingBooking(write, coachId, input.booking);
        const offering = await this.slots.offering(write.sql, booking.sessionTypeId);
        const start = this.futureOf(momentOf("start", input.start, booking.timeZone));
        const at = { start: start.instant, end: start.instant + booking.end - booking.start };
        // A group session moves as a whole and joins no other.
        const except = { bookingId: booking.id };
        await this.makeRoom(write, { ...offering, capacity: 1 }, { at, timeZone: start.timeZone, except });
        await moveBooking(write, booking, at, start.timeZone);
        return { bookingId: booking.id };
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
    { at, timeZone, except }: Room,
  ): Promise<string | null> {
    const now = this.clock.now();
    const query = await readSlotQuery(write.sql, offering, {
      range: at,
      minutes: (at.end - at.start) / MINUTE,
      now,
      except,
    });
    if (findConflicts(query, at).length > 0) {
      throw new Refusal(
        new SlotTaken(await this.slots.nearest(write.sql, offering, { at, now, viewerZone: timeZone, except })),
      );
    }
    await removeLapsed(write, lapsedOf(query.rows));
    return joinedBy(query.rows, at);
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

/** Time that a coach wants, as agreed in a zone. */
interface Room {
  readonly at: Interval;
  readonly timeZone: string;
  readonly except?: Except;
}

async function seat(
  write: CalendarWrite,
  { coachId, bookingId, input }: { coachId: string; bookingId: string; input: BookForClientInput },
): Promise<Seat> {
  const note = optionalText("note", input.note, 2000);
  if (input.newClient && !input.client) {
    const client = { ...checkClient("newClient", input.newClient), note };
    return seatClient(write, { bookingId, coachId, client, heldSeat: null });
  }
  if (!input.client || input.newClient) return refuseInput("client", "Give either client or newClient.");
  const clientId = uuidOf("Client", input.client);
  const rows = clientId ? await write.sql`select id from client where id = ${clientId} and coach_id = ${coachId}` : [];
  if (!clientId || rows.length === 0) return refuseUnknown("client");
  return seatKnownClient(write, { bookingId, clientId, note });
}

async function standingBooking(write: CalendarWrite, coachId: string, globalId: string): Promise<BookingRow> {
  const id = uuidOf("Booking", globalId);
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
