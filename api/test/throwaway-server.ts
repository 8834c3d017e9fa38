import type { Express } from "express";
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { DateTimeScalar } from "../src/entities/scalars.ts";
import { DomainError } from "../src/platform/errors.ts";
import { buildGraphqlSchema } from "../src/platform/graphql/build-schema.ts";
import { type GraphqlLimits, graphqlLimits } from "../src/platform/graphql/limits.ts";
import type { RequestContext, Session } from "../src/platform/graphql/request-context.ts";
import { startGraphqlHttp } from "../src/platform/graphql/server.ts";
import { createHttpApp } from "../src/platform/http/app.ts";
import { type HttpServer, serve } from "../src/platform/http/serve.ts";
import { Live } from "../src/platform/live/live.decorator.ts";
import { LiveFeed } from "../src/platform/live/live-feed.ts";
import { createLiveServer, type LiveServer, type LiveServerOptions } from "../src/platform/live/live-server.ts";
import { createLogger } from "../src/platform/logger.ts";

/** A schema that exists for the tests of the transports alone, with what goes wrong on purpose. */
@ObjectType()
class Tree {
  @Field(() => Int)
  size = 1;

  @Field(() => Tree)
  get child(): Tree {
    return new Tree();
  }

  @Field(() => [Tree])
  get leaves(): Tree[] {
    return [];
  }
}

@ObjectType()
export class Count {
  @Field(() => String)
  kind!: "snapshot" | "change";

  @Field(() => Int)
  value!: number;

  /** Counts how often an event was resolved. */
  @Field(() => Int)
  get resolved(): number {
    return ++Counters.resolutions;
  }
}

function toCount(kind: Count["kind"], value: number): Count {
  return Object.assign(new Count(), { kind, value });
}

interface Counter {
  value: number;
  readonly feed: LiveFeed<Count>;
}

/** Named counters with one feed each. */
export class Counters {
  static resolutions = 0;
  readonly feeds = new Map<string, Counter>();
  opened = 0;

  open(name: string): LiveFeed<Count> {
    const known = this.feeds.get(name);
    if (known) return known.feed;
    this.opened += 1;
    const counter: Counter = {
      value: 0,
      feed: new LiveFeed<Count>({
        snapshot: () => toCount("snapshot", counter.value),
        onIdle: () => this.feeds.delete(name),
      }),
    };
    this.feeds.set(name, counter);
    return counter.feed;
  }

  bump(name: string): void {
    const counter = this.feeds.get(name);
    if (!counter) return;
    counter.value += 1;
    counter.feed.push(toCount("change", counter.value));
  }
}

@Resolver()
class ThrowawayResolver {
  readonly counters: Counters;

  constructor(counters: Counters) {
    this.counters = counters;
  }

  @Query(() => Tree)
  tree(): Tree {
    return new Tree();
  }

  @Query(() => [Tree])
  trees(@Arg("first", () => Int, { defaultValue: 5 }) first: number): Tree[] {
    return Array.from({ length: Math.min(first, 3) }, () => new Tree());
  }

  @Query(() => String, { nullable: true })
  whoAmI(@Ctx() context: RequestContext): string | null {
    return context.viewer?.userId ?? null;
  }

  @Query(() => DateTimeScalar)
  echo(@Arg("at", () => DateTimeScalar) at: Date): Date {
    return at;
  }

  @Query(() => String)
  refuse(): string {
    throw new DomainError("TOO_LATE", "The session has begun; it can be changed until then.", { until: "then" });
  }

  @Query(() => String)
  crash(): string {
    throw new Error("password of the database: hunter2");
  }

  @Mutation(() => Int)
  bump(@Arg("name", () => String) name: string): number {
    this.counters.bump(name);
    return 1;
  }

  @Live(() => Count, { shared: "everyone" })
  async counted(@Arg("name", () => String) name: string, @Ctx() context: RequestContext): Promise<LiveFeed<Count>> {
    if (name === "crash") throw new Error("password of the database: hunter2");
    if (name === "viewer") return LiveFeed.of(toCount("snapshot", context.viewer ? 1 : 0));
    return this.counters.open(name);
  }

  @Live(() => String, { shared: "nobody" })
  myName(@Ctx() context: RequestContext): LiveFeed<object> {
    return LiveFeed.of(Object(context.viewer?.userId ?? "nobody"));
  }

  @Live(() => Count, { shared: "coach" })
  myCount(@Ctx() context: RequestContext): LiveFeed<Count> {
    return this.counters.open(context.viewer?.coachId ?? "anonymous");
  }
}

export interface ThrowawayServer {
  readonly url: string;
  readonly webSocketUrl: string;
  readonly counters: Counters;
  readonly live: LiveServer;
  /** Lines of the log so far. */
  readonly log: string[];
  readonly http: HttpServer;
}

/** The cookie `session=NAME` signs in as NAME, coach NAME. */
export async function startThrowawayServer(
  overrides: {
    limits?: Partial<GraphqlLimits>;
    live?: Partial<LiveServerOptions>;
    port?: number;
    mount?: (app: Express) => void;
  } = {},
): Promise<ThrowawayServer> {
  const counters = new Counters();
  const log: string[] = [];
  const logger = createLogger({ level: "info", write: (line) => log.push(line) });
  const schema = buildGraphqlSchema({ resolvers: [new ThrowawayResolver(counters)] });
  const limits = { ...graphqlLimits, ...overrides.limits };
  const common = {
    schema,
    limits,
    logger,
    createContext: (seed: Omit<RequestContext, "loaders">) => ({ ...seed, loaders: null }),
  };
  const graphql = await startGraphqlHttp({
    ...common,
    viewerOf: async (headers) => sessionOf(headers)?.viewer ?? null,
  });
  const live = createLiveServer({
    ...common,
    sessionOf: async (headers) => sessionOf(headers),
    clientIpOf: () => "127.0.0.1",
    allowsOrigin: (origin, request) => URL.parse(origin)?.host === request.headers.host,
    ...overrides.live,
  });
  const app = createHttpApp({
    trustProxy: 0,
    https: false,
    logger,
    health: async () => ({ ok: true }),
    mount: (mounted) => {
      overrides.mount?.(mounted);
      mounted.use("/graphql", ...graphql.handlers);
    },
  });
  const http = await serve({ app, live, host: "127.0.0.1", port: overrides.port ?? 0 });
  const url = `http://127.0.0.1:${http.port}`;
  return { url, webSocketUrl: `${url.replace("http", "ws")}/graphql`, counters, live, log, http };
}

function sessionOf(headers: Headers): Session | null {
  const name = /session=(\w+)/.exec(headers.get("cookie") ?? "")?.[1];
  if (!name) return null;
  return { viewer: { userId: name, sessionId: `session-${name}`, coachId: name }, expiresAt: Date.now() + 3_600_000 };
}
