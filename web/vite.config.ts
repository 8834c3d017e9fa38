import react from "@vitejs/plugin-react";
import { build, defaultClientConditions, defineConfig, type Plugin } from "vite";

const api = `http://localhost:${process.env["PORT"] ?? 3000}`;

/** The copy is English: the 33 other languages of react-aria's built-in strings stay out of the bundle. */
const englishOnly: Plugin = {
  name: "english-only",
  enforce: "pre",
  load: (id) => (/\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id) ? "export default {};" : null),
};

const target = ["chrome123", "edge123", "firefox125", "safari17.5"];

/** The script for other people's pages: one file whose name never changes, sharing nothing with the pages built here. */
const embedScript: Plugin = {
  name: "embed-script",
  async generateBundle() {
    this.emitFile({ type: "asset", fileName: "embed.js", source: await bundleEmbedScript() });
  },
  configureServer({ middlewares }) {
    middlewares.use("/embed.js", (_request, response, next) => {
      bundleEmbedScript().then((code) => response.setHeader("Content-Type", "text/javascript").end(code), next);
    });
    // As in production, where the page's address has no ending.
    middlewares.use((request, _response, next) => {
      request.url = request.url?.replace(/^\/embed-demo(?=$|\?)/, "/embed-demo.html");
      next();
    });
  },
};

async function bundleEmbedScript(): Promise<string> {
  const output = { format: "iife", entryFileNames: "embed.js" } as const;
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    publicDir: false,
    logLevel: "warn",
    build: { write: false, target, rolldownOptions: { input: `${import.meta.dirname}/src/embed/main.ts`, output } },
  });
  const chunk = "output" in built ? built.output[0] : undefined;
  if (!chunk) throw new Error("The build of embed.js gave no file.");
  return chunk.code;
}

// The tool reads its configuration from the default export.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [englishOnly, react(), embedScript],
  // rxjs keeps its modern build behind a condition of its own.
  resolve: { conditions: ["es2015", ...defaultClientConditions] },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target,
    sourcemap: true,
    // All of these browsers preload modules by themselves.
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index.html", "embed-demo.html"].map((page) => `${import.meta.dirname}/${page}`) },
  },
  server: {
    proxy: {
      "/graphql": { target: api, ws: true },
      "/api": { target: api },
    },
  },
});
