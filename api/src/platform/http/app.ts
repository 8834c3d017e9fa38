import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "../logger.ts";
import { requestIdOf } from "../request-id.ts";
import { answerErrors, answerNotFound } from "./error-answers.ts";
import type { Health } from "./health.ts";
import { securityHeaders } from "./security-headers.ts";

export interface HttpAppOptions {
  /** How many proxies in front of us may be believed about the caller's address and scheme. */
  readonly trustProxy: number;
  /** Whether people reach us over https. */
  readonly https: boolean;
  readonly logger: Logger;
  readonly health: () => Promise<Health>;
  /** Adds what the app serves, in order. */
  readonly mount: (app: Express) => void;
}

/** The HTTP face: headers and logs around whatever is mounted, clear JSON for everything that is not there. */
export function createHttpApp({ trustProxy, https, logger, health, mount }: HttpAppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustProxy);
  app.set("query parser", "simple");
  app.use(logRequests(logger), securityHeaders({ https }));
  app.get("/health", answerHealth(health));
  mount(app);
  app.use(answerNotFound, answerErrors(logger));
  return app;
}

function answerHealth(health: HttpAppOptions["health"]): RequestHandler {
  return async (_request, response) => {
    const found = await health();
    response
      .set("Cache-Control", "no-store")
      .status(found.ok ? 200 : 503)
      .json(found);
  };
}

function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = requestIdOf(request);
    response.set("X-Request-Id", requestId);
    const startedAt = performance.now();
    const { method, path } = request;
    response.on("close", () => {
      const milliseconds = Math.round(performance.now() - startedAt);
      logger.debug("request", { requestId, method, path: loggable(path), status: response.statusCode, milliseconds });
    });
    next();
  };
}

/** Page addresses may hold secret tokens, which must not reach the logs. */
function loggable(path: string): string {
  if (path.startsWith("/api/sessions/")) return "/api/sessions/(token)";
  return /^\/(api|graphql|assets|health|mailbox)(\/|$)/.test(path) ? path : "(page)";
}
