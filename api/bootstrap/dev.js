/** The API, started again at each change of its sources, and the pages with hot reload, as one command. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { top } from "./terminal.js";

const bin = (/** @type {string} */ name) => join(top, "node_modules/.bin", name);
const pages = "http://localhost:5173";
// Both sides read PORT: the API listens there and Vite sends requests on. Links lead to the pages that reload.
const env = { ...process.env, PORT: process.env.PORT || "4000", PUBLIC_URL: process.env.PUBLIC_URL || pages };

const children = [
  spawn(bin("tsx"), ["watch", "--clear-screen=false", "api/src/main.ts"], { cwd: top, env, stdio: "inherit" }),
  spawn(bin("vite"), ["--config", "web/vite.config.ts", "--port", "5173", "--strictPort", "--clearScreen", "false"], {
    cwd: top,
    env,
    stdio: "inherit",
  }),
];

/** One of the two is of no use alone. Once, for tsx takes a second signal for impatience and kills. */
function endAll(/** @type {NodeJS.Signals} */ signal) {
  for (const child of children) if (!child.killed && child.exitCode === null) child.kill(signal);
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => endAll(signal));
for (const child of children) {
  child.on("exit", (code) => {
    process.exitCode ||= code ?? 1;
    endAll("SIGTERM");
  });
}
