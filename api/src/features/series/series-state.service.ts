import { MINUTE } from "../../core/local-date.ts";
import type { Actual, SeriesPlan, SeriesState } from "../../core/series.ts";
import type { ClashPolicy } from "../../entities/index.ts";
import type { Sql } from "../../platform/db.ts";
import type { BookingRow } from "../bookings/calendar.service.ts";

/** A series as its row has it; instants in epoch milliseconds. */
export interface SeriesRow {
  readonly id: string;
  readonly coachId: string;
  readonly sessionTypeId: string;
  readonly linkId: string | null;
  readonly plan: SeriesPlan;
  readonly policy: ClashPolicy;
  readonly capacity: number;
  readonly room: string | null;
  readonly filledUntil: number | null;
  readonly version: number;
}

/** A booking of a series, whatever became of it. */
export interface SeriesBooking extends BookingRow {
  readonly recurrenceId: string;
  readonly cancelReason: string | null;
  readonly cancelCause: string | null;
}

export interface LoadedSeries {
  readonly row: SeriesRow;
  readonly state: SeriesState;
  /** By recurrence id, those that do not stand included. */
  readonly bookings: ReadonlyMap<string, SeriesBooking>;
}

interface Gap {
  readonly id: string;
  readonly kind: "paused" | "skipped" | "cancelled";
  readonly reason: string;
}

/** A coach's series with all that is there for its dates: two statements, whatever its length. */
export async function loadSeries(sql: Sql, id: string, coachId: string): Promise<LoadedSeries | null> {
  const rows = await sql<SeriesRow & { gaps: Gap[] }>`
    select id, coach_id as "coachId", session_type_id as "sessionTypeId", link_id as "linkId", plan, policy, capacity, room,
      (extract(epoch from filled_until) * 1000)::float8 as "filledUntil", version,
      (select coalesce(jsonb_agg(jsonb_build_object('id', gap.recurrence_id, 'kind', gap.kind, 'reason', gap.reason)), '[]')
        from series_gap gap where gap.series_id = series.id) as gaps
    from series where id = ${id} and coach_id = ${coachId}`;
  const [row] = rows;
  if (!row) return null;
  const bookings = await sql<SeriesBooking>`
    select id, recurrence_id as "recurrenceId", coach_id as "coachId", session_type_id as "sessionTypeId", status, capacity,
      (extract(epoch from start_at) * 1000)::float8 as start, (extract(epoch from end_at) * 1000)::float8 as "end",
      buffer_before_minutes as "bufferBeforeMinutes", buffer_after_minutes as "bufferAfterMinutes",
      time_zone as "timeZone", cancel_reason as "cancelReason", cancel_cause as "cancelCause"
    from booking where series_id = ${id} order by start_at`;
  return assemble(row, row.gaps, bookings);
}

function assemble(row: SeriesRow, gaps: readonly Gap[], bookings: readonly SeriesBooking[]): LoadedSeries {
  const byId = new Map(bookings.map((booking) => [booking.recurrenceId, booking]));
  const actual = new Map<string, Actual>();
  for (const booking of bookings) actual.set(booking.recurrenceId, actualOf(booking));
  for (const { id, kind, reason } of gaps) {
    if (actual.get(id)?.kind !== "booked") actual.set(id, { kind, reason });
  }
  return { row, state: { plan: row.plan, actual, filledUntil: row.filledUntil ?? 0 }, bookings: byId };
}

const CAUSES: Readonly<Record<string, string>> = {
  client: "The client cancelled.",
  coach: "The coach cancelled.",
  declined: "The coach declined.",
  lapsed: "It was not confirmed in time.",
};

function actualOf(booking: SeriesBooking): Actual {
  const { start, end, sessionTypeId, status, cancelReason, cancelCause } = booking;
  if (status !== "cancelled") return { kind: "booked", start, minutes: (end - start) / MINUTE, sessionTypeId };
  return { kind: "cancelled", reason: cancelReason ?? CAUSES[cancelCause ?? "coach"] ?? "It was cancelled." };
}
