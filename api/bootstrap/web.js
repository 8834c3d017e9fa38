/** Builds the web app into web/dist, unless the last build was of the very same sources. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockFor } from "./lock.js";
import { run } from "./run.js";
import { fail, secondsSince, top } from "./terminal.js";

const web = join(top, "web");
const dist = join(web, "dist");
const stamp = join(dist, ".sources");

/** One hash over the names and contents of what a build reads. */
function hashSources() {
  const files = readdirSync(web, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[a-z0-9]+$/.test(name) && !/^dist|\.test\.tsx?$|\.graphql$/.test(name))
    .sort()
    .map((name) => join(web, name));
  const hash = createHash("sha256");
  for (const file of [...files, join(top, "package-lock.json"), join(top, "tsconfig.json")]) {
    hash.update(`${file.slice(top.length)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function isBuilt(/** @type {string} */ hash) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** Builds beside the place and renames, so that a running Kairos never serves half a build. */
async function build(/** @type {string} */ hash, /** @type {{ handTo(pid: number): void }} */ lock) {
  const startedAt = Date.now();
  console.log("Building the web app …");
  const draft = join(top, "node_modules/.cache/kairos-web");
  // By its path: the shell of the npm script may still remember the system's node.
  const node = join(top, "node_modules/.bin/node");
  const vite = join(top, "node_modules/vite/bin/vite.js");
  const options = ["--config", join(web, "vite.config.ts"), "--outDir", draft, "--emptyOutDir", "--logLevel", "warn"];
  const done = await run(node, [vite, "build", ...options], lock);
  if (!done) fail("The web app could not be built; the reason stands above.");
  writeFileSync(join(draft, ".sources"), hash);
  rmSync(dist, { recursive: true, force: true });
  renameSync(draft, dist);
  console.log(`Built in ${secondsSince(startedAt)}.`);
}

if (!isBuilt(hashSources())) {
  const lock = await lockFor("build");
  const hash = hashSources();
  if (!isBuilt(hash)) await build(hash, lock);
  lock.release();
}
