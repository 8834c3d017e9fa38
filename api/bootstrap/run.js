import { spawn } from "node:child_process";
import { once } from "node:events";
import { top } from "./terminal.js";

/**
 * Runs a program to its end, under a lock. It ends with us: a half-done install that goes on unseen would be in the way
 * of the next one. npm passes a signal to its shell alone, so the loss of the parent counts as one.
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function run(
  /** @type {string} */ command,
  /** @type {readonly string[]} */ options,
  /** @type {{ handTo(pid: number): void }} */ lock,
) {
  const child = spawn(command, options, { cwd: top, stdio: "inherit" });
  if (child.pid) lock.handTo(child.pid);
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    child.kill("SIGTERM");
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, interrupt);
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && interrupt(), 200);
  try {
    const [code] = await once(child, "exit");
    return code === 0 && !interrupted;
  } catch (error) {
    console.error(`${command}: ${error instanceof Error ? error.message : error}`);
    return false;
  } finally {
    clearInterval(watch);
  }
}
