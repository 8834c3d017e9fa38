import { MINUTE } from "../../core/local-date.ts";
import { Client, type ProgramStep, uuidOf } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { optionalText, refuseInput, requireKey } from "../../platform/validation.ts";
import { removeLapsed } from "../bookings/calendar.service.ts";
import type { UndoOffer } from "../bookings/undo.service.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { withChangeUndo } from "../series/change-undo.service.ts";
import { asInput } from "../series/series.policy.ts";
import { placeRecord, relocate } from "../series/series-writing.service.ts";
import type { SlotService } from "../slots/slot.service.ts";
import { momentOf } from "../time-zones/moment.inputs.ts";
import { type CalendarReading, readCalendars } from "./calendar-reading.service.ts";
import { PlanChanged, type ProgramPlan } from "./plan.inputs.ts";
import { lastDateFor, type PlacedSession, placeSessions, stretchOf } from "./plan.policy.ts";
import { describeMiss, describePlacing, type PlanViewing } from "./plan-description.service.ts";
import { changedMessage } from "./program-booking.service.ts";
import type { ShiftProgramInput, ShiftProgramSessionInput } from "./shift.inputs.ts";
import { questionForShift, type StandingSession } from "./shift.policy.ts";

export interface ShiftDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
}

/** Sessions of a program that were moved, with the way back. */
export interface ShiftedProgram extends UndoOffer {
  readonly programBookingId: string;
  readonly bookingIds: readonly string[];
}

interface StandingRow extends StandingSession {
  readonly id: string;
  readonly timeZone: string;
}

interface PlannedShift {
  readonly programBookingId: string;
  readonly standing: readonly StandingRow[];
  /** Where they will be, each in the place of the one that stands. */
  readonly sessions: readonly PlacedSession[];
  readonly reading: CalendarReading;
  readonly viewing: PlanViewing;
}

/** Moves a session of a program, and what follows it: shown first, done whole, taken back exactly. */
export class ShiftService {
  private readonly deps: ShiftDependencies;

  constructor(deps: ShiftDependencies) {
    this.deps = deps;
  }

  async preview(coachId: string, input: ShiftProgramInput): Promise<ProgramPlan> {
    const em = this.deps.db.em();
    return this.describe(em, await this.plan({ em, sql: this.deps.db.sql }, coachId, input));
  }

  shift(coachId: string, input: ShiftProgramSessionInput): Promise<ShiftedProgram> {
    const { db, clock } = this.deps;
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const message = optionalText("message", input.message, 2000);
    const request = { scope: `shiftProgram ${coachId}`, key, input };
    return changeCalendar(db, coachId, (write) =>
      once(write.sql, request, async () => {
        const now = clock.now();
        const planned = await this.plan(write, coachId, input.shift);
        const clash = changedMessage(planned, input.shown);
        if (clash !== null) throw new Refusal(new PlanChanged(await this.describe(write.em, planned), clash));
        const bookingIds = movedIn(planned);
        if (bookingIds.length === 0) refuseInput("shift.start", "The session is there already.");
        const touched = { seriesIds: [], bookingIds };
        const offer = await withChangeUndo(write, { coachId, now, touched }, async () => {
          await carryOut(write, planned, message);
          return { seriesIds: [], bookingIds: [] };
        });
        return { programBookingId: planned.programBookingId, bookingIds, ...offer };
      }),
    );
  }

  private async describe(em: Tx["em"], { reading, sessions, standing, viewing }: PlannedShift): Promise<ProgramPlan> {
    const plan = await describePlacing({ em, slots: this.deps.slots, reading }, sessions, viewing);
    for (const [place, session] of plan.sessions.entries()) session.wasStartAt = new Date(standing[place]?.start ?? 0);
    return plan;
  }

  private async plan(
    { em, sql }: Pick<Tx, "em" | "sql">,
    coachId: string,
    input: ShiftProgramInput,
  ): Promise<PlannedShift> {
    const now = this.deps.clock.now();
    const id = uuidOf("Booking", input.booking);
    const program = (id ? await findProgramOf(sql, id, coachId) : null) ?? refuseUnknown("session of a program");
    const standing = await readStanding(sql, program.id);
    const moved = standing.findIndex((session) => session.id === id);
    if (moved < 0) refuseInput("shift.booking", "This session is no longer booked, so there is nothing to move.");
    if ((standing[moved]?.start ?? 0) <= now)
      refuseInput("shift.booking", "This session has begun. Choose one to come.");
    const { timeZone, steps } = program;
    const { instant: to } = momentOf("shift.start", input.start, timeZone);
    if (to <= now) refuseInput("shift.start", "This time is over. Choose a time to come.");
    if (to > now + 4 * 366 * 1440 * MINUTE || to % MINUTE !== 0)
      refuseInput("shift.start", "Choose a full minute within four years.");
    const { shiftFollowing } = input;
    const moves = placesOf(input, standing, { moved, timeZone, now });
    const question = questionForShift({ steps, timeZone, standing, moved, to, shiftFollowing, moves, now });
    const sessionTypeIds = standing.map(({ sessionTypeId }) => sessionTypeId);
    const except = new Set(standing.map((session) => session.id));
    const reading = await readCalendars(sql, { sessionTypeIds, range: stretchOf(question), now, except });
    const placing = asInput("shift.booking", () => placeSessions(reading.queries, question));
    if (placing.kind === "impossible") {
      const numberOf = (place: number) => standing[place]?.number ?? place;
      const numbered = new Map([...question.moves].map(([place, start]) => [numberOf(place), start]));
      throw new Refusal(await describeMiss({ em, reading }, { ...placing, step: numberOf(placing.step) }, numbered));
    }
    const client = await em.findOneOrFail(Client, { id: program.clientId });
    return {
      programBookingId: program.id,
      standing,
      // What stays where it is stands there already, whatever hours say by now.
      sessions: placing.sessions.map((session, place) => asStanding(session, standing[place])),
      reading,
      viewing: { timeZone, clientZone: input.clientTimeZone ?? client.timeZone, lastDate: lastDateFor(question) },
    };
  }
}

function asStanding(session: PlacedSession, standing: StandingRow | undefined): PlacedSession {
  if (!standing) return session;
  const numbered = { ...session, number: standing.number };
  if (standing.start !== session.start) return numbered;
  return { ...numbered, reasons: [], mayKeep: true, unkept: [], isMoved: false };
}

interface ProgramRow {
  readonly id: string;
  readonly clientId: string;
  readonly timeZone: string;
  readonly steps: readonly ProgramStep[];
}

async function findProgramOf(sql: Sql, bookingId: string, coachId: string): Promise<ProgramRow | null> {
  const rows = await sql<ProgramRow>`
    select program.id, client_id as "clientId", program.time_zone as "timeZone", steps
    from program_booking program join booking on booking.program_booking_id = program.id
    where booking.id = ${bookingId} and program.coach_id = ${coachId}`;
  return rows[0] ?? null;
}

/** What of a program took place or stands. */
function readStanding(sql: Sql, programBookingId: string): Promise<StandingRow[]> {
  return sql<StandingRow>`
    select id, program_session as number, session_type_id as "sessionTypeId", time_zone as "timeZone",
      (extract(epoch from start_at) * 1000)::float8 as start, (extract(epoch from end_at) * 1000)::float8 as "end"
    from booking where program_booking_id = ${programBookingId} and status <> 'cancelled' order by program_session`;
}

function placesOf(
  { moves }: ShiftProgramInput,
  standing: readonly StandingRow[],
  { moved, timeZone, now }: { moved: number; timeZone: string; now: number },
): Map<number, number> {
  const found = new Map<number, number>();
  for (const [index, { session, start }] of (moves ?? []).entries()) {
    const path = `shift.moves.${index}`;
    const place = standing.findIndex(({ number }) => number === session);
    if (place <= moved)
      refuseInput(`${path}.session`, "Only sessions after the one that moves can be put somewhere here.");
    const { instant } = momentOf(`${path}.start`, start, timeZone);
    if (instant <= now || instant > now + 4 * 366 * 1440 * MINUTE)
      refuseInput(`${path}.start`, "Choose a time to come, within four years.");
    if (instant % MINUTE !== 0) refuseInput(`${path}.start`, "A session starts on a full minute.");
    found.set(place, instant);
  }
  return found;
}

function movedIn({ standing, sessions }: PlannedShift): string[] {
  return standing.flatMap(({ id, start }, place) => (sessions[place]?.start === start ? [] : [id]));
}

async function carryOut(write: CalendarWrite, planned: PlannedShift, message: string | null): Promise<void> {
  const { standing, sessions, reading, programBookingId } = planned;
  const moved = standing.flatMap((before, place) => {
    const after = sessions[place];
    return after && after.start !== before.start ? [{ before, after }] : [];
  });
  await removeLapsed(write, reading.lapsed);
  await relocate(
    write,
    moved.map(({ before: { id, timeZone, sessionTypeId }, after }) => {
      const offering = reading.offerings.get(sessionTypeId);
      if (!offering) throw new Error(`The session type ${sessionTypeId} was not read.`);
      return { id, ...placeRecord(offering, after, timeZone), room: null };
    }),
  );
  const ids = moved.map(({ before }) => before.id);
  await write.sql`update booking set coach_message = coalesce(${message}, coach_message) where id = any (${ids}::uuid[])`;
  await write.sql`update program_booking set version = version + 1 where id = ${programBookingId}`;
  for (const { before, after } of moved) {
    write.touch(before, before.id);
    write.touch(after, before.id);
  }
}
