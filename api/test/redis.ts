import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { findFreePort } from "../src/platform/postgres/embedded.ts";

const given = process.env.TEST_REDIS_URL;

/** Whether tests can have a Redis: TEST_REDIS_URL names one, or `redis-server` is on the PATH. */
export const hasRedis = given !== undefined || spawnSync("redis-server", ["--version"]).status === 0;

/** For the name of what is skipped without one. */
export const redisNote = hasRedis ? "" : " (skipped: no redis-server on the PATH, and TEST_REDIS_URL is not set)";

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<TestRedis> {
  if (given) return { url: given, stop: async () => undefined };
  return startOwnRedis(await findFreePort());
}

/** A server of its own, in memory alone. */
export async function startOwnRedis(port: number): Promise<TestRedis> {
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const server = spawn("redis-server", options, { stdio: ["ignore", "pipe", "inherit"] });
  await saysReady(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
    },
  };
}

function saysReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`redis-server ended with ${code}.`)));
    server.stdout?.on("data", (text) => String(text).includes("Ready to accept connections") && resolve());
  });
}
