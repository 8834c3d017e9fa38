import { expect, test } from "vitest";
import { dateReason, usualStarts } from "./closed-date.ts";

const slot = (startAt: string) => ({
  __typename: "Slot" as const,
  startAt,
  endAt: startAt,
  localStart: startAt.slice(0, 16),
  offsetMinutes: 0,
  seatsLeft: 1,
});
const hours = (date: string, ...times: string[]) =>
  [date, times.map((time) => slot(`${date}T${time}:00.000Z`))] as const;

test("a closed date is asked about at the starts of its weekday", () => {
  const days = new Map([hours("2026-11-23", "09:00"), hours("2026-11-17", "10:00", "12:00", "16:00")]);
  const starts = Object.values(usualStarts(days, "2026-11-24") ?? {});
  expect([...new Set(starts)]).toEqual([
    "2026-11-24T10:00:00.000Z",
    "2026-11-24T12:00:00.000Z",
    "2026-11-24T16:00:00.000Z",
  ]);
});

test("without a day that has times there is nothing to go by", () => {
  expect(usualStarts(new Map(), "2026-11-24")).toBeNull();
});

test("one start that is taken says more than others that are closed", () => {
  expect(dateReason(["CLOSED", "TAKEN", "CLOSED"])).toBe("TAKEN");
  expect(dateReason(["CLOSED", "OTHER_TIMES", null])).toBe("CLOSED");
  expect(dateReason(["OTHER_TIMES", null])).toBeNull();
});
