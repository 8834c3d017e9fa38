import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withServer } from "../../../test/database.ts";
import { type EmbeddedPostgres, findFreePort, startEmbeddedPostgres } from "./embedded.ts";
import { findPostmaster, waitUntil } from "./postmaster.ts";

let directory: string;
const open = new Set<EmbeddedPostgres>();
const holders = new Set<ChildProcess>();

// Most tests are about a database that exists: each takes a copy of this one, which is quicker than making it anew.
const pristine = mkdtempSync(join(tmpdir(), "kairos-pristine-"));
beforeAll(async () => {
  await (await startEmbeddedPostgres({ directory: pristine })).stop();
});
afterAll(() => rmSync(pristine, { recursive: true }));

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "kairos-embedded-"));
  execFileSync("cp", ["-a", `${pristine}/.`, directory]);
});
afterEach(async () => {
  for (const holder of holders) holder.kill("SIGKILL");
  for (const server of open) await server.stop();
  await waitUntil(() => findPostmaster(dataOf(directory)) === undefined, 10_000);
  rmSync(directory, { recursive: true });
  holders.clear();
  open.clear();
});

async function start(options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ directory, ...options });
  open.add(server);
  return server;
}

/** Another process that uses the server. @returns the address it was given. */
async function startHolder(): Promise<{ process: ChildProcess; url: string }> {
  const script = resolve(import.meta.dirname, "../../../test/hold-postgres.ts");
  const holder = spawn(process.execPath, ["--import", "tsx", script, directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  holders.add(holder);
  const [line] = await once(holder.stdout, "data");
  return { process: holder, url: String(line).trim() };
}

function empty(): void {
  rmSync(directory, { recursive: true });
  mkdirSync(directory);
}

const dataOf = (home: string) => join(home, "data");
const query = async (url: string, text: string) => (await withServer(url, (client) => client.query(text))).rows;
const portOf = (url: string) => Number(new URL(url).port);
const postmaster = () => {
  const found = findPostmaster(dataOf(directory));
  if (!found) throw new Error("No server runs.");
  return found;
};
const gone = () => waitUntil(() => findPostmaster(dataOf(directory)) === undefined, 10_000);

describe("a server", () => {
  test("keeps what was written, from one start to the next", async () => {
    const first = await start();
    await query(first.url, "create table note as select 'kept' as text");
    await first.stop();
    expect(findPostmaster(dataOf(directory))).toBeUndefined();
    const second = await start();
    expect(await query(second.url, "select text from note")).toEqual([{ text: "kept" }]);
  });

  test("syncs to disk, speaks UTF-8 and UTC, and knows btree_gist", async () => {
    const { url } = await start();
    await query(url, "create extension btree_gist");
    const [row] = await query(
      url,
      "select current_setting('fsync') fsync, current_setting('server_encoding') encoding, current_setting('TimeZone') zone",
    );
    expect(row).toEqual({ fsync: "on", encoding: "UTF8", zone: "UTC" });
  });

  test("answers this machine alone, and nobody without the password", async () => {
    const { url } = await start();
    expect(await query(url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    const stranger = new URL(url);
    stranger.password = "guess";
    await expect(query(stranger.href, "select 1")).rejects.toThrow("password authentication failed");
  });

  test("lives beside another of another directory", async () => {
    const elsewhere = join(directory, "elsewhere");
    const [here, there] = [await start(), await start({ directory: elsewhere })];
    expect(portOf(here.url)).not.toBe(portOf(there.url));
    await query(here.url, "create table here (id int)");
    expect(await query(there.url, "select to_regclass('here') as found")).toEqual([{ found: null }]);
    await there.stop();
  });

  test("takes another port when somebody was quicker to the chosen one", async () => {
    const occupant = createServer().listen(0, "127.0.0.1");
    await once(occupant, "listening");
    const address = occupant.address();
    const busy = address && typeof address === "object" ? address.port : 0;
    const offered = [busy, busy];
    const { url } = await start({
      choosePort: async () => offered.pop() ?? findFreePort(),
    });
    expect(offered).toEqual([]);
    expect(portOf(url)).not.toBe(busy);
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
    occupant.close();
  });
});

describe("processes on one directory", () => {
  test("share one server, and the last one to stop ends it", async () => {
    const mine = await start();
    const { url, process: holder } = await startHolder();
    expect(url).toBe(mine.url);
    await mine.stop();
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
    holder.kill("SIGTERM");
    expect(await gone()).toBe(true);
  });

  test("may start at the same moment in an empty directory", async () => {
    empty();
    const holding = await Promise.all([startHolder(), startHolder(), startHolder(), startHolder()]);
    expect(new Set(holding.map(({ url }) => url)).size).toBe(1);
  });

  test.for(["SIGINT", "SIGTERM", "SIGKILL"] as const)("leave no server behind after %s", async (signal) => {
    const { process: holder } = await startHolder();
    holder.kill(signal);
    expect(await gone()).toBe(true);
  });
});

describe("after a crash", () => {
  test("of the server, the next start recovers what was committed", async () => {
    const { url, process: holder } = await startHolder();
    await query(url, "create table note as select 'kept' as text");
    process.kill(postmaster().pid, "SIGKILL");
    holder.kill("SIGKILL");
    const again = await start();
    expect(await query(again.url, "select text from note")).toEqual([{ text: "kept" }]);
  });

  test("of all but the server, the next start takes the orphan over", async () => {
    const { url, process: holder } = await startHolder();
    const orphan = postmaster().pid;
    process.kill(parentOf(orphan), "SIGKILL");
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect(postmaster().pid).toBe(orphan);
    const again = await start();
    expect(postmaster().pid).not.toBe(orphan);
    expect(await query(again.url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(again.url).not.toBe(url);
  });

  test("a lock file whose process number belongs to somebody else now is no obstacle", async () => {
    const first = await start();
    const lock = join(first.dataDirectory, "postmaster.pid");
    const left = readFileSync(lock, "utf8");
    await first.stop();
    writeFileSync(lock, left.replace(/^\d+/, String(process.pid)));
    const again = await start();
    expect(await query(again.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

describe("a start that cannot succeed", () => {
  test("says that the data is of another PostgreSQL, and what to do", async () => {
    writeFileSync(join(dataOf(directory), "PG_VERSION"), "12\n");
    await expect(start()).rejects.toThrow(/was written by PostgreSQL 12, and this Kairos brings PostgreSQL 18/);
  });

  test("says that the directory cannot be written", async () => {
    writeFileSync(join(directory, "file"), "");
    await expect(start({ directory: join(directory, "file", "below") })).rejects.toThrow(
      /cannot be written by this user/,
    );
  });

  test("says that the password is not that of the data", async () => {
    await (await start()).stop();
    writeFileSync(join(directory, "password"), "p".repeat(43));
    await expect(start()).rejects.toThrow(/The password in .*password does not open the database beside it/);
  });

  test("tells PostgreSQL's own reason", async () => {
    await expect(start({ settings: { shared_buffers: "much" } })).rejects.toThrow(
      /did not start .*invalid value for parameter "shared_buffers"/s,
    );
  });
});

describe.runIf(process.getuid?.() === 0)("for root", () => {
  test("the data lies where the server's account can reach it when the clone is closed to it", async () => {
    const closed = join(directory, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const first = await start({ directory: join(closed, "data") });
    expect(first.dataDirectory).toMatch(/^\/var\/lib\/kairos\/[0-9a-f]{16}\/data$/);
    await query(first.url, "create table note as select 'kept' as text");
    await first.stop();
    const second = await start({ directory: join(closed, "data") });
    expect(await query(second.url, "select text from note")).toEqual([{ text: "kept" }]);
    await second.stop();
    rmSync(resolve(second.dataDirectory, ".."), { recursive: true });
  });

  test.for([0, 65534])("data that belongs to account %i serves again", async (uid) => {
    const first = await start();
    await query(first.url, "create table note as select 'kept' as text");
    await first.stop();
    execFileSync("chown", ["-R", `${uid}:${uid}`, first.dataDirectory]);
    const second = await start();
    expect(await query(second.url, "select text from note")).toEqual([{ text: "kept" }]);
  });
});

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}
