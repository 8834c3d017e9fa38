import { Client } from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { entityClasses } from "../entities/index.ts";
import { type Database, openDatabase } from "./db.ts";
import type { DomainEvent } from "./events.ts";
import { createLogger } from "./logger.ts";
import { type Outbox, startOutbox } from "./outbox.ts";

let database: TestDatabase;
let db: Database;
let outbox: Outbox;
let heard: string[];

beforeEach(async () => {
  database = await createTestDatabase();
  db = await openDatabase({
    url: database.url,
    entities: entityClasses,
    poolSize: 10,
    onPublished: () => outbox.wake(),
  });
  heard = [];
  outbox = await start((event) => heard.push(nameOf(event)));
});
afterEach(async () => {
  await outbox.close();
  await db.close();
  await database.drop();
});

function start(deliver: (event: DomainEvent) => void): Promise<Outbox> {
  return startOutbox({ url: database.url, db, deliver, logger: createLogger({ level: "silent" }) });
}

function nameOf(event: DomainEvent): string {
  return event.type === "signedOut" ? event.sessionId : event.coachId;
}

test("what a transaction publishes is heard after its commit, once, in order", async () => {
  await db.transact(async ({ publish }) => {
    for (const sessionId of ["one", "two", "three"]) publish({ type: "signedOut", sessionId });
  });
  await vi.waitFor(() => expect(heard).toEqual(["one", "two", "three"]));
  await db.transact(async ({ publish }) => publish({ type: "signedOut", sessionId: "four" }));
  await vi.waitFor(() => expect(heard).toEqual(["one", "two", "three", "four"]));
});

test("what a transaction publishes and takes back is never heard", async () => {
  const broken = db.transact(async ({ publish, sql }) => {
    publish({ type: "signedOut", sessionId: "never" });
    await sql`select 1 / 0`;
  });
  await expect(broken).rejects.toThrow("division by zero");
  await db.transact(async ({ publish }) => publish({ type: "signedOut", sessionId: "after" }));
  await vi.waitFor(() => expect(heard).toEqual(["after"]));
});

test("a transaction that got its ids first and commits last is heard, though later ids were heard before", async () => {
  const slow = new Client({ connectionString: database.url });
  await slow.connect();
  await slow.query("begin");
  await slow.query(`insert into outbox (payload) values ('{"type": "signedOut", "sessionId": "slow"}')`);
  for (const sessionId of ["a", "b", "c"])
    await db.transact(async ({ publish }) => publish({ type: "signedOut", sessionId }));
  await vi.waitFor(() => expect(heard).toEqual(["a", "b", "c"]));
  await slow.query("commit");
  await slow.end();
  outbox.wake();
  await vi.waitFor(() => expect(heard).toEqual(["a", "b", "c", "slow"]));
});

test("a process that lost its listener still hears, and hears once", async () => {
  await db.sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`;
  const elsewhere = new Client({ connectionString: database.url });
  await elsewhere.connect();
  await elsewhere.query(`insert into outbox (payload) values ('{"type": "signedOut", "sessionId": "unannounced"}')`);
  await elsewhere.end();
  await vi.waitFor(() => expect(heard).toEqual(["unannounced"]), { timeout: 5_000 });
});

test("400 transactions at once from two processes are each heard once by both", async () => {
  const neighbour: string[] = [];
  const second = await start((event) => neighbour.push(nameOf(event)));
  const names = Array.from({ length: 400 }, (_, n) => `n${n}`);
  await Promise.all(
    names.map((sessionId) => db.transact(async ({ publish }) => publish({ type: "signedOut", sessionId }))),
  );
  await vi.waitFor(() => expect(neighbour).toHaveLength(400), { timeout: 5_000 });
  await vi.waitFor(() => expect(heard).toHaveLength(400), { timeout: 5_000 });
  expect([...heard].sort()).toEqual([...names].sort());
  expect([...neighbour].sort()).toEqual([...names].sort());
  await second.close();
});
