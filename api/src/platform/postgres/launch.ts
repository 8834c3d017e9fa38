import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StartError } from "../start-error.ts";
import { childEnvironment, runAs } from "./account.ts";
import type { Cluster } from "./cluster.ts";
import { createLease, type Lease, leasePath } from "./lease.ts";
import { findPostmaster, pollMilliseconds } from "./postmaster.ts";

interface Launch {
  readonly cluster: Cluster;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly deadline: number;
}

/**
 * The keeper: runs the server, and ends it by a fast shutdown when the lease has no holder any more.
 * In a session of its own, for Ctrl-C goes to the whole group, and the application must finish before its database does.
 */
const keeper = `
lease=$1; shift
"$@" & server=$!
{ read -r line < "$lease"; rm -f "$lease"; kill -INT $server; } & watch=$!
trap 'kill -INT $server' INT TERM HUP
while kill -0 $server 2>/dev/null; do wait $server; done
kill $watch 2>/dev/null
rm -f "$lease"
`;

/** What is over soon, or another process of ours; the last is said while parts of a server that crashed still end. */
const meanwhile =
  /could not bind|Address already in use|lock file ".*" already exists|pre-existing shared memory block/;

/** Starts a server and waits until it is ready. @returns undefined when the port or the directory was taken meanwhile. */
export async function launchServer(launch: Launch): Promise<{ pid: number; lease: Lease } | undefined> {
  const { cluster, port, deadline } = launch;
  const lease = createLease(cluster.dataDirectory, port, cluster.account);
  const log = openLog(join(cluster.home, "log"));
  let failure: Error | undefined;
  const child = spawnKeeper(launch, log.descriptor).once("error", (error) => {
    failure = error;
  });
  closeSync(log.descriptor);
  while (!failure && child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const found = findPostmaster(cluster.dataDirectory);
    if (found?.status === "ready" && found.port === port) return { pid: found.pid, lease };
    await pause(pollMilliseconds);
  }
  lease.release();
  const said = log.read();
  if (!failure && meanwhile.test(said)) return undefined;
  const reason = failure?.message ?? (said || "It wrote nothing to its log.");
  throw new StartError(`PostgreSQL did not start in ${cluster.dataDirectory}. ${reason.trim()}`);
}

function spawnKeeper({ cluster, port, settings }: Launch, log: number): ChildProcess {
  const { binaries, dataDirectory, account } = cluster;
  const fixed = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  const child = spawn(
    "/bin/sh",
    [
      "-c",
      keeper,
      "kairos-postgres",
      leasePath(dataDirectory, port),
      binaries.postgres,
      "-D",
      dataDirectory,
      "-p",
      String(port),
      ...Object.entries(fixed).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { ...runAs(account), cwd: "/", env: childEnvironment, detached: true, stdio: ["ignore", log, log] },
  );
  child.unref();
  return child;
}

/** The server's log goes to a file that starts anew at a few megabytes. `read` gives what was written since it was opened. */
function openLog(path: string): { descriptor: number; read(): string } {
  const { O_APPEND, O_CREAT, O_TRUNC, O_WRONLY } = constants;
  const descriptor = openSync(path, O_APPEND | O_CREAT | O_WRONLY, 0o600);
  const size = fstatSync(descriptor).size;
  if (size > 5_000_000) closeSync(openSync(path, O_TRUNC | O_WRONLY));
  const start = size > 5_000_000 ? 0 : size;
  return { descriptor, read: () => readFileSync(path).subarray(start).toString("utf8") };
}
