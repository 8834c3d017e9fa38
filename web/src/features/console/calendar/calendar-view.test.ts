import { expect, test } from "vitest";
import { daysShown, isLocalDate, liveRange } from "./calendar-view.ts";

test("a week begins on the first weekday of the place", () => {
  expect(daysShown("2026-11-25", 7, 1)[0]).toBe("2026-11-23");
  expect(daysShown("2026-11-25", 7, 0)[0]).toBe("2026-11-22");
  expect(daysShown("2026-11-25", 7, 1)).toHaveLength(7);
});

test("fewer days begin with the date itself", () => {
  expect(daysShown("2026-11-30", 3, 1)).toEqual(["2026-11-30", "2026-12-01", "2026-12-02"]);
});

test("every page that one turn leads to is live already", () => {
  const { from, to } = liveRange("2026-11-25", 1);
  expect([from, to]).toEqual(["2026-11-16", "2026-12-06"]);
});

test("an address with a date that does not exist is not a date", () => {
  expect(isLocalDate("2026-13-01")).toBe(false);
  expect(isLocalDate("yesterday")).toBe(false);
  expect(isLocalDate("2026-11-25")).toBe(true);
});
