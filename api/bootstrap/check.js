/** Everything that can be said about the code without running it. All checks run, then those that failed are named. */
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { fail, secondsSince, top } from "./terminal.js";

/** @type {readonly (readonly [string, string])[]} */
const checks = [
  ["types", "tsc --noEmit -p ."],
  ["format and lint", "biome check --error-on-warnings"],
  ["import rules", "vitest run --config .config/vitest.ts api/test/architecture.test.ts"],
  ["unused code", "knip --config .config/knip.json"],
  ["schema up to date", "npm run --silent schema -- --check"],
  ["generated code up to date", "npm run --silent codegen -- --check"],
];

const env = { ...process.env, PATH: `${join(top, "node_modules/.bin")}${delimiter}${process.env.PATH}` };

const failed = checks.filter(([name, command]) => {
  const startedAt = Date.now();
  const { status, stdout, stderr } = spawnSync(command, { cwd: top, env, shell: true, encoding: "utf8" });
  console.log(`${status === 0 ? "✓" : "✗"} ${name} (${secondsSince(startedAt)})`);
  if (status !== 0) console.log(`${stdout}${stderr}`);
  return status !== 0;
});

if (failed.length > 0) fail(`Failed: ${failed.map(([name]) => name).join(", ")}.`);
