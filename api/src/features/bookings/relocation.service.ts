import type { Interval } from "../../core/interval.ts";
import { MINUTE } from "../../core/local-date.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import type { BookingRow } from "./calendar.service.ts";

/** Where a booking goes; its agreed wall time and its zone stay what they are. */
interface Relocation {
  readonly booking: Pick<BookingRow, "id" | "start" | "end" | "bufferBeforeMinutes" | "bufferAfterMinutes">;
  readonly at: Interval;
}

/**
 * Moves bookings to other instants of the same wall time, all at once. One may go where another still is, so all of
 * them first leave the states that the constraint against overlaps looks at.
 */
export async function moveTogether(write: CalendarWrite, moved: readonly Relocation[]): Promise<void> {
  if (moved.length === 0) return;
  const ids = moved.map(({ booking }) => booking.id);
  const records = moved.map(({ booking, at }) => ({
    id: booking.id,
    start: new Date(at.start),
    end: new Date(at.end),
    from: new Date(at.start - booking.bufferBeforeMinutes * MINUTE),
    until: new Date(at.end + booking.bufferAfterMinutes * MINUTE),
  }));
  const parked = await write.sql<{ id: string; status: string; holdExpiresAt: Date | null; approveBy: Date | null }>`
    with before as (select id, status, hold_expires_at, approve_by from booking where id = any (${ids}::uuid[]) for update)
    update booking set status = 'completed', hold_expires_at = null, approve_by = null
    from before where booking.id = before.id
    returning booking.id, before.status, before.hold_expires_at as "holdExpiresAt", before.approve_by as "approveBy"`;
  await write.sql`
    update booking set start_at = place.start, end_at = place."end", blocked_from_at = place."from",
      blocked_until_at = place.until, version = version + 1, status = was.status, hold_expires_at = was."holdExpiresAt",
      approve_by = was."approveBy"
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
        as place(id uuid, start timestamptz, "end" timestamptz, "from" timestamptz, until timestamptz),
      jsonb_to_recordset(${JSON.stringify(parked)}::jsonb) as was(id uuid, status text, "holdExpiresAt" timestamptz,
        "approveBy" timestamptz)
    where booking.id = place.id and booking.id = was.id`;
  for (const { booking, at } of moved) {
    write.touch(booking, booking.id);
    write.touch(at, booking.id);
  }
}
