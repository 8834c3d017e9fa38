import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { hasRedis, redisNote, startOwnRedis } from "../../../test/redis.ts";
import { type WakeUpWorld, wakeUpKinds } from "../../../test/wake-ups.ts";
import { createLogger } from "../logger.ts";
import { findFreePort } from "../postgres/embedded.ts";
import { openRedisWakeUp } from "./redis-wake-up.ts";
import type { WakeUp } from "./wake-up.ts";

function counter(wakeUp: WakeUp, topic: string) {
  const count = { calls: 0 };
  wakeUp.onWake(topic, () => {
    count.calls += 1;
  });
  return count;
}

describe.each(wakeUpKinds)("a wake-up $name", ({ skipped, create }) => {
  describe.skipIf(skipped)("between two processes", () => {
    let world: WakeUpWorld;
    let here: WakeUp;
    let there: WakeUp;

    beforeEach(async () => {
      world = await create();
      [here, there] = await Promise.all([world.open(), world.open()]);
    });
    afterEach(async () => {
      await Promise.all([here.close(), there.close()]);
      await world.close();
    });

    test("is heard here at once, there soon, and by nobody who listens to something else", async () => {
      const [mine, theirs, other] = [counter(here, "tea"), counter(there, "tea"), counter(there, "coffee")];
      here.publish("tea");
      expect(mine.calls).toBe(1);
      await vi.waitFor(() => expect(theirs.calls).toBe(1));
      expect(other.calls).toBe(0);
    });

    test("does not come back to the one who sent it", async () => {
      const mine = counter(here, "tea");
      const [theirs, answer] = [counter(there, "tea"), counter(here, "answer")];
      here.publish("tea");
      await vi.waitFor(() => expect(theirs.calls).toBe(1));
      there.publish("answer");
      await vi.waitFor(() => expect(answer.calls).toBe(1));
      expect(mine.calls).toBe(1);
    });

    test("called a thousand times in a row is few messages, and what is published later is heard too", async () => {
      const theirs = counter(there, "tea");
      for (let at = 0; at < 1_000; at += 1) here.publish("tea");
      await vi.waitFor(() => expect(theirs.calls).toBeGreaterThan(0));
      const before = theirs.calls;
      expect(before).toBeLessThan(10);
      here.publish("tea");
      await vi.waitFor(() => expect(theirs.calls).toBeGreaterThan(before));
    });

    test("is not heard any more by who no longer listens", async () => {
      const calls: string[] = [];
      const forget = there.onWake("tea", () => calls.push("first"));
      there.onWake("tea", () => calls.push("second"));
      forget();
      here.publish("tea");
      await vi.waitFor(() => expect(calls).toEqual(["second"]));
    });

    test("works again after its connections broke; who listens is told to look, and nothing published stays unsent", async () => {
      const [mine, theirs] = [counter(here, "tea"), counter(there, "tea")];
      await world.breakConnections();
      await vi.waitFor(() => expect([mine.calls, theirs.calls]).not.toContain(0), { timeout: 5_000 });
      const before = theirs.calls;
      here.publish("tea");
      await vi.waitFor(() => expect(theirs.calls).toBeGreaterThan(before), { timeout: 5_000 });
    });
  });
});

describe.skipIf(!hasRedis)(`without a Redis${redisNote}`, () => {
  test("a process starts all the same, and its hints travel once there is one", async () => {
    const port = await findFreePort();
    const lines: string[] = [];
    const logger = createLogger({ level: "info", write: (line) => lines.push(line) });
    const url = `redis://127.0.0.1:${port}`;
    const [here, there] = await Promise.all([openRedisWakeUp({ url, logger }), openRedisWakeUp({ url, logger })]);
    const [mine, theirs] = [counter(here, "tea"), counter(there, "tea")];
    here.publish("tea");
    expect(mine.calls).toBe(1);
    const redis = await startOwnRedis(port);
    await vi.waitFor(() => expect(theirs.calls).toBeGreaterThan(0), { timeout: 10_000 });
    await redis.stop();
    const again = await startOwnRedis(port);
    const before = theirs.calls;
    here.publish("tea");
    await vi.waitFor(() => expect(theirs.calls).toBeGreaterThan(before), { timeout: 10_000 });
    expect(lines.filter((line) => line.includes("lost")).length).toBeLessThanOrEqual(8);
    await Promise.all([here.close(), there.close()]);
    await again.stop();
  });
});
