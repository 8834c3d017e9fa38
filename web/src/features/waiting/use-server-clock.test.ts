import { expect, test } from "vitest";
import { aheadOf } from "./use-server-clock.ts";

test("a device whose clock is minutes off counts by the server's", () => {
  expect(aheadOf(600_000, 0, 200)).toBe(599_900);
  expect(aheadOf(0, 600_000, 600_200)).toBe(-600_100);
});

test("seconds, a late answer, or none at all change nothing", () => {
  expect(aheadOf(3_000, 0, 200)).toBe(0);
  expect(aheadOf(8_000, 0, 10_000)).toBe(0);
  expect(aheadOf(Number.NaN, 0, 200)).toBe(0);
});
