import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { Counters, startThrowawayServer, type ThrowawayServer } from "../../../test/throwaway-server.ts";

let server: ThrowawayServer;
const open: TestSocket[] = [];

beforeEach(async () => {
  server = await startThrowawayServer({ live: { connectionInitWaitMilliseconds: 200 } });
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.raw.terminate();
  await server.http.stop();
});

/** A raw websocket whose frames can be looked at. */
class TestSocket {
  readonly raw: WebSocket;
  readonly received: string[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;

  constructor(headers: Record<string, string> = {}, protocol = "graphql-transport-ws") {
    this.raw = new WebSocket(server.webSocketUrl, protocol, { headers });
    this.raw.on("message", (message) => this.received.push(String(message)));
    this.raw.on("error", () => undefined);
    this.closed = new Promise((resolve) =>
      this.raw.on("close", (code, reason) => resolve({ code, reason: String(reason) })),
    );
    open.push(this);
  }

  static async connected(headers: Record<string, string> = {}): Promise<TestSocket> {
    const socket = new TestSocket(headers);
    await new Promise((resolve) => socket.raw.once("open", resolve));
    socket.send({ type: "connection_init" });
    await vi.waitFor(() => expect(socket.received).toEqual(['{"type":"connection_ack"}']));
    socket.received.length = 0;
    return socket;
  }

  send(message: unknown): void {
    this.raw.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: Record<string, unknown> = {}): void {
    this.send({ id, type: "subscribe", payload: { query, variables } });
  }

  messages(): Array<{ id: string; type: string; payload?: { data?: Record<string, unknown> } }> {
    return this.received.map((text) => JSON.parse(text));
  }

  /** The values counted so far, with s or c for snapshot or change. */
  counts(): string[] {
    return this.messages().flatMap(({ payload }) => {
      const count = payload?.data?.counted ?? payload?.data?.myCount;
      return count && typeof count === "object" && "kind" in count && "value" in count
        ? [`${String(count.kind)[0]}${String(count.value)}`]
        : [];
    });
  }
}

const counted = "subscription ($name: String!) { counted(name: $name) { kind value resolved } }";

test("identical subscriptions share one execution, and each event is resolved once", async () => {
  const sockets = await Promise.all(Array.from({ length: 20 }, () => TestSocket.connected()));
  for (const [at, socket] of sockets.entries()) socket.subscribe(`id-${at}`, counted, { name: "a" });
  await vi.waitFor(() => expect(sockets.map((socket) => socket.counts())).toEqual(sockets.map(() => ["s0"])));
  const before = Counters.resolutions;
  server.counters.bump("a");
  await vi.waitFor(() => expect(sockets.map((socket) => socket.counts())).toEqual(sockets.map(() => ["s0", "c1"])));
  expect(Counters.resolutions - before).toBe(1);
  expect(server.counters.opened).toBe(1);
  expect(server.live.executionCount()).toBe(1);
  expect(sockets.map((socket) => socket.messages().at(-1)?.id)).toEqual(sockets.map((_, at) => `id-${at}`));
});

test("a rush of newcomers shares one snapshot; whoever comes later hears what its fields say by then", async () => {
  const sockets = await Promise.all(Array.from({ length: 5 }, () => TestSocket.connected()));
  const [first, ...rush] = sockets;
  first?.subscribe("first", counted, { name: "a" });
  await vi.waitFor(() => expect(first?.counts()).toEqual(["s0"]));
  for (const socket of rush) socket.subscribe("rush", counted, { name: "a" });
  await vi.waitFor(() => expect(rush.map((socket) => socket.counts())).toEqual(rush.map(() => ["s0"])));
  const before = Counters.resolutions;
  const later = await TestSocket.connected();
  const now = performance.now();
  const clock = vi.spyOn(performance, "now").mockReturnValue(now + 1_000);
  later.subscribe("later", counted, { name: "a" });
  await vi.waitFor(() => expect(later.counts()).toEqual(["s0"]));
  clock.mockRestore();
  expect(Counters.resolutions - before).toBe(1);
});

test("subscriptions with other variables, or the same in another order, are told apart and joined rightly", async () => {
  const query =
    "subscription ($name: String!, $brief: Boolean!) { counted(name: $name) { kind value @skip(if: $brief) } }";
  const socket = await TestSocket.connected();
  socket.subscribe("1", query, { name: "a", brief: true });
  socket.subscribe("2", query, { brief: true, name: "a" });
  socket.subscribe("3", query, { name: "b", brief: true });
  await vi.waitFor(() => expect(socket.received).toHaveLength(3));
  expect(server.live.executionCount()).toBe(2);
});

test("a late joiner starts with the state of that moment and then gets every change once", async () => {
  const early = await TestSocket.connected();
  const late = await TestSocket.connected();
  early.subscribe("e", counted, { name: "a" });
  await vi.waitFor(() => expect(early.counts()).toEqual(["s0"]));
  server.counters.bump("a");
  server.counters.bump("a");
  late.subscribe("l", counted, { name: "a" });
  await vi.waitFor(() => expect(late.counts()).toEqual(["s2"]));
  server.counters.bump("a");
  await vi.waitFor(() => expect(late.counts()).toEqual(["s2", "c3"]));
  expect(early.counts()).toEqual(["s0", "c1", "c2", "c3"]);
});

test("joiners in the middle of a storm of changes end at the same value, without a gap or a repeat", async () => {
  const sockets = await Promise.all(Array.from({ length: 30 }, () => TestSocket.connected()));
  const [first] = sockets;
  first?.subscribe("x", counted, { name: "a" });
  await vi.waitFor(() => expect(first?.counts()).toEqual(["s0"]));
  for (const socket of sockets.slice(1)) {
    socket.subscribe("x", counted, { name: "a" });
    for (let bump = 0; bump < 7; bump += 1) {
      server.counters.bump("a");
      await new Promise(setImmediate);
    }
  }
  await vi.waitFor(() => expect(sockets.filter((socket) => !socket.counts().at(-1)?.endsWith("203"))).toEqual([]));
  for (const socket of sockets) {
    const [start, ...rest] = socket.counts();
    const from = Number(start?.slice(1));
    expect(start?.[0]).toBe("s");
    expect(rest).toEqual(Array.from({ length: 203 - from }, (_, at) => `c${from + at + 1}`));
  }
});

test("a source far ahead of its subscribers is caught up with one snapshot", async () => {
  const socket = await TestSocket.connected();
  socket.subscribe("x", counted, { name: "a" });
  await vi.waitFor(() => expect(socket.counts()).toEqual(["s0"]));
  for (let bump = 0; bump < 1_000; bump += 1) server.counters.bump("a");
  await vi.waitFor(() => expect(socket.counts().at(-1)?.slice(1)).toBe("1000"));
  expect(socket.counts().length).toBeLessThan(200);
});

test("the feed is let go when the last subscriber completes or disconnects, and a new one starts anew", async () => {
  const [left, right] = [await TestSocket.connected(), await TestSocket.connected()];
  left.subscribe("x", counted, { name: "a" });
  right.subscribe("x", counted, { name: "a" });
  await vi.waitFor(() => expect([left.counts(), right.counts()]).toEqual([["s0"], ["s0"]]));
  left.send({ id: "x", type: "complete" });
  right.raw.terminate();
  await vi.waitFor(() => expect([server.counters.feeds.size, server.live.executionCount()]).toEqual([0, 0]));
  left.subscribe("x", counted, { name: "a" });
  await vi.waitFor(() => expect(left.counts()).toEqual(["s0", "s0"]));
});

test("nothing arrives for a subscription that was completed", async () => {
  const socket = await TestSocket.connected();
  socket.subscribe("gone", counted, { name: "a" });
  socket.subscribe("stays", counted, { name: "a" });
  await vi.waitFor(() => expect(socket.received).toHaveLength(2));
  socket.send({ id: "gone", type: "complete" });
  socket.send({ type: "ping" });
  await vi.waitFor(() => expect(socket.received).toHaveLength(3));
  server.counters.bump("a");
  await vi.waitFor(() => expect(socket.received).toHaveLength(4));
  expect(socket.messages().at(-1)?.id).toBe("stays");
});

test("a feed that ends completes its subscribers after the last event, and a feed of one event does so at once", async () => {
  const socket = await TestSocket.connected();
  socket.subscribe("x", counted, { name: "a" });
  await vi.waitFor(() => expect(socket.counts()).toEqual(["s0"]));
  const counter = server.counters.feeds.get("a");
  server.counters.bump("a");
  counter?.feed.end();
  await vi.waitFor(() => expect(socket.messages().map(({ type }) => type)).toEqual(["next", "next", "complete"]));
  socket.subscribe("y", counted, { name: "viewer" });
  await vi.waitFor(() =>
    expect(
      socket
        .messages()
        .slice(3)
        .map(({ type }) => type),
    ).toEqual(["next", "complete"]),
  );
});

test("a feed that fails sends its subscribers away so that they come back", async () => {
  const socket = await TestSocket.connected();
  socket.subscribe("x", counted, { name: "a" });
  await vi.waitFor(() => expect(socket.counts()).toEqual(["s0"]));
  server.counters.feeds.get("a")?.feed.fail(new Error("the database went away"));
  expect(await socket.closed).toMatchObject({ code: 1013 });
});

test("a source that cannot open answers an opaque error and completes", async () => {
  const socket = await TestSocket.connected();
  socket.subscribe("x", counted, { name: "crash" });
  await vi.waitFor(() => expect(socket.messages().map(({ type }) => type)).toEqual(["next", "complete"]));
  expect(socket.messages()[0]).toMatchObject({ payload: { errors: [{ extensions: { code: "INTERNAL" } }] } });
  expect(socket.received.join()).not.toContain("hunter2");
});

test("what is shared among everyone runs for nobody in particular, and what is a coach's own is shared among her windows", async () => {
  const [ann, annToo, bea] = await Promise.all(
    ["ann", "ann", "bea"].map((name) => TestSocket.connected({ cookie: `session=${name}` })),
  );
  ann?.subscribe("x", counted, { name: "viewer" });
  await vi.waitFor(() => expect(ann?.counts()).toEqual(["s0"]));
  for (const socket of [ann, annToo, bea]) socket?.subscribe("mine", "subscription { myCount { kind value } }");
  await vi.waitFor(() => expect([...server.counters.feeds.keys()].sort()).toEqual(["ann", "bea"]));
  server.counters.bump("ann");
  await vi.waitFor(() => expect([ann?.counts().at(-1), annToo?.counts().at(-1)]).toEqual(["c1", "c1"]));
  expect(bea?.counts()).toEqual(["s0"]);
  expect(server.live.executionCount()).toBe(2);
});

test("signing out closes that session's sockets and no other", async () => {
  const [ann, bea] = [
    await TestSocket.connected({ cookie: "session=ann" }),
    await TestSocket.connected({ cookie: "session=bea" }),
  ];
  server.live.endSession("session-ann");
  expect(await ann.closed).toEqual({ code: 4403, reason: "Signed out" });
  expect(bea.raw.readyState).toBe(WebSocket.OPEN);
  const late = new TestSocket({ cookie: "session=ann" });
  expect(await late.closed).toMatchObject({ code: 4403 });
});

test("an upgrade from a page of another origin, without the protocol, or to another path is refused", async () => {
  const outcome = (socket: WebSocket) =>
    new Promise((resolve) => {
      socket.on("unexpected-response", (_request, response) => resolve(response.statusCode));
      socket.on("open", () => resolve("open"));
      socket.on("error", () => undefined);
    });
  const connect = (url: string, protocol: string, origin?: string) =>
    outcome(new WebSocket(url, protocol, origin ? { origin } : {}));
  expect(await connect(server.webSocketUrl, "graphql-transport-ws", "https://evil.example")).toBe(403);
  expect(await connect(server.webSocketUrl, "graphql-transport-ws", server.url)).toBe("open");
  expect(await connect(server.webSocketUrl, "graphql-ws")).toBe(400);
  expect(await connect(server.webSocketUrl.replace("/graphql", "/other"), "graphql-transport-ws")).toBe(404);
});

test("a client that never introduces itself, or talks before it did, or talks nonsense is closed", async () => {
  const silent = new TestSocket();
  expect(await silent.closed).toMatchObject({ code: 4408 });
  const early = new TestSocket();
  early.raw.on("open", () => early.subscribe("x", counted, { name: "a" }));
  expect(await early.closed).toMatchObject({ code: 4401 });
  const odd = await TestSocket.connected();
  odd.raw.send("nonsense");
  expect(await odd.closed).toMatchObject({ code: 4400 });
  const wrongType = await TestSocket.connected();
  wrongType.send({ id: "x", type: "next", payload: { data: null } });
  expect(await wrongType.closed).toMatchObject({ code: 4400 });
});

describe("limits", () => {
  async function restart(live: Parameters<typeof startThrowawayServer>[0]): Promise<void> {
    await server.http.stop();
    server = await startThrowawayServer(live);
  }
  const opened = (socket: TestSocket) =>
    new Promise<number>((resolve) => {
      socket.raw.once("open", () => resolve(101));
      socket.raw.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    });

  test("one address has so many sockets, however fast it asks for them, and others are not hurt by it", async () => {
    const clientIpOf = ({ headers }: { headers: Record<string, string | string[] | undefined> }) =>
      String(headers["x-address"]);
    await restart({ live: { maxConnectionsPerAddress: 3, clientIpOf } });
    const knock = (address: string) => new TestSocket({ "x-address": address, cookie: "session=ann" });
    const sockets = Array.from({ length: 5 }, () => knock("192.0.2.1"));
    const statuses = await Promise.all(sockets.map(opened));
    expect(statuses.sort()).toEqual([101, 101, 101, 429, 429]);
    expect(await opened(knock("192.0.2.2"))).toBe(101);
    sockets.find(({ raw }) => raw.readyState === WebSocket.OPEN)?.raw.close();
    await vi.waitFor(async () => expect(await opened(knock("192.0.2.1"))).toBe(101));
    expect(await opened(knock("192.0.2.1"))).toBe(429);
  });

  test("a socket that was refused for another reason gives its place back", async () => {
    await restart({
      live: {
        maxConnectionsPerAddress: 1,
        sessionOf: async () => {
          throw new Error("the database went away");
        },
      },
    });
    expect(await opened(new TestSocket({ cookie: "session=ann" }))).toBe(500);
    await vi.waitFor(async () => expect(await opened(new TestSocket())).toBe(101));
  });

  test("a socket that floods is closed with a code that keeps its client away, and its neighbour goes on", async () => {
    await restart({ live: { messageLimits: { burst: 20, perSecond: 1 } } });
    const [flood, calm] = [await TestSocket.connected(), await TestSocket.connected()];
    calm.subscribe("x", counted, { name: "a" });
    for (let at = 0; at < 100; at += 1) flood.subscribe(`${at}`, counted, { name: "a" });
    expect(await flood.closed).toEqual({ code: 4429, reason: "Too many messages" });
    expect(flood.received.length).toBeLessThanOrEqual(20);
    server.counters.bump("a");
    await vi.waitFor(() => expect(calm.counts()).toEqual(["s0", "c1"]));
  });
});

test("a sign-in that expires closes its sockets and no other", async () => {
  await server.http.stop();
  const sessionOf = async (headers: Headers) => {
    const name = headers.get("cookie") === "session=brief" ? "brief" : "long";
    const viewer = { userId: name, sessionId: name, coachId: name };
    return { viewer, expiresAt: Date.now() + (name === "brief" ? 100 : 60_000) };
  };
  server = await startThrowawayServer({ live: { pingEveryMilliseconds: 50, sessionOf } });
  const [brief, long] = [
    await TestSocket.connected({ cookie: "session=brief" }),
    await TestSocket.connected({ cookie: "session=long" }),
  ];
  expect(await brief.closed).toEqual({ code: 4403, reason: "Signed out" });
  expect(long.raw.readyState).toBe(WebSocket.OPEN);
});

test("whoever asks as a guest is nobody, whatever cookies the browser sends along", async () => {
  await server.http.stop();
  const sessionOf = vi.fn(async () => null);
  server = await startThrowawayServer({ live: { pingEveryMilliseconds: 50, sessionOf } });
  const connect = async (query: string) => {
    const headers = { cookie: "session=a" };
    const socket = new WebSocket(server.webSocketUrl + query, "graphql-transport-ws", { headers });
    await new Promise((resolve) => socket.once("open", resolve));
    socket.terminate();
  };
  await connect("?guest");
  expect(sessionOf).not.toHaveBeenCalled();
  await connect("?guests");
  expect(sessionOf).toHaveBeenCalledOnce();
});

test("a message beyond the size limit closes the socket, a fifty-first operation and a long id are refused", async () => {
  const socket = await TestSocket.connected();
  for (let at = 0; at < 51; at += 1) socket.subscribe(`${at}`, counted, { name: "a" });
  await vi.waitFor(() => expect(socket.received).toHaveLength(51));
  expect(
    socket
      .messages()
      .filter(({ type }) => type === "error")
      .map(({ id }) => id),
  ).toEqual(["50"]);
  const second = await TestSocket.connected();
  second.subscribe("x".repeat(129), counted, { name: "a" });
  await vi.waitFor(() => expect(second.messages()[0]?.type).toBe("error"));
  second.subscribe("y", counted, { name: "x".repeat(70_000) });
  expect(await second.closed).toMatchObject({ code: 1009 });
});

test("a subscriber that does not read is cut off, and the others go on", async () => {
  const slow = await TestSocket.connected();
  const quick = await TestSocket.connected();
  const wide = `subscription ($name: String!) { counted(name: $name) { ${Array.from({ length: 28 }, (_, at) => `${"k".repeat(60)}${at}: kind`).join(" ")} value kind } }`;
  for (const socket of [slow, quick]) socket.subscribe("x", wide, { name: "a" });
  await vi.waitFor(() => expect([slow.counts(), quick.counts()]).toEqual([["s0"], ["s0"]]));
  slow.raw.pause();
  for (let bump = 1; server.live.connectionCount() === 2 && bump < 50_000; bump += 1) {
    server.counters.bump("a");
    if (bump % 20 === 0) await new Promise(setImmediate);
  }
  expect(server.live.connectionCount()).toBe(1);
  server.counters.bump("a");
  const last = `c${server.counters.feeds.get("a")?.value}`;
  await vi.waitFor(() => expect(quick.counts().at(-1)).toBe(last));
});

test("a client that does not answer pings is dropped", async () => {
  await server.http.stop();
  server = await startThrowawayServer({ live: { pingEveryMilliseconds: 50 } });
  const live = await TestSocket.connected();
  const dead = new WebSocket(server.webSocketUrl, "graphql-transport-ws", { autoPong: false });
  dead.on("open", () => dead.send('{"type":"connection_init"}'));
  await new Promise((resolve) => dead.on("close", resolve));
  expect(live.raw.readyState).toBe(WebSocket.OPEN);
});

test("stopping asks every client to come back, and leaves nothing open", async () => {
  const sockets = await Promise.all(Array.from({ length: 5 }, () => TestSocket.connected()));
  await server.http.stop();
  expect(await Promise.all(sockets.map((socket) => socket.closed))).toEqual(
    sockets.map(() => ({ code: 1012, reason: "Restarting" })),
  );
  server = await startThrowawayServer();
});
