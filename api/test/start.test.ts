import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findPostmaster, waitUntil } from "../src/platform/postgres/postmaster.ts";
import { compiled } from "./kairos-process.ts";

const main = resolve(import.meta.dirname, "../src/main.ts");
let directory: string;
const started = new Set<Running>();

// Most tests are about a practice that exists: each takes a copy of this one, which is quicker than making it anew.
const pristine = newDirectory();
beforeAll(async () => {
  directory = pristine;
  const first = launch();
  await ready(first);
  first.process.kill("SIGTERM");
  await once(first.process, "exit");
  started.clear();
});
afterAll(() => rmSync(pristine, { recursive: true }));

beforeEach(() => {
  directory = newDirectory();
  execFileSync("cp", ["-a", `${pristine}/.`, directory]);
});
afterEach(async () => {
  for (const kairos of started) kairos.process.kill("SIGKILL");
  await databaseGone();
  rmSync(directory, { recursive: true });
  started.clear();
});

function newDirectory(): string {
  const made = mkdtempSync(join(tmpdir(), "kairos-start-"));
  // As root, the database's account has to pass through.
  chmodSync(made, 0o755);
  return made;
}

interface Running {
  readonly process: ChildProcess;
  /** Everything it has printed. */
  said(): string;
}

/** What `npm start` runs, once the dependencies and the pages are there. */
function launch(environment: NodeJS.ProcessEnv = {}): Running {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: { PATH, HOME, TMPDIR, ...compiled, KAIROS_DATA_DIR: directory, PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const kairos = { process: child, said: () => output };
  started.add(kairos);
  return kairos;
}

/** Waits until it says that it is ready. @returns the address of the console. */
async function ready(kairos: Running): Promise<string> {
  const address = () => /Console\s+(http:\S+)\/console/.exec(kairos.said())?.[1];
  await waitUntil(() => kairos.said().includes("Ctrl-C") || kairos.process.exitCode !== null, 60_000);
  const found = address();
  if (!found) throw new Error(`Kairos did not get ready: ${kairos.said()}`);
  return found;
}

const dataDirectory = () => join(directory, "postgres/data");
const databaseGone = () => waitUntil(() => findPostmaster(dataDirectory()) === undefined, 15_000);

async function bookingPage(address: string): Promise<string> {
  const query = '{ bookingPage(coach: "maya", link: "coaching") { __typename } }';
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ query }),
  });
  return response.text();
}

/** Whether it is well again, soon: the connections that it lost are made anew when they are needed. */
async function isHealthy(address: string): Promise<boolean> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    if ((await fetch(`${address}/health`)).ok) return true;
  }
  return false;
}

describe("npm start", () => {
  test.for(["SIGTERM", "SIGINT"] as const)(
    "ends on %s, with its database, and says so by its exit code",
    async (signal) => {
      // One of them in a directory with nothing in it.
      if (signal === "SIGTERM") rmSync(join(directory, "postgres"), { recursive: true });
      const kairos = launch();
      const address = await ready(kairos);
      expect(await bookingPage(address)).not.toContain('"errors"');
      kairos.process.kill(signal);
      expect(await once(kairos.process, "exit")).toEqual([0, null]);
      expect(findPostmaster(dataDirectory())).toBeUndefined();
      await expect(fetch(address)).rejects.toThrow();
    },
  );

  test("recovers after kill -9 of itself and of its database", async () => {
    const first = launch();
    const before = await bookingPage(await ready(first));
    process.kill(findPostmaster(dataDirectory())?.pid ?? 0, "SIGKILL");
    first.process.kill("SIGKILL");
    const second = launch();
    expect(await bookingPage(await ready(second))).toBe(before);
    expect(readFileSync(join(directory, "postgres/log"), "utf8")).toContain("automatic recovery in progress");
  });

  test("starts its database again when that is killed, and gives up when it ends again and again", async () => {
    const kairos = launch();
    const address = await ready(kairos);
    const before = await bookingPage(address);
    for (let times = 1; times <= 3; times++) {
      const killed = findPostmaster(dataDirectory())?.pid ?? 0;
      process.kill(killed, "SIGKILL");
      const again = () => findPostmaster(dataDirectory());
      await waitUntil(() => again()?.status === "ready" && again()?.pid !== killed, 20_000);
      expect(await isHealthy(address)).toBe(true);
    }
    expect(await bookingPage(address)).toBe(before);
    process.kill(findPostmaster(dataDirectory())?.pid ?? 0, "SIGKILL");
    expect(await once(kairos.process, "exit")).toEqual([1, null]);
    expect(kairos.said()).toContain("PostgreSQL ended 4 times within 5 minutes and is not started again. Its log is");
    expect(await databaseGone()).toBe(true);
  });

  test("runs twice beside itself, from two data directories", async () => {
    const other = join(directory, "other");
    const both = [launch(), launch({ KAIROS_DATA_DIR: other })];
    const addresses = await Promise.all(both.map(ready));
    expect(new Set(addresses).size).toBe(2);
    expect(await Promise.all(addresses.map(bookingPage))).not.toContainEqual(expect.stringContaining('"errors"'));
    both[1]?.process.kill("SIGTERM");
    expect(await waitUntil(() => findPostmaster(join(other, "postgres/data")) === undefined, 15_000)).toBe(true);
  });
});

test("a worker serves nothing, works beside a process that does, and ends on SIGTERM", async () => {
  const api = launch({ KAIROS_ROLE: "api" });
  const address = await ready(api);
  const worker = launch({ KAIROS_ROLE: "worker" });
  await waitUntil(() => worker.said().includes("Ctrl-C") || worker.process.exitCode !== null, 60_000);
  expect(worker.said()).toContain("this process runs jobs and serves no pages");
  worker.process.kill("SIGTERM");
  expect(await once(worker.process, "exit")).toEqual([0, null]);
  expect(await bookingPage(address)).not.toContain('"errors"');
  expect(await (await fetch(`${address}/health`)).json()).toMatchObject({ ok: true, role: "api" });
});

describe("a start that cannot succeed", () => {
  test("names the variable that is wrong, without a stack", async () => {
    const kairos = launch({ PORT: "80a", LOG_LEVEL: "loud" });
    expect(await once(kairos.process, "close")).toEqual([1, null]);
    expect(kairos.said()).toContain('PORT is "80a" and should be a port');
    expect(kairos.said()).toContain('LOG_LEVEL is "loud"');
    expect(kairos.said()).not.toMatch(/^\s+at /m);
  });

  test("says that the port is taken, and leaves no database behind", async () => {
    const occupant = createServer().listen(0, "127.0.0.1");
    await once(occupant, "listening");
    const address = occupant.address();
    const port = address && typeof address === "object" ? String(address.port) : "";
    const kairos = launch({ PORT: port });
    expect(await once(kairos.process, "close")).toEqual([1, null]);
    expect(kairos.said()).toContain(
      `Port ${port} of 127.0.0.1 is in use by another program. Choose another with PORT.`,
    );
    expect(await databaseGone()).toBe(true);
    occupant.close();
  });

  test("says that the database cannot be reached", async () => {
    const kairos = launch({ DATABASE_URL: "postgres://nobody:secret@127.0.0.1:1/kairos", AUTH_SECRET: "s".repeat(32) });
    expect(await once(kairos.process, "close")).toEqual([1, null]);
    expect(kairos.said()).toContain("PostgreSQL at 127.0.0.1:1 does not let Kairos in");
    expect(kairos.said()).not.toContain("secret");
  });
});
