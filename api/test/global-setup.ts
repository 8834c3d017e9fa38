import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../src/platform/migrate.ts";
import { startEmbeddedPostgres } from "../src/platform/postgres/embedded.ts";
import { databaseUrl, replaceDatabase, withServer } from "./database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The maintenance database of the test server. */
    serverUrl: string;
    /** The migrated database that every test database is a copy of. */
    template: string;
  }
}

/** One server for the run, and on it one migrated database to copy from. TEST_DATABASE_URL names another server to use. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const template = `kairos_template_${process.pid}`;
  try {
    await replaceDatabase(server.url, template);
    await migrate(databaseUrl(server.url, template));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("serverUrl", server.url);
  project.provide("template", template);
  return async () => {
    await withServer(server.url, (client) => client.query(`drop database if exists ${template} with (force)`));
    await server.stop();
  };
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: () => Promise.resolve() };
  const directory = await mkdtemp(join(tmpdir(), "kairos-test-"));
  // The data dies with the run, so nothing has to survive a crash.
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };
  const server = await startEmbeddedPostgres({ directory, settings });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
