import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { Coach, entityClasses } from "../entities/index.ts";
import { type Database, openDatabase } from "./db.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await openDatabase({ url: database.url, entities: entityClasses, poolSize: 1, onPublished: () => undefined });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const preparedLike = (pattern: string) =>
  db.sql<{ runs: number }>`
    select (generic_plans + custom_plans)::int as runs from pg_prepared_statements where statement ~ ${pattern}`;
const add = (one: number, two: number) => db.sql<{ sum: number }>`select ${one}::int + ${two}::int as sum`;

test("a statement of ours is prepared once on a connection and gives the rows of its values each time", async () => {
  const sums = [];
  for (let n = 0; n < 20; n++) sums.push((await add(n, 1))[0]?.sum);
  expect(sums).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  const within = await db.transact(async ({ sql }) => sql<{ sum: number }>`select ${2}::int + ${3}::int as sum`);
  expect(within).toEqual([{ sum: 5 }]);
  // The same words within a transaction are the same statement.
  expect(await preparedLike("^select .1::int [+]")).toEqual([{ runs: 21 }]);
});

test("statements without values and those of entities are not kept", async () => {
  await db.sql`select 'no values' as found`;
  await db.em().find(Coach, { slug: ["maya", "noor"] });
  expect(await preparedLike('no values|"slug"')).toEqual([]);
});

test("a statement that fails can be run again with better values", async () => {
  const divide = (by: number) => db.sql<{ result: number }>`select 10 / ${by}::int as result`;
  await expect(divide(0)).rejects.toThrow("division by zero");
  expect(await divide(5)).toEqual([{ result: 2 }]);
});
