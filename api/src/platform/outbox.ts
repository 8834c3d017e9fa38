import { Client } from "pg";
import { coalesce } from "./coalesce.ts";
import type { Database } from "./db.ts";
import type { DomainEvent } from "./events.ts";
import type { Logger } from "./logger.ts";

const CHANNEL = "kairos_outbox";
const POLL_EVERY_MS = 1_000;
const RECONNECT_AFTER_MS = 500;
const CLEAN_EVERY_MS = 600_000;

export interface OutboxOptions {
  readonly url: string;
  readonly db: Database;
  readonly deliver: (event: DomainEvent) => void;
  readonly logger: Logger;
}

/** Carries committed events to this process, whichever process wrote them: once each, in order of writing. */
export interface Outbox {
  /** Call after a commit: reads here at once and wakes the other processes. */
  wake(): void;
  close(): Promise<void>;
}

/**
 * A wake-up is only a hint: what counts is the re-read. The slow poll covers lost hints. NOTIFY is sent outside the
 * booking transaction, since it takes a lock on the whole cluster at commit.
 */
export async function startOutbox(options: OutboxOptions): Promise<Outbox> {
  const reader = await createReader(options);
  let closed = false;
  let listener: Client | null = null;
  const notify = coalesce(
    () => options.db.sql`select pg_notify(${CHANNEL}, '')`,
    (error) => options.logger.warn("outbox wake-up not sent", { error: error.message }),
  );

  const listen = async (): Promise<void> => {
    if (closed) return;
    const client = new Client({ connectionString: options.url });
    client.on("notification", reader.read);
    client.on("error", (error) => {
      options.logger.warn("outbox listener lost", { error: error.message });
      listener = null;
      client.end().catch(() => undefined);
      if (!closed) setTimeout(() => void listen(), RECONNECT_AFTER_MS).unref();
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      listener = client;
      reader.read();
    } catch (error) {
      client.emit("error", error);
    }
  };
  await listen();

  const poll = setInterval(reader.read, POLL_EVERY_MS);
  const clean = setInterval(() => void reader.clean(), CLEAN_EVERY_MS);

  return {
    wake() {
      reader.read();
      notify.run();
    },
    async close() {
      closed = true;
      clearInterval(poll);
      clearInterval(clean);
      await Promise.all([reader.idle(), notify.idle(), listener?.end()]);
    },
  };
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
  let from = (await db.sql<{ xmin: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`)[0]?.xmin ?? "0";
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

  const reading = coalesce(readOnce, (error) => logger.warn("outbox not read", { error: error.message }));
  return {
    read: reading.run,
    idle: reading.idle,
    clean: async (): Promise<void> => {
      try {
        await db.sql`delete from outbox where created_at < now() - interval '1 hour'`;
      } catch (error) {
        logger.warn("outbox not cleaned", { error: String(error) });
      }
    },
  };
}
