import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig, type Plugin } from "vite";

const api = `http://localhost:${process.env["PORT"] ?? 3000}`;

/** The copy is English: the 33 other languages of react-aria's built-in strings stay out of the bundle. */
const englishOnly: Plugin = {
  name: "english-only",
  enforce: "pre",
  load: (id) => (/\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id) ? "export default {};" : null),
};

// The tool reads its configuration from the default export.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [englishOnly, react()],
  // rxjs keeps its modern build behind a condition of its own.
  resolve: { conditions: ["es2015", ...defaultClientConditions] },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: ["chrome123", "edge123", "firefox125", "safari17.5"],
    sourcemap: true,
  },
  server: {
    proxy: {
      "/graphql": { target: api, ws: true },
      "/api": { target: api },
    },
  },
});
