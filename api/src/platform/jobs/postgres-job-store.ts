import { PostgresBackend } from "@agendajs/postgres-backend";
import { DatabaseError, Pool } from "pg";
import type { Logger } from "../logger.ts";
import { connectBackend, type JobStore } from "./job-store.ts";

const POOL_SIZE = 4;
const UNIQUE_VIOLATION = "23505";

/**
 * Jobs in PostgreSQL, in the table of 0003-jobs.sql. The pool is its own: MikroORM's gives timestamps as text. Its
 * notifications are off: they end the process when their connection is lost, and wake-ups of ours do the same.
 */
export async function openPostgresJobStore({ url, logger }: { url: string; logger: Logger }): Promise<JobStore> {
  const pool = new Pool({ connectionString: url, max: POOL_SIZE, application_name: "kairos jobs" });
  pool.on("error", (error) => logger.warn("connection for jobs lost", { error: error.message }));
  // A server that stops ends connections that the pool has let go of already; unheard, that would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const backend = await connectBackend(
    new PostgresBackend({ pool, ensureSchema: false, disableNotifications: true }),
    logger,
  );
  return {
    backend,
    isDuplicate: (error) => error instanceof DatabaseError && error.code === UNIQUE_VIOLATION,
    removeFinished: async () => {
      await pool.query(
        `delete from agenda_jobs
         where type = 'normal' and next_run_at is null and locked_at is null and last_run_at is not null`,
      );
    },
    close: () => pool.end(),
  };
}
