import { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { startThrowawayServer, type ThrowawayServer } from "../../../test/throwaway-server.ts";
import { createLogger } from "../logger.ts";
import { type Auth, createAuth } from "./auth.ts";
import { authRoutes } from "./routes.ts";
import type { SignInMail } from "./sign-in-links.ts";

let database: TestDatabase;
let pool: Pool;
let server: ThrowawayServer;
let auth: Auth;
let userId: string;
const mails: SignInMail[] = [];
const password = "correct horse battery";

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url });
  // The database is dropped while the last connections are still on their way out.
  pool.on("connect", (client) => client.on("error", () => undefined));
  auth = await createAuth({
    pool,
    secret: "a secret for tests, at least 32 characters",
    publicUrl: "http://kairos.test",
    sendSignInMail: async (mail) => void mails.push(mail),
    coachIdOf: async (id) => (id === userId ? "coach-1" : null),
    onSessionEnded: async (sessionId) => server.live.endSession(sessionId),
    logger: createLogger({ level: "silent" }),
  });
  userId = await auth.createUser({ email: "Maya@Example.com", name: "Maya Chen", password });
  server = await startThrowawayServer({
    live: { sessionOf: (headers) => auth.sessionOf(headers) },
    mount: (app) => app.use(authRoutes(auth)),
  });
});
beforeEach(async () => {
  mails.length = 0;
  await pool.query("truncate auth_rate_limit, auth_verification");
});
afterAll(async () => {
  await server.http.stop();
  await auth.settle();
  await pool.end();
  await database.drop();
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url, ...headers },
    body: JSON.stringify(body),
  });
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

async function signIn(): Promise<string> {
  const response = await post("/sign-in/email", { email: "maya@example.com", password });
  expect(response.status).toBe(200);
  return cookieOf(response);
}

const tokenIn = (url: string | undefined): string => new URL(url ?? "").searchParams.get("token") ?? "";

async function askForLink(): Promise<string> {
  expect((await post("/sign-in/magic-link", { email: "maya@example.com" })).status).toBe(200);
  await vi.waitFor(() => expect(mails).toHaveLength(1));
  return tokenIn(mails[0]?.url);
}

describe("a password", () => {
  test("signs in with a strict cookie, and the viewer is the coach", async () => {
    const response = await post("/sign-in/email", { email: "maya@example.com", password });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^kairos\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(await auth.viewerOf(new Headers({ cookie: cookieOf(response) }))).toMatchObject({
      userId,
      coachId: "coach-1",
    });
  });

  test("that is wrong, and an address that nobody has, get the same answer", async () => {
    const wrong = await post("/sign-in/email", { email: "maya@example.com", password: "wrong horse battery" });
    const unknown = await post("/sign-in/email", { email: "nobody@example.com", password });
    expect([wrong.status, await wrong.json()]).toEqual([unknown.status, await unknown.json()]);
    expect(wrong.status).toBe(401);
  });

  test("can be tried ten times a minute, whatever address the caller claims to have", async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const headers = { "x-forwarded-for": `203.0.113.${attempt}`, "x-kairos-client-ip": `203.0.113.${attempt}` };
      const body = { email: "maya@example.com", password: `wrong horse ${attempt}` };
      statuses.push((await post("/sign-in/email", body, headers)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });
});

describe("a sign-in link", () => {
  test("comes by mail, wants a press, and signs in once", async () => {
    const token = await askForLink();
    expect(mails[0]).toMatchObject({ to: "maya@example.com", validMinutes: 15 });
    expect(mails[0]?.url).toMatch(/^http:\/\/kairos\.test\/sign-in\/confirm\?token=/);
    const first = await post("/sign-in/confirm", { token });
    expect([first.status, await first.json()]).toEqual([200, { signedIn: true }]);
    expect(await auth.viewerOf(new Headers({ cookie: cookieOf(first) }))).toMatchObject({ userId });
    const second = await post("/sign-in/confirm", { token });
    expect([second.status, await second.json()]).toMatchObject([410, { code: "LINK_USED_OR_EXPIRED" }]);
    expect(second.headers.getSetCookie()).toEqual([]);
  });

  test("is not used up by opening anything with GET, as a mail scanner would", async () => {
    const token = await askForLink();
    for (const path of [
      `/magic-link/verify?token=${token}`,
      `/magic-link/verify?token=${token}&callbackURL=/`,
      `/sign-in/confirm?token=${token}`,
    ]) {
      const opened = await fetch(`${server.url}/api/auth${path}`, { redirect: "manual" });
      expect([path, opened.status]).toEqual([path, 404]);
    }
    expect((await post("/sign-in/confirm", { token })).status).toBe(200);
  });

  test("goes to the address of the user, however it was typed, and remembers where to go on", async () => {
    const body = { email: "MAYA@example.com", callbackURL: "/console/clients" };
    expect((await post("/sign-in/magic-link", body)).status).toBe(200);
    await auth.settle();
    expect(mails).toMatchObject([{ to: "maya@example.com", url: expect.stringMatching(/&to=%2Fconsole%2Fclients$/) }]);
    expect((await post("/sign-in/magic-link", { ...body, callbackURL: "https://evil.example/" })).status).toBe(403);
    expect((await post("/sign-in/confirm", { token: tokenIn(mails[0]?.url) })).status).toBe(200);
  });

  test("pressed twice at the same time signs in once", async () => {
    const token = await askForLink();
    const statuses = (await Promise.all([1, 2, 3, 4].map(() => post("/sign-in/confirm", { token })))).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([200, 410, 410, 410]);
  });

  test("that has expired says so", async () => {
    const token = await askForLink();
    await pool.query("update auth_verification set expires_at = now() - interval '1 second'");
    expect((await post("/sign-in/confirm", { token })).status).toBe(410);
  });

  test.each([{}, { token: 7 }, { token: "" }, { token: "x".repeat(500) }, { token: "made-up" }])(
    "%j is no token",
    async (body) => {
      expect((await post("/sign-in/confirm", body)).status).toBe(410);
    },
  );

  test("is not sent to an address that nobody has, with the same answer", async () => {
    const known = await post("/sign-in/magic-link", { email: "maya@example.com" });
    const unknown = await post("/sign-in/magic-link", { email: "nobody@example.com" });
    expect([unknown.status, await unknown.json()]).toEqual([known.status, await known.json()]);
    await auth.settle();
    expect(mails.map(({ to }) => to)).toEqual(["maya@example.com"]);
  });

  test("is sent five times in a quarter of an hour to one address at most", async () => {
    for (let at = 0; at < 8; at += 1) {
      await pool.query("truncate auth_rate_limit");
      expect((await post("/sign-in/magic-link", { email: "maya@example.com" })).status).toBe(200);
      await auth.settle();
    }
    expect(mails).toHaveLength(5);
  });

  test("made for the terminal works like one that was sent, and sends nothing", async () => {
    const url = await auth.createSignInLink("maya@example.com");
    expect((await post("/sign-in/confirm", { token: tokenIn(url) })).status).toBe(200);
    expect(mails).toEqual([]);
  });

  test("can be tried twenty times a minute from one address, rightly or wrongly, and then again", async () => {
    const token = await askForLink();
    const attempts = await Promise.all(
      Array.from({ length: 20 }, () => post("/sign-in/confirm", { token: "made-up" })),
    );
    expect(attempts.map(({ status }) => status)).toEqual(attempts.map(() => 410));
    const refused = await post("/sign-in/confirm", { token });
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: "TOO_MANY_REQUESTS" }]);
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(60);
    await pool.query("update auth_rate_limit set last_request = last_request - 60000");
    expect((await post("/sign-in/confirm", { token })).status).toBe(200);
  });

  test("keeps its token in the database as a hash alone", async () => {
    const token = await askForLink();
    const { rows } = await pool.query("select identifier || value as row from auth_verification");
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe("a foreign page", () => {
  const foreign = { origin: "https://evil.example" };

  test("cannot sign anybody in or out", async () => {
    const cookie = await signIn();
    expect((await post("/sign-in/confirm", { token: await askForLink() }, foreign)).status).toBe(403);
    expect((await post("/sign-in/confirm", { token: "x" }, { origin: "null" })).status).toBe(403);
    expect((await post("/sign-out", {}, { ...foreign, cookie })).status).toBe(403);
    expect((await post("/sign-in/email", { email: "maya@example.com", password }, { ...foreign, cookie })).status).toBe(
      403,
    );
    expect(await auth.viewerOf(new Headers({ cookie }))).not.toBeNull();
  });
});

test("nobody can sign up, rename or delete a user from outside", async () => {
  const cookie = await signIn();
  const signUp = await post("/sign-up/email", {
    email: "eve@example.com",
    name: "Eve",
    password: "long enough password",
  });
  expect(signUp.status).toBe(404);
  expect((await post("/update-user", { name: "Eve" }, { cookie })).status).toBe(404);
  expect((await post("/delete-user", {}, { cookie })).status).toBe(404);
  const { rows } = await pool.query("select name from auth_user");
  expect(rows).toEqual([{ name: "Maya Chen" }]);
});

test("a made-up or altered cookie is nobody", async () => {
  const cookie = await signIn();
  expect(await auth.viewerOf(new Headers())).toBeNull();
  expect(await auth.viewerOf(new Headers({ cookie: "kairos.session_token=made.up" }))).toBeNull();
  expect(await auth.viewerOf(new Headers({ cookie: cookie.replace(/.$/, "_") }))).toBeNull();
});

test("a user is made once, and a second password does not replace the first", async () => {
  expect(await auth.createUser({ email: "maya@example.com", name: "Other", password: "another password" })).toBe(
    userId,
  );
  await signIn();
});

test("signing out closes the sockets of that sign-in and leaves the others open", async () => {
  const open = async (): Promise<{ cookie: string; socket: WebSocket }> => {
    const cookie = await signIn();
    const socket = new WebSocket(server.webSocketUrl, "graphql-transport-ws", { headers: { cookie } });
    await new Promise((resolve) => socket.once("open", resolve));
    socket.send('{"type":"connection_init"}');
    return { cookie, socket };
  };
  const [ending, staying] = [await open(), await open()];
  const closed = new Promise((resolve) => ending.socket.once("close", resolve));
  expect((await post("/sign-out", {}, { cookie: ending.cookie })).status).toBe(200);
  expect(await closed).toBe(4403);
  expect(staying.socket.readyState).toBe(WebSocket.OPEN);
  expect(await auth.viewerOf(new Headers({ cookie: ending.cookie }))).toBeNull();
  staying.socket.terminate();
});

test("revoking all sessions tells each of them", async () => {
  const cookie = await signIn();
  const socket = new WebSocket(server.webSocketUrl, "graphql-transport-ws", { headers: { cookie } });
  await new Promise((resolve) => socket.once("open", resolve));
  const closed = new Promise((resolve) => socket.once("close", resolve));
  const response = await post("/revoke-sessions", {}, { cookie });
  expect(response.status).toBe(200);
  expect(await closed).toBe(4403);
});

test("the migration has every table and column that better-auth wants", async () => {
  const { getMigrations } = await import("better-auth/db/migration");
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options);
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});
