import { randomUUID } from "node:crypto";
import type { EntityManager } from "@mikro-orm/postgresql";
import { findConflicts } from "../../core/conflicts.ts";
import { MINUTE } from "../../core/local-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { requireKey } from "../../platform/validation.ts";
import { type CalendarWrite, changeCalendar, makeWay } from "../coaches/coach.service.ts";
import { lapsedOf, readSlotQuery } from "../slots/offering.service.ts";
import type { SlotService } from "../slots/slot.service.ts";
import { isStanding } from "./booking.policy.ts";
import { type BookingRow, removeLapsed } from "./calendar.service.ts";
import { takenBecause } from "./obstacle.service.ts";
import { type UndoChangeInput, UndoExpired } from "./undo.inputs.ts";
import { Undo } from "./undo-offer.inputs.ts";

/** Long enough to see a mistake, short enough that nobody has built on it. */
const UNDO_MS = 5 * MINUTE;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The way back of one change, as it is remembered with the change's result. */
export interface UndoOffer {
  readonly undoId: string;
  /** Epoch milliseconds. */
  readonly undoUntil: number;
}

export function toUndo({ undoId, undoUntil }: UndoOffer): Undo {
  return Object.assign(new Undo(), { id: undoId, expiresAt: new Date(undoUntil) });
}

/** What can still be taken back, by booking. */
export async function readUndos(
  em: EntityManager,
  bookingIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, Undo>> {
  const rows: Array<{ bookingId: string; undoId: string; undoUntil: number }> = await em.getConnection().execute(
    `select booking.id as "bookingId", undo.id as "undoId", (extract(epoch from undo.expires_at) * 1000)::float8 as "undoUntil"
     from booking_undo undo join booking on booking.id = undo.booking_id and booking.version = undo.version
     where undo.expires_at > ? and booking.id in (${bookingIds.map(() => "?").join(", ")})`,
    [new Date(now), ...bookingIds],
  );
  return new Map(rows.map((row) => [row.bookingId, toUndo(row)]));
}

/** Changes a booking so that the change can be taken back: keeps the booking and its seats as they were. */
export async function withUndo(
  write: CalendarWrite,
  { bookingId, coachId, now }: { bookingId: string; coachId: string; now: number },
  change: () => Promise<void>,
): Promise<UndoOffer> {
  const [kept] = await write.sql<{ before: string }>`
    select jsonb_build_object('booking', to_jsonb(booking), 'seats', (
      select coalesce(jsonb_agg(to_jsonb(attendee)), '[]') from attendee where booking_id = booking.id and client_id is not null
    ))::text as before
    from booking where id = ${bookingId}`;
  await change();
  const offer = { undoId: randomUUID(), undoUntil: now + UNDO_MS };
  await write.sql`
    insert into booking_undo (id, coach_id, booking_id, version, before, expires_at)
    select ${offer.undoId}, ${coachId}, id, version, ${kept?.before ?? ""}::jsonb, ${new Date(offer.undoUntil)}
    from booking where id = ${bookingId}`;
  return offer;
}

interface Kept extends BookingRow {
  readonly approveBy: number | null;
  /** Whether anything happened to the booking after the change. */
  readonly changedSince: boolean;
}

export interface UndoDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
}

/** Takes the coach's changes back: exactly, or not at all. */
export class UndoService {
  private readonly deps: UndoDependencies;

  constructor(deps: UndoDependencies) {
    this.deps = deps;
  }

  undo(coachId: string, input: UndoChangeInput): Promise<{ bookingId: string }> {
    const { db, clock } = this.deps;
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const request = { scope: `undoChange ${coachId}`, key, input };
    return changeCalendar(db, coachId, (write) =>
      once(write.sql, request, async () => {
        const now = clock.now();
        const kept = UUID.test(input.undo) ? await this.find(write, coachId, input.undo, now) : null;
        if (!kept) throw new Refusal(new UndoExpired());
        if (kept.changedSince) {
          throw new Refusal(new UndoExpired("The session was changed since. Look at it as it is now."));
        }
        if (kept.status === "pending" && kept.approveBy !== null && kept.approveBy <= now) {
          throw new Refusal(new UndoExpired("The time to answer is over by now. Book the client yourself."));
        }
        if (isStanding(kept.status)) await this.makeRoom(write, kept, now);
        await restore(write, input.undo, kept);
        return { bookingId: kept.id };
      }),
    );
  }

  private async find({ sql }: CalendarWrite, coachId: string, undoId: string, now: number): Promise<Kept | null> {
    const rows = await sql<Kept>`
      select before.id, before.coach_id as "coachId", before.session_type_id as "sessionTypeId", before.status,
        before.capacity, before.time_zone as "timeZone",
        (extract(epoch from before.start_at) * 1000)::float8 as start, (extract(epoch from before.end_at) * 1000)::float8 as "end",
        (extract(epoch from before.approve_by) * 1000)::float8 as "approveBy",
        before.buffer_before_minutes as "bufferBeforeMinutes", before.buffer_after_minutes as "bufferAfterMinutes",
        booking.version <> undo.version as "changedSince"
      from booking_undo undo
      join booking on booking.id = undo.booking_id
      cross join lateral jsonb_populate_record(null::booking, undo.before -> 'booking') before
      where undo.id = ${undoId} and undo.coach_id = ${coachId} and undo.expires_at > ${new Date(now)}`;
    return rows[0] ?? null;
  }

  /** The old time must still be free; the coach's hours do not bind her. */
  private async makeRoom(write: CalendarWrite, kept: Kept, now: number): Promise<void> {
    const { db, slots } = this.deps;
    await makeWay(db, write, kept.coachId, {
      start: kept.start - kept.bufferBeforeMinutes * MINUTE,
      end: kept.end + kept.bufferAfterMinutes * MINUTE,
    });
    // The session comes back as itself and joins no other.
    const offering = { ...(await slots.offering(write.sql, kept.sessionTypeId)), ...buffersOf(kept), capacity: 1 };
    const except = { bookingId: kept.id };
    const minutes = (kept.end - kept.start) / MINUTE;
    const query = await readSlotQuery(write.sql, offering, { range: kept, minutes, now, except });
    const conflicts = findConflicts(query, kept);
    if (conflicts.length > 0) {
      const nearest = await slots.nearest(write.sql, offering, { at: kept, now, viewerZone: kept.timeZone, except });
      throw new Refusal(await takenBecause(write.sql, { conflicts, rows: query.rows, offering, at: kept }, nearest));
    }
    await removeLapsed(write, lapsedOf(query.rows));
  }
}

function buffersOf({ bufferBeforeMinutes, bufferAfterMinutes }: Kept) {
  return { bufferBeforeMinutes, bufferAfterMinutes };
}

/** Everything that a coach's change touches, as it was; the version goes on, because this is a change too. */
async function restore(write: CalendarWrite, undoId: string, kept: Kept): Promise<void> {
  const [now] = await write.sql<{ start: number; end: number }>`
    select (extract(epoch from start_at) * 1000)::float8 as start, (extract(epoch from end_at) * 1000)::float8 as "end"
    from booking where id = ${kept.id}`;
  await write.sql`
    update booking set version = booking.version + 1, status = before.status, start_at = before.start_at,
      end_at = before.end_at, blocked_from_at = before.blocked_from_at, blocked_until_at = before.blocked_until_at,
      time_zone = before.time_zone, local_start = before.local_start, approve_by = before.approve_by,
      hold_expires_at = before.hold_expires_at, cancelled_at = before.cancelled_at, cancel_cause = before.cancel_cause,
      cancel_reason = before.cancel_reason, coach_message = before.coach_message,
      move_requested_at = before.move_requested_at, move_message = before.move_message
    from booking_undo undo cross join lateral jsonb_populate_record(null::booking, undo.before -> 'booking') before
    where undo.id = ${undoId} and booking.id = before.id`;
  await write.sql`
    update attendee set cancelled_at = before.cancelled_at, cancel_cause = before.cancel_cause,
      cancel_reason = before.cancel_reason, approve_by = before.approve_by, no_show = before.no_show
    from booking_undo undo cross join lateral jsonb_populate_recordset(null::attendee, undo.before -> 'seats') before
    where undo.id = ${undoId} and attendee.id = before.id`;
  await write.sql`delete from booking_undo where booking_id = ${kept.id}`;
  write.touch(kept, kept.id);
  if (now) write.touch(now, kept.id);
}
