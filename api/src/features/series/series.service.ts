import { SessionType, uuidOf } from "../../entities/index.ts";
import type { MeetingProvider } from "../../integrations/meeting/meeting-provider.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/db.ts";
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
import type { BookSeriesInput, PreviewSeriesInput } from "./series.inputs.ts";
import { requireClients } from "./series-member.service.ts";
import type { Planned } from "./series-planning.service.ts";
import { SeriesClash, type SeriesPreview } from "./series-preview.inputs.ts";
import { describePlan, fingerprintOf, type Viewing } from "./series-preview.service.ts";
import { type PlannedSeries, planNew, toMake } from "./series-start.service.ts";

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

/** Makes series: shown first, then booked whole, by the very same steps. */
export class SeriesService {
  private readonly deps: SeriesDependencies;

  constructor(deps: SeriesDependencies) {
    this.deps = deps;
  }

  /** Every session with its state, both sides' times and the nearest free times; the statements do not depend on their number. */
  async preview(coachId: string, input: PreviewSeriesInput): Promise<SeriesPreview> {
    const { db, slots } = this.deps;
    const { planned, viewing } = await this.plan(db.sql, coachId, input);
    const clientZone = input.clientTimeZone ?? viewing.clientZone;
    return describePlan(db.em(), slots, planned, { ...viewing, clientZone });
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
        const series = await this.plan(write.sql, coachId, input);
        await this.refuseClash(write, series.planned, series.viewing, input.shown);
        const capacity = requireWholeNumber("capacity", input.capacity ?? series.offering.capacity, 1, 500);
        const { policy } = input.dates;
        const making = toMake({ series, policy, capacity, linkId: null, room, members: membersOf(input), now });
        const made = { seriesIds: [making.seriesId], bookingIds: making.bookingIds };
        const touched = { seriesIds: [], bookingIds: [] };
        const offer = await withChangeUndo(write, { coachId, now, touched }, async () => {
          await making.make(write);
          return made;
        });
        return { seriesId: making.seriesId, bookingIds: making.bookingIds, ...offer };
      }),
    );
  }

  private async plan(
    sql: Sql,
    coachId: string,
    { sessionType, dates }: Pick<BookSeriesInput, "sessionType" | "dates">,
  ): Promise<PlannedSeries> {
    const offering = await offeringOf(sql, coachId, sessionType);
    return planNew(sql, { offering, dates, asker: "coach", now: this.deps.clock.now() });
  }

  /** Nothing is done while a session has no place, nor anything else than what was shown. */
  private async refuseClash(
    write: CalendarWrite,
    planned: Planned,
    viewing: Viewing,
    shown: string | null | undefined,
  ): Promise<void> {
    const message = clashMessage(planned, shown);
    if (message === null) return;
    throw new Refusal(new SeriesClash(await describePlan(write.em, this.deps.slots, planned, viewing), message));
  }

  /** Whether each session shall have a meeting of its own; a series has one for all of its sessions. */
  private async wantsRoom(sessionType: string): Promise<boolean> {
    const id = uuidOf(SessionType.name, sessionType);
    const rows = id ? await this.deps.db.sql`select from session_type where id = ${id} and place_per_booking` : [];
    return rows.length > 0;
  }
}

function membersOf(input: BookSeriesInput) {
  const note = optionalText("note", input.note, 2000);
  const clientIds = requireClients("clients", input.clients);
  const newClient = input.newClient ? { ...checkClient("newClient", input.newClient), note } : null;
  if (clientIds.length === 0 && !newClient) refuseInput("clients", "Choose at least one client.");
  return { clientIds, newClient, note };
}

/** What stands against a plan, in words; null when it can be carried out. */
export function clashMessage(planned: Planned, shown: string | null | undefined): string | null {
  const { open } = planned.proposal;
  if (open === 1) return "One session has no place. Choose another time for it, or leave it out.";
  if (open > 1) return `${open} sessions have no place. Choose other times for them, or leave them out.`;
  if (shown == null || shown === fingerprintOf(planned)) return null;
  return "The calendar changed since. Look at the sessions again before you go on.";
}

/** A session type of the coach's, with her hours. */
export async function offeringOf(sql: Sql, coachId: string, globalId: string): Promise<Offering> {
  const id = uuidOf(SessionType.name, globalId);
  const offering = id ? await readOffering(sql, id) : null;
  return offering?.coachId === coachId ? offering : refuseUnknown("session type");
}
