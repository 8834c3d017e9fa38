import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { Pool } from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { toGlobalId } from "../src/entities/global-id.ts";
import { createMailbox } from "../src/integrations/messaging/mailbox/mailbox.ts";
import { findFreePort } from "../src/platform/postgres/embedded.ts";
import { bookInput, createPractice, type TestPractice } from "./practice.ts";
import { awakeZone, offered, openOfferOf, wait } from "./waiting.ts";

const main = resolve(import.meta.dirname, "../src/main.ts");
const DAY = 86_400_000;
const ROUNDS = 3;
let practice: TestPractice;
let pool: Pool;
let kairos: Kairos | null = null;

beforeAll(async () => {
  practice = await createPractice({ cancelNoticeMinutes: 0 });
  practice.clock.set(Date.now());
  pool = new Pool({ connectionString: practice.url });
});
afterEach(() => kairos?.kill());
afterAll(async () => {
  await pool.end();
  await practice.close();
});

interface Kairos {
  /** One mutation; the whole answer as text. */
  send(mutation: string, input: object): Promise<string>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** A process of its own over the database of the test, as it is started in earnest. */
async function start(): Promise<Kairos> {
  const port = await findFreePort();
  const { PATH, HOME, TMPDIR } = process.env;
  const own = { PORT: String(port), DATABASE_URL: practice.url, AUTH_SECRET: "a secret of the tests, long enough" };
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: { PATH, HOME, TMPDIR, LOG_LEVEL: "error", ...own },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const started: Kairos = {
    async send(mutation, input) {
      const query = `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename } }`;
      const origin = `http://localhost:${port}`;
      const response = await fetch(`${origin}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", origin },
        body: JSON.stringify({ query, variables: { input } }),
      });
      return response.text();
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
  kairos = started;
  await saidReady(child);
  return started;
}

function saidReady(child: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    child.stdout?.on("data", (chunk) => String(chunk).includes("Ctrl-C") && ready());
    child.once("exit", (code) => failed(new Error(`Kairos ended with ${code}.`)));
  });
}

/** Sends something and kills the process while it is at it: from before it is received to about when it is answered. */
async function killDuring(mutation: string, input: object, round: number): Promise<void> {
  const started = await start();
  const sent = started.send(mutation, input).catch((error: unknown) => String(error));
  for (let n = 0; n < round * 4; n++) await practice.db.sql`select 1`;
  await started.kill();
  await sent;
}

/** All deadlines of holds and offers come now. */
async function passTime(): Promise<void> {
  const { sql } = practice.db;
  await sql`
    update offer set tell_at = now() - interval '1 hour', expires_at = now() - interval '1 second' where status = 'open'`;
  await sql`update attendee set hold_expires_at = now() - interval '1 second' where hold_expires_at is not null`;
  await sql`update booking set hold_expires_at = now() - interval '1 second' where hold_expires_at is not null`;
  await sql`update coach set waitlist_due_at = now() - interval '1 second' where waitlist_due_at is not null`;
}

const stuck = () =>
  practice.db.sql`
    select (select count(*)::int from offer where status = 'open' and expires_at <= now()) as offers,
      (select count(*)::int from attendee where hold_expires_at <= now()) as holds,
      (select count(*)::int from booking
        where status = 'held' and not exists (select from attendee where booking_id = booking.id)) as empty`;

async function freeStart(): Promise<Date> {
  const dateIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  const range = { from: dateIn(0), to: dateIn(20), timeZone: "America/New_York" };
  const { days } = await practice.slots.list({ coach: "maya", link: "session", ...range });
  const starts = days.flatMap((day) => day.slots.map((slot) => slot.startAt));
  const start = starts.find((each) => each.getTime() > Date.now() + 2 * DAY);
  if (!start) throw new Error("There is no free time.");
  return start;
}

test("killed between what frees a time, its offer, the message and the answer, nothing is lost, doubled or stuck", {
  timeout: 300_000,
}, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const startAt = await freeStart();
    const seat = await practice.bookings.book(bookInput(startAt.toISOString(), { email: "taker@example.com" }));
    const [ann, ben] = [`ann${round}`, `ben${round}`];
    const wish = { startAt, timeZone: awakeZone() };
    await wait(practice, ann, wish);
    const token = await wait(practice, ben, wish);
    const cancelling = {
      token: practice.bookings.tokenOf(seat.attendeeId),
      idempotencyKey: `cancel in round ${round}`,
    };
    await killDuring("cancelBooking", cancelling, round);

    // Asked again with the same key, it is done once; then the offer's time comes, and nobody is there to see it.
    const second = await start();
    expect(await second.send("cancelBooking", cancelling)).toContain("BookingCancelled");
    await second.kill();
    await passTime();
    const third = await start();
    const mine = async () => (await offered(practice)).filter((line) => line.includes(`${round} `));
    await vi.waitFor(
      async () => {
        const lines = (await mine()).map((line) => line.split(" ").slice(0, 2).join(" "));
        expect(lines.sort()).toEqual([`${ann} lapsed`, `${ben} open`]);
      },
      { timeout: 30_000 },
    );
    const messages = async () => (await createMailbox(pool).list(100)).filter(({ to }) => to.name === ben);
    await vi.waitFor(async () => expect(await messages()).toHaveLength(1), { timeout: 30_000 });
    await third.kill();

    const offer = toGlobalId("Offer", await openOfferOf(practice, token));
    const answer = { token, offer, idempotencyKey: `answer in round ${round}` };
    await killDuring("acceptOffer", answer, round);
    const last = await start();
    expect(await last.send("acceptOffer", answer)).toContain("Booked");
    await last.kill();
    expect(await messages()).toHaveLength(1);
    const seats = await practice.db.sql`
      select count(*)::int as seats from attendee seat join booking on booking.id = seat.booking_id
      where seat.name = ${ben} and booking.status = 'confirmed' and booking.start_at = ${startAt}`;
    expect(seats).toEqual([{ seats: 1 }]);
    expect(await stuck()).toEqual([{ offers: 0, holds: 0, empty: 0 }]);
  }
});
