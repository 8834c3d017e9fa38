import { expect, test } from "vitest";
import { countOf, datesInput, placeOf, type SeriesDate, summaryOf } from "./series-dates.ts";

const date = (given: Partial<SeriesDate> = {}): SeriesDate => ({
  __typename: "LinkSeriesOccurrence",
  recurrenceId: "2026-12-08T16:00",
  startAt: "2026-12-08T15:00:00.000Z",
  localStart: "2026-12-08T16:00",
  clockShiftMinutes: 0,
  message: null,
  outcome: "FREE",
  bookedStartAt: "2026-12-08T15:00:00.000Z",
  nearest: [],
  ...given,
});
const taken = date({ message: "This time is taken.", outcome: "OPEN", bookedStartAt: null });

test("a number of sessions is one the type allows", () => {
  expect([countOf("4", 12), countOf("1", 12), countOf("13", 12), countOf("many", 12)]).toEqual([4, null, null, null]);
});

test("what was chosen for each date goes with the rule", () => {
  const at = { kind: "AT", startAt: "2026-12-15T16:00:00.000Z", localStart: "2026-12-15T17:00" } as const;
  const choices = { "2026-12-15T16:00": at, "2026-12-22T16:00": { kind: "SKIP" as const } };
  const repeating = { weeks: "2" as const, count: "3", choices };
  const wall = { start: "2026-12-08T16:00", timeZone: "Europe/Paris", minutes: 60 };
  expect(datesInput({ ...wall, repeating, count: 3 })).toEqual({
    ...{ ...wall, policy: "REFUSE", recurrence: "FREQ=WEEKLY;INTERVAL=2;COUNT=3" },
    choices: [
      { recurrenceId: "2026-12-15T16:00", kind: "AT", start: { at: at.startAt } },
      { recurrenceId: "2026-12-22T16:00", kind: "SKIP" },
    ],
  });
});

test("a session is where it was chosen to be, by the clocks of the series", () => {
  expect(placeOf(date(), undefined)).toBe("2026-12-08T16:00");
  expect(placeOf(taken, undefined)).toBeNull();
  const at = { kind: "AT", startAt: "2026-12-08T17:00:00.000Z", localStart: "2026-12-08T18:00" } as const;
  expect(placeOf(date({ outcome: "CHOSEN", bookedStartAt: at.startAt }), at)).toBe("2026-12-08T18:00");
});

test("a summary says how many have a time", () => {
  expect(summaryOf({ occurrences: [date(), date()], open: 0 })).toBe("All 2 sessions have a time.");
  expect(summaryOf({ occurrences: [date(), taken], open: 1 })).toMatch(/^1 of 2 sessions have a time/);
  expect(summaryOf({ occurrences: [date(), { ...taken, outcome: "SKIPPED" }], open: 0 })).toBe(
    "1 session has a time; the others are left out.",
  );
});
