import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { StartError } from "./start-error.ts";

/**
 * Reads the secret kept in a file, or makes one that only our account can read.
 * Processes that start at the same moment agree on one: the file appears whole or not at all.
 */
export function readOrCreateSecret(path: string): string {
  const known = readSecret(path);
  if (known !== undefined) return known;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (readSecret(path) === undefined) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const made = readSecret(path);
  if (made === undefined) throw new StartError(`${path} is gone again: it was removed while Kairos started.`);
  return made;
}

function readSecret(path: string): string | undefined {
  try {
    const secret = readFileSync(path, "utf8").trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  throw new StartError(
    `${path} should hold a secret of at least 32 characters. Remove the file to have a new one made.`,
  );
}
