import { randomUUID } from "node:crypto";
import type { SeriesState } from "../../core/series.ts";
import { changeSeries } from "../../core/series-effect.ts";
import { startPlan } from "../../core/series-plan.ts";
import { readRecurrence } from "../../core/series-text.ts";
import { zone } from "../../core/zone.ts";
import { SessionType, uuidOf } from "../../entities/index.ts";
import type { MeetingProvider } from "../../integrations/meeting/meeting-provider.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { optionalText, refuseInput, requireKey, requireWholeNumber } from "../../platform/validation.ts";
import type { UndoOffer } from "../bookings/undo.service.ts";
import { checkClient } from "../clients/client.inputs.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { type Offering, readOffering } from "../slots/offering.service.ts";
import type { SlotService } from "../slots/slot.service.ts";
import { withChangeUndo } from "./change-undo.service.ts";
import type { BookSeriesInput, PreviewSeriesInput, SeriesDatesInput } from "./series.inputs.ts";
import { asInput, choicesOf } from "./series.policy.ts";
import { addMembers, requireClients } from "./series-member.service.ts";
import { type Fitting, fitIn, type Planned } from "./series-planning.service.ts";
import { SeriesClash, type SeriesPreview } from "./series-preview.inputs.ts";
import { describePlan, fingerprintOf, reasonFor, type Viewing } from "./series-preview.service.ts";
import { writeSessions, writesOf } from "./series-writing.service.ts";

export interface SeriesDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
  readonly meetings: MeetingProvider;
}

/** A series that was booked, with the way back. */
export interface BookedSeries extends UndoOffer {
  readonly seriesId: string;
  readonly bookingIds: readonly string[];
}

const ALTERNATIVES = 3;
const none = new Map<never, never>();

/** Makes series: shown first, then booked whole, by the very same steps. */
export class SeriesService {
  private readonly deps: SeriesDependencies;

  constructor(deps: SeriesDependencies) {
    this.deps = deps;
  }

  /** Every session with its state, both sides' times and the nearest free times; the statements do not depend on their number. */
  async preview(coachId: string, input: PreviewSeriesInput): Promise<SeriesPreview> {
    const { db } = this.deps;
    const { planned, viewing } = await this.plan(db.sql, coachId, input, ALTERNATIVES);
    const clientZone = input.clientTimeZone ?? viewing.clientZone;
    return describePlan(db.em(), this.deps.slots, planned, { ...viewing, clientZone });
  }

  /** All of it or nothing, in one transaction under the coach's lock, whatever races with it. */
  async book(coachId: string, input: BookSeriesInput): Promise<BookedSeries> {
    const { db, clock, meetings } = this.deps;
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const room = (await this.wantsRoom(input.sessionType)) ? (await meetings.create()).url : null;
    const request = { scope: `bookSeries ${coachId}`, key, input };
    return changeCalendar(db, coachId, (write) =>
      once(write.sql, request, async () => {
        const now = clock.now();
        const { planned, viewing, offering } = await this.plan(write.sql, coachId, input, ALTERNATIVES);
        await this.refuseOpen(write, planned, viewing, input.shown);
        const writes = writesOf(planned.proposal, none, reasonFor(planned));
        if (writes.made.length === 0)
          refuseInput("dates", "No session of this series has a place. Choose other times.");
        const seriesId = randomUUID();
        const made = { seriesIds: [seriesId], bookingIds: writes.made.map(({ id }) => id) };
        const touched = { seriesIds: [], bookingIds: [] };
        const offer = await withChangeUndo(write, { coachId, now, touched }, async () => {
          const capacity = requireWholeNumber("capacity", input.capacity ?? offering.capacity, 1, 500);
          const { plan, filledUntil } = planned.proposal;
          const row = { id: seriesId, coachId, plan, capacity, room, linkId: null };
          await insertSeries(write, {
            ...row,
            filledUntil,
            sessionTypeId: offering.sessionTypeId,
            policy: input.dates.policy,
          });
          await this.seat(write, { seriesId, coachId, capacity, input });
          await writeSessions(write, row, { writes, planned, now });
          return made;
        });
        return { seriesId, bookingIds: made.bookingIds, ...offer };
      }),
    );
  }

  private async plan(
    sql: Sql,
    coachId: string,
    input: { readonly sessionType: string; readonly dates: SeriesDatesInput },
    alternatives: number,
  ): Promise<{ planned: Planned; viewing: Viewing; offering: Offering }> {
    const now = this.deps.clock.now();
    const offering = await offeringOf(sql, coachId, input.sessionType);
    const { state, fitting } = this.start(input.dates, offering, { now, alternatives });
    const effect = changeSeries(state, { kind: "fill" }, { now, keepExceptions: true });
    const planned = await fitIn(sql, effect, state, { bookings: none, offerings: [offering], fitting });
    const { revision, timeZone } = offering;
    const viewing = { state, revision, coachZone: timeZone, clientZone: state.plan.timeZone, clientIds: [] };
    return { planned, viewing, offering };
  }

  private start(
    dates: SeriesDatesInput,
    offering: Offering,
    { now, alternatives }: { now: number; alternatives: number },
  ): { state: SeriesState; fitting: Fitting } {
    const minutes = requireWholeNumber("dates.minutes", dates.minutes ?? offering.minutes[0] ?? 0, 5, 1440);
    const fallback = { timeZone: dates.timeZone ?? offering.timeZone, start: dates.start };
    const { sessionTypeId } = offering;
    const plan = asInput("dates.recurrence", () =>
      startPlan(readRecurrence(dates.recurrence, fallback), { minutes, sessionTypeId }),
    );
    if (zone(plan.timeZone).toInstant(plan.start) <= now) {
      refuseInput("dates.start", "The first session is over already. Choose a time to come.");
    }
    const choices = choicesOf("dates.choices", dates.choices, plan.timeZone);
    return {
      state: { plan, actual: new Map(), filledUntil: 0 },
      fitting: { asker: "coach", policy: dates.policy, choices, alternatives, now },
    };
  }

  /** Nothing is done while a session has no place, nor anything else than what was shown. */
  private async refuseOpen(
    write: CalendarWrite,
    planned: Planned,
    viewing: Viewing,
    shown: string | null | undefined,
  ): Promise<void> {
    const message = clashMessage(planned, shown);
    if (message === null) return;
    throw new Refusal(new SeriesClash(await describePlan(write.em, this.deps.slots, planned, viewing), message));
  }

  private async seat(
    write: CalendarWrite,
    {
      seriesId,
      coachId,
      capacity,
      input,
    }: { seriesId: string; coachId: string; capacity: number; input: BookSeriesInput },
  ): Promise<void> {
    const note = optionalText("note", input.note, 2000);
    const clientIds = requireClients("clients", input.clients);
    const newClient = input.newClient ? { ...checkClient("newClient", input.newClient), note } : null;
    if (clientIds.length === 0 && !newClient) refuseInput("clients", "Choose at least one client.");
    await addMembers(write, { seriesId, coachId, capacity, clientIds, newClient, note });
  }

  /** Whether each session shall have a meeting of its own; a series has one for all of its sessions. */
  private async wantsRoom(sessionType: string): Promise<boolean> {
    const id = uuidOf(SessionType.name, sessionType);
    const rows = id ? await this.deps.db.sql`select from session_type where id = ${id} and place_per_booking` : [];
    return rows.length > 0;
  }
}

/** What stands against a plan, in words; null when it can be carried out. */
export function clashMessage(planned: Planned, shown: string | null | undefined): string | null {
  const { open } = planned.proposal;
  if (open === 1) return "One session has no place. Choose another time for it, or leave it out.";
  if (open > 1) return `${open} sessions have no place. Choose other times for them, or leave them out.`;
  if (shown != null && shown !== fingerprintOf(planned))
    return "The calendar changed since. Look at the sessions again before you go on.";
  return null;
}

/** A session type of the coach's, with her hours. */
export async function offeringOf(sql: Sql, coachId: string, globalId: string): Promise<Offering> {
  const id = uuidOf(SessionType.name, globalId);
  const offering = id ? await readOffering(sql, id) : null;
  return offering?.coachId === coachId ? offering : refuseUnknown("session type");
}

interface NewSeries {
  readonly id: string;
  readonly coachId: string;
  readonly sessionTypeId: string;
  readonly linkId: string | null;
  readonly plan: SeriesState["plan"];
  readonly policy: string;
  readonly capacity: number;
  readonly room: string | null;
  readonly filledUntil: number;
}

async function insertSeries({ sql }: Tx, series: NewSeries): Promise<void> {
  const { id, coachId, sessionTypeId, linkId, plan, policy, capacity, room, filledUntil } = series;
  await sql`
    insert into series (id, coach_id, session_type_id, link_id, plan, policy, capacity, room, filled_until)
    values (${id}, ${coachId}, ${sessionTypeId}, ${linkId}, ${JSON.stringify(plan)}::jsonb, ${policy}, ${capacity}, ${room},
      ${filledUntil === 0 ? null : new Date(filledUntil)})`;
}
