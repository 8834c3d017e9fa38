import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { countFaults, noFaults } from "./calendar-truth.ts";
import { type KairosProcess, killAll, startKairos } from "./kairos-process.ts";
import { createPractice, type TestPractice } from "./practice.ts";

const ROUNDS = 4;
const CLIENTS = 12;
const HOUR = 3_600_000;
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 365, cancelNoticeMinutes: 0 });
  practice.clock.set(Date.now());
  // A commit takes its time, so that the kill falls into one.
  await practice.db.sql`
    create function commit_slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.03); return new; end $$`;
  await practice.db.sql`
    create constraint trigger commit_slowly after insert or update on attendee deferrable initially deferred
    for each row when (new.client_id is not null) execute function commit_slowly()`;
});
afterEach(killAll);
afterAll(() => practice.close());

/** A booking that somebody sent, and what came back before the process died. */
interface Attempt {
  readonly client: string;
  readonly input: { readonly idempotencyKey: string; readonly startAt: string };
  /** The secret of the seat; null without an answer. */
  token: string | null;
}

interface Seeking {
  readonly kairos: KairosProcess;
  readonly client: string;
  readonly starts: readonly string[];
  /** Holds and does not book. */
  readonly wavers: boolean;
  onBooked(): void;
}

/** Somebody who holds a slot, books it, and begins again, until nobody answers any more. */
async function seek({ kairos, client, starts, wavers, onBooked }: Seeking): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const link = { coach: "maya", link: "session" };
  try {
    for (;;) {
      const startAt = starts[Math.floor(Math.random() * starts.length)] ?? "";
      const visitor = `192.0.2.${1 + Math.floor(Math.random() * 250)}`;
      const held = await kairos.send("holdSlot", { ...link, startAt, timeZone: "UTC" }, visitor);
      if (!held.holdToken || wavers) continue;
      const email = `${client}-${attempts.length}@example.com`;
      const input = {
        ...{ ...link, startAt, holdToken: held.holdToken, idempotencyKey: crypto.randomUUID() },
        client: { name: client, email, timeZone: "UTC" },
      };
      const attempt: Attempt = { client: email, input, token: null };
      attempts.push(attempt);
      attempt.token = (await kairos.send("bookSession", input, visitor)).token ?? null;
      if (attempt.token) onBooked();
    }
  } catch {
    return attempts;
  }
}

/** Many at once, and one of the first answers is the last. */
async function bookUntilKilled(kairos: KairosProcess, starts: readonly string[], round: number): Promise<Attempt[]> {
  const { promise: enough, resolve: enoughBooked } = Promise.withResolvers<void>();
  let left = 1 + Math.floor(Math.random() * 8);
  const onBooked = () => --left === 0 && enoughBooked();
  const clients = Array.from({ length: CLIENTS }, (_, n) =>
    seek({ kairos, client: `r${round}n${n}`, starts, wavers: n % 4 === 0, onBooked }),
  );
  await enough;
  // Every other time anywhere in the work on the next one, else while it commits.
  if (round % 2 === 0) await practice.db.sql`select from pg_sleep(${Math.random() * 0.06})`;
  else await vi.waitUntil(commits, { timeout: 30_000, interval: 1 });
  await kairos.kill();
  return (await Promise.all(clients)).flat();
}

async function commits(): Promise<boolean> {
  const rows = await practice.db.sql`
    select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
  return rows.length > 0;
}

const seatsOf = async ({ client }: Attempt) => {
  const rows = await practice.db.sql<{ status: string }>`
    select booking.status from attendee seat join booking on booking.id = seat.booking_id where seat.email = ${client}`;
  return rows.map(({ status }) => status);
};

/** The deadlines of all holds come now, and those of the limits on visitors. */
async function passTime(): Promise<void> {
  const { sql } = practice.db;
  await sql`update attendee set hold_expires_at = now() - interval '1 hour' where hold_expires_at is not null`;
  await sql`update booking set hold_expires_at = now() - interval '1 hour' where hold_expires_at is not null`;
  await sql`delete from visitor_attempts`;
}

async function freeStarts(): Promise<string[]> {
  const dateIn = (days: number) => new Date(Date.now() + days * 24 * HOUR).toISOString().slice(0, 10);
  const range = { from: dateIn(2), to: dateIn(40), timeZone: "UTC" };
  const { days } = await practice.slots.list({ coach: "maya", link: "session", ...range });
  return days.flatMap((day) => day.slots.map(({ startAt }) => startAt.toISOString()));
}

test("killed while clients hold and book, every answer stands, a retry books once, and holds lapse", {
  timeout: 180_000,
}, async () => {
  const told = { acknowledged: 0, committedUnheard: 0, neverBegun: 0, holdsLeft: 0 };
  const all: Attempt[] = [];
  let kairos = await startKairos(practice.url);
  for (let round = 0; round < ROUNDS; round++) {
    const starts = await freeStarts();
    const attempts = await bookUntilKilled(kairos, starts, round);
    // Backends of the dead process finish what they had begun to commit.
    await vi.waitFor(
      async () => {
        const busy = await practice.db.sql`
        select from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`;
        expect(busy).toEqual([]);
      },
      { timeout: 30_000 },
    );
    const unheard = attempts.filter(({ token }) => token === null);
    told.acknowledged += attempts.length - unheard.length;
    for (const attempt of unheard) {
      if ((await seatsOf(attempt)).length > 0) told.committedUnheard++;
      else told.neverBegun++;
    }
    kairos = await startKairos(practice.url);
    // Everybody asks again with the same key: who was told gets the same seat, who was not gets one.
    await Promise.all(
      attempts.map(async (attempt, n) => {
        const { __typename, token } = await kairos.send("bookSession", attempt.input, `198.51.100.${n % 250}`);
        expect([__typename, token]).toEqual(["Booked", attempt.token ?? token]);
        attempt.token = token ?? null;
      }),
    );
    for (const attempt of attempts) expect(await seatsOf(attempt)).toEqual(["confirmed"]);
    all.push(...attempts);
    const holds = await practice.db.sql<{ start: number }>`
      select (extract(epoch from start_at) * 1000)::float8 as start from booking where status = 'held'`;
    told.holdsLeft += holds.length;
    await passTime();
    const offered = new Set(await freeStarts());
    expect(holds.filter(({ start }) => !offered.has(new Date(start).toISOString()))).toEqual([]);
    expect(await countFaults(practice.db)).toEqual(noFaults);
  }
  for (const attempt of all) expect(await seatsOf(attempt)).toEqual(["confirmed"]);
  const times = await practice.db.sql`select from booking where status = 'confirmed'`;
  expect(times).toHaveLength(all.length);
  console.log(
    `killed ${ROUNDS} times while clients held and booked:`,
    JSON.stringify({ bookings: all.length, ...told }),
  );
  expect(Math.min(told.committedUnheard, told.holdsLeft)).toBeGreaterThan(0);
});
