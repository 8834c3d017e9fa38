import { DAY } from "../../core/local-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";

/** Its times are over by then, or nearly. */
const DRAFTS_KEPT = 14 * DAY;

/** Removes drafts of runs that nobody started. */
export class BulkUpkeepService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  async forgetDrafts(): Promise<void> {
    await this.db
      .sql`delete from bulk_run where status = 'draft' and created_at < ${new Date(this.clock.now() - DRAFTS_KEPT)}`;
  }
}
