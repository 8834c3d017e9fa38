import type { Interval } from "../../core/interval.ts";
import type { Database, Tx } from "../../platform/db.ts";

/** A write to a coach's calendar in progress. */
export interface CalendarWrite extends Tx {
  /** The coach's revision that this write makes. */
  readonly revision: number;
  /** Notes what the write touches; without a note it may have touched everything. */
  touch(interval: Interval, bookingId: string): void;
  /** Notes that it may have touched everything, whatever else was noted. */
  touchAll(): void;
}

/**
 * Every write to a coach's calendar goes through here: it waits for the writers before it, and is heard of afterwards.
 * The lock is a statement of its own, since only a later statement sees what the writer before has committed.
 */
export function changeCalendar<Result>(
  db: Database,
  coachId: string,
  work: (write: CalendarWrite) => Promise<Result>,
): Promise<Result> {
  return db.transact(async (tx) => {
    const touched: Interval[] = [];
    const bookingIds: string[] = [];
    let all = false;
    const revision = await lockCalendar(tx, coachId);
    const result = await work({
      ...tx,
      revision,
      touch: (interval, bookingId) => {
        touched.push(interval);
        bookingIds.push(bookingId);
      },
      touchAll: () => {
        all = true;
      },
    });
    tx.publish({ type: "calendarChanged", coachId, revision, touched: all ? null : hull(touched), bookingIds });
    return result;
  });
}

async function lockCalendar(tx: Tx, coachId: string): Promise<number> {
  const rows = await tx.sql<{ revision: number }>`
    update coach set revision = revision + 1 where id = ${coachId} returning revision`;
  const revision = rows[0]?.revision;
  if (revision === undefined) throw new Error(`There is no coach ${coachId}.`);
  return revision;
}

function hull(intervals: readonly Interval[]): Interval | null {
  if (intervals.length === 0) return null;
  return { start: Math.min(...intervals.map((it) => it.start)), end: Math.max(...intervals.map((it) => it.end)) };
}
