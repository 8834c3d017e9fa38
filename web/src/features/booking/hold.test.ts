import { expect, test } from "vitest";
import type { Slot } from "../slots/slot-board.ts";
import { expiryByOwnClock, type Hold, type HoldEvent, reduceHold, tokenOf } from "./hold.ts";

const slot = (startAt: string): Slot => ({
  __typename: "Slot",
  startAt,
  endAt: startAt,
  localStart: "2026-12-01T09:00",
  offsetMinutes: 60,
  seatsLeft: 1,
});
const run = (...events: HoldEvent[]) => events.reduce<Hold>(reduceHold, { kind: "none" });
const nine = slot("2026-12-01T08:00:00.000Z");
const ten = slot("2026-12-01T09:00:00.000Z");
const asked = { type: "asked", startAt: nine.startAt, slot: nine } as const;
const held = { type: "held", slot: nine, token: "first", expiresAt: 1 } as const;

test("choosing another time carries the old token along to be replaced", () => {
  const hold = run(asked, held, { type: "asked", startAt: ten.startAt, slot: ten });
  expect(hold).toMatchObject({ kind: "asking", startAt: ten.startAt });
  expect(tokenOf(hold)).toBe("first");
});

test("an expired hold leaves the time chosen, with no token to send", () => {
  const hold = run(asked, held, { type: "expired" });
  expect(hold).toMatchObject({ kind: "loose", why: "expired", slot: nine });
  expect(tokenOf(hold)).toBeNull();
});

test("a lost time keeps what it was and offers others", () => {
  const hold = run(asked, { type: "lost", message: "Taken.", alternatives: [ten] });
  expect(hold).toEqual({ kind: "lost", startAt: nine.startAt, slot: nine, message: "Taken.", alternatives: [ten] });
});

test("an answer that comes after leaving changes nothing", () => {
  expect(run(asked, { type: "released" }, held)).toEqual({ kind: "none" });
});

test("the countdown follows the server, unless this browser's clock is wrong", () => {
  const now = Date.UTC(2026, 0, 1);
  expect(expiryByOwnClock(new Date(now + 295_000).toISOString(), now)).toBe(now + 295_000);
  expect(expiryByOwnClock(new Date(now - 3_600_000).toISOString(), now)).toBe(now + 300_000);
});
