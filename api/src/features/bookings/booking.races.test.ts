import { afterAll, beforeAll, expect, test } from "vitest";
import { bookInput, createPractice, type TestPractice } from "../../../test/practice.ts";
import { Refusal } from "../../platform/problem.ts";

const BOOKERS = 25;
const ROUNDS = 40;
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice({ minutes: [60, 90], stepMinutes: 30, horizonDays: 365 });
});
afterAll(() => practice.close());

/** A time of day, in UTC during summer, on the nth day from Tuesday to Friday after the clock's Monday. */
function nth(n: number, time = "13:00"): string {
  const date = new Date(Date.UTC(2026, 5, 2 + Math.floor(n / 4) * 7 + (n % 4)));
  return `${date.toISOString().slice(0, 10)}T${time}:00Z`;
}

async function outcomes(attempts: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(attempts)) {
    const name =
      result.status === "fulfilled"
        ? "won"
        : result.reason instanceof Refusal
          ? result.reason.problem.constructor.name
          : String(result.reason);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

test("of 25 who want the same slot at once, one gets it and 24 hear that it is taken, 40 times over", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const attempts = Array.from({ length: BOOKERS }, (_, n) =>
      practice.bookings.book(bookInput(nth(round), { email: `r${round}n${n}@example.com` })),
    );
    expect(await outcomes(attempts)).toEqual({ won: 1, SlotTaken: BOOKERS - 1 });
  }
});

test("overlapping lengths at different starts never end up side by side, 40 times over", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const starts = ["17:00", "17:30", "18:00", "18:30", "19:00"];
    const attempts = Array.from({ length: BOOKERS }, (_, n) =>
      practice.bookings.book(
        bookInput(nth(round, starts[n % starts.length]), {
          minutes: n % 2 ? 60 : 90,
          email: `o${round}n${n}@example.com`,
        }),
      ),
    );
    const { won = 0, SlotTaken = 0, ...other } = await outcomes(attempts);
    expect(other).toEqual({});
    expect(won).toBeGreaterThanOrEqual(1);
    expect(won + SlotTaken).toBe(BOOKERS);
  }
  const overlaps = await practice.db.sql`
    select one.id from booking one join booking two on one.id < two.id and one.start_at < two.end_at and two.start_at < one.end_at
    where one.status = 'confirmed' and two.status = 'confirmed'`;
  expect(overlaps).toEqual([]);
});

test("of 25 who hold the same slot at once, one holds it, and only that one can book it", async () => {
  const startAt = nth(ROUNDS);
  const wish = { coach: "maya", link: "session", startAt: new Date(startAt), timeZone: "Asia/Tokyo" };
  const held: string[] = [];
  const attempts = Array.from({ length: BOOKERS }, async (_, n) => {
    const { holdToken } = await practice.holds.hold(wish, `visitor ${n}`);
    held.push(holdToken);
  });
  expect(await outcomes(attempts)).toEqual({ won: 1, SlotTaken: BOOKERS - 1 });
  const [holdToken = ""] = held;
  const others = Array.from({ length: 5 }, (_, n) =>
    practice.bookings.book(bookInput(startAt, { email: `h${n}@example.com` })),
  );
  const mine = practice.bookings.book(bookInput(startAt, { holdToken }));
  expect(await outcomes([...others, mine])).toEqual({ won: 1, SlotTaken: 5 });
  await expect(mine).resolves.toHaveProperty("bookingId");
});

test("the same key sent 10 times at once books once and gives everyone that booking", async () => {
  const input = bookInput(nth(ROUNDS + 1), { idempotencyKey: "the very same key" });
  const seats = await Promise.all(Array.from({ length: 10 }, () => practice.bookings.book(input)));
  expect(new Set(seats.map((seat) => seat.attendeeId)).size).toBe(1);
});
