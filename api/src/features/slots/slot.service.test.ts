import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordStatements } from "../../../bench/statements.ts";
import { datesFrom, hoursOf, type TestHours } from "../../../test/hours.ts";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";

let practice: TestPractice;
let hours: TestHours;

beforeAll(async () => {
  practice = await createPractice({ noticeMinutes: 120, horizonDays: 30 });
  hours = hoursOf(practice);
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await hours.clear();
});

const whyNot = (startAt: string) =>
  practice.slots.whyNot({ coach: "maya", link: "session", startAt: new Date(startAt) });

async function explain(local: string) {
  const sessionType = (await hours.sessionType()).globalId;
  return practice.agenda.explain(practice.coach.id, { sessionType, start: { local, timeZone: "America/New_York" } });
}

describe("why a start is not offered", () => {
  test("is told to a visitor roughly, and nothing of the coach's life", async () => {
    await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: "2026-06-08", reason: "Surgery" }));
    await hours.save(practice.overrides.set(practice.coach.id, { dates: ["2026-06-09"], windows: [] }));
    await hours.save(await practice.holidays.choose(practice.coach.id, { country: "US" }));
    await hours.book("2026-06-10T13:00:00Z");
    const told = async (startAt: string) => {
      const { offered, reason } = await whyNot(startAt);
      return offered ? "offered" : reason;
    };
    expect(await told("2026-06-10T14:00:00Z")).toBe("offered");
    expect(await told("2026-06-10T13:00:00Z")).toBe("TAKEN");
    expect(await told("2026-06-10T17:30:00Z")).toBe("OTHER_TIMES");
    for (const closed of ["2026-06-08T13", "2026-06-09T13", "2026-06-19T13", "2026-06-10T03"]) {
      expect(await told(`${closed}:00:00Z`)).toBe("CLOSED");
    }
    expect(await told("2026-06-01T13:00:00Z")).toBe("TOO_SOON");
    expect(await told("2026-05-29T13:00:00Z")).toBe("PAST");
    expect(await told("2026-07-02T13:00:00Z")).toBe("TOO_FAR");
    expect(JSON.stringify(await whyNot("2026-06-08T13:00:00Z"))).not.toContain("Surgery");
  });

  test("is told to the coach with the row that is the cause", async () => {
    await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: "2026-06-08", reason: "Surgery" }));
    await hours.save(practice.overrides.set(practice.coach.id, { dates: ["2026-06-09"], windows: [] }));
    await hours.save(await practice.holidays.choose(practice.coach.id, { country: "US" }));
    const trip = { place: "Lisbon", fromDate: "2026-06-10", toDate: "2026-06-10", timeZone: "Europe/Lisbon" };
    await hours.save(practice.travel.create(practice.coach.id, trip));
    expect((await explain("2026-06-08T09:00")).reasons).toEqual([
      expect.objectContaining({
        code: "TIME_OFF",
        timeOff: expect.objectContaining({ reason: "Surgery" }),
        holiday: null,
      }),
    ]);
    expect((await explain("2026-06-09T09:00")).reasons).toEqual([
      expect.objectContaining({ code: "DATE_OVERRIDE", dateOverride: expect.objectContaining({ date: "2026-06-09" }) }),
    ]);
    expect((await explain("2026-06-19T09:00")).reasons).toEqual([
      expect.objectContaining({
        code: "HOLIDAY",
        holiday: expect.objectContaining({ name: "Juneteenth" }),
        timeOff: null,
      }),
    ]);
    expect((await explain("2026-06-10T16:00")).reasons).toEqual([
      expect.objectContaining({ code: "OUTSIDE_HOURS", travel: expect.objectContaining({ place: "Lisbon" }) }),
    ]);
  });
});

describe("limits and horizons", () => {
  const session = async (fields: object) =>
    practice.sessionTypes.update(practice.coach.id, (await hours.sessionType()).id, { id: "", ...fields });
  const none = { maxPerMonth: null, maxMinutesPerDay: null, maxMinutesPerWeek: null, maxMinutesPerMonth: null };

  test("of a month and of minutes close what is full, counted on the coach's calendar", async () => {
    await hours.book("2026-06-08T13:00:00Z");
    await session({ ...none, maxMinutesPerDay: 119 });
    expect(await hours.startsOn("2026-06-08")).toEqual([]);
    expect(await hours.startsOn("2026-06-09")).toHaveLength(7);
    await session({ ...none, maxMinutesPerWeek: 60 });
    expect(await hours.starts("2026-06-07", "2026-06-13")).toEqual([]);
    expect(await hours.startsOn("2026-06-15")).toHaveLength(7);
    await session({ ...none, maxPerMonth: 1 });
    expect(await hours.starts("2026-06-08", "2026-06-30")).toEqual([]);
    expect(await hours.startsOn("2026-07-01")).toHaveLength(7);
    await session(none);
  });

  test("over all types count sessions of the others, too", async () => {
    await hours.book("2026-06-08T13:00:00Z");
    const other = await practice.sessionTypes.create(practice.coach.id, {
      name: "Other",
      minutes: [60],
      place: { kind: "phone", detail: "+1 212 555 0100" },
    });
    await practice.db.sql`update booking set session_type_id = ${other.id}`;
    await session({ maxPerDay: 1 });
    expect(await hours.startsOn("2026-06-08")).toHaveLength(6);
    await practice.preferences.updateCoach(practice.coach.id, { limits: { perDay: 1 } });
    expect(await hours.startsOn("2026-06-08")).toEqual([]);
    expect((await whyNot("2026-06-08T14:00:00Z")).reason).toBe("TAKEN");
    await practice.preferences.updateCoach(practice.coach.id, { limits: { perDay: null } });
    await session({ maxPerDay: null });
  });

  test("of fixed dates hold in place of the rolling one until they are taken away", async () => {
    await session({ bookableFrom: "2026-06-09", bookableUntil: "2026-08-03" });
    expect(await hours.startsOn("2026-06-08")).toEqual([]);
    expect(await hours.startsOn("2026-08-03")).toHaveLength(7);
    expect(await hours.startsOn("2026-08-04")).toEqual([]);
    await session({ bookableFrom: null, bookableUntil: null });
    expect(await hours.startsOn("2026-06-08")).toHaveLength(7);
    expect(await hours.startsOn("2026-08-03")).toEqual([]);
  });
});

test("a slot query takes at most four statements, however much makes the hours", async () => {
  await hours.save(practice.overrides.set(practice.coach.id, { dates: datesFrom("2026-06-10", 40), windows: [] }));
  await hours.save(await practice.holidays.choose(practice.coach.id, { country: "US" }));
  await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: "2026-06-02", yearly: true }));
  const statements = await recordStatements(() => hours.starts("2026-06-01", "2027-05-31"));
  expect(statements.length).toBeLessThanOrEqual(4);
});
