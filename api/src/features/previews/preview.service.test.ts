import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordStatements } from "../../../bench/statements.ts";
import { datesFrom, hoursOf, noon, problemOf, type TestHours } from "../../../test/hours.ts";
import { createPractice, newSessionType, type TestPractice } from "../../../test/practice.ts";
import type { AvailabilityChangeInput } from "./preview.inputs.ts";

let practice: TestPractice;
let hours: TestHours;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730 });
  hours = hoursOf(practice);
});
afterAll(() => practice.close());
beforeEach(() => hours.clear());

async function preview(input: AvailabilityChangeInput) {
  const { coach, previews, changeDispatcher } = practice;
  const { affected, warnings } = await previews.preview(coach.id, await changeDispatcher.changeOf(coach.id, input));
  return {
    affected: affected.map(({ booking, reasons }) => [booking.startAt.toISOString(), reasons.map(({ code }) => code)]),
    warnings: warnings.map(({ code }) => code),
    details: affected,
    messages: warnings.map(({ message }) => message),
  };
}

const monday = "2026-06-08T13:00:00.000Z";
const tuesday = "2026-06-09T19:00:00.000Z";

describe("a preview names every session to come that would be left outside", () => {
  beforeEach(async () => {
    await hours.book(monday);
    await hours.book(tuesday);
  });

  test("by new hours", async () => {
    const windows = [{ weekday: 1, start: "09:00", end: "17:00" }];
    const input = { name: "Short", timeZone: "America/New_York", windows };
    const { affected, warnings } = await preview({ createAvailabilityTemplate: { ...input, isDefault: true } });
    expect(affected).toEqual([[tuesday, ["OUTSIDE_HOURS"]]]);
    expect(warnings).toEqual([]);
    expect((await preview({ createAvailabilityTemplate: input })).affected).toEqual([]);
  });

  test("by changed hours, a season, and a season's end", async () => {
    const { globalId: id } = await hours.template();
    expect((await preview({ updateAvailabilityTemplate: { id, timeZone: "America/Chicago" } })).affected).toEqual([
      [monday, ["OUTSIDE_HOURS"]],
    ]);
    expect((await preview({ updateAvailabilityTemplate: { id, effectiveFrom: "2026-06-09" } })).affected).toEqual([
      [monday, ["OUTSIDE_HOURS"]],
    ]);
    const season = { name: "June", timeZone: "America/New_York", isDefault: true, effectiveFrom: "2026-06-09" };
    const windows = [{ weekday: 2, start: "09:00", end: "17:00" }];
    const created = await hours.save(practice.availability.create(practice.coach.id, { ...season, windows }));
    await practice.db.sql`update availability_template set windows = '[]' where name = 'Hours'`;
    expect((await preview({ deleteAvailabilityTemplate: created.globalId })).affected).toEqual([
      [tuesday, ["OUTSIDE_HOURS"]],
    ]);
  });

  test("by an override, and by its removal", async () => {
    const set = { dates: datesFrom("2026-06-08", 2), windows: [{ start: "09:00", end: "12:00" }] };
    const { affected, details } = await preview({ setDateOverrides: set });
    expect(affected).toEqual([[tuesday, ["DATE_OVERRIDE"]]]);
    expect(details[0]?.reasons[0]?.dateOverride).toMatchObject({ date: "2026-06-09" });
    await hours.save(practice.overrides.set(practice.coach.id, { dates: ["2026-06-06"], windows: [noon] }));
    await hours.book("2026-06-06T16:00:00Z");
    const removed = await preview({ removeDateOverrides: ["2026-06-06"] });
    expect(removed.affected).toEqual([["2026-06-06T16:00:00.000Z", ["OUTSIDE_HOURS"]]]);
  });

  test("by time off, dates or period, with the time off that does it", async () => {
    const { affected, details } = await preview({ createTimeOff: { fromDate: "2026-06-08", reason: "Sea" } });
    expect(affected).toEqual([[monday, ["TIME_OFF"]]]);
    expect(details[0]?.reasons[0]?.timeOff).toMatchObject({ reason: "Sea" });
    const period = { start: { local: "2026-06-09T15:30" }, end: { local: "2026-06-09T15:45" } };
    expect((await preview({ createTimeOff: period })).affected).toEqual([[tuesday, ["TIME_OFF"]]]);
    const yearly = { fromDate: "2025-06-09", yearly: true };
    expect((await preview({ createTimeOff: yearly })).affected).toEqual([[tuesday, ["TIME_OFF"]]]);
  });

  test("by holidays, and by one that is switched on again", async () => {
    await practice.db
      .sql`update booking set start_at = start_at + interval '10 days', end_at = end_at + interval '10 days',
      blocked_from_at = blocked_from_at + interval '10 days', blocked_until_at = blocked_until_at + interval '10 days'`;
    const juneteenth = "2026-06-19T19:00:00.000Z";
    const { affected, details } = await preview({ chooseHolidays: { country: "US" } });
    expect(affected).toEqual([[juneteenth, ["HOLIDAY"]]]);
    expect(details[0]?.reasons[0]?.holiday).toMatchObject({ name: "Juneteenth" });
    const chosen = await hours.save(await practice.holidays.choose(practice.coach.id, { country: "US" }));
    const holidays = chosen.filter(({ fromDate }) => fromDate === "2026-06-19").map(({ globalId }) => globalId);
    expect((await preview({ observeHolidays: { holidays, observed: true } })).affected).toEqual([]);
    await hours.save(practice.holidays.observe(practice.coach.id, { holidays, observed: false }));
    expect((await preview({ observeHolidays: { holidays, observed: true } })).affected).toEqual([
      [juneteenth, ["HOLIDAY"]],
    ]);
  });

  test("by travel, unless the hours stay at home time", async () => {
    const trip = { place: "Tokyo", fromDate: "2026-06-08", toDate: "2026-06-08", timeZone: "Asia/Tokyo" };
    const { affected, details } = await preview({ createTravel: trip });
    expect(affected).toEqual([[monday, ["OUTSIDE_HOURS"]]]);
    expect(details[0]?.reasons[0]?.travel).toMatchObject({ place: "Tokyo" });
    expect((await preview({ createTravel: { ...trip, keepHomeHours: true } })).affected).toEqual([]);
  });

  test("but not what was outside before, unless something new stands against it", async () => {
    const minutes = 60 * 60_000;
    await practice.db
      .sql`update booking set start_at = '2026-06-13T20:00Z', end_at = ${new Date(Date.parse("2026-06-13T20:00Z") + minutes)},
      blocked_from_at = '2026-06-13T20:00Z', blocked_until_at = '2026-06-13T21:00Z' where start_at = ${new Date(monday)}`;
    expect((await preview({ setDateOverrides: { dates: ["2026-06-10"], windows: [] } })).affected).toEqual([]);
    const off = await preview({ createTimeOff: { fromDate: "2026-06-13" } });
    expect(off.affected).toEqual([["2026-06-13T20:00:00.000Z", ["TIME_OFF", "OUTSIDE_HOURS"]]]);
  });

  test("each by the hours of its own session type", async () => {
    const other = newSessionType(practice.coach, { name: "Other" });
    await practice.db.transact(async ({ em }) => void em.persist(other));
    const input = {
      name: "Own",
      timeZone: "America/New_York",
      windows: [{ weekday: 0, start: "09:00", end: "10:00" }],
    };
    const own = await preview({ createAvailabilityTemplate: { ...input, sessionType: other.globalId } });
    expect(own.affected).toEqual([]);
    const type = (await hours.sessionType()).globalId;
    const theirs = await preview({ createAvailabilityTemplate: { ...input, sessionType: type } });
    expect(theirs.affected.map(([start]) => start)).toEqual([monday, tuesday]);
  });

  test("and neither those that are over nor those that are cancelled", async () => {
    await practice.db
      .sql`update booking set status = 'cancelled', cancelled_at = now() where start_at = ${new Date(monday)}`;
    practice.clock.set(Date.parse("2026-06-09T20:00:00Z"));
    expect((await preview({ createTimeOff: { fromDate: "2026-06-08", toDate: "2026-06-12" } })).affected).toEqual([]);
    practice.clock.set(Date.parse("2026-06-01T12:00:00Z"));
  });
});

test("a preview saves nothing, wakes nobody, and refuses what saving would refuse", async () => {
  await hours.book(monday);
  const state = () => practice.db
    .sql`select (select count(*) from outbox) as events, (select count(*) from time_off) as off,
    (select revision from coach) as revision, (select count(*) from holiday) as holidays`;
  const before = await state();
  await preview({ createTimeOff: { fromDate: "2026-06-08" } });
  await preview({ chooseHolidays: { country: "US" } });
  expect(await state()).toEqual(before);
  expect(
    await problemOf(() => preview({ createTimeOff: { fromDate: "2026-06-08", toDate: "2026-06-07" } })),
  ).toMatchObject({
    field: "toDate",
  });
  expect(await problemOf(() => preview({}))).toMatchObject({ field: "change" });
  expect(await problemOf(() => preview({ deleteTravel: "x", deleteTimeOff: "y" }))).toMatchObject({ field: "change" });
});

test("the number of statements does not depend on the number of sessions", async () => {
  const change = { createTimeOff: { fromDate: "2026-06-08", toDate: "2026-06-19" } };
  const count = async () => (await recordStatements(() => preview(change))).length;
  await hours.book(monday);
  const one = await count();
  for (const day of [9, 10, 11, 12, 15, 16, 17, 18, 19]) {
    for (const hour of [13, 14, 15]) await hours.book(`2026-06-${String(day).padStart(2, "0")}T${hour}:00:00Z`);
  }
  expect((await preview(change)).affected).toHaveLength(28);
  expect(await count()).toBe(one);
  expect(one).toBeLessThanOrEqual(16);
});

describe("a preview warns of", () => {
  const create = (windows: Array<{ weekday: number; start: string; end: string; week?: number }>, fields = {}) =>
    preview({
      createAvailabilityTemplate: { name: "New", timeZone: "America/New_York", isDefault: true, windows, ...fields },
    });

  test("windows that overlap, also past midnight", async () => {
    const { warnings, messages } = await create([
      { weekday: 1, start: "09:00", end: "12:00" },
      { weekday: 1, start: "11:00", end: "13:00" },
      { weekday: 5, start: "22:00", end: "03:00" },
      { weekday: 6, start: "01:00", end: "04:00" },
    ]);
    expect(warnings).toEqual(["OVERLAPPING_WINDOWS", "OVERLAPPING_WINDOWS"]);
    expect(messages[0]).toContain("Monday, 09:00–12:00");
    const alternate = [
      { weekday: 1, start: "09:00", end: "12:00", week: 1 },
      { weekday: 1, start: "11:00", end: "13:00", week: 2 },
    ];
    expect((await create(alternate, { cycleWeeks: 2 })).warnings).toEqual([]);
  });

  test("a window in an hour that the clocks skip within two years", async () => {
    const { warnings, messages } = await create([{ weekday: 0, start: "02:30", end: "05:00" }]);
    expect(warnings).toEqual(["SKIPPED_HOUR"]);
    expect(messages[0]).toContain("2027-03-14");
    expect((await create([{ weekday: 6, start: "22:00", end: "02:30" }])).warnings).toEqual(["SKIPPED_HOUR"]);
    expect(
      (await create([{ weekday: 0, start: "02:30", end: "05:00" }], { timeZone: "Asia/Kolkata" })).warnings,
    ).toEqual([]);
    const set = { dates: ["2027-03-14"], windows: [{ start: "02:15", end: "04:00" }] };
    expect((await preview({ setDateOverrides: set })).warnings).toEqual(["SKIPPED_HOUR"]);
  });

  test("hours without any open time", async () => {
    expect((await create([])).warnings).toEqual(["NO_OPEN_TIME"]);
    const weekend = { effectiveFrom: "2026-06-13", effectiveUntil: "2026-06-14" };
    expect((await create([{ weekday: 1, start: "09:00", end: "12:00" }], weekend)).warnings).toEqual(["NO_OPEN_TIME"]);
    const oddWeeks = [{ weekday: 1, start: "09:00", end: "12:00", week: 4 }];
    expect((await create(oddWeeks, { cycleWeeks: 4 })).warnings).toEqual([]);
  });

  test("hours that nobody could ever book", async () => {
    expect((await create([{ weekday: 1, start: "09:00", end: "09:45" }])).warnings).toEqual(["TOO_SHORT"]);
    const halves = [
      { weekday: 1, start: "23:30", end: "24:00" },
      { weekday: 2, start: "00:00", end: "00:30" },
    ];
    expect((await create(halves)).warnings).toEqual([]);
    const lastYear = { effectiveFrom: "2025-06-01", effectiveUntil: "2025-06-30" };
    expect((await create([{ weekday: 1, start: "09:00", end: "12:00" }], lastYear)).warnings).toEqual(["OVER"]);
    await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: "2026-06-08" }));
    const set = { dates: ["2026-06-08", "2026-05-04"], windows: [noon] };
    expect((await preview({ setDateOverrides: set })).warnings).toEqual(["OVER", "CLOSED_ANYWAY"]);
  });

  test("time off where there is time off already, and of nothing that was there before", async () => {
    await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: "2026-06-08", toDate: "2026-06-12" }));
    await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: "2026-06-12", toDate: "2026-06-19" }));
    const overlapping = await preview({ createTimeOff: { fromDate: "2026-06-19", toDate: "2026-06-20" } });
    expect(overlapping.warnings).toEqual(["OVERLAPPING_TIME_OFF"]);
    expect((await preview({ createTimeOff: { fromDate: "2026-06-22" } })).warnings).toEqual([]);
  });
});
