import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { Pool } from "pg";
import proxyAddress from "proxy-addr";
import type { Config } from "./config.ts";
import { tzdbRelease } from "./core/zone.ts";
import { entityClasses } from "./entities/index.ts";
import { createLoaders, createResolvers, createServices, type Services } from "./features/index.ts";
import { createMailbox } from "./integrations/messaging/mailbox/mailbox.ts";
import { mailboxPages } from "./integrations/messaging/mailbox/mailbox-page.ts";
import { type Auth, createAuth } from "./platform/auth/auth.ts";
import { authRoutes } from "./platform/auth/routes.ts";
import type { SignInMail } from "./platform/auth/sign-in-links.ts";
import { systemClock } from "./platform/clock.ts";
import { type Database, openDatabase } from "./platform/db.ts";
import { buildGraphqlSchema } from "./platform/graphql/build-schema.ts";
import { graphqlLimits } from "./platform/graphql/limits.ts";
import type { RequestSeed } from "./platform/graphql/request-context.ts";
import { startGraphqlHttp } from "./platform/graphql/server.ts";
import { createHttpApp } from "./platform/http/app.ts";
import { serveWebApp } from "./platform/http/web-app.ts";
import { createLiveServer, type LiveServer } from "./platform/live/live-server.ts";
import { createLogger, type Logger } from "./platform/logger.ts";
import { outboxTopic, startOutbox } from "./platform/outbox.ts";
import { createPubsub } from "./platform/pubsub.ts";
import { createTokenSigner } from "./platform/secrets.ts";
import { openPostgresWakeUp } from "./platform/wake-up/postgres-wake-up.ts";
import { openRedisWakeUp } from "./platform/wake-up/redis-wake-up.ts";

/** One process of Kairos over one migrated database, ready to be served. */
export interface Context {
  readonly app: ReturnType<typeof createHttpApp>;
  readonly live: LiveServer;
  readonly auth: Auth;
  readonly services: Services;
  readonly db: Database;
  close(): Promise<void>;
}

export interface ContextOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  /** The origin people reach us at. */
  readonly publicUrl: string;
}

const webDirectory = join(import.meta.dirname, "../../web/dist");
const POOL_SIZE = 20;
const AUTH_POOL_SIZE = 5;

/** Puts the parts together; the only place that knows which adapters are in use. */
export async function createContext({ config, databaseUrl, publicUrl }: ContextOptions): Promise<Context> {
  const logger = createLogger({ level: config.logLevel });
  const pubsub = createPubsub();
  const wakeUp = config.redisUrl
    ? await openRedisWakeUp({ url: config.redisUrl, logger })
    : await openPostgresWakeUp({ url: databaseUrl, logger });
  const db = await openDatabase({
    url: databaseUrl,
    entities: entityClasses,
    poolSize: POOL_SIZE,
    onPublished: () => wakeUp.publish(outboxTopic),
  });
  const outbox = await startOutbox({ db, wakeUp, deliver: pubsub.publish, logger });

  const pool = openPool(databaseUrl, logger);
  const mailbox = createMailbox(pool);
  const auth = await createAuth({
    pool,
    secret: config.authSecret,
    publicUrl,
    sendSignInMail: async (mail) => void (await mailbox.send(signInMessage(mail))),
    coachIdOf: (userId) => coachIdOf(db, userId),
    onSessionEnded: (sessionId) => db.transact(async ({ publish }) => publish({ type: "signedOut", sessionId })),
    logger,
  });

  const features = { db, clock: systemClock, tokens: createTokenSigner(config.authSecret), pubsub, logger };
  const services = createServices(features);
  const schema = buildGraphqlSchema({ resolvers: createResolvers(services, features) });
  const createRequestContext = (seed: RequestSeed) => ({ ...seed, loaders: createLoaders(db.em()) });
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
    health: async () => {
      await db.sql`select 1`;
      return { timeZoneRelease: tzdbRelease };
    },
    mount: (express) => {
      express.use(authRoutes(auth));
      express.use("/graphql", ...graphql.handlers);
      if (!config.databaseUrl) express.use(mailboxPages(mailbox));
      if (webApp) express.use(webApp);
    },
  });

  return {
    app,
    live,
    auth,
    services,
    db,
    async close() {
      await graphql.stop();
      await auth.settle();
      await outbox.close();
      await wakeUp.close();
      await pool.end();
      await db.close();
    },
  };
}

function openPool(url: string, logger: Logger): Pool {
  const pool = new Pool({ connectionString: url, max: AUTH_POOL_SIZE });
  pool.on("error", (error) => logger.warn("database connection lost", { error: error.message }));
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
