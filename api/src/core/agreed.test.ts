import { describe, expect, test } from "vitest";
import { agreedInstant, yearly } from "./agreed.ts";

const ny = "America/New_York";
const at = (iso: string) => Date.parse(iso);

describe("agreedInstant", () => {
  test.each([
    ["keeps an instant that is still right", "2026-07-01T09:00", "2026-07-01T13:00:00Z", "2026-07-01T13:00:00Z"],
    [
      "keeps the seconds of one that is right to the minute",
      "2026-07-01T09:00",
      "2026-07-01T13:00:07Z",
      "2026-07-01T13:00:07Z",
    ],
    [
      "finds the wall time again where the rules changed",
      "2026-07-01T09:00",
      "2026-07-01T14:00:00Z",
      "2026-07-01T13:00:00Z",
    ],
    ["keeps the second of two equal wall times", "2026-11-01T01:30", "2026-11-01T06:30:00Z", "2026-11-01T06:30:00Z"],
    [
      "takes the first of them where neither was agreed",
      "2026-11-01T01:30",
      "2026-11-01T07:30:00Z",
      "2026-11-01T05:30:00Z",
    ],
    [
      "moves a wall time forward that is skipped now",
      "2026-03-08T02:30",
      "2026-03-08T06:30:00Z",
      "2026-03-08T07:30:00Z",
    ],
  ])("%s", (_, local, known, expected) => {
    expect(agreedInstant(ny, local, at(known))).toBe(at(expected));
  });
});

describe("yearly", () => {
  const dates = (from: string, to: string, first: number, last: number) =>
    yearly({ from, to }, { first, last }).map((span) => `${span.from} ${span.to}`);

  test("never comes before its own year", () => {
    expect(dates("2026-06-08", "2026-06-09", 2024, 2027)).toEqual(["2026-06-08 2026-06-09", "2027-06-08 2027-06-09"]);
  });

  test("may reach over New Year", () => {
    expect(dates("2025-12-24", "2026-01-02", 2026, 2026)).toEqual(["2026-12-24 2027-01-02"]);
  });

  test("leaves February 29 out where there is none, and what is around it in", () => {
    expect(dates("2024-02-29", "2024-02-29", 2024, 2028)).toEqual(["2024-02-29 2024-02-29", "2028-02-29 2028-02-29"]);
    expect(dates("2024-02-27", "2024-02-29", 2025, 2025)).toEqual(["2025-02-27 2025-02-28"]);
    expect(dates("2024-02-29", "2024-03-02", 2025, 2025)).toEqual(["2025-03-01 2025-03-02"]);
    expect(dates("2024-02-29", "2024-02-29", 2100, 2100)).toEqual([]);
  });

  test("keeps wall times", () => {
    expect(dates("2024-06-08T09:00", "2024-06-08T12:00", 2026, 2026)).toEqual(["2026-06-08T09:00 2026-06-08T12:00"]);
  });
});
