import { Pool } from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { toGlobalId } from "../src/entities/global-id.ts";
import { createMailbox } from "../src/integrations/messaging/mailbox/mailbox.ts";
import { type KairosProcess, killAll, startKairos } from "./kairos-process.ts";
import { bookInput, createPractice, type TestPractice } from "./practice.ts";
import { awakeZone, offered, openOfferOf, wait } from "./waiting.ts";

const DAY = 86_400_000;
const ROUNDS = 3;
let practice: TestPractice;
let pool: Pool;

beforeAll(async () => {
  practice = await createPractice({ cancelNoticeMinutes: 0 });
  practice.clock.set(Date.now());
  pool = new Pool({ connectionString: practice.url });
});
afterEach(killAll);
afterAll(async () => {
  await pool.end();
  await practice.close();
});

/** Sends something and kills the process while it is at it: from before it is received to about when it is answered. */
async function killDuring(kairos: KairosProcess, mutation: string, input: object, round: number): Promise<void> {
  const sent = kairos.send(mutation, input).catch((error: unknown) => error);
  for (let n = 0; n < round * 4; n++) await practice.db.sql`select 1`;
  await kairos.kill();
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
  let kairos = await startKairos(practice.url);
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
    await killDuring(kairos, "cancelBooking", cancelling, round);

    // Asked again with the same key, it is done once; then the offer's time comes, and nobody is there to see it.
    kairos = await startKairos(practice.url);
    expect(await kairos.send("cancelBooking", cancelling)).toHaveProperty("__typename", "BookingCancelled");
    await kairos.kill();
    await passTime();
    kairos = await startKairos(practice.url);
    const mine = async () => (await offered(practice)).filter((line) => line.includes(`${round} `));
    await vi.waitFor(
      async () => {
        const lines = (await mine()).map((line) => line.split(" ").slice(0, 2).join(" "));
        expect(lines.sort()).toEqual([`${ann} lapsed`, `${ben} open`]);
      },
      { timeout: 30_000 },
    );
    const messages = async () => {
      const all = (await createMailbox(pool).list(100)).filter(({ to }) => to.name === ben);
      return all.map(({ subject }) => subject.split(":")[0]).sort();
    };
    const told = ["A time came free", "You’re on the waitlist"];
    await vi.waitFor(async () => expect(await messages()).toEqual(told), { timeout: 30_000 });

    const offer = toGlobalId("Offer", await openOfferOf(practice, token));
    const answer = { token, offer, idempotencyKey: `answer in round ${round}` };
    await killDuring(kairos, "acceptOffer", answer, round);
    kairos = await startKairos(practice.url);
    expect(await kairos.send("acceptOffer", answer)).toHaveProperty("__typename", "Booked");
    expect(await messages()).toEqual(told);
    const seats = await practice.db.sql`
      select count(*)::int as seats from attendee seat join booking on booking.id = seat.booking_id
      where seat.name = ${ben} and booking.status = 'confirmed' and booking.start_at = ${startAt}`;
    expect(seats).toEqual([{ seats: 1 }]);
    expect(await stuck()).toEqual([{ offers: 0, holds: 0, empty: 0 }]);
  }
});
