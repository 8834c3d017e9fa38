/**
 * Runs before every npm script, on whatever Node the machine has (20 or newer): brings node_modules in line with the
 * lock file when it is not, and with it the Node 24 that everything else runs on. Plain JavaScript, no dependencies.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lockFor } from "./lock.js";
import { run } from "./run.js";
import { fail, secondsSince, top } from "./terminal.js";

const installed = join(top, "node_modules/.package-lock.json");
const node = join(top, "node_modules/.bin/node");

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, libc?: string[], os?: string[], cpu?: string[] }} LockedPackage */

/** The packages of a lock file by their place. @returns {Record<string, LockedPackage>} */
function readPackages(/** @type {string} */ path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}

function isInstalled() {
  // npm writes its record last: after an install that was cut off there is none.
  if (!existsSync(installed) || !existsSync(node)) return false;
  const present = readPackages(installed);
  return Object.entries(readPackages(join(top, "package-lock.json"))).every(([place, wanted]) => {
    if (place === "" || !isForThisMachine(wanted)) return true;
    const found = present[place];
    return found?.version === wanted.version && found?.integrity === wanted.integrity;
  });
}

/** Of the optional packages npm takes those that are made for the machine, with what they alone depend on. */
function isForThisMachine(/** @type {LockedPackage} */ { optional, os, cpu, libc }) {
  if (!optional) return true;
  return !libc && os?.includes(process.platform) === true && cpu?.includes(process.arch) === true;
}

async function install(/** @type {{ handTo(pid: number): void }} */ lock) {
  const startedAt = Date.now();
  console.log("Installing the dependencies, about half a minute …");
  const options = ["ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  // Of the Node that runs npm, not of the one in node_modules, which is about to be replaced.
  const { npm_execpath: npm, npm_node_execpath: systemNode } = process.env;
  const [command, ...first] = npm?.endsWith(".js") ? [systemNode ?? process.execPath, npm] : ["npm"];
  const done = await run(command, [...first, ...options, "--loglevel=error"], lock);
  if (!done) fail("The dependencies are not installed; npm says why above. The next start tries again.");
  console.log(`Installed in ${secondsSince(startedAt)}.`);
}

function checkNode() {
  const { status, stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
  if (status === 0 && Number(stdout.slice(1).split(".")[0]) >= 24) return;
  fail(
    `Kairos runs on Node 24, and npm has none for ${process.platform}-${process.arch} that starts here. ` +
      "It is known to run on Linux with glibc and on macOS, x64 and arm64.",
  );
}

if (!isInstalled()) {
  const lock = await lockFor("install");
  if (!isInstalled()) await install(lock);
  lock.release();
  checkNode();
}
