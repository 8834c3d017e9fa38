import { createHash } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { top } from "./terminal.js";

/**
 * Waits until no other process of this clone does the same work, and keeps them waiting then.
 * A lock whose holder is gone is nobody's. @returns {Promise<() => void>} the function that gives the lock up
 */
export async function lockFor(/** @type {string} */ work) {
  const key = createHash("sha256").update(top).digest("hex").slice(0, 16);
  const path = join(tmpdir(), `kairos-${work}-${process.getuid?.() ?? 0}-${key}`);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    for (let told = false; !tryLink(draft, path); told = true) {
      if (!told) console.log(`Waiting for another Kairos of this clone to finish (${work}) …`);
      await pause(200);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  const unlock = () => rmSync(path, { force: true });
  process.once("exit", unlock);
  return unlock;
}

function tryLink(/** @type {string} */ draft, /** @type {string} */ path) {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    if (!isHeld(path)) rmSync(path, { force: true });
    return false;
  }
}

function isHeld(/** @type {string} */ path) {
  try {
    process.kill(Number(readFileSync(path, "utf8")), 0);
    return true;
  } catch {
    return false;
  }
}
