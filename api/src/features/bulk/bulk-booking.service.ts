import { randomUUID } from "node:crypto";
import { type BulkItemSession, Preferences } from "../../entities/index.ts";
import { Refusal } from "../../platform/problem.ts";
import { refuseInput } from "../../platform/validation.ts";
import { removeLapsed } from "../bookings/calendar.service.ts";
import type { ClientDetails } from "../clients/client.inputs.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import { insertPrograms, knownSeat, type SeatDetails, typedSeats } from "../programs/program-writing.service.ts";
import { toMake } from "../series/series-start.service.ts";
import { readOffering } from "../slots/offering.service.ts";
import type { ProgramForMany, SeriesForMany } from "./bulk-plan.policy.ts";
import { questionFor } from "./bulk-plan.policy.ts";
import { placeAgain, planSeries, toItemPlan } from "./bulk-planning.service.ts";
import type { ItemOutcome, ItemRow, RunRow } from "./bulk-state.service.ts";

export interface ItemToBook {
  readonly run: RunRow;
  readonly item: ItemRow;
  readonly now: number;
  /** One meeting for all sessions of the client, where a type wants one for every booking. */
  readonly room: string | null;
  /** Whether other times will do when those that were planned are taken by now. */
  readonly mayReplan: boolean;
}

/** Books all sessions of one client within a write, or refuses with why not. */
export async function bookItem(write: CalendarWrite, toBook: ItemToBook): Promise<ItemOutcome> {
  const { plan } = toBook.run;
  const booked =
    plan.kind === "program" ? await bookProgram(write, toBook, plan) : await bookSeries(write, toBook, plan);
  return { id: toBook.item.id, status: "booked", problem: null, programBookingId: null, seriesId: null, ...booked };
}

type Booked = Pick<ItemOutcome, "sessions" | "replanned" | "clientId" | "madeClient"> &
  Partial<Pick<ItemOutcome, "programBookingId" | "seriesId">>;

const TAKEN = "One of the planned times is taken by now.";

async function bookProgram(
  write: CalendarWrite,
  { run, item, now, room, mayReplan }: ItemToBook,
  plan: ProgramForMany,
): Promise<Booked> {
  const { coachId, coachZone } = run;
  const question = { plan, item, coachZone, now, planned: item.sessions };
  const { placed, isAsPlanned, reading } = await placeAgain(write.sql, question);
  if (placed.kind === "unplaced") return refuseInput("sessions", placed.problem);
  if (!isAsPlanned && !mayReplan) return refuseInput("sessions", TAKEN);
  const { seat, isNew } = await seatOf(write, coachId, item);
  const { startDate, timeZone } = questionFor(plan, item, coachZone);
  const { programId, steps } = plan;
  const id = randomUUID();
  const sessions = placed.sessions.map(({ sessionTypeId, start, minutes }, number) => {
    return { id: randomUUID(), number, sessionTypeId, start, minutes };
  });
  await removeLapsed(write, reading.lapsed);
  const known = run.programId === null ? null : programId;
  const program = { id, programId: known, name: run.name, steps, startDate, timeZone, seat, room, sessions };
  await insertPrograms(write, { coachId, offerings: reading.offerings }, [program]);
  const { sessions: made } = placed;
  return { sessions: made, replanned: !isAsPlanned, clientId: seat.clientId, madeClient: isNew, programBookingId: id };
}

async function bookSeries(
  write: CalendarWrite,
  { run, item, now, room, mayReplan }: ItemToBook,
  plan: SeriesForMany,
): Promise<Booked> {
  const offering = await readOffering(write.sql, plan.sessionTypeId);
  if (!offering) throw new Error(`There is no session type ${plan.sessionTypeId}.`);
  const series = await planSeries(write.sql, { plan, item, coachZone: run.coachZone, now, offering, taken: [] });
  const placed = toItemPlan(series);
  if (placed.kind === "unplaced") return refuseInput("sessions", placed.problem);
  const replanned = !isSame(placed.sessions, item.sessions);
  if (replanned && !mayReplan) return refuseInput("sessions", TAKEN);
  const { seat, isNew } = await seatOf(write, run.coachId, item);
  const members = { clientIds: [seat.clientId], newClient: null, note: item.note };
  const making = toMake({ series, policy: plan.policy, capacity: 1, linkId: null, room, members, now });
  await making.make(write);
  return {
    sessions: placed.sessions,
    replanned,
    clientId: seat.clientId,
    madeClient: isNew,
    seriesId: making.seriesId,
  };
}

function isSame(one: readonly BulkItemSession[], other: readonly BulkItemSession[]): boolean {
  const keyOf = (sessions: readonly BulkItemSession[]) =>
    JSON.stringify(sessions.map(({ start, isLeftOut }) => [start, isLeftOut]));
  return keyOf(one) === keyOf(other);
}

/** A client of hers as she is known; somebody on a file as she stands there. */
async function seatOf(
  write: CalendarWrite,
  coachId: string,
  { clientId, line, name, email, phone, timeZone, note }: ItemRow,
): Promise<{ seat: SeatDetails; isNew: boolean }> {
  if (line === null && clientId) return { seat: await knownSeat(write, { coachId, clientId, note }), isNew: false };
  const typed: ClientDetails = { name, email, phone, timeZone, note, preferences: new Preferences() };
  const [seat] = await typedSeats(write, coachId, [typed]);
  if (!seat) throw new Error("A client was not saved.");
  return seat;
}

/** What is said of a client who could not be booked; unexpected errors are for the log. */
export function problemOf(error: unknown): string {
  return error instanceof Refusal
    ? error.problem.message
    : "Something went wrong, and nothing was booked for this client. Try again in a run of her own.";
}
