import { afterAll, beforeAll, expect, test } from "vitest";
import { bookInput, createPractice, type TestPractice } from "../../../test/practice.ts";
import { RaceTally } from "../../../test/race-tally.ts";
import { outcomesOf } from "../../../test/refusal.ts";

const ROUNDS = 50;
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 365, capacity: 5 });
});
afterAll(() => practice.close());

/** An hour in the morning on the nth day from Tuesday to Friday after the clock's Monday. */
function nth(n: number): string {
  return new Date(Date.UTC(2026, 5, 2 + Math.floor(n / 4) * 7 + (n % 4), 13)).toISOString();
}
const times = <Result>(count: number, work: (n: number) => Promise<Result>) =>
  Array.from({ length: count }, (_, n) => work(n));
const book = (round: number, name: string) =>
  practice.bookings.book(bookInput(nth(round), { email: `${name}@example.com` }));

test("of 30 who want one of 5 seats while 10 leave, at most 5 sit at any time and none is free in vain, 50 times over", async () => {
  await refuseSixth();
  const tally = new RaceTally("capacity 5, 30 bookers, 10 who cancel");
  for (let round = 0; round < ROUNDS; round++) {
    const seated = await seatTen(round);
    const leave = (token: string) => practice.bookings.cancel({ token, idempotencyKey: crypto.randomUUID() });
    const [left, { won = 0, SlotTaken = 0, ...other }] = await Promise.all([
      outcomesOf(seated.map(leave)),
      outcomesOf(times(30, (n) => book(round, `b${n}`))),
    ]);
    expect([left, other, won + SlotTaken]).toEqual([{ won: 10 }, {}, 30]);
    // Whoever comes later gets what is left, to the last seat.
    const late = await outcomesOf(times(6 - won, (n) => book(round, `l${n}`)));
    expect(late).toEqual({ ...(won < 5 && { won: 5 - won }), SlotTaken: 1 });
    // Who was refused while a seat was free had come before the sixth to leave.
    const full = won + (late["won"] ?? 0) === 5;
    await tally.add(practice.db, { won, SlotTaken, left: left["won"] ?? 0 }, { starved: full ? 0 : 1 });
  }
  tally.end(50);
  expect(await practice.db.sql`select from attendee where cancelled_at is null`).toHaveLength(5 * ROUNDS);
}, 90_000);

/** Ten seats from before the group was made smaller: nobody is dropped, and nobody gets in until six have left. */
async function seatTen(round: number): Promise<string[]> {
  const { bookingId } = await book(round, "s0");
  await practice.db.sql`alter table attendee disable trigger refuse_sixth`;
  await practice.db.sql`
    insert into client (id, coach_id, name, email, time_zone)
    select gen_random_uuid(), ${practice.coach.id}, 'Ann Archer', 's' || n || '@example.com', 'UTC' from generate_series(1, 9) n
    on conflict do nothing`;
  await practice.db.sql`
    insert into attendee (id, booking_id, client_id, name, email, time_zone)
    select gen_random_uuid(), ${bookingId}, id, name, email, time_zone from client where email ~ '^s[1-9]@'`;
  await practice.db.sql`alter table attendee enable trigger refuse_sixth`;
  const seats = await practice.db.sql<{ id: string }>`select id from attendee where booking_id = ${bookingId}`;
  return seats.map(({ id }) => practice.bookings.tokenOf(id));
}

/** From now on the database itself cries out when a sixth takes a seat. */
async function refuseSixth(): Promise<void> {
  await practice.db.sql`
    create function refuse_sixth() returns trigger language plpgsql as $$ begin
      if (select count(*) from attendee where booking_id = new.booking_id and cancelled_at is null) > 5 then
        raise 'a sixth seat';
      end if;
      return new;
    end $$`;
  await practice.db
    .sql`create trigger refuse_sixth after insert on attendee for each row execute function refuse_sixth()`;
}
