import { expect, test } from "vitest";
import { addDays, addMonths, clampDate, monthOf, weeksOf } from "./dates.ts";

test("days step over the ends of months and years", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-12-15", 1, "2027-01-15"],
  ["2026-01-15", -1, "2025-12-15"],
  ["2028-02-29", 12, "2029-02-28"],
])("%s and %i months is %s", (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

test("a month knows its first and last date", () => {
  expect(monthOf("2028-02-10")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
});

test("weeks begin where the viewer's do and hold every date of the month once", () => {
  const monday = weeksOf("2026-11-20", 1);
  expect([monday[0]?.[0], monday[0]?.[6], monday.at(-1)?.[0]]).toEqual(["2026-10-26", "2026-11-01", "2026-11-30"]);
  expect(monday).toHaveLength(6);
  const sunday = weeksOf("2026-11-20", 0);
  expect(sunday[0]?.[0]).toBe("2026-11-01");
  expect(sunday.flat().filter((date) => date.startsWith("2026-11"))).toHaveLength(30);
});

test("a date outside the bounds becomes the nearer bound", () => {
  expect(clampDate("2026-01-01", "2026-02-01", "2026-03-01")).toBe("2026-02-01");
  expect(clampDate("2026-04-01", "2026-02-01", "2026-03-01")).toBe("2026-03-01");
});
