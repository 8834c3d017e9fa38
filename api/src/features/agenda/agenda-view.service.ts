import type { FilterQuery } from "@mikro-orm/postgresql";
import type { Interval } from "../../core/interval.ts";
import { daysBetween } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import { Booking, Coach } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { type Connection, parseCursor, toConnection, toCursor } from "../../platform/graphql/relay.ts";
import { refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import { asOf } from "../bookings/booking.policy.ts";
import type { AgendaArgs, AgendaRangeArgs } from "./agenda.inputs.ts";

const MAX_RANGE_DAYS = 366;
const MAX_WAITING = 200;

/** Everything in a stretch of a coach's calendar at one revision. */
export interface AgendaState {
  readonly revision: number;
  /** In order of start; cancelled ones and live holds included. */
  readonly bookings: readonly Booking[];
}

/** What waits for a coach's answer now. */
export interface WaitingState {
  /** The most urgent first. */
  readonly bookings: Booking[];
  /** Differs whenever one of them, or the number of its seats that wait, does. */
  readonly mark: string;
  /** When the first of them lapses, epoch milliseconds; null while nothing waits. */
  readonly dueAt: number | null;
}

/** Reads a coach's calendar. */
export class AgendaViewService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  async page(coach: Coach, args: AgendaArgs): Promise<Connection<Booking>> {
    const first = requireWholeNumber("first", args.first, 1, 500);
    const where = this.within(coach.id, intervalOf(coach, args));
    const em = this.db.em();
    const after = args.after ? afterCursor(args.after) : {};
    const rows = await em.find(
      Booking,
      { $and: [where, after] },
      { orderBy: { startAt: "asc", id: "asc" }, limit: first + 1 },
    );
    return toConnection({
      rows: rows.map((booking) => asOf(booking, this.clock.now())),
      first,
      after: args.after ?? null,
      totalCount: await em.count(Booking, where),
      cursorOf: (booking) => toCursor(booking.startAt.toISOString(), booking.id),
    });
  }

  /** The revision is read first: a write between the two reads is then told again, never lost. */
  async read(coachId: string, args: AgendaRangeArgs): Promise<AgendaState> {
    const em = this.db.em();
    const coach = await em.findOneOrFail(Coach, { id: coachId });
    const where = this.within(coachId, intervalOf(coach, args));
    const bookings = await em.find(Booking, where, { orderBy: { startAt: "asc", id: "asc" } });
    return { revision: coach.revision, bookings: bookings.map((booking) => asOf(booking, this.clock.now())) };
  }

  /** Sessions with seats that wait for the coach's answer, the most urgent first. */
  async waiting(coachId: string): Promise<Booking[]> {
    return (await this.readWaiting(coachId)).bookings;
  }

  async readWaiting(coachId: string): Promise<WaitingState> {
    const now = new Date(this.clock.now());
    const rows = await this.db.sql<{ id: string; seats: number; due: number }>`
      select booking.id, count(*)::int as seats, (extract(epoch from min(seat.approve_by)) * 1000)::float8 as due
      from booking join attendee seat on seat.booking_id = booking.id
      where booking.coach_id = ${coachId} and seat.approve_by > ${now} and seat.cancelled_at is null
      group by booking.id order by min(seat.approve_by), booking.id limit ${MAX_WAITING}`;
    const bookings = await this.db.em().find(Booking, { id: { $in: rows.map(({ id }) => id) } });
    const byId = new Map(bookings.map((booking) => [booking.id, booking]));
    const waiting = rows.flatMap(({ id, seats }) => {
      const booking = byId.get(id);
      return booking ? [{ booking, seats }] : [];
    });
    return {
      bookings: waiting.map(({ booking }) => booking),
      mark: waiting.map(({ booking, seats }) => `${booking.id} ${booking.version} ${seats}`).join(),
      dueAt: rows[0]?.due ?? null,
    };
  }

  private within(coachId: string, { start, end }: Interval): FilterQuery<Booking> {
    return {
      coach: coachId,
      startAt: { $lt: new Date(end) },
      endAt: { $gt: new Date(start) },
      $or: [{ holdExpiresAt: null }, { holdExpiresAt: { $gt: new Date(this.clock.now()) } }],
    };
  }
}

function intervalOf(coach: Coach, { from, to, timeZone }: AgendaRangeArgs): Interval {
  const days = daysBetween(from, to) + 1;
  if (days < 1) refuseInput("to", `The last date must not be before the first, ${from}.`);
  if (days > MAX_RANGE_DAYS) refuseInput("to", `This range has ${days} days; ask for at most ${MAX_RANGE_DAYS}.`);
  const home = zone(timeZone ?? coach.timeZone);
  return { start: home.startOfDay(from), end: home.endOfDay(to) };
}

function afterCursor(cursor: string): FilterQuery<Booking> {
  const [startAt, id] = parseCursor(cursor, 2) ?? [];
  if (!startAt || !id) return refuseInput("after", "This is not a cursor of this list.");
  return { $or: [{ startAt: { $gt: new Date(startAt) } }, { startAt: new Date(startAt), id: { $gt: id } }] };
}
