import { Client, Series, uuidOf } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { optionalText, refuseInput, requireKey } from "../../platform/validation.ts";
import { settleSeats } from "../bookings/seat.service.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { withChangeUndo } from "./change-undo.service.ts";
import type { ChangedSeries } from "./series-change.service.ts";
import type { AddSeriesMemberInput, RemoveSeriesMemberInput } from "./series-course.inputs.ts";
import { addMembers, requireClients } from "./series-member.service.ts";
import { type LoadedSeries, loadSeries, type SeriesBooking } from "./series-state.service.ts";

/** Who takes part in a course: a seat in every session to come, or in none. */
export class SeriesCourseService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Refused when one of the sessions to come has no seat left. */
  join(coachId: string, input: AddSeriesMemberInput): Promise<ChangedSeries> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const [clientId = ""] = requireClients("client", [input.client]);
    const note = optionalText("note", input.note, 2000);
    return this.change(coachId, { scope: "addSeriesMember", key, input }, async (write, { row }, toCome) => {
      await refuseFull(write, row.capacity, toCome, clientId);
      await addMembers(write, { ...row, seriesId: row.id, clientIds: [clientId], newClient: null, note });
      const ids = toCome.map(({ id }) => id);
      await write.sql`
        insert into attendee (id, booking_id, client_id, name, email, phone, time_zone, note, locale, hour_cycle, first_weekday)
        select gen_random_uuid(), session, client_id, name, email, phone, time_zone, note, locale, hour_cycle, first_weekday
        from series_member member, unnest(${ids}::uuid[]) session
        where member.series_id = ${row.id} and member.client_id = ${clientId}
        on conflict (booking_id, client_id) where cancelled_at is null do nothing`;
    });
  }

  /** Gives up her seats to come; the last one of a course cannot leave it. */
  leave(coachId: string, input: RemoveSeriesMemberInput): Promise<ChangedSeries> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const clientId = uuidOf(Client.name, input.client) ?? refuseUnknown("client");
    const reason = optionalText("message", input.message, 2000);
    return this.change(coachId, { scope: "removeSeriesMember", key, input }, async (write, { row }, toCome) => {
      const now = this.clock.now();
      const left = await write.sql`
        delete from series_member where series_id = ${row.id} and client_id = ${clientId} returning client_id`;
      const [others] = await write.sql<{ count: number }>`
        select count(*)::int as count from series_member where series_id = ${row.id}`;
      if (left.length === 0) refuseInput("client", "This client does not take part in the series.");
      if (others?.count === 0)
        refuseInput("client", "This client is the only one. End the series, or cancel its sessions.");
      const ids = toCome.map(({ id }) => id);
      await write.sql`
        update attendee set cancelled_at = ${new Date(now)}, cancel_cause = 'coach', cancel_reason = ${reason}, approve_by = null
        where booking_id = any (${ids}::uuid[]) and client_id = ${clientId} and cancelled_at is null`;
      const empty = await write.sql<{ id: string }>`
        select id from booking where id = any (${ids}::uuid[]) and not exists (
          select from attendee where booking_id = booking.id and cancelled_at is null)`;
      const byId = new Map(toCome.map((booking) => [booking.id, booking]));
      for (const { id } of empty) {
        const booking = byId.get(id);
        if (booking) await settleSeats(write, booking, { now, cause: "coach", reason });
      }
    });
  }

  private change(
    coachId: string,
    { scope, key, input }: { scope: string; key: string; input: { readonly series: string } },
    work: (write: CalendarWrite, series: LoadedSeries, toCome: readonly SeriesBooking[]) => Promise<unknown>,
  ): Promise<ChangedSeries> {
    const request = { scope: `${scope} ${coachId}`, key, input };
    return changeCalendar(this.db, coachId, (write) =>
      once(write.sql, request, async () => {
        const now = this.clock.now();
        const id = uuidOf(Series.name, input.series);
        const series = (id ? await loadSeries(write.sql, id, coachId) : null) ?? refuseUnknown("series");
        const toCome = [...series.bookings.values()].filter(
          ({ start, status }) => start > now && status !== "cancelled",
        );
        const touched = { seriesIds: [series.row.id], bookingIds: toCome.map((booking) => booking.id) };
        const offer = await withChangeUndo(write, { coachId, now, touched }, async () => {
          await work(write, series, toCome);
          await write.sql`update series set version = version + 1 where id = ${series.row.id}`;
          await write.sql`update booking set version = version + 1 where id = any (${touched.bookingIds}::uuid[])`;
          for (const booking of toCome) write.touch(booking, booking.id);
          if (toCome.length === 0) write.touchNothing();
          return { seriesIds: [], bookingIds: [] };
        });
        return { seriesId: series.row.id, ...offer };
      }),
    );
  }
}

async function refuseFull(
  write: CalendarWrite,
  capacity: number,
  toCome: readonly SeriesBooking[],
  clientId: string,
): Promise<void> {
  const ids = toCome.map(({ id }) => id);
  const [full] = await write.sql<{ at: string }>`
    select min(local_start) as at from booking where id = any (${ids}::uuid[]) and ${capacity} <= (
      select count(*) from attendee where booking_id = booking.id and cancelled_at is null and client_id <> ${clientId})`;
  if (full?.at) {
    refuseInput(
      "client",
      `All ${capacity} seats of the session on ${full.at.slice(0, 10)} are taken, and a course is joined whole.`,
    );
  }
}
