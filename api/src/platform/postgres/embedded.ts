import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { Client, DatabaseError } from "pg";
import { StartError } from "../start-error.ts";
import { type Cluster, prepareCluster, superuser } from "./cluster.ts";
import { keepRunning } from "./keep-running.ts";
import { launchServer } from "./launch.ts";
import { joinLease, type Lease, leasePath } from "./lease.ts";
import { findPostmaster, stopPostmaster, waitUntil } from "./postmaster.ts";

export interface EmbeddedPostgresOptions {
  /** Where the database lives; made when it is not there. */
  readonly directory: string;
  /** The name of the database; made when it is not there. */
  readonly database?: string;
  /** Server settings, for a server that this call starts. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly choosePort?: () => Promise<number>;
  readonly onProgress?: (message: string) => void;
  /** With it, a server that ends though it is needed is started again; called when that is given up. */
  readonly onLost?: (error: unknown) => void;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Where the data really lies: elsewhere than asked for when only root can reach that place. */
  readonly dataDirectory: string;
  /** Gives the server up. It stops, and this waits for it, unless another process of ours still uses it. */
  stop(): Promise<void>;
}

/** Recovery after a crash reads at most a gigabyte of log; a minute and a half is far beyond what that takes. */
const patienceMilliseconds = 90_000;
/** Whoever waits for an answer meanwhile gets none. */
const restartMilliseconds = 30_000;

/**
 * Starts the PostgreSQL that npm brought, or joins the one that another process of ours runs on the same directory.
 * The server listens on 127.0.0.1 alone, with a password kept beside the data, and stops when its last user ends.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { database = "kairos", choosePort = findFreePort, settings = {}, onProgress = () => undefined } = options;
  const cluster = prepareCluster(options.directory, onProgress);
  let running = await joinOrLaunch(cluster, { choosePort, settings, patience: patienceMilliseconds });
  const { port } = running;
  const url = (name: string) => `postgres://${superuser}:${cluster.password}@127.0.0.1:${port}/${name}`;
  let stopped: Promise<void> | undefined;
  const { onLost } = options;
  const kept =
    onLost &&
    keepRunning({
      isRunning: () => findPostmaster(cluster.dataDirectory)?.pid === running.pid,
      restart: async () => {
        running = await startAgain(cluster, running, settings);
      },
      onRestarted: () => onProgress("PostgreSQL had ended and was started again."),
      onLost,
      log: `${cluster.home}/log`,
    });
  const giveUp = async () => {
    await kept?.stop();
    if (running.lease.release()) await waitForEnd(cluster, port);
  };
  const stop = () => {
    stopped ??= giveUp();
    return stopped;
  };
  try {
    await createDatabase(url("postgres"), database);
  } catch (error) {
    await stop();
    if (!(error instanceof DatabaseError && error.code === "28P01")) throw error;
    const file = `${options.directory}/password`;
    throw new StartError(`The password in ${file} does not open the database beside it. Put the former file back.`);
  }
  return { url: url(database), dataDirectory: cluster.dataDirectory, stop };
}

/** A port that was free a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly lease: Lease;
}

interface Launching {
  readonly choosePort: () => Promise<number>;
  readonly settings: Readonly<Record<string, string>>;
  readonly patience: number;
}

async function joinOrLaunch(cluster: Cluster, { choosePort, settings, patience }: Launching): Promise<RunningServer> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (findPostmaster(cluster.dataDirectory)) {
      const server = await join(cluster, deadline);
      if (server) return server;
    } else {
      const port = await choosePort();
      const launched = await launchServer({ cluster, port, settings, deadline });
      if (launched) return { port, ...launched };
    }
  }
  throw new StartError(`PostgreSQL did not get ready within ${patience / 1000} s. Its log is ${cluster.home}/log.`);
}

/** The same server on the same port, where everybody looks for it; started by us or by another process of ours. */
async function startAgain(
  cluster: Cluster,
  { port, lease }: RunningServer,
  settings: Readonly<Record<string, string>>,
): Promise<RunningServer> {
  const path = leasePath(cluster.dataDirectory, port);
  // The keeper of the one that ended still tidies up, and its lease has the name of the new one.
  await waitUntil(() => !existsSync(path) || findPostmaster(cluster.dataDirectory) !== undefined, 10_000);
  const choosePort = () => Promise.resolve(port);
  const again = await joinOrLaunch(cluster, { choosePort, settings, patience: restartMilliseconds });
  lease.release();
  if (again.port !== port) throw new StartError(`PostgreSQL was started again on another port, ${again.port}.`);
  return again;
}

/** Joins a server once it is ready. @returns undefined when it went away, or was an orphan that is stopped now. */
async function join(cluster: Cluster, deadline: number): Promise<RunningServer | undefined> {
  let lease: Lease | undefined;
  let found = findPostmaster(cluster.dataDirectory);
  const settled = () => {
    found = findPostmaster(cluster.dataDirectory);
    if (found?.port) lease ??= joinLease(leasePath(cluster.dataDirectory, found.port));
    return found?.status !== "starting" && found?.status !== "stopping";
  };
  await waitUntil(settled, deadline - Date.now());
  if (found && lease) return { pid: found.pid, port: found.port, lease };
  lease?.release();
  if (found) await stopPostmaster(found.pid, cluster.dataDirectory);
  return undefined;
}

async function waitForEnd({ dataDirectory }: Cluster, port: number): Promise<void> {
  const running = () => {
    const found = findPostmaster(dataDirectory);
    return found?.port === port ? found.pid : undefined;
  };
  if (await waitUntil(() => running() === undefined, 10_000)) return;
  const pid = running();
  if (pid !== undefined) await stopPostmaster(pid, dataDirectory);
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const known = await client.query("select from pg_database where datname = $1", [name]);
    if (known.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // Another process that started at the same moment made it first (duplicate database, or its name in the catalogue).
    if (!(error instanceof DatabaseError && (error.code === "42P04" || error.code === "23505"))) throw error;
  } finally {
    await client.end();
  }
}
