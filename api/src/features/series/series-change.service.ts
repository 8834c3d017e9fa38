import type { SeriesChange, SeriesEffect } from "../../core/series-change.ts";
import { changeSeries } from "../../core/series-effect.ts";
import { Series, uuidOf } from "../../entities/index.ts";
import type { MeetingProvider } from "../../integrations/meeting/meeting-provider.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { optionalText, refuseInput, requireKey, requireWholeNumber } from "../../platform/validation.ts";
import type { UndoOffer } from "../bookings/undo.service.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { type Offering, readOffering } from "../slots/offering.service.ts";
import type { SlotService } from "../slots/slot.service.ts";
import { withChangeUndo } from "./change-undo.service.ts";
import { asInput, changeOf, choicesOf } from "./series.policy.ts";
import { clashMessage, offeringOf } from "./series.service.ts";
import type { ChangeSeriesInput, SeriesChangeInput } from "./series-change.inputs.ts";
import { fitIn, type Planned } from "./series-planning.service.ts";
import { SeriesClash, type SeriesPreview } from "./series-preview.inputs.ts";
import { describePlan, reasonFor, type Viewing } from "./series-preview.service.ts";
import { type LoadedSeries, loadSeries } from "./series-state.service.ts";
import { type SeriesWrites, writeSessions, writesOf } from "./series-writing.service.ts";

export interface SeriesChangeDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
  readonly meetings: MeetingProvider;
}

/** A series that was changed, with the way back. */
export interface ChangedSeries extends UndoOffer {
  readonly seriesId: string;
}

interface Prepared {
  readonly series: LoadedSeries;
  readonly change: SeriesChange;
  readonly planned: Planned;
  readonly viewing: Viewing;
}

const ALTERNATIVES = 3;

/** Changes series: shown before it is done, done whole, and taken back exactly. */
export class SeriesChangeService {
  private readonly deps: SeriesChangeDependencies;

  constructor(deps: SeriesChangeDependencies) {
    this.deps = deps;
  }

  async preview(coachId: string, input: SeriesChangeInput): Promise<SeriesPreview> {
    const { db, slots } = this.deps;
    const { planned, viewing } = await this.prepare(db.sql, coachId, input);
    return describePlan(db.em(), slots, planned, viewing);
  }

  async change(coachId: string, input: ChangeSeriesInput): Promise<ChangedSeries> {
    const { db, slots, meetings } = this.deps;
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const message = optionalText("message", input.message, 2000);
    // Sessions may become of a type that wants a meeting of their own; no network is used within the transaction.
    const room = input.change.type ? (await meetings.create()).url : null;
    const request = { scope: `changeSeries ${coachId}`, key, input };
    return changeCalendar(db, coachId, (write) =>
      once(write.sql, request, async () => {
        const prepared = await this.prepare(write.sql, coachId, input.change);
        const { planned, viewing, series } = prepared;
        const clash = clashMessage(planned, input.shown);
        if (clash !== null)
          throw new Refusal(new SeriesClash(await describePlan(write.em, slots, planned, viewing), clash));
        const writes = writesOf(planned.proposal, series.bookings, reasonFor(planned));
        const touched = { seriesIds: [series.row.id], bookingIds: touchedBy(writes) };
        const now = this.deps.clock.now();
        const offer = await withChangeUndo(write, { coachId, now, touched }, async () => {
          await carryOut(write, series, { planned, writes, message, now, room });
          return { seriesIds: [], bookingIds: writes.made.map(({ id }) => id) };
        });
        return { seriesId: series.row.id, ...offer };
      }),
    );
  }

  private async prepare(sql: Sql, coachId: string, input: SeriesChangeInput): Promise<Prepared> {
    const now = this.deps.clock.now();
    const id = uuidOf(Series.name, input.series);
    const series = (id ? await loadSeries(sql, id, coachId) : null) ?? refuseUnknown("series");
    const { plan } = series.state;
    const change = changeOf(input, plan, await newTypeOf(sql, coachId, input));
    const { keepExceptions, policy } = input;
    const effect = asInput("change", () => changeSeries(series.state, change, { now, keepExceptions }));
    if (effect.steps.every(({ kind }) => kind === "stay") && JSON.stringify(effect.plan) === JSON.stringify(plan)) {
      refuseInput("change", "This changes nothing: the series is like that already.");
    }
    const offerings = await offeringsFor(sql, effect, series);
    const choices = choicesOf("change.choices", input.choices, plan.timeZone);
    const fitting = { asker: "coach" as const, policy, choices, alternatives: ALTERNATIVES, now };
    const planned = await fitIn(sql, effect, series.state, { bookings: series.bookings, offerings, fitting });
    const viewing = await this.viewingOf(sql, series, { effect, offerings, clientZone: input.clientTimeZone ?? null });
    return { series, change, planned, viewing };
  }

  /** Everybody with a seat in what is touched is told, and whoever takes part in what is new. */
  private async viewingOf(
    sql: Sql,
    { state, row, bookings }: LoadedSeries,
    {
      effect,
      offerings,
      clientZone,
    }: { effect: SeriesEffect; offerings: readonly Offering[]; clientZone: string | null },
  ): Promise<Viewing> {
    const touched = effect.steps.flatMap((step) => (step.kind !== "stay" ? (bookings.get(step.id)?.id ?? []) : []));
    const isNew = effect.steps.some((step) => step.kind === "set" && step.was === null);
    const clients = await sql<{ id: string; timeZone: string }>`
      select client_id as id, time_zone as "timeZone" from series_member where series_id = ${row.id} and ${isNew}
      union
      select client_id, time_zone from attendee
      where booking_id = any (${touched}::uuid[]) and cancelled_at is null and client_id is not null`;
    const [first] = clients;
    const coachZone = offerings[0]?.timeZone ?? state.plan.timeZone;
    const clientIds = [...new Set(clients.map((client) => client.id))];
    return {
      state,
      revision: offerings[0]?.revision ?? 0,
      coachZone,
      clientZone: clientZone ?? first?.timeZone ?? coachZone,
      clientIds,
    };
  }
}

async function newTypeOf(sql: Sql, coachId: string, { type }: SeriesChangeInput) {
  if (!type) return null;
  const offering = await offeringOf(sql, coachId, type.sessionType);
  const minutes = requireWholeNumber("change.type.minutes", type.minutes ?? offering.minutes[0] ?? 0, 5, 1440);
  return { sessionTypeId: offering.sessionTypeId, minutes };
}

/** Of every session type that the sessions have or get; that of the series itself always. */
export async function offeringsFor(sql: Sql, effect: SeriesEffect, { row }: LoadedSeries): Promise<Offering[]> {
  const ids = new Set([row.sessionTypeId]);
  for (const step of effect.steps) if (step.kind === "set") ids.add(step.to.sessionTypeId);
  const offerings: Offering[] = [];
  for (const id of ids) {
    const offering = await readOffering(sql, id);
    if (offering) offerings.push(offering);
  }
  return offerings;
}

function touchedBy({ cancelled, moved, revived }: SeriesWrites): string[] {
  return [...cancelled, ...moved, ...revived].map(({ booking }) => booking.id);
}

interface CarriedOut {
  readonly planned: Planned;
  readonly writes: SeriesWrites;
  readonly message: string | null;
  readonly now: number;
  /** A meeting for the sessions, should they have none yet. */
  readonly room?: string | null;
}

/** The sessions, the plan, and what the coach says about what moved. */
export async function carryOut(
  write: CalendarWrite,
  { row }: LoadedSeries,
  { planned, writes, message, now, room: newRoom = null }: CarriedOut,
): Promise<void> {
  const { plan, filledUntil } = planned.proposal;
  const room = row.room ?? newRoom;
  await writeSessions(write, { ...row, plan, room }, { writes, planned, now });
  const sessionTypeId = plan.terms.at(-1)?.sessionTypeId ?? row.sessionTypeId;
  await write.sql`
    update series set plan = ${JSON.stringify(plan)}::jsonb, session_type_id = ${sessionTypeId}, version = version + 1,
      room = ${room}, filled_until = ${filledUntil === 0 ? null : new Date(filledUntil)}
    where id = ${row.id}`;
  if (message !== null && writes.moved.length > 0) {
    const moved = writes.moved.map(({ booking }) => booking.id);
    await write.sql`update booking set coach_message = ${message} where id = any (${moved}::uuid[])`;
  }
  // The plan shows in the calendar too.
  if (writes.cancelled.length + writes.moved.length + writes.revived.length + writes.made.length === 0)
    write.touchNothing();
}
