import { randomUUID } from "node:crypto";
import type { SeriesState } from "../../core/series.ts";
import { changeSeries } from "../../core/series-effect.ts";
import type { Asker } from "../../core/series-ledger.ts";
import { startPlan } from "../../core/series-plan.ts";
import { readRecurrence } from "../../core/series-text.ts";
import { zone } from "../../core/zone.ts";
import type { ClashPolicy } from "../../entities/index.ts";
import type { Sql, Tx } from "../../platform/db.ts";
import { refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import type { Offering } from "../slots/offering.service.ts";
import type { SeriesDatesInput } from "./series.inputs.ts";
import { asInput, choicesOf } from "./series.policy.ts";
import { addMembers, type NewMembers } from "./series-member.service.ts";
import { type Fitting, fitIn, type Planned } from "./series-planning.service.ts";
import type { Viewing } from "./series-preview.service.ts";
import { reasonFor } from "./series-preview.service.ts";
import { writeSessions, writesOf } from "./series-writing.service.ts";

const ALTERNATIVES = 3;
const none = new Map<never, never>();

/** A series that is not there yet, fitted into the calendar as it is now. */
export interface PlannedSeries {
  readonly planned: Planned;
  readonly viewing: Viewing;
  readonly offering: Offering;
}

export interface SeriesWish {
  readonly offering: Offering;
  readonly dates: SeriesDatesInput;
  readonly asker: Asker;
  readonly now: number;
  /** How many free times are named for each clash. */
  readonly alternatives?: number;
  /** Time that others are about to take, though it is not in the calendar yet. */
  readonly besides?: Fitting["besides"];
}

/** Refuses dates that make no series, with the reason. */
export async function planNew(sql: Sql, wish: SeriesWish): Promise<PlannedSeries> {
  const { offering, dates, asker, now, alternatives = ALTERNATIVES, besides } = wish;
  const minutes = requireWholeNumber("dates.minutes", dates.minutes ?? offering.minutes[0] ?? 0, 5, 1440);
  const fallback = { timeZone: dates.timeZone ?? offering.timeZone, start: dates.start };
  const { sessionTypeId, revision, timeZone } = offering;
  const plan = asInput("dates.recurrence", () =>
    startPlan(readRecurrence(dates.recurrence, fallback), { minutes, sessionTypeId }),
  );
  if (zone(plan.timeZone).toInstant(plan.start) <= now) {
    refuseInput("dates.start", "The first session is over already. Choose a time to come.");
  }
  const state = { plan, actual: new Map(), filledUntil: 0 };
  const choices = choicesOf("dates.choices", dates.choices, plan.timeZone);
  const effect = changeSeries(state, { kind: "fill" }, { now, keepExceptions: true });
  const fitting = { asker, policy: dates.policy, choices, alternatives, now, besides };
  const planned = await fitIn(sql, effect, state, { bookings: none, offerings: [offering], fitting });
  const viewing = { state, revision, coachZone: timeZone, clientZone: plan.timeZone, clientIds: [] };
  return { planned, viewing, offering };
}

export interface NewSeries {
  readonly series: PlannedSeries;
  readonly policy: ClashPolicy;
  readonly capacity: number;
  readonly linkId: string | null;
  /** The meeting of all sessions, where the type wants one. */
  readonly room: string | null;
  readonly members: Omit<NewMembers, "seriesId" | "coachId" | "capacity">;
  readonly now: number;
}

/** What a new series will be made of: known before it is written, so that it can be taken back. */
export interface SeriesToMake {
  readonly seriesId: string;
  readonly bookingIds: readonly string[];
  make(write: CalendarWrite): Promise<void>;
}

/** Refuses a series of which no session has a place. */
export function toMake({ series, policy, capacity, linkId, room, members, now }: NewSeries): SeriesToMake {
  const { planned, offering } = series;
  const writes = writesOf(planned.proposal, none, reasonFor(planned));
  if (writes.made.length === 0) refuseInput("dates", "No session of this series has a place. Choose other times.");
  const seriesId = randomUUID();
  const { plan, filledUntil } = planned.proposal;
  const { coachId, sessionTypeId } = offering;
  const row = { id: seriesId, coachId, plan, capacity, room, linkId };
  return {
    seriesId,
    bookingIds: writes.made.map(({ id }) => id),
    make: async (write) => {
      await insertSeries(write, { ...row, filledUntil, sessionTypeId, policy });
      await addMembers(write, { ...members, seriesId, coachId, capacity });
      await writeSessions(write, row, { writes, planned, now });
    },
  };
}

interface SeriesFields {
  readonly id: string;
  readonly coachId: string;
  readonly sessionTypeId: string;
  readonly linkId: string | null;
  readonly plan: SeriesState["plan"];
  readonly policy: ClashPolicy;
  readonly capacity: number;
  readonly room: string | null;
  readonly filledUntil: number;
}

async function insertSeries({ sql }: Tx, series: SeriesFields): Promise<void> {
  const { id, coachId, sessionTypeId, linkId, plan, policy, capacity, room, filledUntil } = series;
  await sql`
    insert into series (id, coach_id, session_type_id, link_id, plan, policy, capacity, room, filled_until)
    values (${id}, ${coachId}, ${sessionTypeId}, ${linkId}, ${JSON.stringify(plan)}::jsonb, ${policy}, ${capacity}, ${room},
      ${filledUntil === 0 ? null : new Date(filledUntil)})`;
}
