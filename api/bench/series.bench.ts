// A series of 52 sessions in a calendar of 500 bookings: the check alone beside a month of slots, the preview and the
// booking through the service, with their SQL statements. Run by `npm run bench -- series`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ref } from "@mikro-orm/core";
import { DAY, HOUR } from "../src/core/local-date.ts";
import { occurrencesUntil } from "../src/core/series.ts";
import { checkOccurrences } from "../src/core/series-check.ts";
import { startPlan } from "../src/core/series-plan.ts";
import { findSlots } from "../src/core/slots.ts";
import { AvailabilityTemplate, ClashPolicy, Client, entityClasses } from "../src/entities/index.ts";
import { createServices } from "../src/features/index.ts";
import { systemClock } from "../src/platform/clock.ts";
import { type Database, openDatabase } from "../src/platform/db.ts";
import { createLogger } from "../src/platform/logger.ts";
import { migrate } from "../src/platform/migrate.ts";
import { startEmbeddedPostgres } from "../src/platform/postgres/embedded.ts";
import { createPubsub } from "../src/platform/pubsub.ts";
import { createTokenSigner } from "../src/platform/secrets.ts";
import { createTestPorts } from "../test/ports.ts";
import { newCoach, newSessionType } from "../test/practice.ts";
import { slotQuery } from "./slots.bench.ts";
import { recordStatements } from "./statements.ts";

const SESSIONS = 52;
const BOOKINGS = 500;
const CALLS = 200;
const timeZone = "America/New_York";

/** Median milliseconds of one call, after warming up. */
async function median(calls: number, call: () => unknown): Promise<number> {
  for (let i = 0; i < Math.min(calls, 100); i++) await call();
  const times: number[] = [];
  for (let i = 0; i < calls; i++) {
    const before = performance.now();
    await call();
    times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b)[Math.floor(calls / 2)] ?? Number.NaN;
}

/** The calendar of the slot benchmark, its events as sessions of the coach's, in order as the database gives them. */
async function benchCore(): Promise<{ check: number; slots: number; clashes: number }> {
  const query = slotQuery(364, BOOKINGS);
  const bookings = query.calendar.busy.map((busy) => ({ ...busy, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }));
  bookings.sort((a, b) => a.start - b.start);
  const calendar = { ...query.calendar, busy: [], bookings };
  const queries = new Map([["type", { ...query, calendar }]]);
  const dates = { timeZone, start: "2027-01-05T10:00", rule: `FREQ=WEEKLY;COUNT=${SESSIONS}`, excluded: [], added: [] };
  const plan = startPlan(dates, { minutes: 60, sessionTypeId: "type" });
  const question = { queries, asker: "coach" as const, timeZone, policy: "nearestOfWeek" as const, choices: new Map() };
  const check = () =>
    checkOccurrences({ ...question, alternatives: 3 }, occurrencesUntil(plan, query.range.end + 30 * DAY));
  const month = slotQuery(31, BOOKINGS);
  return {
    check: await median(1000, check),
    slots: await median(1000, () => findSlots(month)),
    clashes: check().filter(({ reasons }) => reasons.length > 0).length,
  };
}

async function addPractice(db: Database) {
  return db.transact(async ({ em, sql }) => {
    const coach = newCoach();
    const type = newSessionType(coach, { bufferAfterMinutes: 10 });
    const client = Object.assign(new Client(), { coach: ref(coach), name: "Ann", email: "ann@example.com", timeZone });
    const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "08:00", end: "20:00" }));
    em.persist([coach, type, client]);
    em.persist(
      Object.assign(new AvailabilityTemplate(), {
        coach: ref(coach),
        name: "Hours",
        timeZone,
        isDefault: true,
        windows,
      }),
    );
    await em.flush();
    const first = Math.ceil(systemClock.now() / DAY) * DAY + 18 * HOUR;
    await sql`
      insert into booking (id, coach_id, session_type_id, status, start_at, end_at, buffer_before_minutes, buffer_after_minutes,
        blocked_from_at, blocked_until_at, time_zone, local_start, capacity, place_kind, place_detail)
      select gen_random_uuid(), ${coach.id}, ${type.id}, 'confirmed', at, at + interval '30 minutes', 0, 10, at,
        at + interval '40 minutes', ${timeZone}, '2027-01-01T00:00', 1, 'video', 'https://meet.example.com'
      from generate_series(0, ${BOOKINGS - 1}::integer) n, lateral (
        select to_timestamp(${first / 1000}::float8) + n / 2 * interval '33 hours' + n % 2 * interval '1 hour' as at) place`;
    return { coachId: coach.id, sessionType: type.globalId, client: client.globalId };
  });
}

const directory = await mkdtemp(join(tmpdir(), "kairos-bench-"));
const server = await startEmbeddedPostgres({ directory });
try {
  await migrate(server.url);
  const db = await openDatabase({
    url: server.url,
    entities: entityClasses,
    poolSize: 4,
    onPublished: () => undefined,
  });
  const services = createServices({
    ...{ db, clock: systemClock, tokens: createTokenSigner("a secret of the benchmark"), pubsub: createPubsub() },
    ...createTestPorts(),
    logger: createLogger({ level: "silent" }),
  });
  const { coachId, sessionType, client } = await addPractice(db);
  const start = `${new Date(systemClock.now() + 7 * DAY).toISOString().slice(0, 10)}T11:00`;
  const dates = (count: number) => ({
    start,
    recurrence: `FREQ=WEEKLY;COUNT=${count}`,
    policy: ClashPolicy.NEAREST_OF_WEEK,
  });
  const preview = (count: number) => services.series.preview(coachId, { sessionType, dates: dates(count) });
  const book = (count: number) =>
    services.series.book(coachId, {
      sessionType,
      dates: dates(count),
      clients: [client],
      idempotencyKey: crypto.randomUUID(),
    });
  const undo = ({ undoId }: { undoId: string }) =>
    services.seriesUndo.undo(coachId, { undo: undoId, idempotencyKey: crypto.randomUUID() });

  const core = await benchCore();
  const previewed = await median(CALLS, () => preview(SESSIONS));
  const statements = async (work: () => Promise<unknown>) => (await recordStatements(work)).length;
  const previewStatements = [await statements(() => preview(4)), await statements(() => preview(SESSIONS))];
  const bookStatements: number[] = [];
  const bookTimes: number[] = [];
  for (const count of [4, ...Array.from({ length: 12 }, () => SESSIONS)]) {
    let offer = { undoId: "" };
    const before = performance.now();
    bookStatements.push(await statements(async () => (offer = await book(count))));
    if (count === SESSIONS) bookTimes.push(performance.now() - before);
    await undo(offer);
  }
  const booked = bookTimes.sort((a, b) => a - b)[6] ?? Number.NaN;
  console.table([
    {
      what: `${SESSIONS} sessions against ${BOOKINGS} bookings, core`,
      ms: core.check.toFixed(2),
      note: `${core.clashes} clashes; a month of slots: ${core.slots.toFixed(2)} ms`,
    },
    {
      what: "their preview through the service",
      ms: previewed.toFixed(1),
      note: `${previewStatements.join(" and ")} statements for 4 and ${SESSIONS} sessions`,
    },
    {
      what: "booking them",
      ms: booked.toFixed(1),
      note: `${bookStatements[0]} and ${bookStatements[1]} statements: ${((bookStatements[1] ?? 0) / SESSIONS).toFixed(2)} a session`,
    },
  ]);
  if (previewStatements[0] !== previewStatements[1] || bookStatements[0] !== bookStatements[1]) {
    console.error("The number of statements depends on that of sessions.");
    process.exitCode = 1;
  }
  await db.close();
} finally {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}
