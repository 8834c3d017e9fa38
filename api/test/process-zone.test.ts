import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { datesFrom, hoursOf } from "./hours.ts";
import { bookInput, createPractice, NOW, type TestPractice } from "./practice.ts";

const run = promisify(execFile);
const zones = ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Apia"];
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730, stepMinutes: 30 });
});
afterAll(() => practice.close());

/** Cycles, a season, dates, time off of all kinds, holidays, a trip and sessions, around the change of the clocks. */
async function fill(): Promise<string> {
  const { save, template, sessionType } = hoursOf(practice);
  const { coach, availability, overrides, timeOff, holidays, travel } = practice;
  const { globalId: id } = await template();
  await save(availability.update(coach.id, { id, cycleWeeks: 2, anchorDate: "2026-10-18" }));
  const windows = [
    { weekday: 6, start: "22:00", end: "03:00" },
    ...[1, 2].map((weekday) => ({ weekday, start: "09:00", end: "17:00" })),
  ];
  const season = { effectiveFrom: "2026-10-24", effectiveUntil: "2026-11-08" };
  await save(
    availability.create(coach.id, { name: "Late", timeZone: "America/New_York", isDefault: true, windows, ...season }),
  );
  await save(
    overrides.set(coach.id, { dates: datesFrom("2026-11-10", 3), windows: [{ start: "09:30", end: "12:00" }] }),
  );
  await save(timeOff.create(coach.id, { fromDate: "2025-11-13", toDate: "2025-11-14", yearly: true }));
  await save(timeOff.create(coach.id, { start: { local: "2026-11-16T09:00" }, end: { local: "2026-11-16T12:00" } }));
  await save(await holidays.choose(coach.id, { country: "US", state: "NY" }));
  const trip = { place: "Apia", fromDate: "2026-11-17", toDate: "2026-11-18", timeZone: "Pacific/Apia" };
  await save(travel.create(coach.id, trip));
  for (const startAt of ["2026-10-26T13:00:00Z", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"])
    await practice.bookings.book(bookInput(startAt));
  return (await sessionType()).globalId;
}

async function answersUnder(TZ: string, sessionType: string): Promise<Record<string, unknown>> {
  const script = join(import.meta.dirname, "process-zone-answers.ts");
  const given = ["--import", "tsx", script, practice.url, String(NOW), practice.coach.id, sessionType];
  const { stdout } = await run(process.execPath, given, { env: { ...process.env, TZ }, maxBuffer: 1e8 });
  return JSON.parse(stdout);
}

test("a server answers the same whatever zone its process is in", async () => {
  const sessionType = await fill();
  const [answers, ...others] = await Promise.all(zones.map((TZ) => answersUnder(TZ, sessionType)));
  const { localHour, ...expected } = answers ?? {};
  expect(expected.preview).toEqual([["2026-10-26T13:00:00.000Z", ["TIME_OFF"]]]);
  expect(JSON.stringify(expected.slots).length).toBeGreaterThan(5_000);
  // The processes did run where they should: it is noon in UTC.
  expect([localHour, ...others.map((other) => other.localHour)]).toEqual([12, 8, 17, 1]);
  for (const { localHour: _, ...given } of others) expect(given).toEqual(expected);
});
