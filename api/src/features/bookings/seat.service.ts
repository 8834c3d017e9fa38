import { randomUUID } from "node:crypto";
import type { Interval } from "../../core/interval.ts";
import type { Answer, CancelCause, Guest } from "../../entities/index.ts";
import type { ClientDetails } from "../clients/client.inputs.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import type { Seat } from "./calendar.service.ts";

export interface NewSeat {
  readonly bookingId: string;
  readonly coachId: string;
  readonly client: ClientDetails;
  /** The seat that was held for the client, to become hers. */
  readonly heldSeat: string | null;
  /** The link that led here, which counts it as used. */
  readonly linkId?: string | null;
  readonly answers?: readonly Answer[];
  readonly guests?: readonly Guest[];
  /** Until when the seat waits for the coach. */
  readonly approveBy?: number | null;
}

/**
 * Gives a client a seat: a new one, or the one that was held. The client's record is found by address and left as it
 * is, because an address proves nobody's identity; what was typed stays with the seat.
 */
export async function seatClient(write: CalendarWrite, seat: NewSeat): Promise<Seat> {
  const { bookingId, coachId, client, heldSeat, linkId = null, answers = [], guests = [], approveBy = null } = seat;
  const { locale, hourCycle, firstWeekday } = client.preferences;
  const attendeeId = heldSeat ?? randomUUID();
  await write.sql`
    with known as (
      insert into client (id, coach_id, name, email, phone, time_zone)
      values (${randomUUID()}, ${coachId}, ${client.name}, ${client.email}, ${client.phone}, ${client.timeZone})
      on conflict (coach_id, lower(email)) do update set email = client.email
      returning id
    )
    insert into attendee (id, booking_id, client_id, name, email, phone, time_zone, note, link_id, answers, guests, approve_by,
      locale, hour_cycle, first_weekday)
    select ${attendeeId}::uuid, ${bookingId}::uuid, known.id, ${client.name}, ${client.email}, ${client.phone},
      ${client.timeZone}, ${client.note}, ${linkId}::uuid, ${JSON.stringify(answers)}::jsonb,
      ${JSON.stringify(guests)}::jsonb, ${approveBy === null ? null : new Date(approveBy)}::timestamptz,
      ${locale}, ${hourCycle}, ${firstWeekday}::smallint
    from known
    on conflict (id) do update set client_id = excluded.client_id, name = excluded.name, email = excluded.email,
      phone = excluded.phone, time_zone = excluded.time_zone, note = excluded.note, link_id = excluded.link_id,
      locale = excluded.locale, hour_cycle = excluded.hour_cycle, first_weekday = excluded.first_weekday,
      answers = excluded.answers, guests = excluded.guests, approve_by = excluded.approve_by,
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
    insert into attendee (id, booking_id, client_id, name, email, phone, time_zone, note, locale, hour_cycle, first_weekday)
    select ${attendeeId}::uuid, ${bookingId}::uuid, id, name, email, phone, time_zone, ${note}, locale, hour_cycle, first_weekday
    from client where id = ${clientId}`;
  return { bookingId, attendeeId };
}

/** Whether a client, known by her id or her address, has a seat in a booking; held ones belong to nobody yet. */
export async function isSeated(
  write: CalendarWrite,
  bookingId: string,
  { coachId, clientId = null, email = null }: { coachId: string; clientId?: string | null; email?: string | null },
): Promise<boolean> {
  const rows = await write.sql`
    select from attendee seat join client on client.id = seat.client_id
    where seat.booking_id = ${bookingId} and seat.cancelled_at is null and client.coach_id = ${coachId}
      and (client.id = ${clientId}::uuid or lower(client.email) = lower(${email}::text))`;
  return rows.length > 0;
}

/** Why seats end, and when. */
export interface SeatEnd {
  readonly now: number;
  readonly cause: CancelCause;
  readonly reason: string | null;
}

/** Gives up a seat; the session of the last one to leave is cancelled. */
export async function leaveBooking(
  write: CalendarWrite,
  booking: Interval & { readonly id: string },
  attendeeId: string,
  end: SeatEnd,
): Promise<void> {
  await write.sql`
    update attendee set cancelled_at = ${new Date(end.now)}, cancel_cause = ${end.cause}, cancel_reason = ${end.reason},
      approve_by = null
    where id = ${attendeeId}`;
  await settleSeats(write, booking, end);
}

/**
 * Brings a booking in line with its seats after some of them changed: confirmed with an approved seat, pending while
 * all of them wait, held while somebody is about to book the only one, cancelled without any.
 */
export async function settleSeats(
  write: CalendarWrite,
  booking: Interval & { readonly id: string },
  { now, cause, reason }: SeatEnd,
): Promise<void> {
  await write.sql`
    with seats as (
      select count(*) filter (where client_id is not null) as taken,
        count(*) filter (where client_id is not null and approve_by is null) as approved,
        max(approve_by) as due,
        max(hold_expires_at) filter (where hold_expires_at > ${new Date(now)}) as held_until
      from attendee where booking_id = ${booking.id} and cancelled_at is null
    ), outcome as (
      select case
          when approved > 0 then case when status in ('completed', 'noShow') then status else 'confirmed' end
          when taken > 0 then 'pending'
          when held_until is not null then 'held'
          else 'cancelled'
        end as status, due, held_until
      from booking, seats where booking.id = ${booking.id}
    )
    update booking set version = version + 1, status = outcome.status,
      approve_by = case outcome.status when 'pending' then due end,
      hold_expires_at = case outcome.status when 'held' then held_until end,
      cancelled_at = case outcome.status when 'cancelled' then ${new Date(now)}::timestamptz end,
      cancel_cause = case outcome.status when 'cancelled' then ${cause} end,
      cancel_reason = case outcome.status when 'cancelled' then ${reason} end
    from outcome where booking.id = ${booking.id}`;
  write.touch(booking, booking.id);
}

/** Writes down where a session with a meeting of its own takes place; who comes later meets there too. */
export async function giveRoom(write: CalendarWrite, bookingId: string, room: string | null): Promise<void> {
  if (room === null) throw new Error(`The booking ${bookingId} needs a meeting that nobody has made.`);
  await write.sql`update booking set place_detail = ${room} where id = ${bookingId} and place_detail = ''`;
}
