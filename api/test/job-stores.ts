import { randomBytes } from "node:crypto";
import { MongoClient } from "mongodb";
import type { JobStore } from "../src/platform/jobs/job-store.ts";
import { openMongoJobStore } from "../src/platform/jobs/mongo-job-store.ts";
import { openPostgresJobStore } from "../src/platform/jobs/postgres-job-store.ts";
import { createLogger } from "../src/platform/logger.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

const logger = createLogger({ level: "silent" });
const mongoUrl = process.env.TEST_MONGODB_URL;

/** A place for jobs, with a database for the wake-ups. */
export interface JobWorld {
  readonly database: TestDatabase;
  open(): Promise<JobStore>;
  close(): Promise<void>;
}

export const jobStoreKinds = [
  { name: "in PostgreSQL", skipped: false, create: createPostgresWorld },
  {
    name: mongoUrl ? "in MongoDB" : "in MongoDB (skipped: TEST_MONGODB_URL is not set)",
    skipped: !mongoUrl,
    create: createMongoWorld,
  },
] as const;

async function createPostgresWorld(): Promise<JobWorld> {
  const database = await createTestDatabase();
  return {
    database,
    open: () => openPostgresJobStore({ url: database.url, logger }),
    close: () => database.drop(),
  };
}

async function createMongoWorld(): Promise<JobWorld> {
  const database = await createTestDatabase();
  const url = new URL(mongoUrl ?? "");
  url.pathname = `/kairos_test_${randomBytes(6).toString("hex")}`;
  return {
    database,
    open: () => openMongoJobStore({ url: url.href, logger }),
    close: async () => {
      const client = await MongoClient.connect(url.href);
      await client.db().dropDatabase();
      await client.close();
      await database.drop();
    },
  };
}
