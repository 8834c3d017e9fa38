import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const top = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root: top,
  resolve: {
    // Two builds of graphql in one process refuse each other's types; this is the one that Node loads.
    alias: [{ find: /^graphql$/, replacement: `${top}node_modules/graphql/index.js` }],
  },
  test: {
    include: ["api/**/*.test.ts", "web/**/*.test.{ts,tsx}"],
    globalSetup: ["api/test/global-setup.ts"],
    setupFiles: ["reflect-metadata"],
    // Much of the time goes into waiting for a database, a browser or another process: on two cores, one worker took
    // 460 s for everything and two took 280 s.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
});
