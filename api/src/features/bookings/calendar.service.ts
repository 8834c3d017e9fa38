import { randomUUID } from "node:crypto";
import type { Interval } from "../../core/interval.ts";
import { MINUTE } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import type { CancelCause } from "../../entities/index.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import type { Offering } from "../slots/offering.service.ts";

/** When and as what a session is put into the calendar. */
export interface Placement {
  readonly offering: Offering;
  readonly linkId: string | null;
  readonly at: Interval;
  /** The zone in which the time was agreed. */
  readonly timeZone: string;
  /** Until when it waits for the coach; without, it is confirmed at once. */
  readonly approveBy?: number | null;
}

/** A booking row as the writes need it, times in epoch milliseconds. */
export interface BookingRow {
  readonly id: string;
  readonly coachId: string;
  readonly sessionTypeId: string;
  readonly status: string;
  readonly start: number;
  readonly end: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly timeZone: string;
  readonly capacity: number;
}

export interface Seat {
  readonly bookingId: string;
  readonly attendeeId: string;
}

/** A new booking without anybody in it yet. With `holdExpiresAt` it is held, else pending or confirmed. */
export async function insertBooking(
  write: CalendarWrite,
  placement: Placement,
  holdExpiresAt: number | null,
): Promise<string> {
  const { offering, linkId, at, timeZone } = placement;
  const approveBy = holdExpiresAt === null ? (placement.approveBy ?? null) : null;
  const status = holdExpiresAt !== null ? "held" : approveBy !== null ? "pending" : "confirmed";
  const id = randomUUID();
  await write.sql`
    insert into booking (id, coach_id, session_type_id, link_id, status, start_at, end_at,
      buffer_before_minutes, buffer_after_minutes, blocked_from_at, blocked_until_at,
      time_zone, local_start, capacity, place_kind, place_detail, hold_expires_at, approve_by)
    values (${id}, ${offering.coachId}, ${offering.sessionTypeId}, ${linkId}, ${status},
      ${new Date(at.start)}, ${new Date(at.end)}, ${offering.bufferBeforeMinutes}, ${offering.bufferAfterMinutes},
      ${new Date(at.start - offering.bufferBeforeMinutes * MINUTE)}, ${new Date(at.end + offering.bufferAfterMinutes * MINUTE)},
      ${timeZone}, ${wallTime(at.start, timeZone)}, ${offering.capacity}, ${offering.placeKind}, ${offering.placeDetail},
      ${dateOf(holdExpiresAt)}, ${dateOf(approveBy)})`;
  write.touch(at, id);
  return id;
}

/** Somebody takes a seat in a booking that is there already: whatever it waited for, it is confirmed now. */
async function confirmBooking(write: CalendarWrite, bookingId: string, at: Interval): Promise<void> {
  await write.sql`
    update booking set version = version + 1, hold_expires_at = null, approve_by = null,
      status = case when status in ('held', 'pending') then 'confirmed' else status end
    where id = ${bookingId}`;
  write.touch(at, bookingId);
}

/** The booking that is there already, confirmed for one more, or a new one. */
export async function joinOrInsert(
  write: CalendarWrite,
  placement: Placement,
  existing: string | null,
): Promise<string> {
  if (!existing) return insertBooking(write, placement, null);
  await confirmBooking(write, existing, placement.at);
  return existing;
}

export async function moveBooking(
  write: CalendarWrite,
  booking: BookingRow,
  at: Interval,
  timeZone: string,
): Promise<void> {
  await write.sql`
    update booking set start_at = ${new Date(at.start)}, end_at = ${new Date(at.end)},
      blocked_from_at = ${new Date(at.start - booking.bufferBeforeMinutes * MINUTE)},
      blocked_until_at = ${new Date(at.end + booking.bufferAfterMinutes * MINUTE)},
      time_zone = ${timeZone}, local_start = ${wallTime(at.start, timeZone)}, version = version + 1,
      move_requested_at = null, move_message = null
    where id = ${booking.id}`;
  write.touch(booking, booking.id);
  write.touch(at, booking.id);
}

/** What the clients of a booking are told about it. */
export interface Told {
  readonly booking: Interval & { readonly id: string };
  readonly message: string | null;
}

export function cancelBooking(
  write: CalendarWrite,
  booking: BookingRow,
  now: number,
  reason: string | null,
  cause: CancelCause = "coach",
): Promise<void> {
  return cancelBookings(write, [{ booking, message: reason }], now, cause);
}

/** Cancels bookings for everybody in them, all in one statement. */
export async function cancelBookings(
  write: CalendarWrite,
  cancelled: readonly Told[],
  now: number,
  cause: CancelCause = "coach",
): Promise<void> {
  if (cancelled.length === 0) return;
  await write.sql`
    with told as (select * from jsonb_to_recordset(${toRecords(cancelled)}::jsonb) as told(id uuid, message text)),
    freed as (
      update attendee set cancelled_at = ${new Date(now)}, cancel_cause = ${cause}, approve_by = null
      from told where booking_id = told.id and cancelled_at is null
    )
    update booking set status = 'cancelled', cancelled_at = ${new Date(now)}, cancel_reason = told.message,
      cancel_cause = ${cause}, hold_expires_at = null, approve_by = null, version = version + 1
    from told where booking.id = told.id`;
  for (const { booking } of cancelled) write.touch(booking, booking.id);
}

/** Asks the clients of bookings to choose another time; the sessions stand until they do. */
export async function requestMoves(write: CalendarWrite, asked: readonly Told[], now: number): Promise<void> {
  if (asked.length === 0) return;
  await write.sql`
    update booking set move_requested_at = ${new Date(now)}, move_message = told.message, version = version + 1
    from jsonb_to_recordset(${toRecords(asked)}::jsonb) as told(id uuid, message text) where booking.id = told.id`;
  for (const { booking } of asked) write.touch(booking, booking.id);
}

/** The session may stay where it is after all. */
export async function withdrawMove(write: CalendarWrite, booking: Told["booking"]): Promise<void> {
  await write.sql`
    update booking set move_requested_at = null, move_message = null, version = version + 1 where id = ${booking.id}`;
  write.touch(booking, booking.id);
}

function toRecords(told: readonly Told[]): string {
  return JSON.stringify(told.map(({ booking, message }) => ({ id: booking.id, message })));
}

/**
 * Held and pending bookings whose time is over make way for the one who needs their place. What somebody once had a
 * seat in stays as cancelled, so that she still finds it.
 */
export async function removeLapsed(write: CalendarWrite, bookingIds: readonly string[]): Promise<void> {
  if (bookingIds.length === 0) return;
  await write.sql`
    with ended as (
      update booking set status = 'cancelled', approve_by = null, hold_expires_at = null, version = version + 1,
        cancelled_at = coalesce(approve_by, (select max(cancelled_at) from attendee where booking_id = booking.id)),
        cancel_cause = case status when 'pending' then 'lapsed' else 'client' end
      where id = any(${bookingIds}::uuid[]) and (status = 'pending' or (status = 'held' and exists (
        select from attendee where booking_id = booking.id and client_id is not null)))
      returning id, cancelled_at
    )
    update attendee set cancelled_at = ended.cancelled_at, cancel_cause = 'lapsed', approve_by = null
    from ended where booking_id = ended.id and attendee.cancelled_at is null and client_id is not null`;
  await write.sql`delete from booking where id = any(${bookingIds}::uuid[]) and status = 'held'`;
}

function dateOf(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}

/** The wall time of an instant to the minute, as `booking.local_start` keeps it. */
function wallTime(instant: number, timeZone: string): string {
  return zone(timeZone).toLocal(instant).slice(0, 16);
}
