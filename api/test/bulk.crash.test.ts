import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { addDays } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { countFaults, noFaults } from "./calendar-truth.ts";
import { killAll, startKairos } from "./kairos-process.ts";
import { createPractice, type TestPractice } from "./practice.ts";
import { programsOf } from "./programs.ts";

// As many as a week of the practice has hours for.
const CLIENTS = 35;
const SESSIONS = 6;
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice();
  practice.clock.set(Date.now());
});
afterEach(killAll);
afterAll(() => practice.close());

const bookedOf = async (runId: string) => {
  const [row] = await practice.db.sql<{ booked: number }>`
    select count(*)::int as booked from bulk_item where run_id = ${runId} and status = 'booked'`;
  return row?.booked ?? 0;
};

test("killed between two clients again and again, a run goes on where it was and books everybody once", {
  timeout: 300_000,
}, async () => {
  const given = await programsOf(practice);
  const program = await given.program([given.step({ count: SESSIONS })], 26);
  const startDate = addDays(zone("America/New_York").localDate(Date.now()), 7);
  const csv = `name,email\n${Array.from({ length: CLIENTS }, (_, n) => `C${n},c${n}@example.com`).join("\n")}`;
  const run = await practice.bulkDrafts.draft(practice.coach.id, {
    program: { program, startDate, clock: "coach" },
    csv,
  });
  const { globalId, version } = run;
  const input = { run: globalId, version, allOrNothing: false, idempotencyKey: crypto.randomUUID() };
  await practice.bulkRuns.start(practice.coach.id, input);

  let before = 0;
  for (let kills = 0; kills < 4; kills++) {
    const kairos = await startKairos(practice.url);
    // As soon as it has begun; what it was in the middle of is lost with it.
    await vi.waitFor(async () => expect(await bookedOf(run.id)).toBeGreaterThan(before), {
      timeout: 40_000,
      interval: 1,
    });
    await kairos.kill();
    before = await bookedOf(run.id);
    const whole = await practice.db.sql<{ sessions: number }>`
      select count(*)::int as sessions from booking group by program_booking_id having count(*) <> ${SESSIONS}`;
    expect(whole).toEqual([]);
    if (before === CLIENTS) break;
  }
  await startKairos(practice.url);
  const status = async () => (await practice.bulkView.read(practice.coach.id, run.id)).run.status;
  await vi.waitFor(async () => expect(await status()).toBe("done"), { timeout: 60_000, interval: 50 });
  expect(await bookedOf(run.id)).toBe(CLIENTS);
  const programs = await practice.db.sql`select from program_booking`;
  expect(programs).toHaveLength(CLIENTS);
  const sessions = await practice.db.sql`select from booking`;
  expect(sessions).toHaveLength(CLIENTS * SESSIONS);
  expect(await countFaults(practice.db)).toEqual(noFaults);
});
