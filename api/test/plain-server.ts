import { createTestDatabase } from "./database.ts";
import { startServer, type TestServer } from "./server.ts";

/** The demo practice without anything that differs from its usual week, and its coach signed in. */
export interface PlainServer extends TestServer {
  readonly cookie: string;
  /** One mutation by the coach, as `result`, with what to select of it. */
  change<Result = unknown>(mutation: string, selection?: string): Promise<Result>;
}

export async function startPlainServer(): Promise<PlainServer> {
  const database = await createTestDatabase();
  const server = await startServer(database.url);
  const cookie = await server.signIn();
  const { sql } = server.context.db;
  await sql`delete from travel`;
  await sql`delete from holiday`;
  await sql`delete from date_override`;
  await sql`delete from time_off`;
  return {
    ...server,
    cookie,
    async change<Result>(mutation: string, selection = "__typename") {
      const document = `mutation { result: ${mutation} { ${selection} } }`;
      return (await server.query<{ result: Result }>(document, {}, cookie)).result;
    },
    async stop() {
      await server.stop();
      await database.drop();
    },
  };
}
