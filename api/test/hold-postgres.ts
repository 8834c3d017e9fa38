// A process of its own that uses the embedded server of a directory until it is ended; a test ends it in many ways.
import { startEmbeddedPostgres } from "../src/platform/postgres/embedded.ts";

const server = await startEmbeddedPostgres({ directory: process.argv[2] ?? "" });
process.stdout.write(`${server.url}\n`);
setInterval(() => undefined, 60_000);
