import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

// Each benchmark is a program that prints its table, and runs alone in a process of its own: none warms or slows the next.
// npm run bench -- slots   runs those whose name contains "slots".
const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".bench.ts") && wanted.every((part) => name.includes(part)))
  .sort();

const [processor] = cpus();
console.log(`${cpus().length} × ${processor?.model.trim()}, Node ${process.version}`);
for (const name of names) {
  console.log(`\n${name.replace(".bench.ts", "")}`);
  const { status } = spawnSync(process.execPath, ["--import", "tsx", join(import.meta.dirname, name)], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
if (names.length === 0) {
  console.error(`No benchmark is called ${wanted.join(" ")}.`);
  process.exitCode = 1;
}
