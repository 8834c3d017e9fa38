import type { Skip } from "../../core/waitlist.ts";
import type { WaitlistKind } from "../../entities/index.ts";
import type { Sql } from "../../platform/db.ts";

/** An offer that waits for its answer; instants are epoch milliseconds. */
export interface OpenOffer {
  readonly id: string;
  readonly bookingId: string | null;
  readonly attendeeId: string | null;
  readonly start: number;
  readonly end: number;
  readonly byHand: boolean;
  readonly offeredAt: number;
  readonly expiresAt: number;
  /** Whether its seat is still there, at the time that was offered. */
  readonly seated: boolean;
}

/** Somebody who waits, with all that decides what she is offered. */
export interface QueueRow {
  readonly id: string;
  readonly sessionTypeId: string;
  readonly linkId: string | null;
  readonly kind: WaitlistKind;
  readonly minutes: number;
  /** Of the group session, where it is now. */
  readonly start: number | null;
  /** Whether the group session was moved since the entry was last written. */
  readonly moved: boolean;
  readonly fromDate: string | null;
  readonly toDate: string | null;
  readonly weekdays: readonly number[];
  readonly fromTime: string;
  readonly toTime: string;
  readonly timeZone: string;
  readonly email: string;
  readonly skips: readonly Skip[];
  /** Whether the link she came by, or without one the session type, can be booked. */
  readonly open: boolean;
  /** Dates that the link is restricted to, on the coach's calendar. */
  readonly linkFrom: string | null;
  readonly linkTo: string | null;
  /** What she has booked of the session type and is still to come. */
  readonly booked: ReadonlyArray<{ readonly start: number; readonly end: number }>;
  readonly offer: OpenOffer | null;
  readonly coachTimeZone: string;
  readonly offerMinutes: number;
}

/**
 * Everybody who waits for a coach, in the order of the list, in one statement. Subqueries rather than joins where a row
 * at most is found: nine relations in one join cost more to plan than to read.
 */
export async function readQueue(sql: Sql, coachId: string, now: number): Promise<QueueRow[]> {
  const at = new Date(now);
  const rows = await sql<Omit<QueueRow, "start" | "moved"> & { start: number | null; sessionStart: number | null }>`
    select entry.id, entry.session_type_id as "sessionTypeId", entry.link_id as "linkId", entry.kind, entry.minutes,
      (extract(epoch from entry.start_at) * 1000)::float8 as start,
      (
        select (extract(epoch from session.start_at) * 1000)::float8 from booking session
        where session.id = entry.booking_id and session.status in ('held', 'pending', 'confirmed')
      ) as "sessionStart",
      entry.from_date::text as "fromDate", entry.to_date::text as "toDate", entry.weekdays,
      entry.from_time as "fromTime", entry.to_time as "toTime", entry.time_zone as "timeZone", entry.email, entry.skips,
      type.active and entry.minutes = any (type.minutes) and (link.id is null or (
        link.active and link.deleted_at is null and (link.expires_at is null or link.expires_at > ${at})
        and (link.minutes is null or entry.minutes = any (link.minutes))
        and (link.max_uses is null or link.max_uses > (
          select count(*) from attendee used
          where used.link_id = link.id and used.client_id is not null
            and (used.cancel_cause is null or used.cancel_cause not in ('declined', 'lapsed'))
            and (used.approve_by is null or used.approve_by > ${at} or used.cancelled_at is not null)
        ))
      )) as open,
      link.from_date::text as "linkFrom", link.to_date::text as "linkTo",
      (
        select coalesce(jsonb_agg(jsonb_build_object('start', extract(epoch from booking.start_at) * 1000,
          'end', extract(epoch from booking.end_at) * 1000)), '[]')
        from client
        join attendee taken on taken.client_id = client.id and taken.cancelled_at is null
          and coalesce(taken.approve_by, 'infinity') > ${at}
        join booking on booking.id = taken.booking_id
        where client.coach_id = entry.coach_id and lower(client.email) = lower(entry.email)
          and booking.session_type_id = entry.session_type_id and booking.status in ('pending', 'confirmed')
          and booking.start_at > ${at}
      ) as booked,
      (
        select jsonb_build_object('id', offer.id, 'bookingId', offer.booking_id, 'attendeeId', offer.attendee_id,
          'byHand', offer.by_hand, 'start', extract(epoch from offer.start_at) * 1000,
          'end', extract(epoch from offer.end_at) * 1000, 'offeredAt', extract(epoch from offer.created_at) * 1000,
          'expiresAt', extract(epoch from offer.expires_at) * 1000, 'seated', exists (
            select from attendee seat join booking held on held.id = seat.booking_id
            where seat.id = offer.attendee_id and seat.cancelled_at is null and seat.hold_expires_at is not null
              and held.status in ('held', 'pending', 'confirmed')
              and held.start_at = offer.start_at and held.end_at = offer.end_at
          ))
        from offer where offer.entry_id = entry.id and offer.status = 'open'
      ) as offer,
      (select time_zone from coach where id = ${coachId}) as "coachTimeZone",
      (select waitlist_offer_minutes from coach where id = ${coachId}) as "offerMinutes"
    from waitlist_entry entry
    join session_type type on type.id = entry.session_type_id
    left join booking_link link on link.id = entry.link_id
    where entry.coach_id = ${coachId} and entry.status = 'waiting'
    order by entry.favoured desc, entry.number`;
  return rows.map(({ sessionStart, ...row }) => ({
    ...row,
    start: sessionStart ?? row.start,
    moved: sessionStart !== null && sessionStart !== row.start,
  }));
}
