import type { Collection, MongoClient } from "mongodb";
import type { Logger } from "../logger.ts";
import { StartError } from "../start-error.ts";
import { connectBackend, type JobStore } from "./job-store.ts";

const COLLECTION = "agendaJobs";
const DUPLICATE_KEY = 11_000;

export interface MongoJobStoreOptions {
  readonly url: string;
  readonly logger: Logger;
  readonly patienceMs?: number;
}

/** Jobs in MongoDB. @throws StartError when it does not answer. */
export async function openMongoJobStore({ url, logger, patienceMs = 10_000 }: MongoJobStoreOptions): Promise<JobStore> {
  // The two cost 0.4 s to load, which only those pay who use them.
  const [{ MongoClient, MongoServerError }, { MongoBackend }] = await Promise.all([
    import("mongodb"),
    import("@agendajs/mongo-backend"),
  ]);
  const client = new MongoClient(url, { serverSelectionTimeoutMS: patienceMs, appName: "kairos" });
  const jobs = client.db().collection(COLLECTION);
  try {
    await client.connect();
    await createIndexes(jobs);
    const mongo = client.db();
    const backend = await connectBackend(
      new MongoBackend({ mongo, collection: COLLECTION, ensureIndex: false }),
      logger,
    );
    return {
      backend,
      isDuplicate: (error) => error instanceof MongoServerError && error.code === DUPLICATE_KEY,
      removeFinished: async () => {
        await jobs.deleteMany({ type: "normal", nextRunAt: null, lockedAt: null, lastRunAt: { $ne: null } });
      },
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    throw explain(error, client);
  }
}

/** The indexes that the table in PostgreSQL has: one regular job a name, one waiting request a name and instant. */
async function createIndexes(jobs: Collection): Promise<void> {
  await jobs.createIndexes([
    { key: { name: 1, nextRunAt: 1, priority: -1, lockedAt: 1, disabled: 1 }, name: "findAndLock" },
    { key: { name: 1 }, name: "single", unique: true, partialFilterExpression: { type: "single" } },
    {
      key: { name: 1, "data.key": 1 },
      name: "waiting",
      unique: true,
      partialFilterExpression: { type: "normal", lastRunAt: { $type: "null" } },
    },
  ]);
}

function explain(error: unknown, { options }: MongoClient): StartError {
  const reason = error instanceof Error ? error.message : error;
  const hosts = options.hosts.join(", ");
  return new StartError(`MongoDB at ${hosts} does not take jobs: ${reason}. Check that it runs, and MONGODB_URL.`);
}
