import { execFileSync, spawnSync } from "node:child_process";
import { StartError } from "../start-error.ts";

/** The account a child process runs under. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Children inherit nothing of ours: the server answers the same in every shell, locale and zone. */
export const childEnvironment = { PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C", TZ: "UTC" };

/**
 * PostgreSQL refuses to run as root, so root lends it another account.
 * @returns undefined when we are not root: the server then runs as we do.
 */
export function findServerAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const uid = lookUp("-u", name);
    const gid = lookUp("-g", name);
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new StartError(
    "PostgreSQL does not run as root, and this machine has neither a postgres nor a nobody account. " +
      "Start Kairos as another user, or set DATABASE_URL to a PostgreSQL server of your own.",
  );
}

/** The part of spawn's options that makes a child run as the account. */
export function runAs(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Whether the account can pass through every parent of a directory and read it. Asked by trying: modes alone do not say. */
export function canEnter(directory: string, account: Account | undefined): boolean {
  const child = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], {
    ...runAs(account),
    cwd: "/",
    env: childEnvironment,
    stdio: "ignore",
  });
  return child.status === 0;
}

function lookUp(what: "-u" | "-g", name: string): number | undefined {
  try {
    return Number(execFileSync("id", [what, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return undefined;
  }
}
