import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { datesFrom, hoursOf, noon, problemOf, type TestHours } from "../../../test/hours.ts";
import { createPractice, type TestPractice } from "../../../test/practice.ts";
import type { SetDateOverridesInput } from "./override.inputs.ts";

let practice: TestPractice;
let hours: TestHours;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730 });
  hours = hoursOf(practice);
});
afterAll(() => practice.close());
beforeEach(() => hours.clear());

const set = (input: SetDateOverridesInput) => hours.save(practice.overrides.set(practice.coach.id, input));

test("an override replaces the hours of its dates, and they come back with its removal", async () => {
  await set({ dates: ["2026-06-06", "2026-06-08"], windows: [noon] });
  await set({ dates: ["2026-06-09"], windows: [] });
  expect(await hours.starts("2026-06-06", "2026-06-09")).toEqual([
    "2026-06-06T12:00",
    "2026-06-06T13:00",
    "2026-06-08T12:00",
    "2026-06-08T13:00",
  ]);
  const dates = ["2026-06-06", "2026-06-09", "2026-06-10"];
  const removed = await hours.save(practice.overrides.remove(practice.coach.id, dates));
  expect(removed).toEqual(["2026-06-06", "2026-06-09"]);
  expect(await hours.startsOn("2026-06-06")).toEqual([]);
  expect(await hours.startsOn("2026-06-09")).toHaveLength(7);
});

test("the last one set counts, and a date named twice is one date", async () => {
  await set({ dates: ["2026-06-08", "2026-06-08"], windows: [noon] });
  await set({
    dates: datesFrom("2026-06-08", 3),
    windows: [{ start: "09:00", end: "10:00" }],
    timeZone: "Europe/London",
  });
  expect(await hours.starts("2026-06-08", "2026-06-09")).toEqual(["2026-06-08T04:00", "2026-06-09T04:00"]);
  expect(await practice.overrides.listOf(practice.coach.id, "2026-06-09", "2026-06-30")).toHaveLength(2);
});

test("keeps the zone that it was meant in when the coach moves house", async () => {
  await set({ dates: ["2026-06-08"], windows: [noon] });
  await practice.preferences.updateCoach(practice.coach.id, { timeZone: "Europe/London" });
  expect(await hours.startsOn("2026-06-08")).toEqual(["12:00", "13:00"]);
});

describe("what is refused, by field", () => {
  test.each([
    ["no dates", { dates: [] }, "dates"],
    ["more dates than a year has", { dates: datesFrom("2026-06-01", 367) }, "dates"],
    ["a date that the zone skipped", { dates: ["2011-12-29", "2011-12-30"], timeZone: "Pacific/Apia" }, "dates.1"],
    ["a window as short as nothing", { windows: [{ start: "09:00", end: "09:00" }] }, "windows.0.end"],
    ["500 windows a day", { windows: Array.from({ length: 500 }, () => noon) }, "windows.12"],
  ])("%s", async (_, wrong, field) => {
    const problem = await problemOf(() => set({ dates: ["2026-06-08"], windows: [noon], ...wrong }));
    expect(problem).toMatchObject({ code: "INVALID_INPUT", field });
    expect(await practice.overrides.listOf(practice.coach.id)).toEqual([]);
  });
});
