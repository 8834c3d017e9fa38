import { join } from "node:path";
import { ConfigError, loadConfig } from "./config.ts";
import { createContext } from "./context.ts";
import { serve } from "./platform/http/serve.ts";
import { migrate } from "./platform/migrate.ts";
import { findFreePort, startEmbeddedPostgres } from "./platform/postgres/embedded.ts";

/** Starts one process of Kairos and ends it cleanly when it is told to. */
async function main(): Promise<void> {
  const config = loadConfig();
  const tell = (message: string) => console.log(message);
  const database = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => undefined }
    : await startEmbeddedPostgres({ directory: join(config.dataDirectory, "postgres"), onProgress: tell });
  const applied = await migrate(database.url);
  if (applied.length > 0) tell(`Prepared the database (${applied.length} steps).`);

  const port = config.port === 0 ? await findFreePort() : config.port;
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const context = await createContext({ config, databaseUrl: database.url, publicUrl });
  const coach = config.databaseUrl ? null : await context.services.demo.ensure((email, name) => context.auth.createUser({ email, name }));
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
  tell(`\nCtrl-C stops it.`);

  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await server.stop();
    await context.close();
    await database.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      stopping ??= stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
}

function fail(error: unknown): never {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

main().catch(fail);
