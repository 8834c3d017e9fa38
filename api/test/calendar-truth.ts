import type { Database } from "../src/platform/db.ts";

/** What must never be found in a calendar, counted: all of these are zero. */
export async function countFaults(db: Database) {
  const rows = await db.sql<{ overlaps: number; doubled: number; empty: number; lost: number }>`
    select (
      select count(*)::int from booking one join booking two on one.id < two.id and one.coach_id = two.coach_id
        and one.blocked_from_at < two.blocked_until_at and two.blocked_from_at < one.blocked_until_at
      where one.status in ('held', 'pending', 'confirmed') and two.status in ('held', 'pending', 'confirmed')
    ) as overlaps, (
      select count(*)::int from (
        select from attendee where cancelled_at is null and client_id is not null
        group by booking_id, client_id having count(*) > 1
        union all
        select from offer where status in ('open', 'accepted') group by attendee_id having count(*) > 1
        union all
        -- More seats than there are.
        select from booking join attendee seat on seat.booking_id = booking.id and seat.cancelled_at is null
        where booking.status in ('held', 'pending', 'confirmed')
        group by booking.id, booking.capacity having count(*) > booking.capacity
      ) twice
    ) as doubled, (
      -- Sessions that take time although nobody has a seat in them.
      select count(*)::int from booking where status in ('pending', 'confirmed') and not exists (
        select from attendee where booking_id = booking.id and cancelled_at is null and client_id is not null)
    ) as empty, (
      -- Clients who were never told no, in a session that is not there.
      select count(*)::int from attendee seat join booking on booking.id = seat.booking_id
      where seat.cancelled_at is null and seat.client_id is not null and booking.status in ('held', 'cancelled')
    ) + (
      -- Offers of a place that is not kept for anybody.
      select count(*)::int from offer left join attendee on attendee.id = offer.attendee_id
      where offer.status = 'open' and attendee.hold_expires_at is null
    ) as lost`;
  return rows[0] ?? { overlaps: -1, doubled: -1, empty: -1, lost: -1 };
}

export const noFaults = { overlaps: 0, doubled: 0, empty: 0, lost: 0 };
