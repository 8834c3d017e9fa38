import { join } from "node:path";
import { type Config, loadConfig } from "./config.ts";
import { createContext, createWorker } from "./context.ts";
import { serve } from "./platform/http/serve.ts";
import { migrate } from "./platform/migrate.ts";
import { findFreePort, startEmbeddedPostgres } from "./platform/postgres/embedded.ts";
import { StartError } from "./platform/start-error.ts";

/** Starts one process of Kairos and ends it cleanly when it is told to. */
async function main(): Promise<void> {
  const config = loadConfig();
  const tell: Tell = (message) => console.log(message);
  const database = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => undefined }
    : await startEmbeddedPostgres({
        directory: join(config.dataDirectory, "postgres"),
        onProgress: tell,
        onLost: (error) => fail(error),
      });
  const applied = await migrate(database.url);
  if (applied.length > 0) tell(`Prepared the database (${applied.length} steps).`);

  const running = await (config.role === "worker" ? work : answerPeople)(config, database.url, tell);
  tell(`\nCtrl-C stops it.`);
  onSignals(async () => {
    await running.stop();
    await database.stop();
  });
}

interface Running {
  stop(): Promise<void>;
}

type Tell = (message: string) => void;

async function work(config: Config, databaseUrl: string, tell: Tell): Promise<Running> {
  const worker = await createWorker({ config, databaseUrl });
  tell("\nKairos works: this process runs jobs and serves no pages.");
  return { stop: () => worker.close() };
}

async function answerPeople(config: Config, databaseUrl: string, tell: Tell): Promise<Running> {
  const port = config.port === 0 ? await findFreePort() : config.port;
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const context = await createContext({ config, databaseUrl, publicUrl });
  const coach = config.databaseUrl
    ? null
    : await context.services.demo.ensure((email, name) => context.auth.createUser({ email, name }));
  const server = await serve({ app: context.app, live: context.live, host: config.host, port });

  tell(`\nKairos is ready.\n`);
  if (coach) {
    tell(`  Booking page   ${publicUrl}/${coach.slug}/coaching`);
    tell(`  Console        ${publicUrl}/console`);
    tell(`  Sign in once   ${await context.auth.createSignInLink(coach.email)}`);
    tell(`  Mailbox        ${publicUrl}/mailbox`);
  } else {
    tell(`  Console        ${publicUrl}/console`);
  }
  return {
    async stop() {
      await server.stop();
      await context.close();
    },
  };
}

const PATIENCE_MS = 15_000;

/** Ends cleanly on the first signal, at once on the second, and in any case after a while. */
function onSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => fail(new StartError("Kairos did not end in time and was stopped.")), PATIENCE_MS).unref();
    stop().then(() => process.exit(0), fail);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
}

function fail(error: unknown): never {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}

main().catch(fail);
