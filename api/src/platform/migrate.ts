import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { StartError } from "./start-error.ts";

/** The migrations of this release. */
const migrationDirectory = join(import.meta.dirname, "../../migrations");

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/**
 * Brings a database to this release: each file of the folder once, in the order of their numbers, each in a transaction.
 * Processes that start together take turns; all but the first find nothing left to do.
 * @returns the names that were applied now.
 */
export async function migrate(url: string, directory = migrationDirectory): Promise<string[]> {
  const migrations = await readMigrations(directory);
  const client = await connect(url);
  try {
    // Any fixed number does: "kairos" in letters of five bits. Released when the connection ends, however it ends.
    await client.query("select pg_advisory_lock(371362035)");
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks between two statements is told by the next statement; unheard, it would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new StartError(
      `PostgreSQL at ${client.host}:${client.port} does not let Kairos in: ${reason}. Check that it runs, and DATABASE_URL.`,
    );
  }
  return client;
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
  for (const [index, name] of names.entries()) {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) {
      throw new StartError(`The migration ${name} should be named like 0001-what-it-does.sql.`);
    }
    const next = names[index + 1];
    if (next?.slice(0, 4) === name.slice(0, 4)) {
      throw new StartError(
        `The migrations ${name} and ${next} have the same number; the later one takes the next free number.`,
      );
    }
  }
  return Promise.all(names.map((name) => readMigration(directory, name)));
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  // A checkout on Windows may end lines otherwise; that is no change.
  const text = (await readFile(join(directory, name), "utf8")).replaceAll("\r\n", "\n");
  return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
}

async function findPending(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  await client.query(`
    create table if not exists migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration order by name collate "C"',
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const last = rows.at(-1)?.name ?? "";

  for (const { name, checksum } of migrations) {
    const known = applied.get(name);
    if (known !== undefined && known !== checksum) {
      throw new StartError(
        `The migration ${name} was changed after this database had run it. Restore the file and put the change into a ` +
          "new migration; a database that holds nothing of worth may be dropped instead.",
      );
    }
    if (known === undefined && name < last) {
      throw new StartError(
        `The migration ${name} comes before ${last}, which this database has run. Give it a higher number.`,
      );
    }
    applied.delete(name);
  }
  const [unknown] = applied.keys();
  if (unknown) {
    throw new StartError(
      `This database has run the migration ${unknown}, which this release does not know. Start a newer one.`,
    );
  }
  return migrations.filter(({ name }) => !rows.some((row) => row.name === name));
}

async function apply(client: Client, { name, text, checksum }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(text);
    await client.query("insert into migration (name, checksum) values ($1, $2)", [name, checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw new StartError(`The migration ${name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}
