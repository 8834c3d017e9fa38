import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { changeCalendar } from "../coaches/coach.service.ts";

/** Serves waitlists where time alone has changed something. Safe to run twice and by several processes at once. */
export class WaitlistUpkeepService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Every write serves the queue, so that a write of nothing is all it takes. What fails for one coach keeps no other waiting. */
  async serveDue(signal: AbortSignal): Promise<void> {
    const coaches = await this.db.sql<{ id: string }>`
      select id from coach where waitlist_due_at <= ${new Date(this.clock.now())} order by waitlist_due_at`;
    const failures: unknown[] = [];
    for (const { id } of coaches) {
      if (signal.aborted) return;
      await changeCalendar(this.db, id, async (write) => write.touchNothing()).catch((error) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, `The waitlists of ${failures.length} coaches failed.`);
  }

  /** When something is due next; null where nobody waits. */
  async nextDue(): Promise<Date | null> {
    const rows = await this.db.sql<{ due: number | null }>`
      select (extract(epoch from min(waitlist_due_at)) * 1000)::float8 as due from coach
      where waitlist_due_at > ${new Date(this.clock.now())}`;
    const due = rows[0]?.due ?? null;
    return due === null ? null : new Date(due);
  }
}
