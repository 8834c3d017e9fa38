// A program of 8 weekly sessions for 20 new clients at once, in a calendar of 500 bookings: the draft, the run one client
// after the other and all at once, and the way back, with their SQL statements; beside it the same 160 sessions booked one
// by one through a link. Run by `npm run bench -- bulk`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ref } from "@mikro-orm/core";
import { addDays, DAY, HOUR } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { AvailabilityTemplate, BookingLink, entityClasses } from "../src/entities/index.ts";
import { createServices, type Services } from "../src/features/index.ts";
import { systemClock } from "../src/platform/clock.ts";
import { type Database, openDatabase } from "../src/platform/db.ts";
import { createLogger } from "../src/platform/logger.ts";
import { migrate } from "../src/platform/migrate.ts";
import { startEmbeddedPostgres } from "../src/platform/postgres/embedded.ts";
import { createPubsub } from "../src/platform/pubsub.ts";
import { createTokenSigner } from "../src/platform/secrets.ts";
import { createTestPorts } from "../test/ports.ts";
import { newCoach, newSessionType } from "../test/practice.ts";
import { recordStatements } from "./statements.ts";

const CLIENTS = 20;
const SESSIONS = 8;
const BOOKINGS = 500;
const ROUNDS = 7;
const MOST_STATEMENTS = 3;
const timeZone = "America/New_York";
const never = new AbortController().signal;

async function addPractice(db: Database) {
  return db.transact(async ({ em, sql }) => {
    const coach = newCoach();
    const type = newSessionType(coach, { bufferAfterMinutes: 10, horizonDays: 730 });
    const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "08:00", end: "20:00" }));
    const hours = { coach: ref(coach), name: "Hours", timeZone, isDefault: true, windows };
    const link = { coach: ref(coach), sessionType: ref(type), slug: "session" };
    em.persist([coach, type, Object.assign(new AvailabilityTemplate(), hours), Object.assign(new BookingLink(), link)]);
    await em.flush();
    const first = Math.ceil(systemClock.now() / DAY) * DAY + 18 * HOUR;
    await sql`
      insert into booking (id, coach_id, session_type_id, status, start_at, end_at, buffer_before_minutes, buffer_after_minutes,
        blocked_from_at, blocked_until_at, time_zone, local_start, capacity, place_kind, place_detail)
      select gen_random_uuid(), ${coach.id}, ${type.id}, 'confirmed', at, at + interval '30 minutes', 0, 10, at,
        at + interval '40 minutes', ${timeZone}, '2027-01-01T00:00', 1, 'video', 'https://meet.example.com'
      from generate_series(0, ${BOOKINGS - 1}::integer) n, lateral (
        select to_timestamp(${first / 1000}::float8) + n / 2 * interval '33 hours' + n % 2 * interval '1 hour' as at) place`;
    return { coachId: coach.id, sessionType: type.globalId };
  });
}

interface Measured {
  readonly times: number[];
  statements: number;
}

function tableOf(measured: Readonly<Record<string, Measured>>, sessions: number, single: number) {
  return Object.entries(measured).map(([what, { times, statements }]) => {
    const ms = median(times);
    return {
      what,
      ms: ms.toFixed(0),
      "ms a session": (ms / sessions).toFixed(2),
      statements,
      "a session": (statements / sessions).toFixed(2),
      "beside one by one": (ms / single).toFixed(2),
    };
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** One round: everything is taken back, so that the next one finds the same calendar. */
async function round(
  services: Services,
  { coachId, program }: { coachId: string; program: string },
  measured: Record<string, Measured>,
) {
  const startDate = addDays(zone(timeZone).localDate(systemClock.now()), 7);
  const csv = `name,email\n${Array.from({ length: CLIENTS }, (_, n) => `Client ${n},client${n}@example.com`).join("\n")}`;
  const measure = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    const results: Result[] = [];
    const before = performance.now();
    const statements = await recordStatements(async () => results.push(await work()));
    const one = measured[what] ?? { times: [], statements: 0 };
    measured[what] = one;
    one.times.push(performance.now() - before);
    one.statements = statements.length;
    const [result] = results;
    if (result === undefined) throw new Error(`${what} gave nothing.`);
    return result;
  };
  const forAll = { program, startDate, clock: "coach" as const };
  const planned: number[] = [];
  for (const allOrNothing of [false, true]) {
    const drafted = () => services.bulkDrafts.draft(coachId, { program: forAll, csv });
    const run = allOrNothing ? await drafted() : await measure("draft of 20 × 8", drafted);
    const { globalId, version, id } = run;
    const key = () => ({ run: globalId, idempotencyKey: crypto.randomUUID() });
    await services.bulkRuns.start(coachId, { ...key(), version, allOrNothing });
    await measure(allOrNothing ? "run, all or nothing" : "run, client by client", async () => {
      await services.bulkRuns.work(never);
      return true;
    });
    const { run: done, items } = await services.bulkView.read(coachId, id);
    if (done.status !== "done" || items.some(({ status }) => status !== "booked"))
      throw new Error("Not everybody was booked.");
    planned.push(...items.flatMap(({ sessions }) => sessions.map(({ start }) => start)));
    await (allOrNothing
      ? services.bulkUndo.undo(coachId, key())
      : measure("undo", () => services.bulkUndo.undo(coachId, key())));
  }
  return planned.slice(0, CLIENTS * SESSIONS);
}

/** The same sessions through a link, one after the other. */
async function bookSingly(services: Services, db: Database, starts: readonly number[]) {
  const before = performance.now();
  const statements = await recordStatements(async () => {
    for (const [index, start] of starts.entries()) {
      const client = { name: "Ann", email: `single${index}@example.com`, timeZone };
      await services.bookings.book({
        coach: "maya",
        link: "session",
        startAt: new Date(start),
        client,
        idempotencyKey: crypto.randomUUID(),
      });
    }
  });
  const took = performance.now() - before;
  await db.sql`delete from booking where link_id is not null`;
  return { took, statements: statements.length };
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
  const { coachId, sessionType } = await addPractice(db);
  const steps = [{ sessionType, count: SESSIONS, fromTime: "09:00", toTime: "18:00" }];
  const { globalId: program } = await services.programs.create(coachId, { name: "Eight weeks", steps, spareWeeks: 4 });
  const measured: Record<string, Measured> = {};
  const singles: Measured = { times: [], statements: 0 };
  for (let n = 0; n < ROUNDS; n++) {
    const starts = await round(services, { coachId, program }, measured);
    const { took, statements } = await bookSingly(services, db, starts);
    singles.times.push(took);
    singles.statements = statements;
  }
  const sessions = CLIENTS * SESSIONS;
  console.table(tableOf({ ...measured, "160 sessions one by one": singles }, sessions, median(singles.times)));
  for (const what of ["run, client by client", "run, all or nothing"]) {
    const each = (measured[what]?.statements ?? Number.POSITIVE_INFINITY) / sessions;
    if (each <= MOST_STATEMENTS) continue;
    console.error(`${what}: ${each.toFixed(2)} statements a session; at most ${MOST_STATEMENTS} are wanted.`);
    process.exitCode = 1;
  }
  await db.close();
} finally {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}
