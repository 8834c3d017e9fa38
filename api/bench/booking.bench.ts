// Bookings a second through the service, beside pgbench with the same statements on the same server; and the number of
// statements of a slot query. The server is the embedded one as it ships: every commit reaches the disk.
import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ref } from "@mikro-orm/core";
import { addDays } from "../src/core/local-date.ts";
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
import { pgbenchScript, recordStatements } from "./statements.ts";

const CLIENTS = 16;
const SECONDS = 8;
const ROUNDS = 3;
const HOUR = 3_600_000;
/** Sessions lie three hours apart, so that each sees the neighbours of a full week, not of a full year. */
const APART = 3 * HOUR;

const directory = await mkdtemp(join(tmpdir(), "kairos-bench-"));
const server = await startEmbeddedPostgres({ directory });
try {
  await migrate(server.url);
  const db = await openDatabase({
    url: server.url,
    entities: entityClasses,
    poolSize: CLIENTS,
    onPublished: () => undefined,
  });
  const services = createServices({
    db,
    clock: systemClock,
    tokens: createTokenSigner("a secret of the benchmark"),
    ...createTestPorts(),
    pubsub: createPubsub(),
    logger: createLogger({ level: "silent" }),
  });
  for (let client = 0; client < CLIENTS * (1 + 2 * ROUNDS); client++) await addPractice(db, client);
  const base = Math.ceil(Date.now() / HOUR) * HOUR + 48 * HOUR;
  await printStatementCounts(services);
  await compare(services, base);
  await db.close();
} finally {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}

async function compare(services: Services, base: number): Promise<void> {
  const recorded = await recordStatements(() => bookOne(services, 0, base));
  const pgbench = findPgbench();
  const ours: number[] = [];
  const theirs: number[] = [];
  const prepared: number[] = [];
  let next = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const run = await bookFor(services, base, next);
    next = run.next;
    ours.push(run.perSecond);
    if (!pgbench) continue;
    // pgbench books for practices of its own, which look the same.
    for (const [n, mode] of (["extended", "prepared"] as const).entries()) {
      const practices = CLIENTS * (1 + 2 * round + n);
      const script = pgbenchScript(recorded, { base, apart: APART, practices });
      (mode === "extended" ? theirs : prepared).push(await runPgbench(pgbench, script, mode));
    }
  }
  const [mine, peer, planned] = [median(ours), median(theirs), median(prepared)];
  console.table([
    {
      what: "Kairos, BookingService.book",
      "bookings/s": Math.round(mine),
      ratio: peer ? (mine / peer).toFixed(2) : "no pgbench here",
      bar: "≥ 0.50",
    },
    {
      what: `pgbench, the same ${recorded.length} statements`,
      "bookings/s": peer ? Math.round(peer) : "–",
      ratio: "1.00",
      bar: "",
    },
    {
      what: "pgbench, prepared",
      "bookings/s": peer ? Math.round(planned) : "–",
      ratio: peer ? (planned / peer).toFixed(2) : "",
      bar: "",
    },
  ]);
}

async function bookFor(services: Services, base: number, from: number): Promise<{ perSecond: number; next: number }> {
  const until = performance.now() + SECONDS * 1000;
  const startedAt = performance.now();
  let booked = 0;
  let next = from;
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let n = from; performance.now() < until; n++) {
        await bookOne(services, client, base + n * APART);
        booked++;
        next = Math.max(next, n + 1);
      }
    }),
  );
  return { perSecond: (booked * 1000) / (performance.now() - startedAt), next };
}

function bookOne(services: Services, client: number, start: number) {
  return services.bookings.book({
    coach: `coach-${client}`,
    link: "session",
    startAt: new Date(start),
    client: { name: "Ann Archer", email: "ann@example.com", timeZone: "Europe/Berlin" },
    idempotencyKey: `key ${crypto.randomUUID()}`,
  });
}

async function runPgbench(pgbench: string, script: string, mode: "extended" | "prepared"): Promise<number> {
  const file = join(directory, "booking.sql");
  await writeFile(file, script);
  const options = ["-n", "-M", mode, "-c", String(CLIENTS), "-j", "2", "-T", String(SECONDS), "-D", "i=0", "-f", file];
  const { status, stdout, stderr } = spawnSync(pgbench, [...options, server.url], { encoding: "utf8" });
  const rate = /tps = ([\d.]+) \(without/.exec(stdout)?.[1];
  if (status !== 0 || !rate) throw new Error(`pgbench failed: ${stderr.slice(0, 1000)}`);
  return Number(rate);
}

async function printStatementCounts(services: Services): Promise<void> {
  const from = new Date().toISOString().slice(0, 10);
  const rows = [];
  for (const days of [7, 31, 92, 366]) {
    const args = { coach: "coach-0", link: "session", from, to: addDays(from, days - 1), timeZone: "Europe/Berlin" };
    const statements = await recordStatements(() => services.slots.list(args));
    rows.push({ "slot query over": `${days} days`, "SQL statements": statements.length, bar: "≤ 4" });
  }
  console.table(rows);
}

/** A coach who is open day and night, and a plain session of an hour. */
async function addPractice(db: Database, client: number): Promise<void> {
  await db.transact(async ({ em }) => {
    const coach = newCoach({ id: practiceId("c", client), slug: `coach-${client}` });
    const type = newSessionType(coach, { id: practiceId("d", client), horizonDays: 730 });
    const windows = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));
    const hours = { coach: ref(coach), name: "Hours", timeZone: coach.timeZone, isDefault: true, windows };
    const link = { id: practiceId("e", client), coach: ref(coach), sessionType: ref(type), slug: "session" };
    em.persist([coach, type, Object.assign(new AvailabilityTemplate(), hours), Object.assign(new BookingLink(), link)]);
  });
}

function practiceId(kind: string, client: number): string {
  return `${kind}0000000-0000-4000-8000-${String(client).padStart(12, "0")}`;
}

function findPgbench(): string | null {
  const places = ["/usr/local/bin/pgbench", ...globSync("/usr/lib/postgresql/*/bin/pgbench"), "/usr/bin/pgbench"];
  return places.find((place) => existsSync(place)) ?? null;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
