import { afterAll, beforeAll, expect, test } from "vitest";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";

const hour = 3_600_000;
const never = new AbortController().signal;
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice();
});
afterAll(() => practice.close());

const ago = (milliseconds: number) => new Date(NOW - milliseconds);

test("the results of requests are kept for a week", async () => {
  const { sql } = practice.db;
  await sql`
    insert into idempotency_key (scope, key, input_hash, result, created_at)
    select 'old', number::text, 'hash', '{}', ${ago(7 * 24 * hour + 1)} from generate_series(1, 1500) number`;
  await sql`
    insert into idempotency_key (scope, key, input_hash, result, created_at)
    values ('young', 'one', 'hash', '{}', ${ago(7 * 24 * hour)})`;
  await practice.upkeep.removeOldKeys(never);
  expect(await sql`select scope from idempotency_key`).toEqual([{ scope: "young" }]);
});

test("events are kept for an hour", async () => {
  const { sql } = practice.db;
  await sql`delete from outbox`;
  await sql`
    insert into outbox (payload, created_at)
    select '{"age": "old"}', ${ago(hour + 1)} from generate_series(1, 1500)`;
  await sql`insert into outbox (payload, created_at) values ('{"age": "young"}', ${ago(hour)})`;
  await practice.upkeep.removeOldEvents(never);
  expect(await sql`select payload ->> 'age' as age from outbox`).toEqual([{ age: "young" }]);
});

test("sign-ins, links and counters are removed a day after they ceased to count", async () => {
  const { sql } = practice.db;
  await sql`
    insert into auth_user (id, name, email, email_verified)
    values ('00000000-0000-4000-8000-000000000001', 'Maya', 'maya@example.com', true)`;
  for (const [name, at] of [
    ["gone", ago(25 * hour)],
    ["kept", ago(23 * hour)],
  ] as const) {
    await sql`
      insert into auth_session (user_id, token, expires_at, updated_at)
      values ('00000000-0000-4000-8000-000000000001', ${name}, ${at}, ${at})`;
    await sql`insert into auth_verification (identifier, value, expires_at) values (${name}, '', ${at})`;
    await sql`insert into auth_rate_limit (key, count, last_request) values (${name}, 1, ${at.getTime()})`;
  }
  await practice.upkeep.removeExpiredSignIns();
  expect(await sql`select token as name from auth_session`).toEqual([{ name: "kept" }]);
  expect(await sql`select identifier as name from auth_verification`).toEqual([{ name: "kept" }]);
  expect(await sql`select key as name from auth_rate_limit`).toEqual([{ name: "kept" }]);
});
