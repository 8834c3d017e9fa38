import { type Client, createClient } from "graphql-ws";
import { expect, vi } from "vitest";
import { WebSocket } from "ws";
import type { Config } from "../src/config.ts";
import { type Context, createContext } from "../src/context.ts";
import type { Coach } from "../src/entities/index.ts";
import type { Clock } from "../src/platform/clock.ts";
import { serve } from "../src/platform/http/serve.ts";
import { findFreePort } from "../src/platform/postgres/embedded.ts";

export const testConfig: Config = {
  role: "both",
  host: "127.0.0.1",
  port: 0,
  publicUrl: undefined,
  trustProxy: 0,
  dataDirectory: "/nowhere",
  databaseUrl: undefined,
  mongodbUrl: undefined,
  redisUrl: undefined,
  authSecret: "a secret of the tests, long enough",
  logLevel: "error",
  production: false,
};

type Json = Record<string, unknown>;

/** Kairos as it runs, on a real port over a given database, with the demo practice in it. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly context: Context;
  /** The demo coach. */
  readonly coach: Coach;
  /** Signs the coach in by a link; gives the cookie header. */
  signIn(): Promise<string>;
  /** One operation over HTTP; throws when the answer has errors. */
  query<Data = Json>(document: string, variables?: Json, cookie?: string): Promise<Data>;
  /** The whole answer, errors included. */
  send(body: Json, headers?: Record<string, string>): Promise<{ status: number; body: Json }>;
  subscribe<Event = Json>(document: string, variables?: Json, cookie?: string): TestSubscription<Event>;
  stop(): Promise<void>;
}

/** A subscription over a websocket of its own; what it heard, in order. */
export interface TestSubscription<Event = Json> {
  readonly events: Event[];
  /** Resolves when what was heard satisfies the condition. */
  until(condition: (events: readonly Event[]) => boolean): Promise<void>;
  close(): Promise<void>;
}

export async function startServer(databaseUrl: string, port?: number, clock?: Clock): Promise<TestServer> {
  const chosen = port ?? (await findFreePort());
  const url = `http://localhost:${chosen}`;
  const context = await createContext({ config: testConfig, databaseUrl, publicUrl: url, clock });
  const coach = await context.services.demo.ensure((email, name) => context.auth.createUser({ email, name }));
  if (!coach) throw new Error("The database belongs to another practice.");
  const http = await serve({ app: context.app, live: context.live, host: testConfig.host, port: chosen });
  const open = new Set<Client>();

  const send: TestServer["send"] = async (body, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: asJson(await response.json()) };
  };

  return {
    url,
    port: chosen,
    context,
    coach,
    send,
    async signIn() {
      const link = new URL(await context.auth.createSignInLink(coach.email));
      const response = await fetch(`${url}/api/auth/sign-in/confirm`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: url },
        body: JSON.stringify({ token: link.searchParams.get("token") }),
      });
      expect(response.status).toBe(200);
      return response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0])
        .join("; ");
    },
    async query<Data>(document: string, variables: Json = {}, cookie?: string) {
      const { body } = await send({ query: document, variables }, cookie ? { cookie } : {});
      if (body.errors) throw new Error(JSON.stringify(body.errors));
      // The test that wrote the document knows its shape.
      return body.data as Data;
    },
    subscribe<Event>(document: string, variables: Json = {}, cookie?: string) {
      const client = createClient({
        url: `ws://localhost:${chosen}/graphql`,
        webSocketImpl: cookie ? withCookie(cookie) : WebSocket,
        retryAttempts: 0,
      });
      open.add(client);
      return listen<Event>(client, document, variables);
    },
    async stop() {
      await Promise.all([...open].map((client) => client.dispose()));
      await http.stop();
      await context.close();
    },
  };
}

function withCookie(cookie: string) {
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } });
    }
  };
}

function listen<Event>(client: Client, query: string, variables: Json): TestSubscription<Event> {
  const events: Event[] = [];
  const hear = (event: unknown) => events.push(event as Event);
  client.subscribe(
    { query, variables },
    {
      next: (result) => hear(result.errors ? { errors: result.errors } : result.data),
      error: (error) => hear({ error: error instanceof Error ? error.message : JSON.stringify(error) }),
      complete: () => hear({ complete: true }),
    },
  );
  return {
    events,
    until: (condition) =>
      vi.waitFor(() => expect(condition(events), JSON.stringify(events)).toBe(true), { timeout: 5_000, interval: 5 }),
    close: async () => client.dispose(),
  };
}

function asJson(value: unknown): Json {
  if (typeof value !== "object" || value === null) throw new Error(`Expected an object, got ${JSON.stringify(value)}.`);
  return Object.fromEntries(Object.entries(value));
}
