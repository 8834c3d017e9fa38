import { randomUUID } from "node:crypto";
import type { Interval } from "../../core/interval.ts";
import { MINUTE } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import type { ClientDetails } from "../clients/client.inputs.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import type { Offering } from "../slots/offering.service.ts";

/** When and as what a session is put into the calendar. */
export interface Placement {
  readonly offering: Offering;
  readonly linkId: string | null;
  readonly at: Interval;
  /** The zone in which the time was agreed. */
  readonly timeZone: string;
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

export interface NewSeat {
  readonly bookingId: string;
  readonly coachId: string;
  readonly client: ClientDetails;
  /** The seat that was held for the client, to become hers. */
  readonly heldSeat: string | null;
}

/** A new booking without anybody in it yet. With `holdExpiresAt` it is held, without it is confirmed. */
export async function insertBooking(
  write: CalendarWrite,
  placement: Placement,
  holdExpiresAt: number | null,
): Promise<string> {
  const { offering, linkId, at, timeZone } = placement;
  const id = randomUUID();
  await write.sql`
    insert into booking (id, coach_id, session_type_id, link_id, status, start_at, end_at,
      buffer_before_minutes, buffer_after_minutes, blocked_from_at, blocked_until_at,
      time_zone, local_start, capacity, place_kind, place_detail, hold_expires_at)
    values (${id}, ${offering.coachId}, ${offering.sessionTypeId}, ${linkId}, ${holdExpiresAt ? "held" : "confirmed"},
      ${new Date(at.start)}, ${new Date(at.end)}, ${offering.bufferBeforeMinutes}, ${offering.bufferAfterMinutes},
      ${new Date(at.start - offering.bufferBeforeMinutes * MINUTE)}, ${new Date(at.end + offering.bufferAfterMinutes * MINUTE)},
      ${timeZone}, ${wallTime(at.start, timeZone)}, ${offering.capacity}, ${offering.placeKind}, ${offering.placeDetail},
      ${holdExpiresAt ? new Date(holdExpiresAt) : null})`;
  write.touch(at, id);
  return id;
}

/**
 * Gives a client a seat: a new one, or the one that was held. The client's record is found by address and left as it
 * is, because an address proves nobody's identity; what was typed stays with the seat.
 */
export async function seatClient(
  write: CalendarWrite,
  { bookingId, coachId, client, heldSeat }: NewSeat,
): Promise<Seat> {
  const attendeeId = heldSeat ?? randomUUID();
  await write.sql`
    with known as (
      insert into client (id, coach_id, name, email, phone, time_zone)
      values (${randomUUID()}, ${coachId}, ${client.name}, ${client.email}, ${client.phone}, ${client.timeZone})
      on conflict (coach_id, lower(email)) do update set email = client.email
      returning id
    )
    insert into attendee (id, booking_id, client_id, name, email, phone, time_zone, note)
    select ${attendeeId}::uuid, ${bookingId}::uuid, known.id, ${client.name}, ${client.email}, ${client.phone}, ${client.timeZone}, ${client.note}
    from known
    on conflict (id) do update set client_id = excluded.client_id, name = excluded.name, email = excluded.email,
      phone = excluded.phone, time_zone = excluded.time_zone, note = excluded.note,
      hold_expires_at = null, hold_owner = null`;
  return { bookingId, attendeeId };
}

/** Seats an existing client as she is known to the coach. */
export async function seatKnownClient(
  write: CalendarWrite,
  { bookingId, clientId, note }: { bookingId: string; clientId: string; note: string | null },
): Promise<Seat> {
  const attendeeId = randomUUID();
  await write.sql`
    insert into attendee (id, booking_id, client_id, name, email, phone, time_zone, note)
    select ${attendeeId}::uuid, ${bookingId}::uuid, id, name, email, phone, time_zone, ${note}
    from client where id = ${clientId}`;
  return { bookingId, attendeeId };
}

/** Somebody takes a seat in a booking that is there already: held before, it is confirmed now. */
async function confirmBooking(write: CalendarWrite, bookingId: string, at: Interval): Promise<void> {
  await write.sql`
    update booking set version = version + 1, hold_expires_at = null,
      status = case status when 'held' then 'confirmed' else status end
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

/** Gives up a seat and tells how many others are left in the booking. */
export async function leaveBooking(
  write: CalendarWrite,
  booking: BookingRow,
  attendeeId: string,
  now: number,
): Promise<number> {
  await write.sql`update attendee set cancelled_at = ${new Date(now)} where id = ${attendeeId}`;
  return changeSeats(write, booking);
}

/** Takes a seat to another booking and tells how many are left in the old one. */
export async function moveSeat(
  write: CalendarWrite,
  from: BookingRow,
  attendeeId: string,
  toBookingId: string,
): Promise<number> {
  await write.sql`update attendee set booking_id = ${toBookingId} where id = ${attendeeId}`;
  return changeSeats(write, from);
}

async function changeSeats(write: CalendarWrite, booking: BookingRow): Promise<number> {
  const rows = await write.sql<{ left: number }>`
    with changed as (update booking set version = version + 1 where id = ${booking.id})
    select count(*)::int as left from attendee where booking_id = ${booking.id} and cancelled_at is null`;
  write.touch(booking, booking.id);
  return rows[0]?.left ?? 0;
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
): Promise<void> {
  return cancelBookings(write, [{ booking, message: reason }], now);
}

/** Cancels bookings for everybody in them, all in one statement. */
export async function cancelBookings(write: CalendarWrite, cancelled: readonly Told[], now: number): Promise<void> {
  if (cancelled.length === 0) return;
  await write.sql`
    with told as (select * from jsonb_to_recordset(${toRecords(cancelled)}::jsonb) as told(id uuid, message text)),
    freed as (
      update attendee set cancelled_at = ${new Date(now)} from told where booking_id = told.id and cancelled_at is null
    )
    update booking set status = 'cancelled', cancelled_at = ${new Date(now)}, cancel_reason = told.message,
      version = version + 1
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

/** Held bookings whose time is over make way for the one who needs their place. */
export async function removeLapsed(write: CalendarWrite, bookingIds: readonly string[]): Promise<void> {
  if (bookingIds.length > 0)
    await write.sql`delete from booking where id = any(${bookingIds}::uuid[]) and status = 'held'`;
}

/** The wall time of an instant to the minute, as `booking.local_start` keeps it. */
function wallTime(instant: number, timeZone: string): string {
  return zone(timeZone).toLocal(instant).slice(0, 16);
}
