import { expect, test } from "vitest";
import { sayClockChange } from "./clock-change.ts";

const berlin = { zone: "Europe/Berlin", now: 120, atSession: 60 };
const newYork = { zone: "America/New_York", now: -240, atSession: -240 };
const plain = (text: string | null) => text?.replaceAll("\u00a0", " ") ?? null;

test("when one side's clock changes before the session, both distances are said", () => {
  expect(plain(sayClockChange(berlin, newYork))).toBe(
    "The clocks in Berlin change before this session: New York is 5 h behind Berlin then, 6 h behind Berlin now.",
  );
});

test("when both change alike, or neither does, nothing is said", () => {
  expect(sayClockChange(berlin, { ...newYork, atSession: -300 })).toBeNull();
  expect(sayClockChange({ ...berlin, atSession: 120 }, newYork)).toBeNull();
});

test("two places that will read the same time are level", () => {
  const london = { zone: "Europe/London", now: 60, atSession: 0 };
  const reykjavik = { zone: "Atlantic/Reykjavik", now: 0, atSession: 0 };
  expect(plain(sayClockChange(london, reykjavik))).toBe(
    "The clocks in London change before this session: Reykjavik is level with London then, 1 h behind London now.",
  );
});
