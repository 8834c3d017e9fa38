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
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
});
