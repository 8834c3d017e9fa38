import { createClient } from "redis";
import { createLogger } from "../src/platform/logger.ts";
import { openPostgresWakeUp } from "../src/platform/wake-up/postgres-wake-up.ts";
import { openRedisWakeUp } from "../src/platform/wake-up/redis-wake-up.ts";
import type { WakeUp } from "../src/platform/wake-up/wake-up.ts";
import { createTestDatabase, type TestDatabase, withServer } from "./database.ts";
import { hasRedis, redisNote, startRedis } from "./redis.ts";

const logger = createLogger({ level: "silent" });

/** One way for hints to travel, with what a test needs around it. */
export interface WakeUpWorld {
  readonly database: TestDatabase;
  /** The end of one process. */
  open(): Promise<WakeUp>;
  /** Ends every connection that carries hints; the carrier itself stays. */
  breakConnections(): Promise<void>;
  close(): Promise<void>;
}

export const wakeUpKinds = [
  { name: "over PostgreSQL", skipped: false, create: createPostgresWorld },
  { name: `over Redis${redisNote}`, skipped: !hasRedis, create: createRedisWorld },
] as const;

async function createPostgresWorld(): Promise<WakeUpWorld> {
  const database = await createTestDatabase();
  return {
    database,
    open: () => openPostgresWakeUp({ url: database.url, logger }),
    breakConnections: async () => {
      await withServer(database.url, (client) =>
        client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'kairos wake-up' and datname = current_database()`,
        ),
      );
    },
    close: () => database.drop(),
  };
}

async function createRedisWorld(): Promise<WakeUpWorld> {
  const database = await createTestDatabase();
  const redis = await startRedis();
  return {
    database,
    open: () => openRedisWakeUp({ url: redis.url, logger }),
    breakConnections: async () => {
      const client = createClient({ url: redis.url });
      await client.connect();
      await client.sendCommand(["CLIENT", "KILL", "TYPE", "pubsub"]);
      await client.sendCommand(["CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"]);
      client.destroy();
    },
    close: async () => {
      await redis.stop();
      await database.drop();
    },
  };
}
