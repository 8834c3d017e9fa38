import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hoursOf, problemOf, type TestHours } from "../../../test/hours.ts";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import type { ChooseHolidaysInput } from "./holiday.inputs.ts";
import { publicHolidaysOf } from "./public-holidays.service.ts";

let practice: TestPractice;
let hours: TestHours;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730 });
  hours = hoursOf(practice);
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await hours.clear();
});

const choose = async (input: ChooseHolidaysInput) =>
  hours.save(await practice.holidays.choose(practice.coach.id, input));
const named = async (name: string, year: string) => {
  const all = await practice.holidays.listOf(practice.coach.id);
  const found = all.find((holiday) => holiday.name === name && holiday.fromDate.startsWith(year));
  if (!found) throw new Error(`${name} of ${year} is not among ${all.map((holiday) => holiday.name).join(", ")}.`);
  return found;
};

test("the holidays of a place close their dates for this year and the two to come", async () => {
  const holidays = await choose({ country: "US", state: "NY" });
  expect(new Set(holidays.map(({ fromDate }) => fromDate.slice(0, 4)))).toEqual(new Set(["2026", "2027", "2028"]));
  expect(await hours.startsOn("2026-06-19")).toEqual([]);
  expect(await hours.startsOn("2027-11-25")).toEqual([]);
  expect(await hours.startsOn("2026-06-18")).toHaveLength(7);
});

test("a holiday that she works on is open, and the same one of later years begins so", async () => {
  await choose({ country: "US" });
  const { globalId } = await named("Columbus Day", "2028");
  await hours.save(practice.holidays.observe(practice.coach.id, { holidays: [globalId], observed: false }));
  practice.clock.set(Date.parse("2027-01-02T12:00:00Z"));
  expect(await practice.holidays.fill()).toBe(1);
  expect(await named("Columbus Day", "2029")).toMatchObject({ observed: false });
  expect(await named("Columbus Day", "2027")).toMatchObject({ observed: true });
  expect(await named("Thanksgiving Day", "2029")).toMatchObject({ observed: true });
  expect(await named("Thanksgiving Day", "2026")).toMatchObject({ observed: true });
});

test("a second filling changes nothing and wakes nobody", async () => {
  await choose({ country: "DE", state: "BY" });
  const revision = async () => (await practice.db.sql<{ revision: number }>`select revision from coach`)[0]?.revision;
  const before = await revision();
  expect(await practice.holidays.fill()).toBe(0);
  expect(await revision()).toBe(before);
});

test("another place takes the first one's place, and none takes all away", async () => {
  await choose({ country: "US" });
  await choose({ country: "DE", state: "BY", region: "A" });
  await expect(named("Thanksgiving Day", "2026")).rejects.toThrow();
  expect(await named("Augsburg Peace Festival", "2026")).toMatchObject({ fromDate: "2026-08-08" });
  const coach = { ...practice.coach, holidayCountry: "DE", holidayState: "BY", holidayRegion: "A" };
  expect(await practice.holidays.choiceOf(Object.assign(Object.create(practice.coach), coach))).toMatchObject({
    country: { name: "Germany" },
    state: { name: "Bayern" },
    region: { name: "Stadt Augsburg" },
  });
  await choose({});
  expect(await practice.holidays.listOf(practice.coach.id)).toEqual([]);
});

test("holidays that begin at sunset or last for days fill their dates", async () => {
  const turkey = await publicHolidaysOf({ country: "TR", state: null, region: null }, 2026);
  expect(turkey.find(({ name }) => name.includes("Eid al-Fitr"))).toMatchObject({
    fromDate: "2026-03-20",
    toDate: "2026-03-22",
  });
  const israel = await publicHolidaysOf({ country: "IL", state: null, region: null }, 2026);
  expect(israel.find(({ name }) => name.includes("Yom Kippur"))).toMatchObject({
    fromDate: "2026-09-21",
    toDate: "2026-09-21",
  });
});

test("places are listed from the country down", async () => {
  expect(await practice.holidays.placesIn()).toContainEqual({ code: "DE", name: "Germany" });
  expect(await practice.holidays.placesIn("DE")).toContainEqual({ code: "BY", name: "Bayern" });
  expect(await practice.holidays.placesIn("DE", "BY")).toContainEqual({ code: "A", name: "Stadt Augsburg" });
  expect(await practice.holidays.placesIn("DE", "BE")).toEqual([]);
});

describe("what is refused, by field", () => {
  test.each([
    ["a country that does not exist", { country: "XX" }, "country"],
    ["a state that the country has not", { country: "US", state: "BY" }, "state"],
    ["a state of a country without", { country: "JP", state: "13" }, "state"],
    ["a region that the state has not", { country: "DE", state: "BY", region: "ZZ" }, "region"],
    ["a region without its state", { country: "DE", region: "A" }, "state"],
    ["a state without its country", { state: "BY" }, "country"],
  ])("%s", async (_, input, field) => {
    expect(await problemOf(() => choose(input))).toMatchObject({ code: "INVALID_INPUT", field });
    expect(await practice.holidays.listOf(practice.coach.id)).toEqual([]);
  });

  test("to switch a holiday of nobody", async () => {
    const switchIt = () =>
      hours.save(practice.holidays.observe(practice.coach.id, { holidays: ["x"], observed: false }));
    expect(await problemOf(switchIt)).toMatchObject({ field: "holidays.0" });
  });
});
