import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadConfig } from "./config.ts";
import { createCommand } from "./context.ts";
import { zone } from "./core/zone.ts";
import type { ZoneMove } from "./features/zone-check/zone-check.policy.ts";
import { migrate } from "./platform/migrate.ts";
import { startEmbeddedPostgres } from "./platform/postgres/embedded.ts";
import { StartError } from "./platform/start-error.ts";

/** Tells which sessions to come lie elsewhere under the present time zone rules; with --apply keeps their wall time. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { apply: { type: "boolean", default: false } } });
  const config = loadConfig();
  const database = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => undefined }
    : await startEmbeddedPostgres({ directory: join(config.dataDirectory, "postgres") });
  await migrate(database.url);
  const command = await createCommand({ config, databaseUrl: database.url });
  try {
    const found = await command.services.zoneCheck.check(values);
    const last = found.lastRelease === null ? "never checked before" : `last checked under ${found.lastRelease}`;
    tell(`Time zone rules ${found.release}, ${last}. Sessions to come: ${found.checked}.`);
    tell(`${values.apply ? "Moved" : "To move"}: ${found.moves.length}`);
    for (const move of found.moves) tell(describe(move));
    if (found.collisions.length > 0) {
      tell(`Cannot move, because another session is in the way: ${found.collisions.length}. Agree on another time.`);
      for (const move of found.collisions) tell(describe(move));
    }
    if (!values.apply && found.moves.length > 0) tell("Move them with: npm run zones:check -- --apply");
  } finally {
    await command.close();
    await database.stop();
  }
}

function describe({ booking: { coach, timeZone, localStart, start }, to }: ZoneMove): string {
  const shown = zone(timeZone).toLocal(start);
  const [from, until] = [start, to].map((instant) => new Date(instant).toISOString().slice(0, 16));
  return `  ${coach}: agreed for ${localStart} ${timeZone}, now at ${shown}; ${from}Z → ${until}Z`;
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof StartError ? error.message : error}\n`);
  process.exitCode = 1;
});
