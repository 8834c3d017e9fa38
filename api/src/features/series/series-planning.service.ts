import type { Interval } from "../../core/interval.ts";
import type { LocalDateTime } from "../../core/local-date.ts";
import { DAY } from "../../core/local-date.ts";
import type { SeriesState } from "../../core/series.ts";
import type { SeriesEffect } from "../../core/series-change.ts";
import type { Choice, ClashPolicy } from "../../core/series-check.ts";
import type { Asker } from "../../core/series-ledger.ts";
import { propose, type SeriesProposal } from "../../core/series-proposal.ts";
import { lastInstant } from "../../core/series-rule.ts";
import type { OwnBooking, SlotQuery } from "../../core/slots.ts";
import type { Sql } from "../../platform/db.ts";
import { type CalendarRow, lapsedOf, type Offering, readSlotQuery } from "../slots/offering.service.ts";
import { asInput } from "./series.policy.ts";
import type { SeriesBooking } from "./series-state.service.ts";

/** How a series is to be fitted into a calendar. */
export interface Fitting {
  readonly asker: Asker;
  readonly policy: ClashPolicy;
  readonly choices: ReadonlyMap<LocalDateTime, Choice>;
  readonly alternatives: number;
  readonly now: number;
  /** Time that others are about to take, though it is not in the calendar yet. */
  readonly besides?: readonly (Interval & { readonly sessionTypeId: string })[] | undefined;
}

/** A proposal with all that was read for it. */
export interface Planned {
  readonly proposal: SeriesProposal;
  readonly offerings: ReadonlyMap<string, Offering>;
  readonly rows: readonly CalendarRow[];
  /** Holds whose time is over, to be removed before somebody takes their place. */
  readonly lapsed: readonly string[];
}

/** Where nearest times are looked for beyond the last session. */
const AROUND = 30 * DAY;

/**
 * Fits an effect into the coach's calendar as it is now: one statement for each session type, whatever the number of
 * sessions and bookings. A course is for its members: it neither joins a group session nor is joined as one.
 */
export async function fitIn(
  sql: Sql,
  effect: SeriesEffect,
  state: SeriesState,
  {
    bookings,
    offerings,
    fitting,
  }: { bookings: ReadonlyMap<string, SeriesBooking>; offerings: readonly Offering[]; fitting: Fitting },
): Promise<Planned> {
  const { now, asker, policy, choices, alternatives, besides = [] } = fitting;
  const leaving = new Set(
    effect.steps.flatMap((step) => (step.kind === "stay" || !step.was ? [] : [bookings.get(step.id)?.id])),
  );
  const starts = effect.steps.flatMap((step) => (step.kind === "set" ? [step.to.start, step.was?.start ?? 0] : []));
  const mayAppend = policy === "append" || [...choices.values()].some(({ kind }) => kind === "append");
  const chosen = [...choices.values()].flatMap((choice) => (choice.kind === "at" ? [choice.start] : []));
  const end = Math.max(now, ...starts, ...chosen, mayAppend ? lastInstant(now) : now) + AROUND;
  const queries = new Map<string, SlotQuery>();
  const rows = new Map<string, CalendarRow>();
  for (const offering of offerings) {
    const question = { range: { start: now - AROUND, end }, minutes: offering.minutes[0] ?? 60, now };
    const query = await readSlotQuery(sql, offering, question);
    for (const row of query.rows) rows.set(row.id, row);
    const standing = query.rows.filter((row) => !row.lapsed && !leaving.has(row.id));
    const bookings = [...standing.map((row) => ({ ...row, seatsTaken: undefined })), ...asBookings(besides, offering)];
    const calendar = { ...query.calendar, bookings };
    queries.set(offering.sessionTypeId, { ...query, session: { ...query.session, capacity: 1 }, calendar });
  }
  const question = { queries, asker, policy, choices, alternatives, timeZone: state.plan.timeZone };
  const proposal = asInput("policy", () => propose(effect, question, now));
  const all = [...rows.values()];
  const byId = new Map(offerings.map((offering) => [offering.sessionTypeId, offering]));
  return { proposal, offerings: byId, rows: all, lapsed: lapsedOf(all) };
}

/** Others of one series are of its own type: they have its buffers. */
function asBookings(besides: NonNullable<Fitting["besides"]>, offering: Offering): OwnBooking[] {
  const { bufferBeforeMinutes, bufferAfterMinutes, sessionTypeId: own } = offering;
  return besides.map(({ start, end, sessionTypeId }) => {
    return { start, end, bufferBeforeMinutes, bufferAfterMinutes, otherType: sessionTypeId !== own };
  });
}
