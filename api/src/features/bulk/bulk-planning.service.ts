import { setImmediate } from "node:timers/promises";
import { MINUTE } from "../../core/local-date.ts";
import { SeriesLedger } from "../../core/series-ledger.ts";
import { zone } from "../../core/zone.ts";
import type { BulkItemSession } from "../../entities/index.ts";
import type { Sql } from "../../platform/db.ts";
import { Refusal } from "../../platform/problem.ts";
import { refuseInput } from "../../platform/validation.ts";
import { besides, type CalendarReading, readCalendars } from "../programs/calendar-reading.service.ts";
import {
  type PlacedSession,
  type ProgramQuestion,
  placeSessions,
  refuseFar,
  stretchOf,
} from "../programs/plan.policy.ts";
import { missMessage, notesOf } from "../programs/plan-description.service.ts";
import { asInput } from "../series/series.policy.ts";
import { reasonFor } from "../series/series-preview.service.ts";
import { type PlannedSeries, planNew } from "../series/series-start.service.ts";
import { type Offering, readOffering } from "../slots/offering.service.ts";
import {
  type BulkPlan,
  datesFor,
  type ItemWish,
  type ProgramForMany,
  questionFor,
  type SeriesForMany,
} from "./bulk-plan.policy.ts";

/** What is planned for one client, or why there is no room for it. */
export type ItemPlan =
  | { readonly kind: "ready"; readonly sessions: readonly BulkItemSession[] }
  | { readonly kind: "unplaced"; readonly problem: string };

export interface PlanningQuestion {
  readonly plan: BulkPlan;
  readonly coachZone: string;
  readonly items: readonly ItemWish[];
  readonly now: number;
  /** How many sessions a run may have in all. */
  readonly mostSessions: number;
}

/** Time that is taken by those who were planned before. */
interface Taken {
  readonly start: number;
  readonly end: number;
  readonly sessionTypeId: string;
}

/**
 * Plans one client after the other, each beside those before. Programs read the calendar once for all of them; the
 * process is let go between two, so that pages are answered meanwhile.
 */
export async function planItems(sql: Sql, question: PlanningQuestion): Promise<ItemPlan[]> {
  const { plan, items, mostSessions } = question;
  if (items.length === 0) return [];
  const taken: Taken[] = [];
  const planOne =
    plan.kind === "program"
      ? await programPlanner(sql, { ...question, plan })
      : await seriesPlanner(sql, { ...question, plan });
  const plans: ItemPlan[] = [];
  for (const item of items) {
    await setImmediate();
    const planned = await planOne(item, taken);
    plans.push(planned);
    if (planned.kind === "ready") refuseMany(planned.sessions.length * items.length, mostSessions, plan.kind);
    if (planned.kind === "ready") taken.push(...planned.sessions.filter(({ isLeftOut }) => !isLeftOut).map(toTaken));
  }
  return plans;
}

/** Looked at with the first client: what is far too much is not planned at all. */
function refuseMany(sessions: number, most: number, field: string): void {
  if (sessions <= most) return;
  refuseInput(
    field,
    `These would be ${sessions} sessions; at most ${most} can be booked in one run. Choose fewer clients.`,
  );
}

type PlanOne = (item: ItemWish, taken: readonly Taken[]) => ItemPlan | Promise<ItemPlan>;

function toTaken({ start, minutes, sessionTypeId }: BulkItemSession): Taken {
  return { start, end: start + minutes * MINUTE, sessionTypeId };
}

async function programPlanner(
  sql: Sql,
  { plan, coachZone, items, now }: PlanningQuestion & { plan: ProgramForMany },
): Promise<PlanOne> {
  const questions = items.map((item) => questionFor(plan, item, coachZone));
  const stretches = questions.filter((question) => farOf(question, now) === null).map(stretchOf);
  const range = {
    start: Math.max(
      now,
      stretches.reduce((least, { start }) => Math.min(least, start), stretches[0]?.start ?? now),
    ),
    end: stretches.reduce((most, { end }) => Math.max(most, end), now),
  };
  const sessionTypeIds = plan.steps.map(({ sessionTypeId }) => sessionTypeId);
  const reading = await readCalendars(sql, { sessionTypeIds, range, now });
  return (item, taken) => placeItem(besides(reading, taken), { plan, item, coachZone, now });
}

interface ItemQuestion {
  readonly plan: ProgramForMany;
  readonly item: ItemWish;
  readonly coachZone: string;
  readonly now: number;
}

function farOf({ startDate, timeZone }: Pick<ProgramQuestion, "startDate" | "timeZone">, now: number): string | null {
  return refuseFar(startDate, zone(timeZone).localDate(now));
}

function placeItem(reading: CalendarReading, { plan, item, coachZone, now }: ItemQuestion): ItemPlan {
  const question = questionFor(plan, item, coachZone);
  const far = farOf(question, now);
  if (far) return { kind: "unplaced", problem: far };
  const placing = asInput("program", () => placeSessions(reading.queries, question));
  if (placing.kind === "impossible") return { kind: "unplaced", problem: missMessage(reading, placing) };
  return { kind: "ready", sessions: placing.sessions.map(toSession) };
}

function toSession(session: PlacedSession): BulkItemSession {
  const { start, minutes, sessionTypeId } = session;
  return { start, minutes, sessionTypeId, notes: notesOf(session), isLeftOut: false };
}

/** Where the sessions of a program are now: as planned while all of these times are free, else wherever they fit. */
export async function placeAgain(
  sql: Sql,
  question: ItemQuestion & { readonly planned: readonly BulkItemSession[] },
): Promise<{ readonly placed: ItemPlan; readonly isAsPlanned: boolean; readonly reading: CalendarReading }> {
  const { plan, item, coachZone, now, planned } = question;
  const asked = questionFor(plan, item, coachZone);
  const stretch = farOf(asked, now) === null ? stretchOf(asked) : { start: now, end: now };
  const sessionTypeIds = plan.steps.map(({ sessionTypeId }) => sessionTypeId);
  const range = { start: Math.max(now, stretch.start), end: Math.max(now, stretch.end) };
  const reading = await readCalendars(sql, { sessionTypeIds, range, now });
  const ledger = new SeriesLedger(reading.queries, "coach");
  const isAsPlanned = planned.every((session) => {
    if (ledger.reasonsAgainst(session).length > 0) return false;
    ledger.take(session);
    return true;
  });
  const placed = isAsPlanned ? { kind: "ready" as const, sessions: planned } : placeItem(reading, question);
  return { placed, isAsPlanned, reading };
}

async function seriesPlanner(
  sql: Sql,
  { plan, coachZone, now }: PlanningQuestion & { plan: SeriesForMany },
): Promise<PlanOne> {
  const offering = await readOffering(sql, plan.sessionTypeId);
  if (!offering) throw new Error(`There is no session type ${plan.sessionTypeId}.`);
  return async (item, taken) => {
    try {
      return toItemPlan(await planSeries(sql, { plan, item, coachZone, now, offering, taken }));
    } catch (error) {
      if (error instanceof Refusal) return { kind: "unplaced", problem: error.problem.message };
      throw error;
    }
  };
}

/** The series of one client as it fits now, beside what is taken by others of the run. */
export async function planSeries(
  sql: Sql,
  { plan, item, coachZone, now, offering, taken }: SeriesQuestion,
): Promise<PlannedSeries> {
  const dates = datesFor(plan, item, coachZone);
  const far = farOf({ startDate: dates.start.slice(0, 10), timeZone: dates.timeZone ?? coachZone }, now);
  if (far) refuseInput("start", far);
  return planNew(sql, { offering, dates, asker: "coach", now, alternatives: 0, besides: taken });
}

interface SeriesQuestion {
  readonly plan: SeriesForMany;
  readonly item: ItemWish;
  readonly coachZone: string;
  readonly now: number;
  readonly offering: Offering;
  readonly taken: readonly Taken[];
}

/** What a series becomes, session by session; one that is left out has why. */
export function toItemPlan({ planned }: PlannedSeries): ItemPlan {
  const { proposal } = planned;
  const reasonOf = reasonFor(planned);
  if (proposal.open > 0) {
    const [first] = proposal.checked.filter(({ outcome }) => outcome.kind === "open");
    const what = proposal.open === 1 ? "One session has" : `${proposal.open} sessions have`;
    return {
      kind: "unplaced",
      problem: `${what} no place, the first on ${first?.wanted.id.slice(0, 10) ?? "its date"}.`,
    };
  }
  const sessions = proposal.checked.map((one): BulkItemSession => {
    const { wanted, outcome } = one;
    const { start, minutes, sessionTypeId } = outcome.kind === "booked" ? outcome.at : wanted;
    const isNearest = outcome.kind === "booked" && outcome.how === "nearest";
    const why = reasonOf(one);
    const notes = isNearest
      ? [`Moved to the nearest free time. ${why}`]
      : outcome.kind === "booked"
        ? []
        : [`Left out. ${why}`];
    return { start, minutes, sessionTypeId, notes, isLeftOut: outcome.kind !== "booked" };
  });
  if (sessions.every(({ isLeftOut }) => isLeftOut)) return { kind: "unplaced", problem: "No session has a place." };
  return { kind: "ready", sessions };
}
