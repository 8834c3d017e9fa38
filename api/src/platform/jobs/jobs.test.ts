import { PostgresBackend } from "@agendajs/postgres-backend";
import { Client, Pool } from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, withServer } from "../../../test/database.ts";
import { type JobWorld, jobStoreKinds } from "../../../test/job-stores.ts";
import { createLogger } from "../logger.ts";
import { openPostgresWakeUp } from "../wake-up/postgres-wake-up.ts";
import { createJobs, type Job, type Jobs } from "./jobs.ts";
import { openMongoJobStore } from "./mongo-job-store.ts";
import { openPostgresJobStore } from "./postgres-job-store.ts";

const hour = 3_600;

/** A process that runs the given jobs, or only asks for runs. */
interface TestProcess extends Jobs {
  readonly log: string[];
  /** As if it were killed: its connections end, and nothing of it is cleaned up. */
  kill(): Promise<void>;
}

/** A job that counts its runs and can be held in the middle of one. */
function countingJob(name: string, everySeconds = hour) {
  const state = { begun: 0, ended: 0, gate: Promise.resolve(), signal: null as AbortSignal | null };
  const job: Job = {
    name,
    everySeconds,
    run: async (signal) => {
      state.begun += 1;
      state.signal = signal;
      await state.gate;
      state.ended += 1;
    },
  };
  return Object.assign(state, { job });
}

/** Closes the gate of a job; gives the function that opens it. */
function hold(state: { gate: Promise<void> }): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  state.gate = promise;
  return resolve;
}

describe.each(jobStoreKinds)("jobs $name", ({ skipped, create }) => {
  describe.skipIf(skipped)("of several processes", () => {
    let world: JobWorld;
    const processes = new Set<TestProcess>();
    /** What still ticks of the processes that were killed. */
    const undead: Array<() => Promise<void>> = [];

    async function start(jobs: readonly Job[], lockSeconds = 30): Promise<TestProcess> {
      const log: string[] = [];
      const logger = createLogger({ level: "warn", write: (line) => log.push(line) });
      const store = await world.open();
      const wakeUp = await openPostgresWakeUp({ url: world.database.url, logger });
      const running = createJobs({ store, wakeUp, logger, scanEverySeconds: 0.5, lockSeconds });
      for (const job of jobs) running.define(job);
      await running.start();
      const process: TestProcess = {
        log,
        define: running.define.bind(running),
        start: running.start.bind(running),
        wake: running.wake.bind(running),
        stop: async () => {
          processes.delete(process);
          await running.stop();
          await wakeUp.close();
        },
        kill: async () => {
          await wakeUp.close();
          await store.close();
          processes.delete(process);
          undead.push(() => running.stop().catch(() => undefined));
        },
      };
      processes.add(process);
      return process;
    }

    beforeEach(async () => {
      world = await create();
    });
    afterEach(async () => {
      await Promise.all([...processes].map((process) => process.stop()));
      await Promise.all(undead.splice(0).map((bury) => bury()));
      await world.close();
    });

    test("run once at the start, to catch up with what was missed", async () => {
      const sweep = countingJob("sweep");
      await start([sweep.job]);
      await vi.waitFor(() => expect(sweep.ended).toBe(1));
    });

    test("run when another process asks, which has no jobs itself", async () => {
      const sweep = countingJob("sweep");
      await start([sweep.job]);
      await vi.waitFor(() => expect(sweep.ended).toBe(1));
      const producer = await start([]);
      producer.wake("sweep");
      await vi.waitFor(() => expect(sweep.ended).toBe(2));
    });

    test("run a few times for many requests at once, and always after the last of them", async () => {
      const sweep = countingJob("sweep");
      await start([sweep.job]);
      await vi.waitFor(() => expect(sweep.ended).toBe(1));
      const producers = await Promise.all([start([]), start([])]);
      const open = hold(sweep);
      for (const producer of producers) producer.wake("sweep");
      await vi.waitFor(() => expect(sweep.begun).toBe(2));
      for (let at = 0; at < 20; at += 1) for (const producer of producers) producer.wake("sweep");
      await Promise.all(producers.map((producer) => producer.stop()));
      open();
      await vi.waitFor(() => expect(sweep.ended).toBe(3));
      expect(sweep.begun).toBe(3);
    });

    test("run at the instant they were asked for, not before", async () => {
      const sweep = countingJob("sweep");
      const process = await start([sweep.job]);
      await vi.waitFor(() => expect(sweep.ended).toBe(1));
      const at = new Date(Date.now() + 900);
      process.wake("sweep", at);
      await vi.waitFor(() => expect(sweep.begun).toBe(2), { timeout: 5_000, interval: 5 });
      expect(Date.now()).toBeGreaterThanOrEqual(at.getTime());
      expect(Date.now()).toBeLessThan(at.getTime() + 500);
    });

    test("run again and again, by one process at a time", async () => {
      const sweep = countingJob("sweep", 0.2);
      await Promise.all([start([sweep.job]), start([sweep.job])]);
      await vi.waitFor(() => expect(sweep.ended).toBeGreaterThan(4), { timeout: 10_000 });
      const open = hold(sweep);
      await vi.waitFor(() => expect(sweep.begun).toBe(sweep.ended + 1), { timeout: 5_000 });
      open();
    });

    test("that fail are told and tried again", async () => {
      let runs = 0;
      const run = async () => {
        runs += 1;
        if (runs === 1) throw new Error("the provider is away");
      };
      const process = await start([{ name: "sweep", everySeconds: 0.2, run }]);
      await vi.waitFor(() => expect(runs).toBeGreaterThan(1), { timeout: 5_000 });
      expect(process.log.join()).toContain("the provider is away");
    });

    test("that take longer than their lock are not begun again by another process", async () => {
      const sweep = countingJob("sweep");
      const open = hold(sweep);
      await start([sweep.job], 0.6);
      await vi.waitFor(() => expect(sweep.begun).toBe(1));
      const [others, later] = [countingJob("sweep"), countingJob("later")];
      const process = await start([others.job, later.job], 0.6);
      process.wake("later", new Date(Date.now() + 1_800));
      await vi.waitFor(() => expect(later.ended).toBe(2), { timeout: 10_000 });
      // The one is the run that its own start asked for.
      expect([sweep.begun, others.begun]).toEqual([1, 1]);
      open();
      await vi.waitFor(() => expect(sweep.ended).toBe(1));
    });

    test("that a killed process had begun are done by another", async () => {
      const sweep = countingJob("sweep");
      const open = hold(sweep);
      const doomed = await start([sweep.job], 0.6);
      await vi.waitFor(() => expect(sweep.begun).toBe(1));
      await doomed.kill();
      const heir = countingJob("sweep");
      await start([heir.job], 0.6);
      await vi.waitFor(() => expect(heir.ended).toBe(2), { timeout: 10_000 });
      open();
    });

    test("are told to end when their process stops, which waits for them and begins nothing more", async () => {
      const sweep = countingJob("sweep");
      const open = hold(sweep);
      const process = await start([sweep.job]);
      await vi.waitFor(() => expect(sweep.begun).toBe(1));
      process.wake("sweep");
      const stopped = process.stop();
      await vi.waitFor(() => expect(sweep.signal?.aborted).toBe(true));
      open();
      await stopped;
      expect([sweep.begun, sweep.ended]).toEqual([1, 1]);
      const heir = countingJob("sweep");
      await start([heir.job]);
      await vi.waitFor(() => expect(heir.ended).toBeGreaterThan(0));
    });

    test("of four processes that start at once are one of each", async () => {
      const sweep = countingJob("sweep", 0.3);
      const four = await Promise.all(Array.from({ length: 4 }, () => start([sweep.job])));
      await vi.waitFor(() => expect(sweep.ended).toBeGreaterThan(3), { timeout: 10_000 });
      expect(four.flatMap(({ log }) => log)).toEqual([]);
    });
  });
});

describe("the store in PostgreSQL", () => {
  const logger = createLogger({ level: "silent" });

  test("has the table that this release of the library would make, and one index more", async () => {
    const database = await createTestDatabase();
    const pool = new Pool({ connectionString: database.url });
    pool.on("connect", (client) => client.on("error", () => undefined));
    const backend = new PostgresBackend({ pool, tableName: "theirs", ensureSchema: true, disableNotifications: true });
    await backend.connect();
    const columns = async (table: string) => {
      const { rows } = await pool.query(
        `select column_name, data_type, character_maximum_length, is_nullable, column_default
         from information_schema.columns where table_name = $1 order by ordinal_position`,
        [table],
      );
      return rows;
    };
    const indexes = async (table: string) => {
      const { rows } = await pool.query<{ indexdef: string }>("select indexdef from pg_indexes where tablename = $1", [
        table,
      ]);
      return rows.map(({ indexdef }) => indexdef.replace(/^.* USING /, "")).sort();
    };
    expect(await columns("agenda_jobs")).toEqual(await columns("theirs"));
    const ours = await indexes("agenda_jobs");
    expect(ours).toEqual(expect.arrayContaining(await indexes("theirs")));
    expect(ours).toHaveLength((await indexes("theirs")).length + 1);
    await pool.end();
    await database.drop();
  });

  test("goes on after all its connections broke", async () => {
    const database = await createTestDatabase();
    const [store, wakeUp] = await Promise.all([
      openPostgresJobStore({ url: database.url, logger }),
      openPostgresWakeUp({ url: database.url, logger }),
    ]);
    const jobs = createJobs({ store, wakeUp, logger, scanEverySeconds: 0.5 });
    const sweep = countingJob("sweep");
    jobs.define(sweep.job);
    await jobs.start();
    await vi.waitFor(() => expect(sweep.ended).toBe(1));
    await withServer(database.url, (client) =>
      client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('kairos jobs', 'kairos wake-up')",
      ),
    );
    await vi.waitFor(
      () => {
        jobs.wake("sweep");
        expect(sweep.ended).toBeGreaterThan(1);
      },
      { timeout: 5_000, interval: 100 },
    );
    await jobs.stop();
    await wakeUp.close();
    await database.drop();
  });

  test("that cannot be reached is told at once", async () => {
    const url = "postgres://nobody@127.0.0.1:1/nothing";
    await expect(openPostgresJobStore({ url, logger })).rejects.toThrow("ECONNREFUSED");
  });

  test("keeps requests that wait once, whoever asks, and lets one more in when a run has begun", async () => {
    const database = await createTestDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const insert = `insert into agenda_jobs (name, data) values ('sweep', '{"key": "now"}')`;
    await client.query(insert);
    await expect(client.query(insert)).rejects.toThrow("agenda_jobs_waiting");
    await client.query("update agenda_jobs set last_run_at = now()");
    await client.query(insert);
    await client.end();
    await database.drop();
  });
});

test("a MongoDB that cannot be reached is told with its address, without its password", async () => {
  const url = "mongodb://kairos:secret@127.0.0.1:1/kairos";
  const opening = openMongoJobStore({ url, logger: createLogger({ level: "silent" }), patienceMs: 200 });
  await expect(opening).rejects.toThrow(/^MongoDB at 127\.0\.0\.1:1 does not take jobs: (?!.*secret)/);
});
