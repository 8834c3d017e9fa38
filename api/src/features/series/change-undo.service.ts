import { randomUUID } from "node:crypto";
import { findConflicts } from "../../core/conflicts.ts";
import { MINUTE } from "../../core/local-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { requireKey } from "../../platform/validation.ts";
import { SlotTaken } from "../bookings/booking.inputs.ts";
import { removeLapsed } from "../bookings/calendar.service.ts";
import { UndoExpired } from "../bookings/undo.inputs.ts";
import type { UndoOffer } from "../bookings/undo.service.ts";
import { type CalendarWrite, changeCalendar, makeWay } from "../coaches/coach.service.ts";
import { lapsedOf, readSlotQuery } from "../slots/offering.service.ts";
import type { SlotService } from "../slots/slot.service.ts";
import type { UndoSeriesChangeInput } from "./series-change.inputs.ts";

/** Longer than for a single session: a course is looked over before one sees the mistake. */
const UNDO_MS = 10 * MINUTE;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a change is going to touch that is there already. */
export interface Touched {
  readonly seriesIds: readonly string[];
  readonly bookingIds: readonly string[];
}

/**
 * Makes a change of many sessions that can be taken back as a whole: keeps every row as it was. The work says what it
 * made besides.
 */
export async function withChangeUndo(
  write: CalendarWrite,
  { coachId, now, touched }: { coachId: string; now: number; touched: Touched },
  change: () => Promise<Touched>,
): Promise<UndoOffer> {
  const [kept] = await write.sql<{ before: string }>`select jsonb_build_object(
      'bookings', (select coalesce(jsonb_agg(to_jsonb(booking)), '[]') from booking where id = any (${[...touched.bookingIds]}::uuid[])),
      'seats', (select coalesce(jsonb_agg(to_jsonb(seat)), '[]') from attendee seat where booking_id = any (${[...touched.bookingIds]}::uuid[])),
      'series', (select coalesce(jsonb_agg(to_jsonb(series)), '[]') from series where id = any (${[...touched.seriesIds]}::uuid[])),
      'members', (select coalesce(jsonb_agg(to_jsonb(member)), '[]') from series_member member where series_id = any (${[...touched.seriesIds]}::uuid[])),
      'gaps', (select coalesce(jsonb_agg(to_jsonb(gap)), '[]') from series_gap gap where series_id = any (${[...touched.seriesIds]}::uuid[]))
    )::text as before`;
  const made = await change();
  const offer = { undoId: randomUUID(), undoUntil: now + UNDO_MS };
  const bookingIds = [...touched.bookingIds, ...made.bookingIds];
  const seriesIds = [...touched.seriesIds, ...made.seriesIds];
  await write.sql`
    insert into change_undo (id, coach_id, before, after, expires_at)
    select ${offer.undoId}, ${coachId}, ${kept?.before ?? "{}"}::jsonb, jsonb_build_object(
        'bookings', (select coalesce(jsonb_object_agg(id, version), '{}') from booking where id = any (${bookingIds}::uuid[])),
        'series', (select coalesce(jsonb_object_agg(id, version), '{}') from series where id = any (${seriesIds}::uuid[]))),
      ${new Date(offer.undoUntil)}`;
  return offer;
}

interface Standing {
  readonly id: string;
  readonly sessionTypeId: string;
  readonly start: number;
  readonly end: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

interface Kept {
  readonly bookingIds: string[];
  readonly seriesIds: string[];
  readonly changedSince: boolean;
  /** Sessions that will stand again, at times to come. */
  readonly standing: Standing[];
}

export interface ChangeUndoDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
}

/** Takes changes of many sessions back: exactly and whole, or not at all. */
export class ChangeUndoService {
  private readonly deps: ChangeUndoDependencies;

  constructor(deps: ChangeUndoDependencies) {
    this.deps = deps;
  }

  undo(coachId: string, input: UndoSeriesChangeInput): Promise<{ seriesIds: string[] }> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const request = { scope: `undoSeriesChange ${coachId}`, key, input };
    return changeCalendar(this.deps.db, coachId, (write) =>
      once(write.sql, request, () => this.takeBack(write, coachId, input.undo)),
    );
  }

  /** The same within a write that is open. */
  async takeBack(write: CalendarWrite, coachId: string, undoId: string): Promise<{ seriesIds: string[] }> {
    const now = this.deps.clock.now();
    const kept = UUID.test(undoId) ? await find(write.sql, { coachId, undoId, now }) : null;
    if (!kept) throw new Refusal(new UndoExpired("It is too late to take this back. Change the sessions themselves."));
    if (kept.changedSince) {
      throw new Refusal(new UndoExpired("Some of these sessions were changed since. Look at them as they are now."));
    }
    await this.makeRoom(write, coachId, kept, now);
    await restore(write, undoId, kept);
    const rows = await write.sql<{ id: string }>`select id from series where id = any (${kept.seriesIds}::uuid[])`;
    return { seriesIds: rows.map(({ id }) => id) };
  }

  /** The old times must still be free; the coach's hours do not bind her. */
  private async makeRoom(
    write: CalendarWrite,
    coachId: string,
    { standing, bookingIds }: Kept,
    now: number,
  ): Promise<void> {
    const [first] = standing;
    if (!first) return;
    for (const { start, end, bufferBeforeMinutes, bufferAfterMinutes } of standing) {
      const blocked = { start: start - bufferBeforeMinutes * MINUTE, end: end + bufferAfterMinutes * MINUTE };
      await makeWay(this.deps.db, write, coachId, blocked);
    }
    const offering = await this.deps.slots.offering(write.sql, first.sessionTypeId);
    const hull = {
      start: Math.min(...standing.map(({ start }) => start)),
      end: Math.max(...standing.map(({ end }) => end)),
    };
    const query = await readSlotQuery(write.sql, offering, { range: hull, minutes: 60, now });
    const own = new Set(bookingIds);
    const others = query.rows.filter((row) => !row.lapsed && !own.has(row.id));
    const bookings = others.map((row) => ({ ...row, seatsTaken: undefined }));
    for (const session of standing) {
      const { bufferBeforeMinutes, bufferAfterMinutes, start, end } = session;
      const asked = { ...query.session, bufferBeforeMinutes, bufferAfterMinutes, capacity: 1 };
      const conflicts = findConflicts(
        { now, session: asked, calendar: { ...query.calendar, bookings } },
        { start, end },
      );
      if (conflicts.length > 0) throw new Refusal(Object.assign(new SlotTaken([]), { message: TAKEN }));
    }
    await removeLapsed(write, lapsedOf(query.rows));
  }
}

const TAKEN = "One of the old times is taken by now, so that nothing was taken back. Change the sessions themselves.";

async function find(
  sql: Sql,
  { coachId, undoId, now }: { coachId: string; undoId: string; now: number },
): Promise<Kept | null> {
  const rows = await sql<Kept>`
    select array(select jsonb_object_keys(after -> 'bookings')) as "bookingIds",
      array(select jsonb_object_keys(after -> 'series')) as "seriesIds",
      exists (
        select from jsonb_each_text(after -> 'bookings') known(id, version) left join booking on booking.id = known.id::uuid
        where booking.version is distinct from known.version::integer
      ) or exists (
        select from jsonb_each_text(after -> 'series') known(id, version) left join series on series.id = known.id::uuid
        where series.version is distinct from known.version::integer
      ) as "changedSince",
      (select coalesce(jsonb_agg(jsonb_build_object('id', old.id, 'sessionTypeId', old.session_type_id,
          'start', extract(epoch from old.start_at) * 1000, 'end', extract(epoch from old.end_at) * 1000,
          'bufferBeforeMinutes', old.buffer_before_minutes, 'bufferAfterMinutes', old.buffer_after_minutes)), '[]')
        from jsonb_populate_recordset(null::booking, before -> 'bookings') old
        where old.status in ('pending', 'confirmed') and old.end_at > ${new Date(now)}) as standing
    from change_undo where id = ${undoId} and coach_id = ${coachId} and expires_at > ${new Date(now)}`;
  return rows[0] ?? null;
}

/** Every row as it was, and none that was not there; the versions go on, because this is a change too. */
async function restore(write: CalendarWrite, undoId: string, { bookingIds, seriesIds }: Kept): Promise<void> {
  const touched = await write.sql<{ id: string; start: number; end: number }>`
    select id, (extract(epoch from start_at) * 1000)::float8 as start, (extract(epoch from end_at) * 1000)::float8 as "end"
    from booking where id = any (${bookingIds}::uuid[])
    union all
    select old.id, (extract(epoch from old.start_at) * 1000)::float8, (extract(epoch from old.end_at) * 1000)::float8
    from change_undo undo, jsonb_populate_recordset(null::booking, undo.before -> 'bookings') old where undo.id = ${undoId}`;
  // A program goes with the last of its sessions.
  await write.sql`
    with gone as (
      delete from booking where id = any (${bookingIds}::uuid[]) and id not in (
        select old.id from change_undo undo, jsonb_populate_recordset(null::booking, undo.before -> 'bookings') old
        where undo.id = ${undoId})
      returning id, program_booking_id
    )
    delete from program_booking program where id in (select program_booking_id from gone) and not exists (
      select from booking where program_booking_id = program.id and booking.id not in (select id from gone))`;
  await write.sql`
    update booking set status = 'completed', hold_expires_at = null, approve_by = null, cancelled_at = null, cancel_cause = null
    where id = any (${bookingIds}::uuid[])`;
  await write.sql`
    update booking set version = booking.version + 1, status = old.status, start_at = old.start_at, end_at = old.end_at,
      blocked_from_at = old.blocked_from_at, blocked_until_at = old.blocked_until_at, session_type_id = old.session_type_id,
      buffer_before_minutes = old.buffer_before_minutes, buffer_after_minutes = old.buffer_after_minutes,
      time_zone = old.time_zone, local_start = old.local_start, capacity = old.capacity, place_kind = old.place_kind,
      place_detail = old.place_detail, hold_expires_at = old.hold_expires_at, approve_by = old.approve_by,
      cancelled_at = old.cancelled_at, cancel_cause = old.cancel_cause, cancel_reason = old.cancel_reason,
      coach_message = old.coach_message, move_requested_at = old.move_requested_at, move_message = old.move_message
    from change_undo undo, jsonb_populate_recordset(null::booking, undo.before -> 'bookings') old
    where undo.id = ${undoId} and booking.id = old.id`;
  await restoreSeats(write, undoId, bookingIds);
  await restoreSeries(write, undoId, seriesIds);
  await write.sql`delete from change_undo where id = ${undoId}`;
  for (const { id, start, end } of touched) write.touch({ start, end }, id);
  if (touched.length === 0) write.touchNothing();
}

async function restoreSeats(write: CalendarWrite, undoId: string, bookingIds: readonly string[]): Promise<void> {
  await write.sql`
    delete from attendee where booking_id = any (${[...bookingIds]}::uuid[]) and id not in (
      select old.id from change_undo undo, jsonb_populate_recordset(null::attendee, undo.before -> 'seats') old
      where undo.id = ${undoId})`;
  await write.sql`
    update attendee set cancelled_at = old.cancelled_at, cancel_cause = old.cancel_cause, cancel_reason = old.cancel_reason,
      approve_by = old.approve_by, no_show = old.no_show
    from change_undo undo, jsonb_populate_recordset(null::attendee, undo.before -> 'seats') old
    where undo.id = ${undoId} and attendee.id = old.id`;
}

async function restoreSeries(write: CalendarWrite, undoId: string, seriesIds: readonly string[]): Promise<void> {
  await write.sql`delete from series_gap where series_id = any (${[...seriesIds]}::uuid[])`;
  await write.sql`delete from series_member where series_id = any (${[...seriesIds]}::uuid[])`;
  await write.sql`
    delete from series where id = any (${[...seriesIds]}::uuid[]) and id not in (
      select old.id from change_undo undo, jsonb_populate_recordset(null::series, undo.before -> 'series') old
      where undo.id = ${undoId})`;
  await write.sql`
    update series set version = series.version + 1, session_type_id = old.session_type_id, plan = old.plan,
      policy = old.policy, capacity = old.capacity, room = old.room, filled_until = old.filled_until
    from change_undo undo, jsonb_populate_recordset(null::series, undo.before -> 'series') old
    where undo.id = ${undoId} and series.id = old.id`;
  await write.sql`
    insert into series_gap select old.*
    from change_undo undo, jsonb_populate_recordset(null::series_gap, undo.before -> 'gaps') old where undo.id = ${undoId}`;
  await write.sql`
    insert into series_member select old.*
    from change_undo undo, jsonb_populate_recordset(null::series_member, undo.before -> 'members') old where undo.id = ${undoId}`;
}
