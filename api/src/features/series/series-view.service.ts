import { DAY, MINUTE } from "../../core/local-date.ts";
import { occurrencesOf } from "../../core/series.ts";
import { writeRecurrence } from "../../core/series-text.ts";
import { zone } from "../../core/zone.ts";
import { Client, Series, uuidOf } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import { type Connection, parseCursor, toConnection, toCursor } from "../../platform/graphql/relay.ts";
import { refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { SeriesOccurrence } from "./series.inputs.ts";
import { type LoadedSeries, loadSeries } from "./series-state.service.ts";

export interface SeriesPage {
  readonly first: number;
  readonly after?: string | null | undefined;
  /** Only of this client. */
  readonly client?: string | null | undefined;
}

const MAX_DAYS = 1830;

/** Reads a coach's series. */
export class SeriesViewService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  /** The youngest first. */
  async page(coachId: string, { first, after, client }: SeriesPage): Promise<Connection<Series>> {
    requireWholeNumber("first", first, 1, 100);
    const [createdAt, lastId] = after
      ? (parseCursor(after, 2) ?? refuseInput("after", "This is not a cursor of this list."))
      : [null, null];
    const clientId = client ? (uuidOf(Client.name, client) ?? refuseUnknown("client")) : null;
    const rows = await this.db.sql<{ id: string; total: number }>`
      with matching as (
        select id, created_at from series where coach_id = ${coachId} and (${clientId}::uuid is null or exists (
          select from series_member member where member.series_id = series.id and member.client_id = ${clientId}::uuid))
      )
      select id, (select count(*)::int from matching) as total from matching
      where ${createdAt}::text is null or (created_at, id) < (${createdAt}::timestamptz, ${lastId}::uuid)
      order by matching.created_at desc, id desc limit ${first + 1}`;
    const found = await this.db.em().find(Series, { id: { $in: rows.map(({ id }) => id) } });
    const byId = new Map(found.map((series) => [series.id, series]));
    return toConnection({
      rows: rows.flatMap(({ id }) => byId.get(id) ?? []),
      first,
      after: after ?? null,
      totalCount: rows[0]?.total ?? 0,
      cursorOf: (series) => toCursor(series.createdAt.toISOString(), series.id),
    });
  }

  /** Every date of a series in a range of dates of its zone, with what is there. */
  async occurrences({ id, coach, plan }: Series, from: string, to: string): Promise<SeriesOccurrence[]> {
    const at = zone(plan.timeZone);
    const range = { start: at.startOfDay(from), end: at.endOfDay(to) };
    if (range.end <= range.start) refuseInput("to", `The last date must not be before the first, ${from}.`);
    if (range.end - range.start > MAX_DAYS * DAY) refuseInput("to", `Ask for at most ${MAX_DAYS} days.`);
    const loaded = await loadSeries(this.db.sql, id, coach.id);
    return loaded ? occurrencesIn(loaded, range) : [];
  }

  /** The series in the words of RFC 5545, as it is now. */
  async recurrence({ id, coach }: Series): Promise<string> {
    const loaded = await loadSeries(this.db.sql, id, coach.id);
    return loaded ? writeRecurrence(loaded.state) : "";
  }
}

function occurrencesIn({ state, bookings }: LoadedSeries, range: { start: number; end: number }): SeriesOccurrence[] {
  const { plan, actual } = state;
  const at = zone(plan.timeZone);
  // A session that was moved into the range may be planned far from it.
  const planned = occurrencesOf(plan, { start: range.start - 400 * DAY, end: range.end + 400 * DAY });
  const found = planned.flatMap((one) => {
    const there = actual.get(one.id);
    if (there === undefined) return [];
    const { start, minutes } = there.kind === "booked" ? there : one;
    if (start < range.start || start >= range.end) return [];
    const isException =
      there.kind === "booked" &&
      (start !== one.start || minutes !== one.minutes || there.sessionTypeId !== one.sessionTypeId);
    return Object.assign(new SeriesOccurrence(), {
      recurrenceId: one.id,
      state: there.kind,
      ...{
        startAt: new Date(start),
        endAt: new Date(start + minutes * MINUTE),
        localStart: at.toLocal(start).slice(0, 16),
      },
      isException,
      reason: there.kind === "booked" ? null : there.reason,
      bookingId: bookings.get(one.id)?.id ?? null,
    });
  });
  return found.sort((a, b) => a.startAt.getTime() - b.startAt.getTime());
}
