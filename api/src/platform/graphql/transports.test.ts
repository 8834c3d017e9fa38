import { getIntrospectionQuery } from "graphql";
import { type Client, createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startThrowawayServer, type ThrowawayServer } from "../../../test/throwaway-server.ts";

interface Answer {
  data?: unknown;
  errors?: Array<{ message: string; extensions: Record<string, unknown>; path?: unknown }>;
}

let server: ThrowawayServer;
let client: Client;

beforeAll(async () => {
  server = await startThrowawayServer();
  client = createClient({ url: server.webSocketUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
});
afterAll(async () => {
  await client.dispose();
  await server.http.stop();
});

async function overHttp(query: string, variables?: Record<string, unknown>): Promise<Answer> {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return JSON.parse(await response.text());
}

async function overWebSocket(query: string, variables?: Record<string, unknown>): Promise<Answer> {
  try {
    for await (const result of client.iterate({ query, variables: variables ?? null }))
      return JSON.parse(JSON.stringify(result));
    return {};
  } catch (errors) {
    return JSON.parse(JSON.stringify({ errors }));
  }
}

const nested = (depth: number): string => `{ tree ${"{ child ".repeat(depth)} { size } ${"}".repeat(depth)} }`;
const exploding = (levels: number): string =>
  `{ tree { ...F0 } } ${Array.from({ length: levels }, (_, at) => `fragment F${at} on Tree { a: child { ...F${at + 1} } b: child { ...F${at + 1} } }`).join(" ")} fragment F${levels} on Tree { size }`;

describe.each([
  ["http", overHttp],
  ["websocket", overWebSocket],
] as const)("over %s", (_name, ask) => {
  test("a modest query is answered", async () => {
    expect(await ask(nested(8))).toEqual({ data: expect.objectContaining({ tree: expect.anything() }) });
  });

  test("the usual introspection query is answered", async () => {
    expect(await ask(getIntrospectionQuery())).toEqual({ data: { __schema: expect.anything() } });
  });

  test.each([
    ["depth", nested(30), "32 levels deep; at most 12"],
    [
      "depth behind fragments",
      `{ tree { ...A } } fragment A on Tree { child { child { child { child { ...B } } } } } fragment B on Tree { child { child { child { child { child { child { child { size } } } } } } } }`,
      "13 levels deep",
    ],
    ["aliases", `{ ${Array.from({ length: 31 }, (_, at) => `a${at}: whoAmI`).join(" ")} }`, "31 aliases; at most 30"],
    [
      "root fields",
      `{ ${Array.from({ length: 11 }, (_, at) => `a${at}: whoAmI`).join(" ")} }`,
      "11 root fields; at most 10",
    ],
    ["directives", `{ tree { size ${"@include(if: true) ".repeat(51)} } }`, "51 directives; at most 50"],
    ["tokens", `{ tree { ${"size ".repeat(3000)} } }`, "more that 2000 tokens"],
    ["exploding fragments", exploding(8), "510 aliases"],
  ])("%s beyond the limit are refused", async (_what, query, message) => {
    const { errors = [], data } = await ask(query);
    expect(data).toBeUndefined();
    expect(errors.map((error) => error.message).join("\n")).toContain(message);
    expect(errors[0]?.extensions.code).toMatch(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/);
  });

  test("fragments in a circle are an ordinary validation error", async () => {
    const { errors = [] } = await ask(
      "{ tree { ...A } } fragment A on Tree { child { ...B } } fragment B on Tree { child { ...A } }",
    );
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining("Cannot spread fragment"),
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
  });

  test("nested lists cost the product of their lengths", async () => {
    const query = "query ($first: Int!) { trees(first: $first) { leaves { leaves { size } } } }";
    expect((await ask(query, { first: 100 })).errors).toBeUndefined();
    expect((await ask(query, { first: 1000 })).errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COSTLY" } }]);
  });

  test("a wrong variable keeps its clear text", async () => {
    const { errors } = await ask("query ($at: DateTime!) { echo(at: $at) }", { at: "2026-02-30T00:00:00Z" });
    expect(errors).toMatchObject([
      { message: expect.stringContaining("is not a DateTime"), extensions: { code: "BAD_USER_INPUT" } },
    ]);
  });

  test("an expected failure carries its code and details", async () => {
    expect((await ask("{ refuse }")).errors).toMatchObject([
      { message: expect.stringContaining("has begun"), extensions: { code: "TOO_LATE", until: "then" } },
    ]);
  });

  test("an unexpected failure shows a request id, and the log has the cause under it, once", async () => {
    server.log.length = 0;
    const { errors = [] } = await ask("{ crash }");
    expect(errors).toMatchObject([{ extensions: { code: "INTERNAL" }, path: ["crash"] }]);
    expect(JSON.stringify(errors)).not.toContain("hunter2");
    const lines = server.log.filter((line) => line.includes("hunter2"));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(String(errors[0]?.extensions.requestId));
  });
});

test("a batch is refused", async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([{ query: "{ whoAmI }" }, { query: "{ whoAmI }" }]),
  });
  expect(response.status).toBe(400);
});

test("a form post from another site is refused", async () => {
  const response = await fetch(`${server.url}/graphql?query={whoAmI}`, { headers: { "content-type": "text/plain" } });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("CSRF");
});

test("a body beyond the limit and one that is not JSON are clear errors", async () => {
  const post = (body: string) =>
    fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
  const large = await post(JSON.stringify({ query: "x".repeat(70_000) }));
  expect([large.status, await large.json()]).toMatchObject([
    413,
    { errors: [{ message: expect.stringContaining("at most 64 KB") }] },
  ]);
  const broken = await post("{");
  expect([broken.status, await broken.json()]).toMatchObject([
    400,
    { errors: [{ message: expect.stringContaining("not valid JSON") }] },
  ]);
});

test("a document of two thousand equal fields is refused or answered within a second", async () => {
  const before = performance.now();
  await overHttp(`{ tree { ${"size ".repeat(1900)} } }`);
  expect(performance.now() - before).toBeLessThan(1_000);
});
