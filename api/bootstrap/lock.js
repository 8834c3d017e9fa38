import { createHash } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { top } from "./terminal.js";

/**
 * Waits until no other process of this clone does the same work, and keeps them waiting then, until this process has
 * ended and so has the one that it handed the work to. A lock whose holders are gone is nobody's.
 * @returns {Promise<{ handTo(pid: number): void, release(): void }>}
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
  return {
    handTo: (pid) => writeFileSync(path, `${process.pid} ${pid}`),
    release: () => rmSync(path, { force: true }),
  };
}

function tryLink(/** @type {string} */ draft, /** @type {string} */ path) {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    if (isHeld(path)) return false;
    rmSync(path, { force: true });
    return tryLink(draft, path);
  }
}

function isHeld(/** @type {string} */ path) {
  try {
    return readFileSync(path, "utf8").split(" ").some(isAlive);
  } catch {
    return false;
  }
}

function isAlive(/** @type {string} */ pid) {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}
