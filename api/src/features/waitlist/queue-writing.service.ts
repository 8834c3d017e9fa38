import { randomUUID } from "node:crypto";
import type { Interval } from "../../core/interval.ts";
import { MINUTE } from "../../core/local-date.ts";
import type { Skip } from "../../core/waitlist.ts";
import { insertBooking, type Placement, removeLapsed } from "../bookings/calendar.service.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import type { PassReason } from "./pass.inputs.ts";
import type { ClosedOffer, EndedEntry } from "./queue.policy.ts";

/** A seat outlives its offer by this: time for a worker that is late to pass it on before anybody else can take it. */
const GRACE = 10 * MINUTE;

/** Ends offers and frees what they held. */
export async function closeOffers(write: CalendarWrite, closed: readonly ClosedOffer[], now: number): Promise<void> {
  if (closed.length === 0) return;
  const records = JSON.stringify(closed.map(({ offer, status }) => ({ id: offer.id, status })));
  await write.sql`
    with closed as (select * from jsonb_to_recordset(${records}::jsonb) as closed(id uuid, status text)),
    told as (
      update offer set status = closed.status, closed_at = ${new Date(now)} from closed where offer.id = closed.id
      returning entry_id
    )
    update waitlist_entry set version = version + 1 from told where id = told.entry_id`;
  const seats = closed.flatMap(({ offer }) => offer.attendeeId ?? []);
  await write.sql`delete from attendee where id = any (${seats}::uuid[]) and hold_expires_at is not null`;
  const bookings = closed.flatMap(({ offer }) => offer.bookingId ?? []);
  const empty = await write.sql<{ id: string }>`
    select id from booking where id = any (${bookings}::uuid[]) and status = 'held'
      and not exists (select from attendee where booking_id = booking.id and cancelled_at is null)`;
  await removeLapsed(
    write,
    empty.map(({ id }) => id),
  );
  for (const { offer } of closed) write.touch(offer, offer.bookingId ?? offer.id);
}

/** Ends waits; offers to them are closed apart. */
export async function endEntries(write: CalendarWrite, ended: readonly EndedEntry[], now: number): Promise<void> {
  if (ended.length === 0) return;
  await write.sql`
    update waitlist_entry set status = ended.status, ended_at = ${new Date(now)}, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as ended(id uuid, status text)
    where waitlist_entry.id = ended.id and waitlist_entry.status = 'waiting'`;
}

export interface NewPlace {
  readonly entryId: string;
  readonly placement: Placement;
  /** The group session that has a seat left. */
  readonly joins: string | null;
  readonly byHand: boolean;
  readonly tellAt: number;
  readonly expiresAt: number;
  readonly now: number;
}

/** Holds a seat for one person, in a group session or in a booking of its own, and offers it to her. */
export async function openOffer(
  write: CalendarWrite,
  place: NewPlace,
): Promise<{ offerId: string; bookingId: string }> {
  const { entryId, placement, joins, byHand, tellAt, expiresAt, now } = place;
  const { at, offering } = placement;
  const heldUntil = expiresAt + GRACE;
  const bookingId = joins ?? (await insertBooking(write, placement, heldUntil));
  if (joins) await keepHeld(write, joins, at, heldUntil);
  const [attendeeId, offerId] = [randomUUID(), randomUUID()];
  await write.sql`
    insert into attendee (id, booking_id, hold_expires_at, created_at)
    values (${attendeeId}, ${bookingId}, ${new Date(heldUntil)}, ${new Date(now)})`;
  await write.sql`
    with told as (update waitlist_entry set version = version + 1 where id = ${entryId})
    insert into offer (id, coach_id, entry_id, booking_id, attendee_id, status, start_at, end_at, by_hand, tell_at,
      expires_at, created_at)
    values (${offerId}, ${offering.coachId}, ${entryId}, ${bookingId}, ${attendeeId}, 'open', ${new Date(at.start)},
      ${new Date(at.end)}, ${byHand}, ${new Date(tellAt)}, ${new Date(expiresAt)}, ${new Date(now)})`;
  return { offerId, bookingId };
}

/** A group session that is held by others lives as long as the last of its holds. */
async function keepHeld(write: CalendarWrite, bookingId: string, at: Interval, until: number): Promise<void> {
  await write.sql`
    update booking set hold_expires_at = greatest(hold_expires_at, ${new Date(until)})
    where id = ${bookingId} and status = 'held'`;
  write.touch(at, bookingId);
}

export interface Pass extends Interval {
  readonly entryId: string;
  readonly offerId: string | null;
  readonly reason: PassReason;
}

/** Writes down why people were passed over, each once. */
export async function notePasses(write: CalendarWrite, passes: readonly Pass[], now: number): Promise<void> {
  if (passes.length === 0) return;
  await write.sql`
    insert into waitlist_pass (entry_id, offer_id, start_at, end_at, reason, created_at)
    select "entryId", "offerId", to_timestamp(start / 1000), to_timestamp("end" / 1000), reason, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(passes)}::jsonb)
      as pass("entryId" uuid, "offerId" uuid, start float8, "end" float8, reason text)
    on conflict do nothing`;
}

export interface EntryState {
  readonly id: string;
  readonly skips: readonly Skip[];
  readonly start: number | null;
  readonly lapsesAt: number;
}

/** Writes what a run found out about entries: what they let pass, and where their group session is now. */
export async function saveStates(write: CalendarWrite, states: readonly EntryState[]): Promise<void> {
  if (states.length === 0) return;
  await write.sql`
    update waitlist_entry set skips = state.skips, start_at = to_timestamp(state.start / 1000),
      lapses_at = to_timestamp(state."lapsesAt" / 1000)
    from jsonb_to_recordset(${JSON.stringify(states)}::jsonb)
      as state(id uuid, skips jsonb, start float8, "lapsesAt" float8)
    where waitlist_entry.id = state.id`;
}

/**
 * Writes when time alone may next change something for those who wait: a hold, an offer or a wait for approval ends, a
 * new date comes within the horizon. Null where nobody waits.
 */
export async function setDue(write: CalendarWrite, coachId: string, now: number, nextDate: number) {
  const rows = await write.sql<{ dueAt: number | null }>`
    update coach set waitlist_due_at = (
      select least(${new Date(nextDate)}::timestamptz, min(lapses_at),
        (select min(expires_at) from offer where coach_id = ${coachId} and status = 'open'),
        (
          select min(coalesce(seat.hold_expires_at, seat.approve_by))
          from booking join attendee seat on seat.booking_id = booking.id and seat.cancelled_at is null
          where booking.coach_id = ${coachId} and booking.start_at > ${new Date(now)}
            and booking.status in ('held', 'pending', 'confirmed')
            and coalesce(seat.hold_expires_at, seat.approve_by) > ${new Date(now)}
        ))
      from waitlist_entry where coach_id = ${coachId} and status = 'waiting' having count(*) > 0
    )
    where id = ${coachId}
    returning (extract(epoch from waitlist_due_at) * 1000)::float8 as "dueAt"`;
  return rows[0]?.dueAt ?? null;
}
