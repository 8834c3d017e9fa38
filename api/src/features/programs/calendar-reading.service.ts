import type { Interval } from "../../core/interval.ts";
import type { SeriesQueries } from "../../core/series-ledger.ts";
import type { OwnBooking, SlotQuery } from "../../core/slots.ts";
import type { Sql } from "../../platform/db.ts";
import type { CoachHours } from "../slots/hours.service.ts";
import { type CalendarRow, lapsedOf, type Offering, readOffering, readSlotQuery } from "../slots/offering.service.ts";

/** A stretch of a coach's calendar, as sessions are placed in it. */
export interface CalendarReading {
  readonly queries: SeriesQueries;
  readonly offerings: ReadonlyMap<string, Offering>;
  readonly rows: readonly CalendarRow[];
  /** Holds whose time is over, to be removed before somebody takes their place. */
  readonly lapsed: readonly string[];
  readonly revision: number;
  readonly hours: CoachHours;
}

export interface ReadingQuestion {
  readonly sessionTypeIds: readonly string[];
  readonly range: Interval;
  readonly now: number;
  /** Sessions that are about to move, and so stand in nobody's way. */
  readonly except?: ReadonlySet<string> | undefined;
}

/**
 * Two statements for each session type, however many sessions are to be placed. Sessions that are placed together are
 * for their own client: they join no group, and are joined by nobody.
 */
export async function readCalendars(sql: Sql, question: ReadingQuestion): Promise<CalendarReading> {
  const { range, now, except } = question;
  const queries = new Map<string, SlotQuery>();
  const offerings = new Map<string, Offering>();
  const rows = new Map<string, CalendarRow>();
  for (const id of new Set(question.sessionTypeIds)) {
    const offering = await readOffering(sql, id);
    if (!offering) throw new Error(`There is no session type ${id}.`);
    const query = await readSlotQuery(sql, offering, { range, minutes: offering.minutes[0] ?? 60, now });
    for (const row of query.rows) rows.set(row.id, row);
    const standing = query.rows.filter((row) => !row.lapsed && !except?.has(row.id));
    const bookings = standing.map((row) => ({ ...row, seatsTaken: undefined }));
    const session = { ...query.session, capacity: 1 };
    queries.set(id, { ...query, session, calendar: { ...query.calendar, bookings } });
    offerings.set(id, offering);
  }
  const all = [...rows.values()];
  const [first] = offerings.values();
  if (!first) throw new Error("Nothing is to be placed.");
  return { queries, offerings, rows: all, lapsed: lapsedOf(all), revision: first.revision, hours: first.hours };
}

/** Puts further sessions into the calendar that was read, for those that are placed after them. */
export function besides(
  reading: CalendarReading,
  sessions: readonly { readonly start: number; readonly end: number; readonly sessionTypeId: string }[],
): CalendarReading {
  if (sessions.length === 0) return reading;
  const queries = new Map<string, SlotQuery>();
  for (const [id, query] of reading.queries) {
    const added = sessions.map(({ start, end, sessionTypeId }): OwnBooking => {
      const { bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } = reading.offerings.get(sessionTypeId) ?? {};
      return { start, end, bufferBeforeMinutes, bufferAfterMinutes, otherType: sessionTypeId !== id };
    });
    const bookings = [...query.calendar.bookings, ...added];
    queries.set(id, { ...query, calendar: { ...query.calendar, bookings } });
  }
  return { ...reading, queries };
}
