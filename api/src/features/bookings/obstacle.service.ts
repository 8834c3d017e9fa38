import type { Conflict } from "../../core/conflicts.ts";
import { type Interval, overlaps } from "../../core/interval.ts";
import type { Sql } from "../../platform/db.ts";
import type { CalendarRow, Offering } from "../slots/offering.service.ts";
import type { Slot } from "../slots/slot.inputs.ts";
import { SlotTaken } from "./booking.inputs.ts";

/** What a session at some time would run into, the worst first. */
export interface Obstacle {
  readonly conflicts: readonly Conflict[];
  readonly rows: readonly CalendarRow[];
  readonly offering: Pick<Offering, "bufferBeforeMinutes" | "bufferAfterMinutes">;
  readonly at: Interval;
}

/** For the coach's own eyes: a visitor is told no more than that the time is taken. */
export async function takenBecause(sql: Sql, obstacle: Obstacle, alternatives: Slot[]): Promise<SlotTaken> {
  const [first] = obstacle.conflicts;
  const row = obstacle.rows.find(({ id }) => id === first?.id);
  const session = row && row.status !== "held" ? await sessionName(sql, row.id) : null;
  const message = first ? obstacleWords(first, obstacle, session) : null;
  return Object.assign(new SlotTaken(alternatives), message === null ? {} : { message });
}

function obstacleWords(conflict: Conflict, { rows, offering, at }: Obstacle, session: string | null): string {
  const row = rows.find(({ id }) => id === conflict.id);
  const gap = row ? gapMinutes(row, offering, at) : 0;
  if (conflict.code === "hold" || row?.status === "held") {
    const where = overlaps(conflict, at)
      ? "this time"
      : `a time closer to this one than the ${gap} minutes between them`;
    return `A client is booking ${where} right now. Wait a few minutes, or choose another time.`;
  }
  switch (conflict.code) {
    case "booking":
      return `${session ?? "Another session"} is at this time. Choose another one.`;
    case "buffer":
      return `${session ?? "Another session"} is too close: ${gap} minutes must lie between the two. Choose another time.`;
    case "busy":
      return `An event of a connected calendar is ${conflict.byBuffer ? "too close" : "at this time"}. Choose another time.`;
    case "seatsFull":
      return `All ${conflict.capacity} seats of ${session ?? "this session"} are taken. Choose another time.`;
  }
}

/** Both sessions' buffers add up on the side where they meet. */
function gapMinutes(row: CalendarRow, session: Obstacle["offering"], at: Interval): number {
  return at.start < row.start
    ? row.bufferBeforeMinutes + session.bufferAfterMinutes
    : row.bufferAfterMinutes + session.bufferBeforeMinutes;
}

/** As the coach calls it: by its client, or a group by what it is. */
async function sessionName(sql: Sql, bookingId: string): Promise<string | null> {
  const rows = await sql<{ type: string; clients: string[] }>`
    select type.name as type, array_remove(array_agg(seat.name), null) as clients
    from booking join session_type type on type.id = booking.session_type_id
    left join attendee seat on seat.booking_id = booking.id and seat.cancelled_at is null
    where booking.id = ${bookingId} group by type.name`;
  const [row] = rows;
  if (!row) return null;
  const [client] = row.clients;
  return client && row.clients.length === 1 ? `${client}’s session` : `“${row.type}”`;
}
