import { expect, test } from "vitest";
import { LiveFeed } from "./live-feed.ts";

interface Event {
  readonly value: string;
}

function feedOf(): { feed: LiveFeed<Event>; idles: string[]; set: (value: string) => void } {
  let state = "0";
  const idles: string[] = [];
  const feed = new LiveFeed<Event>({ snapshot: () => ({ value: `s${state}` }), onIdle: () => idles.push("idle") });
  const set = (value: string): void => {
    state = value;
    feed.push({ value: `c${value}` });
  };
  return { feed, idles, set };
}

test("an iteration begins with the state of that moment and goes on with every change", async () => {
  const { feed, set } = feedOf();
  const events = feed[Symbol.asyncIterator]();
  expect(await events.next()).toEqual({ done: false, value: { value: "s0" } });
  set("1");
  set("2");
  expect([await events.next(), await events.next()]).toMatchObject([
    { value: { value: "c1" } },
    { value: { value: "c2" } },
  ]);
  const waiting = events.next();
  set("3");
  expect(await waiting).toMatchObject({ value: { value: "c3" } });
});

test("the owner is told when the last listener leaves, and the feed counts as let go", async () => {
  const { feed, idles } = feedOf();
  const listener = { next: () => undefined, end: () => undefined };
  const leave = [feed.attach(listener), feed.attach({ ...listener })];
  leave[0]?.();
  expect([idles, feed.retired]).toEqual([[], false]);
  leave[1]?.();
  leave[1]?.();
  expect([idles, feed.retired]).toEqual([["idle"], true]);
});

test("an iteration ends with the feed, after what was pushed before", async () => {
  const { feed, set } = feedOf();
  const seen: string[] = [];
  const reading = (async () => {
    for await (const { value } of feed) seen.push(value);
  })();
  await new Promise(setImmediate);
  set("1");
  feed.end();
  set("2");
  await reading;
  expect(seen).toEqual(["s0", "c1"]);
});

test("a failure reaches the reader, and whoever attaches later", async () => {
  const { feed } = feedOf();
  const events = feed[Symbol.asyncIterator]();
  await events.next();
  feed.fail(new Error("gone"));
  await expect(events.next()).rejects.toThrow("gone");
  const told: (string | undefined)[] = [];
  feed.attach({ next: () => undefined, end: (error) => told.push(error?.message) });
  expect(told).toEqual(["gone"]);
});
