import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

export interface TestDatabase {
  readonly url: string;
  /** Removes the database; connections that are still open are ended. */
  drop(): Promise<void>;
}

/** A database of its own, migrated and empty: a copy of the run's template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject("serverUrl");
  const name = `kairos_test_${process.pid}_${randomBytes(6).toString("hex")}`;
  // Copying files beats writing them through the log here: 40 ms against 70 ms.
  await withServer(serverUrl, (client) =>
    client.query(`create database ${name} template ${inject("template")} strategy file_copy`),
  );
  return {
    url: databaseUrl(serverUrl, name),
    drop: async () => {
      await withServer(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Makes an empty database, in the place of an older one of the same name. */
export async function replaceDatabase(serverUrl: string, name: string): Promise<void> {
  await withServer(serverUrl, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template template0`);
  });
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function withServer<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
