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
      ) twice
    ) as doubled, (
      -- Sessions that take time although nobody has a seat in them.
      select count(*)::int from booking where status in ('pending', 'confirmed') and not exists (
        select from attendee where booking_id = booking.id and cancelled_at is null and client_id is not null)
    ) as empty, (
      -- Clients who were never told no, in a session that is not there.
      select count(*)::int from attendee seat join booking on booking.id = seat.booking_id
      where seat.cancelled_at is null and seat.client_id is not null and booking.status in ('held', 'cancelled')
    ) as lost`;
  return rows[0];
}

export const noFaults = { overlaps: 0, doubled: 0, empty: 0, lost: 0 };
