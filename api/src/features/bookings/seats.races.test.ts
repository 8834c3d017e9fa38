import { afterAll, beforeAll, expect, test } from "vitest";
import { countFaults, noFaults } from "../../../test/calendar-truth.ts";
import { bookInput, createPractice, type TestPractice } from "../../../test/practice.ts";
import { RaceTally } from "../../../test/race-tally.ts";
import { outcomesOf } from "../../../test/refusal.ts";

const ROUNDS = 50;
/** Several times what it takes where nothing else runs. */
const PATIENCE_MS = 90_000;
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 365 });
});
afterAll(() => practice.close());

/** An hour in the morning on the nth day from Tuesday to Friday after the clock's Monday. */
function nth(n: number): string {
  return new Date(Date.UTC(2026, 5, 2 + Math.floor(n / 4) * 7 + (n % 4), 13)).toISOString();
}
const times = <Result>(count: number, work: (n: number) => Promise<Result>) =>
  Array.from({ length: count }, (_, n) => work(n));

test(
  "of 20 who want one place, hold it and then book it, one has it, 50 times over",
  async () => {
    const tally = new RaceTally("one place, 20 seekers");
    for (let round = 0; round < ROUNDS; round++) {
      const startAt = nth(round);
      const wish = { coach: "maya", link: "session", startAt: new Date(startAt), timeZone: "UTC" };
      const seek = async (n: number) => {
        const { holdToken } = await practice.holds.hold(wish, `visitor ${round} ${n}`);
        return practice.bookings.book(bookInput(startAt, { holdToken, email: `r${round}n${n}@example.com` }));
      };
      const outcome = await outcomesOf(times(20, seek));
      await tally.add(practice.db, outcome, { starved: outcome["won"] ? 0 : 1 });
      expect(outcome).toEqual({ won: 1, SlotTaken: 19 });
    }
    tally.end(50);
    expect(await practice.db.sql`select from booking where status = 'confirmed'`).toHaveLength(ROUNDS);
    expect(await practice.db.sql`select from booking where status = 'held'`).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "of 10 who hold one place while its holder lets go, one has it, 50 times over",
  async () => {
    await practice.db.sql`delete from booking`;
    for (let round = 0; round < ROUNDS; round++) {
      const wish = { coach: "maya", link: "session", startAt: new Date(nth(round)), timeZone: "UTC" };
      const { holdToken } = await practice.holds.hold(wish, `first ${round}`);
      const release = practice.holds.release(holdToken);
      const {
        won = 0,
        SlotTaken = 0,
        ...other
      } = await outcomesOf(times(10, (n) => practice.holds.hold(wish, `visitor ${round} ${n}`)));
      expect(await release).toBe(true);
      expect([other, won <= 1, won + SlotTaken]).toEqual([{}, true, 10]);
    }
    expect(await countFaults(practice.db)).toEqual(noFaults);
  },
  PATIENCE_MS,
);
