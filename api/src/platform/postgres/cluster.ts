import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { readOrCreateSecret } from "../secret-file.ts";
import { StartError } from "../start-error.ts";
import { type Account, canEnter, childEnvironment, findServerAccount, runAs } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";

/** A data directory with what is needed to run a server on it. */
export interface Cluster {
  readonly home: string;
  readonly dataDirectory: string;
  readonly password: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
}

export const superuser = "kairos";

/** Prepares the data directory: finds its place, the server's account and binaries, and makes the files on first use. */
export function prepareCluster(directory: string, onProgress: (message: string) => void): Cluster {
  if (process.platform === "win32") {
    throw new StartError("The embedded PostgreSQL runs on Linux and macOS. On Windows, set DATABASE_URL to a server.");
  }
  const usual = findServerAccount();
  makeDirectory(directory, usual);
  const password = readOrCreateSecret(join(directory, "password"));
  const home = choosePlace(realpathSync(directory), password, usual);
  const dataDirectory = join(home, "data");
  const account = usual && ownerOf(dataDirectory, usual);
  const binaries = findBinaries(join(home, "binaries"), account);
  if (!existsSync(join(dataDirectory, "PG_VERSION"))) {
    onProgress(`Creating the database in ${home}`);
    initialise({ home, dataDirectory, password, account, binaries });
  }
  const found = readFileSync(join(dataDirectory, "PG_VERSION"), "utf8").trim();
  if (found !== binaries.major) {
    throw new StartError(
      `The data in ${dataDirectory} was written by PostgreSQL ${found}, and this Kairos brings PostgreSQL ` +
        `${binaries.major}. Dump it with the former version, or move the directory away to start with an empty one.`,
    );
  }
  return { home, dataDirectory, password, account, binaries };
}

/**
 * The given directory, if the server's account can reach it. A clone below /root it cannot, and opening the parents
 * would show root's files to everybody: then a directory of the system, with a name that only this clone yields.
 */
function choosePlace(directory: string, password: string, account: Account | undefined): string {
  if (!account) return directory;
  const key = createHash("sha256").update(`${directory}\n${password}`).digest("hex").slice(0, 16);
  const elsewhere = join("/var/lib/kairos", key);
  const hasData = existsSync(join(directory, "data"));
  if (canEnter(directory, account) && (hasData || !existsSync(elsewhere))) return directory;
  if (hasData) {
    throw new StartError(
      `The database in ${directory} cannot be reached by the account ${account.name}, which runs PostgreSQL for root. ` +
        "Let that account pass through the parent directories, or move the directory away to start with an empty one.",
    );
  }
  makeDirectory(elsewhere, account);
  return elsewhere;
}

/** PostgreSQL runs as the owner of its data: whoever that was at first, before root came or an account postgres was made. */
function ownerOf(dataDirectory: string, usual: Account): Account {
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  if (!owner || owner.uid === usual.uid) return usual;
  if (owner.uid !== 0) return { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  // A copy that root made.
  execFileSync("chown", ["-R", `${usual.uid}:${usual.gid}`, dataDirectory]);
  return usual;
}

function makeDirectory(directory: string, account: Account | undefined): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o755 });
    // The account passes through to its own folder; a strict umask would have kept it out.
    chmodSync(directory, account ? 0o711 : 0o700);
  } catch (error) {
    throw new StartError(
      `The data directory ${directory} cannot be written by this user (${error instanceof Error ? error.message : error}). ` +
        "Start Kairos as the user who owns it, or set KAIROS_DATA_DIR to another directory.",
    );
  }
}

/** Runs initdb beside the place and renames: a data directory is there whole or not at all, whoever is killed meanwhile. */
function initialise(cluster: Cluster): void {
  const draft = mkdtempSync(join(cluster.home, "draft-"));
  const dataDirectory = join(draft, "data");
  const passwordFile = join(draft, "password");
  try {
    mkdirSync(dataDirectory, { mode: 0o700 });
    writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
    for (const path of [draft, dataDirectory, passwordFile]) giveTo(path, cluster.account);
    runInitdb(cluster, dataDirectory, passwordFile);
    renameSync(dataDirectory, cluster.dataDirectory);
  } catch (error) {
    // A process that started at the same moment was quicker: its directory serves us too.
    if (!existsSync(join(cluster.dataDirectory, "PG_VERSION"))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb({ binaries, account }: Cluster, dataDirectory: string, passwordFile: string): void {
  const options = [
    `--pgdata=${dataDirectory}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    // The builtin provider sorts and folds alike on every machine and needs no locale of the system.
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  try {
    execFileSync(binaries.initdb, options, {
      ...runAs(account),
      cwd: "/",
      env: childEnvironment,
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
      timeout: 60_000,
    });
  } catch (error) {
    throw new StartError(
      `PostgreSQL could not create its data directory. ${error instanceof Error ? error.message : error}`,
    );
  }
}

function giveTo(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}
