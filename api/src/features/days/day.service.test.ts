import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { hoursOf, type TestHours } from "../../../test/hours.ts";
import { createPractice, type TestPractice } from "../../../test/practice.ts";
import { DayService } from "./day.service.ts";

let practice: TestPractice;
let hours: TestHours;
let days: DayService;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730 });
  hours = hoursOf(practice);
  days = new DayService(practice.db);
});
afterAll(() => practice.close());
beforeEach(() => hours.clear());

const stay = { place: "Tokyo", timeZone: "Asia/Tokyo", fromDate: "2026-06-09", toDate: "2026-06-10" };
const travel = (keepHomeHours: boolean) =>
  hours.save(practice.travel.create(practice.coach.id, { ...stay, keepHomeHours }));

async function read(timeZone?: string) {
  const args = { from: "2026-06-08", to: "2026-06-11", ...(timeZone ? { timeZone } : {}) };
  const { days: read } = await days.read(practice.coach.id, args);
  return read.map(({ date, timeZone: zone, windows, travel: there }) => ({
    date,
    zone,
    place: there?.place ?? null,
    open: windows.map(({ localStart, localEnd }) => `${localStart.slice(11)}–${localEnd.slice(11)}`),
  }));
}

test("each date is read on the clocks she has before her then", async () => {
  await travel(false);
  const open = ["09:00–12:00", "13:00–17:00"];
  // By eleven in New York it is tomorrow in Tokyo: what is left of the home hours falls into her first night there.
  expect(await read()).toEqual([
    { date: "2026-06-08", zone: "America/New_York", place: null, open: ["09:00–11:00"] },
    { date: "2026-06-09", zone: "Asia/Tokyo", place: "Tokyo", open: ["00:00–01:00", "02:00–06:00", ...open] },
    { date: "2026-06-10", zone: "Asia/Tokyo", place: "Tokyo", open },
    { date: "2026-06-11", zone: "America/New_York", place: null, open },
  ]);
});

test("hours kept at home time fall into her night abroad", async () => {
  await travel(true);
  const [, , second] = await read();
  expect(second).toEqual({
    date: "2026-06-10",
    zone: "Asia/Tokyo",
    place: "Tokyo",
    open: ["00:00–01:00", "02:00–06:00", "22:00–00:00"],
  });
});

test("a zone that is asked for holds for every date", async () => {
  await travel(false);
  const [, first] = await read("America/New_York");
  expect(first).toMatchObject({ date: "2026-06-09", zone: "America/New_York", open: ["00:00–04:00", "20:00–23:00"] });
});
