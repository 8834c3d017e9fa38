import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StartError } from "../start-error.ts";
import { childEnvironment } from "./account.ts";

/** A server that runs on a data directory, as its postmaster.pid tells it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: "starting" | "ready" | "stopping";
}

export const pollMilliseconds = 15;

/** The running server of a data directory. A lock file that would keep a new server from starting is cleared away. */
export function findPostmaster(dataDirectory: string): Postmaster | undefined {
  const path = join(dataDirectory, "postmaster.pid");
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  const [pid = "", , , port = "", , , , status = ""] = text.split("\n").map((line) => line.trim());
  // A server that starts writes the file in steps; an empty old one is what a full disk leaves behind.
  if (pid === "") return clearIf(path, ageMilliseconds(path) > 5_000);
  // After a crash or a restart of the machine the number may belong to anybody, and PostgreSQL would then refuse to start.
  if (!isPostmaster(Number(pid), dataDirectory)) return clearIf(path, readIfThere(path) === text);
  return { pid: Number(pid), port: Number(port), status: parseStatus(status) };
}

/** Ends a server and waits until it is gone: fast shutdown first, an immediate one after ten seconds. */
export async function stopPostmaster(pid: number, dataDirectory: string): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 2_000],
  ] as const) {
    if (!isPostmaster(pid, dataDirectory)) return;
    process.kill(pid, signal);
    if (await waitUntil(() => !isPostmaster(pid, dataDirectory), patience)) return;
  }
  throw new StartError(
    `PostgreSQL (process ${pid}, ${dataDirectory}) does not stop. End that process and start again.`,
  );
}

/** Polls until the condition holds. @returns false when the time is over first. */
export async function waitUntil(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await pause(pollMilliseconds);
  }
  return true;
}

function parseStatus(status: string): Postmaster["status"] {
  return status === "ready" || status === "stopping" ? status : "starting";
}

/** The command line names the data directory, because we put it there; a number alone proves nothing. */
function isPostmaster(pid: number, dataDirectory: string): boolean {
  const words = readIfThere(`/proc/${pid}/cmdline`)?.split("\0");
  if (words) return words.includes(dataDirectory);
  if (process.platform === "linux") return false;
  try {
    const found = execFileSync("ps", ["-o", "args=", "-p", String(pid)], {
      encoding: "utf8",
      env: childEnvironment,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return found.includes(` ${dataDirectory} `);
  } catch {
    return false;
  }
}

function clearIf(path: string, stale: boolean): undefined {
  if (stale) rmSync(path, { force: true });
}

function ageMilliseconds(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
