import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { Pool } from "pg";
import proxyAddress from "proxy-addr";
import { version } from "../../package.json" with { type: "json" };
import type { Config } from "./config.ts";
import { tzdbRelease } from "./core/zone.ts";
import { entityClasses } from "./entities/index.ts";
import {
  createJobList,
  createLoaders,
  createResolvers,
  createServices,
  type FeatureDependencies,
  type Services,
  wakeOnEvents,
} from "./features/index.ts";
import { createJitsi } from "./integrations/meeting/jitsi/jitsi.ts";
import { handOver } from "./integrations/messaging/channel.ts";
import { createMailbox, type Mailbox } from "./integrations/messaging/mailbox/mailbox.ts";
import { mailboxPages } from "./integrations/messaging/mailbox/mailbox-page.ts";
import { type Auth, createAuth } from "./platform/auth/auth.ts";
import { authRoutes } from "./platform/auth/routes.ts";
import type { SignInMail } from "./platform/auth/sign-in-links.ts";
import { type Clock, systemClock } from "./platform/clock.ts";
import { type Database, openDatabase } from "./platform/db.ts";
import { buildGraphqlSchema } from "./platform/graphql/build-schema.ts";
import { graphqlLimits } from "./platform/graphql/limits.ts";
import type { RequestSeed } from "./platform/graphql/request-context.ts";
import { startGraphqlHttp } from "./platform/graphql/server.ts";
import { createHttpApp } from "./platform/http/app.ts";
import { serveDownload } from "./platform/http/downloads.ts";
import { createHealthCheck } from "./platform/http/health.ts";
import { serveWebApp } from "./platform/http/web-app.ts";
import { createJobs, type Jobs } from "./platform/jobs/jobs.ts";
import { openMongoJobStore } from "./platform/jobs/mongo-job-store.ts";
import { openPostgresJobStore } from "./platform/jobs/postgres-job-store.ts";
import { createLiveServer, type LiveServer } from "./platform/live/live-server.ts";
import { createLogger, type Logger } from "./platform/logger.ts";
import { outboxTopic, startOutbox } from "./platform/outbox.ts";
import { createPubsub } from "./platform/pubsub.ts";
import { createTokenSigner } from "./platform/secrets.ts";
import { openPostgresWakeUp } from "./platform/wake-up/postgres-wake-up.ts";
import { openRedisWakeUp } from "./platform/wake-up/redis-wake-up.ts";
import type { WakeUp } from "./platform/wake-up/wake-up.ts";

/** One process of Kairos over one migrated database. It begins to work with `jobs.start`. */
export interface Base {
  readonly db: Database;
  readonly features: FeatureDependencies;
  readonly services: Services;
  readonly jobs: Jobs;
  readonly wakeUp: WakeUp;
  /** Beside the pool of the entities: what brings its own SQL. */
  readonly pool: Pool;
  readonly mailbox: Mailbox;
  close(): Promise<void>;
}

/** One that answers people too, ready to be served. */
export interface Context extends Base {
  readonly app: ReturnType<typeof createHttpApp>;
  readonly live: LiveServer;
  readonly auth: Auth;
}

export interface BaseOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  /** The source of "now"; the system's own without. */
  readonly clock?: Clock | undefined;
}

export interface ContextOptions extends BaseOptions {
  /** The origin people reach us at. */
  readonly publicUrl: string;
}

const webDirectory = join(import.meta.dirname, "../../web/dist");
const POOL_SIZE = 20;
/** The public server of the Jitsi project, where whoever opens a room first signs in once. */
const JITSI_ORIGIN = "https://meet.jit.si";
const AUTH_POOL_SIZE = 5;

/** A process that runs jobs and is reached by nobody. */
export async function createWorker(options: BaseOptions): Promise<Base> {
  const base = await createBase(options);
  await base.jobs.start();
  return base;
}

/** A process for one command: it runs no jobs, and nobody reaches it. */
export function createCommand({ config, databaseUrl }: BaseOptions): Promise<Base> {
  return createBase({ config: { ...config, role: "api" }, databaseUrl });
}

/** Puts together what every process has; with `createContext` the only place that knows which adapters are in use. */
async function createBase(options: BaseOptions & Partial<ContextOptions>): Promise<Base> {
  const { config, databaseUrl, clock = systemClock, ...given } = options;
  const logger = createLogger({ level: config.logLevel });
  const { redisUrl, mongodbUrl } = config;
  const store = mongodbUrl
    ? await openMongoJobStore({ url: mongodbUrl, logger })
    : await openPostgresJobStore({ url: databaseUrl, logger });
  const wakeUp = redisUrl
    ? await openRedisWakeUp({ url: redisUrl, logger })
    : await openPostgresWakeUp({ url: databaseUrl, logger });
  const db = await openDatabase({
    url: databaseUrl,
    entities: entityClasses,
    poolSize: POOL_SIZE,
    onPublished: () => wakeUp.publish(outboxTopic),
  });
  const tokens = createTokenSigner(config.authSecret);
  const pool = openPool(databaseUrl, logger);
  const mailbox = createMailbox(pool);
  const meetings = createJitsi({ origin: JITSI_ORIGIN });
  const publicUrl = given.publicUrl ?? config.publicUrl ?? `http://localhost:${config.port}`;
  const features = { db, clock, tokens, channel: mailbox, meetings, pubsub: createPubsub(), logger, publicUrl };
  const services = createServices(features);
  const jobs = createJobs({ store, wakeUp, logger });
  const forJobs = { ...features, wake: (name: string, at?: Date) => jobs.wake(name, at) };
  if (config.role !== "api") for (const job of createJobList(services, forJobs)) jobs.define(job);
  return {
    ...{ db, features, services, jobs, wakeUp, pool, mailbox },
    async close() {
      await jobs.stop();
      await wakeUp.close();
      await pool.end();
      await db.close();
    },
  };
}

/** Puts the parts together for a process that answers people. */
export async function createContext({ config, databaseUrl, publicUrl, clock }: ContextOptions): Promise<Context> {
  const base = await createBase({ config, databaseUrl, publicUrl, clock });
  const { db, features, services, pool, mailbox } = base;
  const { logger, pubsub } = features;
  const outbox = await startOutbox({ db, wakeUp: base.wakeUp, deliver: pubsub.publish, logger });
  wakeOnEvents(pubsub, (name, at) => base.jobs.wake(name, at));

  const auth = await createAuth({
    pool,
    secret: config.authSecret,
    publicUrl,
    sendSignInMail: async (mail) => void (await handOver(mailbox, signInMessage(mail))),
    coachIdOf: (userId) => coachIdOf(db, userId),
    onSessionEnded: (sessionId) => db.transact(async ({ publish }) => publish({ type: "signedOut", sessionId })),
    logger,
  });

  const schema = buildGraphqlSchema({ resolvers: createResolvers(services, features) });
  const createRequestContext = (seed: RequestSeed) => ({ ...seed, loaders: createLoaders(db.em(), features.clock) });
  const shared = { schema, limits: graphqlLimits, createContext: createRequestContext, logger };
  const live = createLiveServer({
    ...shared,
    sessionOf: auth.sessionOf,
    clientIpOf: (request: IncomingMessage) => proxyAddress(request, (_address, hop) => hop < config.trustProxy),
    allowsOrigin: auth.allowsOrigin,
  });
  pubsub.onSignedOut(({ sessionId }) => live.endSession(sessionId));
  const graphql = await startGraphqlHttp({ ...shared, viewerOf: auth.viewerOf });
  // Under `npm run dev` the pages come from Vite, and nothing may have been built yet.
  const webApp = existsSync(webDirectory) ? await serveWebApp(webDirectory) : null;

  const app = createHttpApp({
    trustProxy: config.trustProxy,
    https: publicUrl.startsWith("https:"),
    logger,
    health: createHealthCheck({ db, logger, facts: { role: config.role, version, timeZoneRelease: tzdbRelease } }),
    mount: (express) => {
      express.use(authRoutes(auth));
      express.use("/graphql", ...graphql.handlers);
      const read = (token: string) => services.calendarFiles.fileOf(token);
      express.get(
        "/api/sessions/:token/session.ics",
        serveDownload({ name: "session.ics", type: "text/calendar", read }),
      );
      if (!config.databaseUrl) express.use(mailboxPages(mailbox));
      if (webApp) express.use(webApp);
    },
  });

  await base.jobs.start();
  return {
    ...base,
    ...{ app, live, auth },
    async close() {
      await graphql.stop();
      await auth.settle();
      await outbox.close();
      await base.close();
    },
  };
}

function openPool(url: string, logger: Logger): Pool {
  const pool = new Pool({ connectionString: url, max: AUTH_POOL_SIZE });
  pool.on("error", (error) => logger.warn("database connection lost", { error: error.message }));
  // A server that stops ends connections that the pool has let go of already; unheard, that would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

async function coachIdOf(db: Database, userId: string): Promise<string | null> {
  const rows = await db.sql<{ id: string }>`select id from coach where user_id = ${userId}`;
  return rows[0]?.id ?? null;
}

function signInMessage({ to, url, validMinutes }: SignInMail) {
  return {
    id: randomUUID(),
    to: { name: null, address: to },
    subject: "Your sign-in link for Kairos",
    text: `Open this page and press the button to sign in:\n\n${url}\n\nThe link works once, for ${validMinutes} minutes. If you did not ask for it, do nothing.\n`,
  };
}
