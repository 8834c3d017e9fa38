import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync, readdirSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Account, childEnvironment, runAs } from "./account.ts";

/**
 * A named pipe counts who uses a server: each of our processes holds it open for writing, and the keeper beside the server
 * reads it to its end. The kernel closes it for a process that ends in any way, kill -9 included, so that the server
 * stops when its last user is gone, and never before.
 */
export interface Lease {
  /** @returns true when nobody else uses the server, which is then about to stop. */
  release(): boolean;
}

const prefix = "kairos-lease-";

/** Where the lease of the server on a port lies. One for each launch, so that rivals do not take each other's. */
export function leasePath(dataDirectory: string, port: number): string {
  return join(dataDirectory, `${prefix}${port}`);
}

/** Makes the pipe for a server that is about to start, and removes those that nobody uses any more. */
export function createLease(dataDirectory: string, port: number, account: Account | undefined): Lease {
  for (const name of readdirSync(dataDirectory)) {
    const path = join(dataDirectory, name);
    if (!name.startsWith(prefix)) continue;
    const used = joinLease(path);
    if (used) used.release();
    else rmSync(path, { force: true });
  }
  const path = leasePath(dataDirectory, port);
  execFileSync("mkfifo", ["-m", "600", path], { ...runAs(account), cwd: "/", env: childEnvironment, stdio: "pipe" });
  // Opened for both ways, since opening it for writing alone would wait for the reader.
  return holdLease(path, openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
}

/** Joins the users of a running server. @returns undefined when nobody watches over it: it is an orphan. */
export function joinLease(path: string): Lease | undefined {
  try {
    return holdLease(path, openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
  } catch {
    return undefined;
  }
}

function holdLease(path: string, writer: number): Lease {
  let last: boolean | undefined;
  return {
    release() {
      last ??= closeAndAsk(path, writer);
      return last;
    },
  };
}

/** A reader of a pipe sees its end when no writer is left, and "try again" as long as there is one. */
function closeAndAsk(path: string, writer: number): boolean {
  let reader: number | undefined;
  try {
    reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    // The server ended by itself and the keeper tidied up.
  }
  closeSync(writer);
  if (reader === undefined) return true;
  try {
    return readSync(reader, Buffer.alloc(1)) === 0;
  } catch {
    return false;
  } finally {
    closeSync(reader);
  }
}
