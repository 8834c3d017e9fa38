import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hoursOf, problemOf, type TestHours } from "../../../test/hours.ts";
import { createPractice, type TestPractice } from "../../../test/practice.ts";
import type { CreateTimeOffInput } from "./time-off.inputs.ts";

let practice: TestPractice;
let hours: TestHours;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730 });
  hours = hoursOf(practice);
});
afterAll(() => practice.close());
beforeEach(() => hours.clear());

const create = (input: CreateTimeOffInput) => hours.save(practice.timeOff.create(practice.coach.id, input));
const local = (wall: string, timeZone?: string) => ({ local: wall, ...(timeZone ? { timeZone } : {}) });

test("whole dates are the coach's, first and last included", async () => {
  await create({ fromDate: "2026-06-08", toDate: "2026-06-09", reason: "Sea" });
  await create({ fromDate: "2026-06-11" });
  expect(new Set((await hours.starts("2026-06-08", "2026-06-12")).map((start) => start.slice(0, 10)))).toEqual(
    new Set(["2026-06-10", "2026-06-12"]),
  );
  // Her Tuesday is still off for somebody in Auckland, to whom it is Wednesday.
  expect(await hours.startsOn("2026-06-10", "Pacific/Auckland")).toEqual([]);
});

test("an exact period takes its hours and no more", async () => {
  await create({ start: local("2026-06-08T10:30"), end: local("2026-06-08T14:00") });
  expect(await hours.startsOn("2026-06-08")).toEqual(["09:00", "14:00", "15:00", "16:00"]);
  const [timeOff] = await practice.timeOff.listOf(practice.coach.id);
  expect(timeOff).toMatchObject({
    fromDate: "2026-06-08",
    toDate: "2026-06-08",
    timeZone: "America/New_York",
    localStart: "2026-06-08T10:30",
    startAt: new Date("2026-06-08T14:30:00Z"),
  });
});

test("an exact period may be given as instants and in another zone", async () => {
  const start = { at: new Date("2026-06-08T13:00:00Z"), timeZone: "Europe/Lisbon" };
  await create({ start, end: local("2026-06-09T00:00", "Europe/Lisbon") });
  expect(await hours.startsOn("2026-06-08")).toEqual([]);
  const [timeOff] = await practice.timeOff.listOf(practice.coach.id);
  expect(timeOff).toMatchObject({ toDate: "2026-06-08", localStart: "2026-06-08T14:00", localEnd: "2026-06-09T00:00" });
});

test("the second of two equal wall times stays the second", async () => {
  // 01:30 on 1 November 2026 is shown twice in New York.
  const at = (iso: string) => ({ at: new Date(iso) });
  await create({ start: at("2026-11-01T06:30:00Z"), end: at("2026-11-01T07:00:00Z") });
  const override = { dates: ["2026-11-01"], windows: [{ start: "00:00", end: "03:00" }] };
  await hours.save(practice.overrides.set(practice.coach.id, override));
  expect(await hours.startsOn("2026-11-01")).toEqual(["00:00", "01:00", "02:00"]);
});

test("what is yearly returns on the same dates, and February 29 when there is one", async () => {
  await create({ fromDate: "2025-06-08", toDate: "2025-06-09", yearly: true });
  await create({ fromDate: "2024-02-29", yearly: true });
  await create({ start: local("2024-06-15T09:00"), end: local("2024-06-15T12:00"), yearly: true });
  expect(await hours.starts("2026-06-08", "2026-06-09")).toEqual([]);
  expect(await hours.starts("2027-06-08", "2027-06-09")).toEqual([]);
  expect(await hours.startsOn("2027-06-15")).toEqual(["13:00", "14:00", "15:00", "16:00"]);
  expect(await hours.startsOn("2028-02-29")).toEqual([]);
  expect(await hours.startsOn("2028-02-28")).toHaveLength(7);
  expect(await hours.startsOn("2027-03-01")).toHaveLength(7);
});

test("an update changes what it names, and turns dates into a period and back", async () => {
  const { globalId: id } = await create({ fromDate: "2026-06-08", toDate: "2026-06-12", reason: "Sea" });
  const update = (input: CreateTimeOffInput) =>
    hours.save(practice.timeOff.update(practice.coach.id, { id, ...input }));
  await update({ toDate: "2026-06-09" });
  expect(await hours.startsOn("2026-06-10")).toHaveLength(7);
  await update({ start: local("2026-06-08T09:00"), end: local("2026-06-08T12:00") });
  expect(await hours.startsOn("2026-06-08")).toHaveLength(4);
  await update({ fromDate: "2026-06-10" });
  const [timeOff] = await practice.timeOff.listOf(practice.coach.id);
  expect(timeOff).toMatchObject({ fromDate: "2026-06-10", toDate: "2026-06-10", startAt: null, reason: "Sea" });
  await hours.save(practice.timeOff.delete(practice.coach.id, id));
  expect(await practice.timeOff.listOf(practice.coach.id)).toEqual([]);
});

describe("what is refused, by field", () => {
  test.each<[string, CreateTimeOffInput, string]>([
    ["nothing at all", {}, "fromDate"],
    ["a period that ends before it begins", { fromDate: "2026-06-09", toDate: "2026-06-08" }, "toDate"],
    ["367 days", { fromDate: "2026-06-01", toDate: "2027-06-02" }, "toDate"],
    [
      "dates and a period at once",
      { fromDate: "2026-06-09", start: local("2026-06-09T09:00"), end: local("2026-06-09T10:00") },
      "fromDate",
    ],
    ["a period without an end", { start: local("2026-06-09T09:00") }, "end"],
    ["a period without a start", { end: local("2026-06-09T09:00") }, "start"],
    ["a period of no length", { start: local("2026-06-09T09:00"), end: local("2026-06-09T09:00") }, "end"],
    [
      "a start that the clocks skip",
      { start: local("2027-03-14T02:30"), end: local("2027-03-14T09:00") },
      "start.local",
    ],
    ["a reason of 201 characters", { fromDate: "2026-06-09", reason: "x".repeat(201) }, "reason"],
  ])("%s", async (_, input, field) => {
    expect(await problemOf(() => create(input))).toMatchObject({ code: "INVALID_INPUT", field });
    expect(await practice.timeOff.listOf(practice.coach.id)).toEqual([]);
  });

  test("a date that the coach's zone skipped", async () => {
    await practice.preferences.updateCoach(practice.coach.id, { timeZone: "Pacific/Apia" });
    expect(await problemOf(() => create({ fromDate: "2011-12-30" }))).toMatchObject({ field: "fromDate" });
  });
});
