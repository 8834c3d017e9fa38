import type { Database } from "../db.ts";
import type { Logger } from "../logger.ts";

/** What /health shows; without `ok` this process cannot serve. */
export interface Health {
  readonly ok: boolean;
  readonly [fact: string]: unknown;
}

/** Whoever asks wants an answer now: a database that takes longer is as good as away. */
const PATIENCE_MS = 2_000;

export interface HealthOptions {
  readonly db: Database;
  readonly logger: Logger;
  /** What does not change while the process runs. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export function createHealthCheck({ db, logger, facts }: HealthOptions): () => Promise<Health> {
  const ask = async (): Promise<void> => {
    let impatience: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      impatience = setTimeout(
        () => reject(new Error(`The database did not answer in ${PATIENCE_MS} ms.`)),
        PATIENCE_MS,
      );
    });
    await Promise.race([db.sql`select 1`, late]).finally(() => clearTimeout(impatience));
  };
  return async () => {
    try {
      await ask();
      return { ok: true, database: "ok", ...facts };
    } catch (error) {
      logger.error("Not healthy", { error });
      return { ok: false, database: "away", ...facts };
    }
  };
}
