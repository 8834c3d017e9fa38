import { DAY, HOUR } from "../../core/local-date.ts";
import { removeExpiredSignIns } from "../../platform/auth/expired.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { removeOldKeys } from "../../platform/idempotency.ts";
import { removeOldEvents } from "../../platform/outbox.ts";

/** Small enough that a statement takes milliseconds and locks little. */
const BATCH = 1_000;
/** Longer than any client goes on asking the same. */
const KEYS_KEPT = 7 * DAY;
/** Far longer than the slowest transaction; a process that comes back later starts with snapshots. */
const EVENTS_KEPT = HOUR;
const SIGN_INS_KEPT = DAY;

/** Removes what nobody can need any more from the tables that only grow. */
export class UpkeepService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  removeOldKeys(signal: AbortSignal): Promise<void> {
    return inBatches(signal, () => removeOldKeys(this.db.sql, this.before(KEYS_KEPT), BATCH));
  }

  removeOldEvents(signal: AbortSignal): Promise<void> {
    return inBatches(signal, () => removeOldEvents(this.db.sql, this.before(EVENTS_KEPT), BATCH));
  }

  async removeExpiredSignIns(): Promise<void> {
    await removeExpiredSignIns(this.db.sql, this.before(SIGN_INS_KEPT));
  }

  private before(age: number): Date {
    return new Date(this.clock.now() - age);
  }
}

async function inBatches(signal: AbortSignal, removeSome: () => Promise<boolean>): Promise<void> {
  let more = true;
  while (more && !signal.aborted) more = await removeSome();
}
