import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase, withServer } from "../../test/database.ts";
import { migrate } from "./migrate.ts";

let database: TestDatabase;
let directory: string;

beforeEach(async () => {
  database = await createTestDatabase();
  await withServer(database.url, (client) => client.query("drop schema public cascade; create schema public"));
  directory = await mkdtemp(join(tmpdir(), "kairos-migrations-"));
});
afterEach(async () => {
  await database.drop();
  await rm(directory, { recursive: true });
});

const write = (name: string, text: string) => writeFile(join(directory, name), text);
const rows = async (query: string) => (await withServer(database.url, (client) => client.query(query))).rows;

test("applies the files in the order of their numbers, and each of them once", async () => {
  await write("0002-fill.sql", "insert into pet values ('cat')");
  await write("0001-table.sql", "create table pet (name text)");
  expect(await migrate(database.url, directory)).toEqual(["0001-table.sql", "0002-fill.sql"]);
  expect(await migrate(database.url, directory)).toEqual([]);
  await write("0003-more.sql", "insert into pet values ('dog')");
  expect(await migrate(database.url, directory)).toEqual(["0003-more.sql"]);
  expect(await rows("select name from pet order by name")).toEqual([{ name: "cat" }, { name: "dog" }]);
});

test("does the work once when four processes start together", async () => {
  await write("0001-table.sql", "create table pet (name text)");
  await write("0002-fill.sql", "insert into pet values ('cat')");
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, directory)));
  expect(applied.flat()).toEqual(["0001-table.sql", "0002-fill.sql"]);
  expect(await rows("select name from pet")).toEqual([{ name: "cat" }]);
});

test("leaves nothing of a migration that fails, and keeps those before it", async () => {
  await write("0001-table.sql", "create table pet (name text)");
  await write("0002-broken.sql", "insert into pet values ('cat'); insert into nowhere values (1)");
  await expect(migrate(database.url, directory)).rejects.toThrow(
    'The migration 0002-broken.sql failed: relation "nowhere" does not exist',
  );
  expect(await rows("select name from pet")).toEqual([]);
  expect(await rows("select name from migration")).toEqual([{ name: "0001-table.sql" }]);
});

test("refuses a file that was changed after it had run", async () => {
  await write("0001-table.sql", "create table pet (name text)");
  await migrate(database.url, directory);
  await write("0001-table.sql", "create table pet (name text, age integer)");
  await expect(migrate(database.url, directory)).rejects.toThrow("The migration 0001-table.sql was changed after");
});

test("does not take other line ends for a change", async () => {
  await write("0001-table.sql", "create table pet (\nname text)");
  await migrate(database.url, directory);
  await write("0001-table.sql", "create table pet (\r\nname text)");
  expect(await migrate(database.url, directory)).toEqual([]);
});

test("refuses a new file whose number is behind, a number used twice, and a name without one", async () => {
  await write("0002-table.sql", "create table pet (name text)");
  await migrate(database.url, directory);
  await write("0001-late.sql", "select 1");
  await expect(migrate(database.url, directory)).rejects.toThrow("0001-late.sql comes before 0002-table.sql");
  await rm(join(directory, "0001-late.sql"));
  await write("0002-twin.sql", "select 1");
  await expect(migrate(database.url, directory)).rejects.toThrow(
    "0002-table.sql and 0002-twin.sql have the same number",
  );
  await rm(join(directory, "0002-twin.sql"));
  await write("three.sql", "select 1");
  await expect(migrate(database.url, directory)).rejects.toThrow("should be named like 0001-what-it-does.sql");
});

test("refuses a database that a newer release has migrated", async () => {
  await write("0001-table.sql", "create table pet (name text)");
  await write("0002-newer.sql", "select 1");
  await migrate(database.url, directory);
  await rm(join(directory, "0002-newer.sql"));
  await expect(migrate(database.url, directory)).rejects.toThrow("0002-newer.sql, which this release does not know");
});
