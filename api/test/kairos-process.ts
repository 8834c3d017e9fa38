import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { z } from "zod";
import { findFreePort } from "../src/platform/postgres/embedded.ts";

const main = resolve(import.meta.dirname, "../src/main.ts");
/** As `npm start` has it: compiled code is kept, and a start takes less. */
export const compiled = { NODE_COMPILE_CACHE: resolve(import.meta.dirname, "../../node_modules/.cache/compiled") };

const answerOf = z.object({
  data: z.record(
    z.string(),
    z.object({ __typename: z.string(), token: z.string().optional(), holdToken: z.string().optional() }),
  ),
});
type Answer = z.infer<typeof answerOf>["data"][string];

/** What is asked for of an answer, beside its kind. */
const wanted: Readonly<Record<string, string>> = {
  holdSlot: "... on SlotHeld { holdToken }",
  bookSession: "... on Booked { token }",
  acceptOffer: "... on Booked { token }",
};

/** Kairos in a process of its own, to be killed. */
export interface KairosProcess {
  /** One mutation with its input; `visitor` is an address, which tells people apart. */
  send(mutation: string, input: object, visitor?: string): Promise<Answer>;
  /** kill -9. */
  kill(): Promise<void>;
}

const running = new Set<KairosProcess>();

/** Ends whatever a test has left. */
export async function killAll(): Promise<void> {
  for (const each of running) await each.kill();
}

/** A process over a given database, started as it is in earnest; with the secret of the tests, so that tokens are theirs. */
export async function startKairos(databaseUrl: string): Promise<KairosProcess> {
  const port = await findFreePort();
  const { PATH, HOME, TMPDIR } = process.env;
  const own = { PORT: String(port), DATABASE_URL: databaseUrl, AUTH_SECRET: "a secret of the tests, long enough" };
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: { PATH, HOME, TMPDIR, ...compiled, LOG_LEVEL: "error", TRUST_PROXY: "1", ...own },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const origin = `http://localhost:${port}`;
  const started: KairosProcess = {
    async send(mutation, input, visitor = "192.0.2.1") {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${wanted[mutation] ?? ""} } }`;
      const response = await fetch(`${origin}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", origin, "x-forwarded-for": visitor },
        body: JSON.stringify({ query, variables: { input } }),
      });
      const body: unknown = await response.json();
      const answer = answerOf.safeParse(body).data?.data[mutation];
      if (!answer) throw new Error(`Not an answer: ${JSON.stringify(body)}`);
      return answer;
    },
    async kill() {
      running.delete(started);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
  running.add(started);
  await saidReady(child);
  return started;
}

function saidReady(child: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    child.stdout?.on("data", (chunk) => String(chunk).includes("Ctrl-C") && ready());
    child.once("exit", (code) => failed(new Error(`Kairos ended with ${code}.`)));
  });
}
