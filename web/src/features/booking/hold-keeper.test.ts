import { beforeEach, expect, test, vi } from "vitest";
import type { Slot } from "../slots/slot-board.ts";
import type { HoldEvent } from "./hold.ts";
import type { KeeperPorts } from "./hold-keeper.ts";

const where = { coach: "maya", link: "intro", minutes: null, timeZone: "Europe/Lisbon" };
const nine: Slot = {
  __typename: "Slot",
  startAt: "2026-12-01T09:00:00.000Z",
  endAt: "2026-12-01T10:00:00.000Z",
  localStart: "2026-12-01T09:00",
  offsetMinutes: 0,
  seatsLeft: 1,
};
const inFiveMinutes = () => new Date(Date.now() + 300_000).toISOString();

/** What the tabs of a browser share. */
function emptyStorage() {
  const kept = new Map<string, string>();
  return new Proxy(
    {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
      removeItem: (name: string) => kept.delete(name),
    },
    {
      ownKeys: () => [...kept.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
}

beforeEach(() => {
  vi.stubGlobal("localStorage", emptyStorage());
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("removeEventListener", () => undefined);
});

/** A page of its own, as a browser loads it into a tab; sessionStorage is the tab's. */
async function openTab(server: { answer: "SlotHeld" | "SlotTaken" }, storage = emptyStorage()) {
  vi.resetModules();
  vi.stubGlobal("sessionStorage", storage);
  const { HoldKeeper } = await import("./hold-keeper.ts");
  const asked: Parameters<KeeperPorts["ask"]>[0][] = [];
  const given: string[] = [];
  const told: HoldEvent[] = [];
  const keeper = new HoldKeeper({
    ask: async (input) => {
      asked.push(input);
      return server.answer === "SlotHeld"
        ? { __typename: "SlotHeld", holdToken: `token ${asked.length}`, expiresAt: inFiveMinutes(), slot: nine }
        : { __typename: "SlotTaken", message: "Taken.", alternatives: [] };
    },
    giveBack: (token) => given.push(token),
    tell: (event) => told.push(event),
    nearest: () => [],
  });
  const take = () => keeper.take(where, nine.startAt, null);
  return { keeper, take, asked, given, last: () => told.at(-1) };
}

test("a second tab takes over what the first one holds, and the last to leave gives it back", async () => {
  const first = await openTab({ answer: "SlotHeld" });
  await first.take();
  const second = await openTab({ answer: "SlotTaken" });
  await second.take();
  expect(second.asked).toEqual([]);
  expect(second.last()).toMatchObject({ type: "held", token: "token 1", slot: nine });
  first.keeper.release();
  expect(first.given).toEqual([]);
  second.keeper.release();
  expect(second.given).toEqual(["token 1"]);
});

test("choosing another time gives up one's own hold in the same step, but not one that another tab has too", async () => {
  const first = await openTab({ answer: "SlotHeld" });
  await first.take();
  const second = await openTab({ answer: "SlotHeld" });
  await second.take();
  const ten = "2026-12-01T10:00:00.000Z";
  await second.keeper.take(where, ten, null);
  expect(second.asked).toMatchObject([{ startAt: ten }]);
  expect(second.asked[0]?.replaces).toBeUndefined();
  await first.keeper.take(where, "2026-12-01T11:00:00.000Z", null);
  expect(first.asked.at(-1)?.replaces).toBe("token 1");
});

test("a page that is loaded again renews its hold, whether or not the release has arrived", async () => {
  const before = await openTab({ answer: "SlotHeld" });
  await before.take();
  before.keeper.leave(true);
  expect(before.given).toEqual(["token 1"]);
  const after = await openTab({ answer: "SlotHeld" });
  await after.take();
  expect(after.asked).toMatchObject([{ replaces: "token 1" }]);
});

test("what waits for a code outlives the page of its tab, and is gone on with", async () => {
  const tab = emptyStorage();
  const before = await openTab({ answer: "SlotHeld" }, tab);
  await before.take();
  const expiresAt = new Date(Date.now() + 600_000).toISOString();
  before.keeper.awaitProof({ token: "token 1", email: "ada@example.org", expiresAt }, where);
  before.keeper.leave(true);
  expect(before.given).toEqual([]);
  const after = await openTab({ answer: "SlotTaken" }, tab);
  await after.take();
  expect(after.last()).toMatchObject({ type: "unproven", email: "ada@example.org", token: "token 1" });
  after.keeper.release();
  expect(after.given).toEqual(["token 1"]);
});

test("once booked, there is nothing to give back, and another tab learns why the time is taken", async () => {
  const first = await openTab({ answer: "SlotHeld" });
  await first.take();
  const second = await openTab({ answer: "SlotTaken" });
  await second.take();
  first.keeper.settle();
  second.keeper.release();
  expect([...first.given, ...second.given]).toEqual([]);
  const third = await openTab({ answer: "SlotTaken" });
  await third.take();
  expect(third.last()).toMatchObject({ type: "lost", message: expect.stringContaining("in another tab") });
});
