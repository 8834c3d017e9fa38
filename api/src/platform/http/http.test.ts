import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startThrowawayServer, type ThrowawayServer } from "../../../test/throwaway-server.ts";
import { serve } from "./serve.ts";
import { serveWebApp } from "./web-app.ts";

let directory: string;
let server: ThrowawayServer;
const script = `console.log(${JSON.stringify("kairos ".repeat(200))});`;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "kairos-web-"));
  await mkdir(join(directory, "assets"));
  await writeFile(
    join(directory, "index.html"),
    "<!doctype html><html><head><title>Kairos</title></head><body></body></html>",
  );
  await writeFile(join(directory, "embed-demo.html"), "<!doctype html><html><head></head><body>demo</body></html>");
  await writeFile(join(directory, "embed.js"), script);
  await writeFile(join(directory, "assets/app-1a2b.js"), script);
  await writeFile(join(directory, "icon.svg"), "<svg/>");
  await writeFile(join(directory, "..", "kairos-outside.txt"), "outside");
  const webApp = await serveWebApp(directory);
  server = await startThrowawayServer({
    mount: (app) => {
      app.get("/api/broken", () => {
        throw new Error("password of the database: hunter2");
      });
      app.use(webApp);
    },
  });
});
afterAll(async () => {
  await server.http.stop();
  await rm(directory, { recursive: true });
  await rm(join(directory, "..", "kairos-outside.txt"));
});

/** A request as written, without what fetch would tidy up. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const asked = request({ port: server.http.port, path, headers, method }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(Buffer.from(chunk));
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
    });
    asked.on("error", reject).end();
  });
}

describe("the web app", () => {
  test.each(["/", "/maya-chen/intro", "/console", "/console/hours", "/sign-in/confirm?token=a.b.c"])(
    "%s is the one page, asked for every time, under a policy without unsafe parts",
    async (path) => {
      const { status, headers, body } = await ask(path);
      expect([status, headers["cache-control"]]).toEqual([200, "no-cache"]);
      const policy = String(headers["content-security-policy"]);
      expect(policy).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
      expect(policy).not.toContain("unsafe");
      const nonce = /nonce="([\w-]+)"/.exec(String(body))?.[1];
      expect(policy).toContain(`'nonce-${nonce}'`);
    },
  );

  test("every answer has a nonce of its own", async () => {
    expect(String((await ask("/")).body)).not.toBe(String((await ask("/")).body));
  });

  test("hashed files are compressed and kept for good, and not sent again", async () => {
    const { headers, body } = await ask("/assets/app-1a2b.js", { "accept-encoding": "gzip, br" });
    expect(headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "br",
      vary: "Accept-Encoding",
    });
    expect(String(headers["content-type"])).toContain("javascript");
    expect(String(brotliDecompressSync(body))).toBe(script);
    const again = await ask("/assets/app-1a2b.js", { "if-none-match": String(headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(String((await ask("/assets/app-1a2b.js", { "accept-encoding": "identity" })).body)).toBe(script);
  });

  test("the embedded booking page may be framed by every site, and wears its theme from the first byte", async () => {
    const { headers, body } = await ask("/embed/maya-chen/intro?theme=dark&accent=%22%3E");
    expect(headers).toMatchObject({
      "content-security-policy": expect.stringMatching(/script-src 'self';.*frame-ancestors \*$/),
      "cross-origin-resource-policy": "cross-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cache-control": "no-cache",
    });
    expect(headers).not.toHaveProperty("x-frame-options");
    expect(String(body)).toContain('<html data-embedded="inline" data-theme="dark"><head>');
    expect(String((await ask('/embed/maya-chen/intro?theme="><script>')).body)).toContain(
      '<html data-embedded="inline"><head>',
    );
  });

  test.each([
    ...["/", "/maya/intro", "/console", "/sign-in", "/manage/a.b", "/manage/token", "/embed", "/embed/maya"],
    ...["/embed/maya/intro/more", "/embed//maya", "/Embed/maya/intro", "/embed-demo", "/embed.js", "/api/embed/a/b"],
  ])("%s may not be framed", async (path) => {
    const { headers } = await ask(path);
    expect(headers).toMatchObject({
      "x-frame-options": "DENY",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    });
  });

  test("the script for other sites is theirs to load, and asked for again after minutes", async () => {
    const { status, headers } = await ask("/embed.js");
    expect([status, headers]).toMatchObject([
      200,
      {
        "access-control-allow-origin": "*",
        "cache-control": "public, max-age=300, stale-while-revalidate=86400",
        "cross-origin-resource-policy": "cross-origin",
      },
    ]);
    expect((await ask("/embed.js", { "if-none-match": String(headers.etag) })).status).toBe(304);
    const other = await ask("/icon.svg");
    expect(other.headers).toMatchObject({ "cross-origin-resource-policy": "same-origin" });
    expect(other.headers).not.toHaveProperty("access-control-allow-origin");
  });

  test("the page that shows embedding needs nothing inline, and holds frames of ours alone", async () => {
    const { status, headers, body } = await ask("/embed-demo");
    expect([status, String(body)]).toEqual([200, expect.stringContaining("demo")]);
    expect(headers["content-security-policy"]).toMatch(/script-src 'self'; style-src 'self'; .*frame-src 'self'/);
    expect((await ask("/embed-demo.html")).status).toBe(404);
  });

  test.each([
    "/assets/gone-1234.js",
    "/assets",
    "/api/nothing",
    "/favicon.ico",
    "/../kairos-outside.txt",
    "/assets/..%2f..%2fkairos-outside.txt",
    "/assets/%2e%2e/%2e%2e/kairos-outside.txt",
    "//etc/passwd.txt",
    "/icon.svg%00",
  ])("%s is not found, in words", async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(JSON.parse(String(body))).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });

  test("without a built app, the start fails and says what to do", async () => {
    await expect(serveWebApp(join(directory, "nothing"))).rejects.toThrow("npm run build");
  });
});

describe("every answer", () => {
  test("has the protecting headers and does not tell what serves it", async () => {
    for (const path of ["/", "/health", "/api/nothing", "/api/broken"]) {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "content-security-policy": expect.stringContaining("default-src 'none'"),
        "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(headers).not.toHaveProperty("x-powered-by");
    }
  });

  test("to an unexpected failure shows the id under which the log has it, and nothing else", async () => {
    const { status, headers, body } = await ask("/api/broken");
    expect(status).toBe(500);
    expect(String(body)).toContain(String(headers["x-request-id"]));
    expect(String(body)).not.toContain("hunter2");
    expect(
      server.log.filter((line) => line.includes("hunter2") && line.includes(String(headers["x-request-id"]))),
    ).toHaveLength(1);
  });

  test("to a path that cannot be decoded is a clear refusal", async () => {
    expect((await ask("/%E0%A4%A")).status).toBeLessThan(500);
    expect((await ask("/api/%E0%A4%A")).status).toBe(404);
  });
});

test("a port that is taken is named", async () => {
  const { http, live } = server;
  const second = serve({ app: () => undefined, live, host: "127.0.0.1", port: http.port });
  await expect(second).rejects.toThrow(`Port ${http.port} of 127.0.0.1 is in use`);
});

test("stopping lets a running request finish and refuses new ones", async () => {
  const release = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const stopping = await startThrowawayServer({
    mount: (app) =>
      app.get("/api/slow", async (_request, response) => {
        begun.resolve();
        await release.promise;
        response.json({ done: true });
      }),
  });
  const slow = fetch(`${stopping.url}/api/slow`);
  await begun.promise;
  const stopped = stopping.http.stop();
  const refused = new Promise((resolve) =>
    connect(stopping.http.port, "127.0.0.1").on("error", () => resolve("refused")),
  );
  expect(await refused).toBe("refused");
  release.resolve();
  expect(await (await slow).json()).toEqual({ done: true });
  await stopped;
});
