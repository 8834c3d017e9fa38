import { coalesce } from "./coalesce.ts";
import type { Database, Sql } from "./db.ts";
import type { DomainEvent } from "./events.ts";
import type { Logger } from "./logger.ts";
import type { WakeUp } from "./wake-up/wake-up.ts";

/** To be published after a commit that wrote events. */
export const outboxTopic = "outbox";

const POLL_EVERY_MS = 1_000;

export interface OutboxOptions {
  readonly db: Database;
  readonly wakeUp: WakeUp;
  readonly deliver: (event: DomainEvent) => void;
  readonly logger: Logger;
}

/** Carries committed events to this process, whichever process wrote them: once each, in order of writing. */
export interface Outbox {
  close(): Promise<void>;
}

/** A wake-up is only a hint: what counts is the re-read. The slow poll covers lost hints. */
export async function startOutbox(options: OutboxOptions): Promise<Outbox> {
  const reader = await createReader(options);
  const forget = options.wakeUp.onWake(outboxTopic, reader.run);
  const poll = setInterval(reader.run, POLL_EVERY_MS);

  return {
    async close() {
      forget();
      clearInterval(poll);
      await reader.idle();
    },
  };
}

/** What was delivered long ago is of use to nobody. @returns whether there may be more. */
export async function removeOldEvents(sql: Sql, before: Date, limit: number): Promise<boolean> {
  const removed = await sql`
    delete from outbox where id in (select id from outbox where created_at < ${before} order by id limit ${limit})
    returning true`;
  return removed.length === limit;
}

interface OutboxRow {
  id: string;
  payload: DomainEvent;
}

/**
 * Ids commit out of order, so there is no `id > last` cursor: each read starts at the oldest transaction that was
 * still running at the previous read, and drops what it has already delivered.
 */
async function createReader({ db, deliver, logger }: OutboxOptions) {
  let from =
    (await db.sql<{ xmin: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`)[0]?.xmin ?? "0";
  let seen = new Set<string>();

  const readOnce = async (): Promise<void> => {
    const rows = await db.sql<OutboxRow & { xmin: string }>`
      with snapshot as materialized (select pg_snapshot_xmin(pg_current_snapshot())::text as xmin)
      select xmin, outbox.id::text as id, outbox.payload
      from snapshot left join outbox on outbox.transaction_id >= ${from}::xid8
      order by outbox.id`;
    const current = new Set<string>();
    for (const { id, payload } of rows) {
      if (!id) continue;
      current.add(id);
      if (!seen.has(id)) deliver(payload);
    }
    seen = current;
    from = rows[0]?.xmin ?? from;
  };

  return coalesce(readOnce, (error) => logger.warn("outbox not read", { error: error.message }));
}
