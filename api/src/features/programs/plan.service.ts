import type { EntityManager } from "@mikro-orm/postgresql";
import { zone } from "../../core/zone.ts";
import { Coach, type ProgramStep } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db.ts";
import { Refusal } from "../../platform/problem.ts";
import { refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import { asInput } from "../series/series.policy.ts";
import type { SlotService } from "../slots/slot.service.ts";
import { momentOf } from "../time-zones/moment.inputs.ts";
import { type CalendarReading, readCalendars } from "./calendar-reading.service.ts";
import { sessionsOf } from "./placing.policy.ts";
import type { PlanProgramInput, ProgramMoveInput, ProgramPlan } from "./plan.inputs.ts";
import {
  lastDateFor,
  type PlacedSession,
  type ProgramQuestion,
  placeSessions,
  refuseFar,
  stretchOf,
} from "./plan.policy.ts";
import { describeMiss, describePlacing, type PlanViewing } from "./plan-description.service.ts";
import { findProgram } from "./program.service.ts";

const ALTERNATIVES = 3;

/** A plan with all that was read for it. */
export interface PlannedProgram {
  readonly name: string;
  readonly programId: string;
  readonly steps: readonly ProgramStep[];
  readonly question: ProgramQuestion;
  readonly sessions: readonly PlacedSession[];
  readonly reading: CalendarReading;
  readonly viewing: PlanViewing;
}

type Reads = Pick<Tx, "em" | "sql">;

export interface PlanDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
}

/** Places programs: shown first, then booked by the very same steps. */
export class PlanService {
  private readonly deps: PlanDependencies;

  constructor(deps: PlanDependencies) {
    this.deps = deps;
  }

  async preview(coachId: string, input: PlanProgramInput): Promise<ProgramPlan> {
    const { db } = this.deps;
    const em = db.em();
    return this.describe(em, await this.plan({ em, sql: db.sql }, coachId, input));
  }

  describe(em: EntityManager, { reading, sessions, viewing }: PlannedProgram): Promise<ProgramPlan> {
    return describePlacing({ em, slots: this.deps.slots, reading }, sessions, viewing);
  }

  /** Refuses with NoPlan where there is none. Two statements for each session type, whatever the number of sessions. */
  async plan({ em, sql }: Reads, coachId: string, input: PlanProgramInput): Promise<PlannedProgram> {
    const now = this.deps.clock.now();
    const program = await findProgram(em, coachId, input.program);
    const coach = await em.findOneOrFail(Coach, { id: coachId });
    const question = questionOf(coach, program, input, now);
    const sessionTypeIds = question.sessions.map(({ sessionTypeId }) => sessionTypeId);
    const reading = await readCalendars(sql, { sessionTypeIds, range: stretchOf(question), now });
    const placing = asInput("program", () => placeSessions(reading.queries, question));
    if (placing.kind === "impossible") throw new Refusal(await describeMiss({ em, reading }, placing, question.moves));
    const { timeZone } = question;
    const viewing = { timeZone, clientZone: input.clientTimeZone ?? timeZone, lastDate: lastDateFor(question) };
    const { id: programId, name, steps } = program;
    return { programId, name, steps, question, sessions: placing.sessions, reading, viewing };
  }
}

function questionOf(
  { timeZone: coachZone }: Coach,
  { steps, spareWeeks }: { readonly steps: readonly ProgramStep[]; readonly spareWeeks: number },
  { startDate, timeZone: asked, moves }: PlanProgramInput,
  now: number,
): ProgramQuestion {
  const timeZone = asked ?? coachZone;
  const far = refuseFar(startDate, zone(timeZone).localDate(now));
  if (far) refuseInput("startDate", far);
  const sessions = sessionsOf(steps);
  return {
    ...{ timeZone, startDate, spareWeeks, sessions, alternatives: ALTERNATIVES },
    moves: movesOf(moves ?? [], { count: sessions.length, timeZone, now }),
  };
}

/** Where sessions were put by hand, by their number. */
function movesOf(
  moves: readonly ProgramMoveInput[],
  { count, timeZone, now }: { count: number; timeZone: string; now: number },
): Map<number, number> {
  const found = new Map<number, number>();
  for (const [index, { session, start }] of moves.entries()) {
    const path = `moves.${index}`;
    requireWholeNumber(`${path}.session`, session, 0, count - 1);
    if (found.has(session)) refuseInput(`${path}.session`, "Put each session somewhere once.");
    const { instant } = momentOf(`${path}.start`, start, timeZone);
    if (instant <= now) refuseInput(`${path}.start`, "This time is over. Choose a time to come.");
    if (instant > now + 4 * 366 * 86_400_000) refuseInput(`${path}.start`, "Choose a time within four years.");
    if (instant % 60_000 !== 0) refuseInput(`${path}.start`, "A session starts on a full minute.");
    found.set(session, instant);
  }
  return found;
}
