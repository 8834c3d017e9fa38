import { expect, test } from "vitest";
import { type CoachDay, dayNote, differInPlace, openHoursOf } from "./coach-days.ts";

function aDay(given: Partial<CoachDay> = {}): CoachDay {
  return {
    __typename: "AvailabilityDay",
    date: "2026-11-26",
    timeZone: "America/New_York",
    windows: [],
    dateOverride: null,
    timeOff: [],
    holidays: [],
    travel: null,
    ...given,
  };
}
const window = (localStart: string, localEnd: string) => ({ __typename: "OpenWindow", localStart, localEnd }) as const;
const known = (...days: CoachDay[]) => new Map(days.map((day) => [day.date, day]));

test("the days are open as the server says, to the very end of the date", () => {
  const days = known(
    aDay({ windows: [window("2026-11-26T09:00", "2026-11-26T12:30"), window("2026-11-26T22:00", "2026-11-27T00:00")] }),
    aDay({ date: "2026-11-27" }),
  );
  expect(openHoursOf(days, ["2026-11-26", "2026-11-27"])).toEqual({
    "2026-11-26": [
      { from: 540, to: 750 },
      { from: 1320, to: 1440 },
    ],
    "2026-11-27": [],
  });
});

test("nothing is said of hours before every day in view is known", () => {
  expect(openHoursOf(known(aDay()), ["2026-11-26", "2026-11-27"])).toBeNull();
});

test("a head names the holiday she keeps, time off with its reason, other hours and the place", () => {
  const holiday = { __typename: "Holiday", id: "h", name: "Thanksgiving Day", observed: true } as const;
  const off = { __typename: "TimeOff", id: "o", reason: null, localStart: null, localEnd: null } as const;
  const travel = { __typename: "Travel", id: "t", place: "Lisbon" } as const;
  expect(dayNote(aDay())).toBeNull();
  expect(dayNote(aDay({ holidays: [holiday] }))).toBe("Thanksgiving Day");
  expect(dayNote(aDay({ holidays: [{ ...holiday, observed: false }] }))).toBeNull();
  expect(dayNote(aDay({ timeOff: [off, { ...off, id: "p", reason: "A week by the sea" }], travel }))).toBe(
    "Time off · A week by the sea · In Lisbon",
  );
  expect(dayNote(aDay({ dateOverride: { __typename: "DateOverride", id: "d" } }))).toBe("Other hours");
});

test("hours off are named with their times", () => {
  const dentist = { __typename: "TimeOff", id: "o", reason: "Dentist" } as const;
  const timeOff = [{ ...dentist, localStart: "2026-11-26T14:00", localEnd: "2026-11-26T15:00" }];
  expect(dayNote(aDay({ timeOff }))).toMatch(/^Dentist, (2|14).*(3|15)/);
});

test("notices when she is somewhere else than was known", () => {
  const home = known(aDay());
  expect(differInPlace(home, known(aDay({ windows: [window("2026-11-26T09:00", "2026-11-26T10:00")] })))).toBe(false);
  expect(differInPlace(home, known(aDay({ timeZone: "Europe/Lisbon" })))).toBe(true);
  expect(differInPlace(home, known(aDay({ date: "2026-11-27", timeZone: "Europe/Lisbon" })))).toBe(false);
});
