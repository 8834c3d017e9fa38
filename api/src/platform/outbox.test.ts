import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type WakeUpWorld, wakeUpKinds } from "../../test/wake-ups.ts";
import { entityClasses } from "../entities/index.ts";
import { type Database, openDatabase } from "./db.ts";
import type { DomainEvent } from "./events.ts";
import { createLogger } from "./logger.ts";
import { type Outbox, outboxTopic, removeOldEvents, startOutbox } from "./outbox.ts";
import type { WakeUp } from "./wake-up/wake-up.ts";

interface Process {
  readonly db: Database;
  readonly outbox: Outbox;
  readonly wakeUp: WakeUp;
  readonly heard: string[];
  close(): Promise<void>;
}

async function start(world: WakeUpWorld): Promise<Process> {
  const wakeUp = await world.open();
  const db = await openDatabase({
    url: world.database.url,
    entities: entityClasses,
    poolSize: 10,
    onPublished: () => wakeUp.publish(outboxTopic),
  });
  const heard: string[] = [];
  const deliver = (event: DomainEvent) => heard.push(nameOf(event));
  const outbox = await startOutbox({ db, wakeUp, deliver, logger: createLogger({ level: "silent" }) });
  return {
    ...{ db, outbox, wakeUp, heard },
    async close() {
      await outbox.close();
      await wakeUp.close();
      await db.close();
    },
  };
}

function nameOf(event: DomainEvent): string {
  return event.type === "signedOut" ? event.sessionId : event.coachId;
}

describe.each(wakeUpKinds)("the outbox $name", ({ skipped, create }) => {
  describe.skipIf(skipped)("carries events", () => {
    let world: WakeUpWorld;
    let here: Process;
    let db: Database;
    let heard: string[];

    beforeEach(async () => {
      world = await create();
      here = await start(world);
      ({ db, heard } = here);
    });
    afterEach(async () => {
      await here.close();
      await world.close();
    });

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
      const slow = new Client({ connectionString: world.database.url });
      await slow.connect();
      await slow.query("begin");
      await slow.query(`insert into outbox (payload) values ('{"type": "signedOut", "sessionId": "slow"}')`);
      for (const sessionId of ["a", "b", "c"])
        await db.transact(async ({ publish }) => publish({ type: "signedOut", sessionId }));
      await vi.waitFor(() => expect(heard).toEqual(["a", "b", "c"]));
      await slow.query("commit");
      await slow.end();
      here.wakeUp.publish(outboxTopic);
      await vi.waitFor(() => expect(heard).toEqual(["a", "b", "c", "slow"]));
    });

    test("a process that lost its listener still hears, and hears once", async () => {
      await world.breakConnections();
      const elsewhere = new Client({ connectionString: world.database.url });
      await elsewhere.connect();
      await elsewhere.query(
        `insert into outbox (payload) values ('{"type": "signedOut", "sessionId": "unannounced"}')`,
      );
      await elsewhere.end();
      await vi.waitFor(() => expect(heard).toEqual(["unannounced"]), { timeout: 5_000 });
    });

    test("400 transactions at once from two processes are each heard once by both", async () => {
      const second = await start(world);
      const neighbour = second.heard;
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

    test("removes what was delivered long ago, some at a time", async () => {
      await db.sql`insert into outbox (payload, created_at)
        select '{"type": "signedOut", "sessionId": "old"}', now() - interval '2 hours' from generate_series(1, 5)`;
      await db.transact(async ({ publish }) => publish({ type: "signedOut", sessionId: "fresh" }));
      const hourAgo = new Date(Date.now() - 3_600_000);
      expect(await removeOldEvents(db.sql, hourAgo, 3)).toBe(true);
      expect(await removeOldEvents(db.sql, hourAgo, 3)).toBe(false);
      const left = await db.sql<{ id: string }>`select payload ->> 'sessionId' as id from outbox`;
      expect(left).toEqual([{ id: "fresh" }]);
    });
  });
});
