// A process of fanout.bench.ts: the bare broadcaster or Kairos' live server, with one change on demand.
import { createServer } from "node:http";
import { getHeapSpaceStatistics } from "node:v8";
import {
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
} from "graphql";
import { WebSocketServer } from "ws";
import { graphqlLimits } from "../src/platform/graphql/limits.ts";
import { LiveFeed } from "../src/platform/live/live-feed.ts";
import { createLiveServer } from "../src/platform/live/live-server.ts";
import { createLogger } from "../src/platform/logger.ts";

/** Start a server that does `change` when told to, and tell the parent its port, its memory and when a change began. */
async function run(listen: (server: ReturnType<typeof createServer>) => () => void): Promise<void> {
  const server = createServer();
  const change = listen(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  process.on("message", (question) => {
    if (question === "memory") return void settledMemory().then((memory) => process.send?.(memory));
    const startedAt = Number(process.hrtime.bigint()) / 1e6;
    change();
    process.send?.(startedAt);
  });
  process.send?.(typeof address === "object" ? address?.port : null);
}

/** Resident bytes, and those of them that are V8's young generation: it grows with allocation up to a fixed size. */
async function settledMemory(): Promise<{ resident: number; young: number }> {
  for (let pass = 0; pass < 5; pass += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
  return { resident: process.memoryUsage().rss, young: young?.physical_space_size ?? 0 };
}

interface Day {
  readonly date: string;
  readonly slots: readonly object[];
}

/** A day with the slots of an 09–17 o'clock coach; `round` makes every change another one. */
function dayOf(round: number): Day {
  const slots = Array.from({ length: 28 }, (_, at) => {
    const startAt = Date.UTC(2026, 10, 23, 14, at * 15);
    const wall = new Date(startAt - 5 * 3_600_000).toISOString().slice(0, 16);
    return {
      startAt: new Date(startAt).toISOString(),
      endAt: new Date(startAt + 3_600_000).toISOString(),
      localStart: wall,
      offsetMinutes: -300,
      seatsLeft: (round + at) % 9,
    };
  });
  return { date: "2026-11-23", slots };
}

function listenBare(server: ReturnType<typeof createServer>): () => void {
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  let round = 0;
  return () => {
    round += 1;
    const payload = { data: { slotsChanged: { __typename: "SlotChange", revision: round, days: [dayOf(round)] } } };
    const frame = Buffer.from(JSON.stringify({ id: "00000000-0000-4000-8000-000000000000", type: "next", payload }));
    for (const client of sockets.clients) client.send(frame, { binary: false });
  };
}

function listenKairos(server: ReturnType<typeof createServer>): () => void {
  let round = 0;
  const eventOf = (kind: string) => ({ __typename: kind, revision: round, days: [dayOf(round)] });
  const feed = new LiveFeed<object>({ snapshot: () => eventOf("SlotList") });
  const live = createLiveServer({
    maxConnectionsPerAddress: Number.POSITIVE_INFINITY,
    schema: schemaOf(() => feed),
    limits: graphqlLimits,
    logger: createLogger({ level: "warn" }),
    createContext: (seed) => ({ ...seed, loaders: null }),
    sessionOf: async () => null,
    clientIpOf: (request) => request.socket.remoteAddress ?? "",
    allowsOrigin: () => true,
  });
  server.on("upgrade", (request, socket, head) => live.upgrade(request, socket, head));
  return () => {
    round += 1;
    feed.push(eventOf("SlotChange"));
  };
}

/** The shape of the product's slotsChanged. */
function schemaOf(open: () => LiveFeed<object>): GraphQLSchema {
  const text = { type: new GraphQLNonNull(GraphQLString) };
  const number = { type: new GraphQLNonNull(GraphQLInt) };
  const slot = new GraphQLObjectType({
    name: "Slot",
    fields: { startAt: text, endAt: text, localStart: text, offsetMinutes: number, seatsLeft: number },
  });
  const day = new GraphQLObjectType({
    name: "SlotDay",
    fields: { date: text, slots: { type: new GraphQLList(slot) } },
  });
  const fields = { revision: number, days: { type: new GraphQLList(day) } };
  const types = ["SlotList", "SlotChange"].map((name) => new GraphQLObjectType({ name, fields }));
  const event = new GraphQLUnionType({ name: "SlotsEvent", types });
  const slotsChanged = {
    type: event,
    args: { coach: text, link: text, from: text, to: text, timeZone: text },
    extensions: { live: "everyone" },
    subscribe: open,
    resolve: (value: unknown) => value,
  };
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: "Query", fields: { revision: number } }),
    subscription: new GraphQLObjectType({ name: "Subscription", fields: { slotsChanged } }),
  });
}

await run(process.argv[2] === "bare" ? listenBare : listenKairos);
