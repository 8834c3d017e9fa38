import { expect, test } from "vitest";
import { barsOf, factsOf, spokenDay } from "./day-facts.ts";
import type { MonthDay } from "./month-store.ts";

const day: MonthDay = {
  __typename: "AvailabilityDay",
  date: "2026-11-26",
  windows: [],
  dateOverride: null,
  timeOff: [],
  holidays: [],
  travel: null,
};
const window = (localStart: string, localEnd: string) => ({ __typename: "OpenWindow", localStart, localEnd }) as const;

test("says what makes a day what it is, in the order in which it decides", () => {
  const facts = factsOf({
    ...day,
    timeOff: [
      { __typename: "TimeOff", id: "o", reason: null, localStart: null, localEnd: null },
      {
        __typename: "TimeOff",
        id: "p",
        reason: "Dentist",
        localStart: "2026-11-26T14:00",
        localEnd: "2026-11-26T15:00",
      },
    ],
    holidays: [{ __typename: "Holiday", id: "h", name: "Thanksgiving Day", observed: false }],
    dateOverride: { __typename: "DateOverride", id: "d", windows: [] },
    travel: { __typename: "Travel", id: "t", place: "Lisbon", timeZone: "Europe/Lisbon" },
  });
  expect(facts.map(({ kind }) => kind)).toEqual(["timeOff", "exact", "worked", "closed", "travel"]);
  expect(facts[0]?.text).toBe("Time off");
  expect(facts[1]?.text).toContain("Dentist, ");
});

test("a window up to midnight fills the day to its end", () => {
  expect(barsOf({ ...day, windows: [window("2026-11-26T22:00", "2026-11-27T00:00")] })).toEqual([
    { from: 1320, to: 1440 },
  ]);
});

test("speaks the whole day", () => {
  const open = { ...day, windows: [window("2026-11-26T09:00", "2026-11-26T12:00")] };
  const spoken = spokenDay("2026-11-26", open, 1, true);
  expect(spoken).toContain("today, 1 session, open ");
  expect(spokenDay("2026-11-26", day, 0, false)).toMatch(/no sessions, closed$/);
});
