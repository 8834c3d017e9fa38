import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { outcomesOf, problemOf } from "../../../test/refusal.ts";

const MINUTE = 60_000;
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice();
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from visitor_attempts`;
});

const book = (visitor: { address?: string; email?: string; coach?: string } = {}) =>
  practice.attempts.admit("book", { address: "192.0.2.1", coach: "maya", email: "ann@example.com", ...visitor });
const times = <Result>(count: number, work: (n: number) => Promise<Result>) =>
  Array.from({ length: count }, (_, n) => work(n));

test("a mail address books eight times an hour with one coach, however many ask at once", async () => {
  const attempts = times(30, (n) =>
    book({ address: `192.0.2.${n}`, email: n % 2 ? "ann@example.com" : " ANN@example.com" }),
  );
  expect(await outcomesOf(attempts)).toEqual({ won: 8, TooManyAttempts: 22 });
  await book({ address: "192.0.2.99", email: "bo@example.com" });
  await book({ address: "192.0.2.99", coach: "other" });
});

test("an address books twenty times in ten minutes, whatever mail addresses it names", async () => {
  expect(await outcomesOf(times(30, (n) => book({ email: `a${n}@example.com` })))).toEqual({
    won: 20,
    TooManyAttempts: 10,
  });
  await book({ address: "192.0.2.2", email: "bo@example.com" });
});

test("a coach's page is not flooded from everywhere at once", async () => {
  const attempts = times(220, (n) => book({ address: `10.0.${n >> 8}.${n & 255}`, email: `a${n}@example.com` }));
  expect(await outcomesOf(attempts)).toEqual({ won: 200, TooManyAttempts: 20 });
});

test("the window slides: the next attempt succeeds when the oldest has left it, and not before", async () => {
  await book();
  practice.clock.set(NOW + 30 * MINUTE);
  for (let n = 0; n < 7; n++) await book();
  const problem = await problemOf(book());
  expect(problem).toMatchObject({
    retryAt: new Date(NOW + 60 * MINUTE),
    message: expect.stringContaining("in 30 minutes"),
  });
  practice.clock.set(NOW + 60 * MINUTE - 1);
  expect((await problemOf(book())).code).toBe("TOO_MANY_ATTEMPTS");
  practice.clock.set(NOW + 60 * MINUTE);
  await book();
  expect((await problemOf(book())).code).toBe("TOO_MANY_ATTEMPTS");
});

test("a time is not kept for one visitor for ever, and the refusal says what the bound is", async () => {
  const hold = (time: number) =>
    practice.attempts.admit("hold", { address: "192.0.2.1", coach: "maya", time: new Date(time) });
  for (let n = 0; n < 8; n++) await hold(NOW);
  expect((await problemOf(hold(NOW))).message).toMatch(/^One time can be kept 8 times within an hour\. Try again in/);
  await hold(NOW + MINUTE);
});

test("neither addresses nor mail addresses are kept, and what is old is forgotten", async () => {
  await book();
  const rows = await practice.db.sql`select * from visitor_attempts`;
  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2|example|maya/);
  practice.clock.set(NOW + 60 * MINUTE);
  await practice.bookingUpkeep.forgetOld();
  expect(await practice.db.sql`select from visitor_attempts`).toEqual([]);
});
