import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Config } from "../src/config.ts";
import { createContext, createWorker } from "../src/context.ts";
import { entityClasses } from "../src/entities/index.ts";
import { type Database, openDatabase } from "../src/platform/db.ts";
import { createHealthCheck } from "../src/platform/http/health.ts";
import { createLogger } from "../src/platform/logger.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { hasRedis, redisNote, startRedis } from "./redis.ts";
import { startServer, testConfig } from "./server.ts";

const hour = 3_600_000;

describe("the roles of a process", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    const server = await startServer(database.url);
    await server.stop();
  });
  afterAll(() => database.drop());

  const as = (role: Config["role"], more: Partial<Config> = {}): Config => ({ ...testConfig, ...more, role });

  /** A session of the demo coach that has just ended. */
  async function endOne(db: Database): Promise<string> {
    const ended = await db.sql<{ id: string }>`
      update booking set status = 'confirmed' where id = (
        select id from booking where status = 'completed' and end_at < ${new Date(Date.now() - hour)} limit 1
      )
      returning id`;
    return ended[0]?.id ?? "";
  }
  const statusOf = async (db: Database, id: string) =>
    (await db.sql<{ status: string }>`select status from booking where id = ${id}`)[0]?.status;

  test.for([
    { name: "over PostgreSQL", withRedis: false },
    { name: `over Redis${redisNote}`, withRedis: true },
  ])("an API process hears $name what a worker did", async ({ withRedis }, { skip }) => {
    if (withRedis && !hasRedis) skip();
    const redis = withRedis ? await startRedis() : null;
    const more = redis ? { redisUrl: redis.url } : {};
    const api = await createContext({
      config: as("api", more),
      databaseUrl: database.url,
      publicUrl: "http://localhost",
    });
    const ended = await endOne(api.db);
    const [coach] = await api.db.sql<{ id: string }>`select id from coach`;
    const heard: string[] = [];
    api.features.pubsub.onCalendarChanged(coach?.id ?? "", ({ bookingIds }) => heard.push(...bookingIds));
    expect(await statusOf(api.db, ended)).toBe("confirmed");
    const worker = await createWorker({ config: as("worker", more), databaseUrl: database.url });
    await vi.waitFor(() => expect(heard).toEqual([ended]), { timeout: 5_000 });
    expect(await statusOf(api.db, ended)).toBe("completed");
    await worker.close();
    await api.close();
    await redis?.stop();
  });
});

describe("/health", () => {
  const logger = createLogger({ level: "silent" });

  test("tells role, version, time zone release and that the database is there", async () => {
    const database = await createTestDatabase();
    const server = await startServer(database.url);
    const response = await fetch(`${server.url}/health`);
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        ok: true,
        database: "ok",
        role: "both",
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        timeZoneRelease: expect.stringMatching(/^20\d\d[a-z]$/),
      },
    ]);
    await server.stop();
    await database.drop();
  });

  test("is 503 when the database is away", async () => {
    const database = await createTestDatabase();
    const server = await startServer(database.url);
    await database.drop();
    const response = await fetch(`${server.url}/health`);
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { ok: false, database: "away", role: "both" },
    ]);
    await server.stop();
  });

  test("does not wait for a database that never answers", async () => {
    const silence = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => silence.once("listening", resolve));
    const address = silence.address();
    const port = address && typeof address === "object" ? address.port : 0;
    const url = `postgres://kairos@127.0.0.1:${port}/kairos`;
    const db = await openDatabase({ url, entities: entityClasses, poolSize: 1, onPublished: () => undefined });
    const sockets: Array<{ destroy(): void }> = [];
    silence.on("connection", (socket) => sockets.push(socket));
    const startedAt = performance.now();
    expect(await createHealthCheck({ db, logger, facts: {} })()).toEqual({ ok: false, database: "away" });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    for (const socket of sockets) socket.destroy();
    silence.close();
  });
});
