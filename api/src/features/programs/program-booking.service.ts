import { randomUUID } from "node:crypto";
import { Client, Program, uuidOf } from "../../entities/index.ts";
import type { MeetingProvider } from "../../integrations/meeting/meeting-provider.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { optionalText, refuseInput, requireKey } from "../../platform/validation.ts";
import { removeLapsed } from "../bookings/calendar.service.ts";
import type { UndoOffer } from "../bookings/undo.service.ts";
import { checkClient } from "../clients/client.inputs.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { withChangeUndo } from "../series/change-undo.service.ts";
import { type BookProgramInput, PlanChanged } from "./plan.inputs.ts";
import type { PlannedProgram, PlanService } from "./plan.service.ts";
import { fingerprintOf, openIn } from "./plan-description.service.ts";
import {
  insertPrograms,
  knownSeat,
  type NewProgramBooking,
  type SeatDetails,
  typedSeats,
} from "./program-writing.service.ts";

export interface ProgramBookingDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly plans: PlanService;
  readonly meetings: MeetingProvider;
}

/** A program that was booked, with the way back. */
export interface BookedProgram extends UndoOffer {
  readonly programBookingId: string;
  readonly bookingIds: readonly string[];
}

/** Books programs whole. */
export class ProgramBookingService {
  private readonly deps: ProgramBookingDependencies;

  constructor(deps: ProgramBookingDependencies) {
    this.deps = deps;
  }

  /** All of it or nothing, in one transaction under the coach's lock, just as its plan shows it. */
  async book(coachId: string, input: BookProgramInput): Promise<BookedProgram> {
    const { db, clock, plans, meetings } = this.deps;
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const request = { scope: `bookProgram ${coachId}`, key, input };
    const room = (await this.wantsRoom(input.program)) ? (await meetings.create()).url : null;
    return changeCalendar(db, coachId, (write) =>
      once(write.sql, request, async () => {
        const now = clock.now();
        const planned = await plans.plan(write, coachId, input);
        const message = changedMessage(planned, input.shown);
        if (message !== null) throw new Refusal(new PlanChanged(await plans.describe(write.em, planned), message));
        const seat = await seatOf(write, coachId, input);
        const booking = newBooking(planned, { seat, room });
        const bookingIds = booking.sessions.map(({ id }) => id);
        const touched = { seriesIds: [], bookingIds: [] };
        const offer = await withChangeUndo(write, { coachId, now, touched }, async () => {
          await removeLapsed(write, planned.reading.lapsed);
          await insertPrograms(write, { coachId, offerings: planned.reading.offerings }, [booking]);
          return { seriesIds: [], bookingIds };
        });
        return { programBookingId: booking.id, bookingIds, ...offer };
      }),
    );
  }

  /** Whether any of its sessions shall have a meeting of its own; a program has one for all of them. */
  private async wantsRoom(program: string): Promise<boolean> {
    const id = uuidOf(Program.name, program);
    const rows = id
      ? await this.deps.db.sql`
          select from program, jsonb_array_elements(steps) step
          join session_type type on type.id = (step ->> 'sessionTypeId')::uuid
          where program.id = ${id} and type.place_per_booking limit 1`
      : [];
    return rows.length > 0;
  }
}

/** What stands against a plan, in words; null when it can be carried out. */
export function changedMessage(
  { sessions }: Pick<PlannedProgram, "sessions">,
  shown: string | null | undefined,
): string | null {
  const open = openIn(sessions);
  if (open === 1) return "One session was put where it cannot be. Choose another time for it.";
  if (open > 1) return `${open} sessions were put where they cannot be. Choose other times for them.`;
  if (shown != null && shown !== fingerprintOf(sessions))
    return "The calendar changed since. Look at the sessions again before you go on.";
  return null;
}

/** The rows that a plan becomes. */
function newBooking(
  {
    programId,
    name,
    steps,
    question,
    sessions,
  }: Pick<PlannedProgram, "programId" | "name" | "steps" | "question" | "sessions">,
  { seat, room }: { seat: SeatDetails; room: string | null },
): NewProgramBooking {
  const { startDate, timeZone } = question;
  return {
    ...{ id: randomUUID(), programId, name, steps, startDate, timeZone, seat, room },
    sessions: sessions.map(({ number, sessionTypeId, start, minutes }) => {
      return { id: randomUUID(), number, sessionTypeId, start, minutes };
    }),
  };
}

async function seatOf(write: CalendarWrite, coachId: string, input: BookProgramInput): Promise<SeatDetails> {
  const note = optionalText("note", input.note, 2000);
  if (input.newClient && !input.client) {
    const typed = checkClient("newClient", input.newClient);
    const [made] = await typedSeats(write, coachId, [{ ...typed, note: note ?? typed.note }]);
    if (made) return made.seat;
  }
  if (!input.client || input.newClient) return refuseInput("client", "Give either client or newClient.");
  return knownSeat(write, { coachId, clientId: uuidOf(Client.name, input.client), note });
}
