import { randomUUID } from "node:crypto";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import express, { type RequestHandler } from "express";
import { GraphQLError, type GraphQLSchema } from "graphql";
import type { Logger } from "../logger.ts";
import { requestIdOf } from "../request-id.ts";
import { costError } from "./cost.ts";
import { type GraphqlLimits, limitRules } from "./limits.ts";
import { presentError } from "./present-error.ts";
import type { CreateRequestContext, RequestContext, Viewer } from "./request-context.ts";

export interface GraphqlHttpOptions {
  readonly schema: GraphQLSchema;
  readonly limits: GraphqlLimits;
  readonly createContext: CreateRequestContext;
  readonly viewerOf: (headers: Headers) => Promise<Viewer | null>;
  readonly logger: Logger;
}

export interface GraphqlHttp {
  /** Handlers to mount at /graphql: the body parser with its limit, then the server. */
  readonly handlers: RequestHandler[];
  stop(): Promise<void>;
}

/** GraphQL over HTTP. Cross-site requests need a preflight; batches are refused. */
export async function startGraphqlHttp(options: GraphqlHttpOptions): Promise<GraphqlHttp> {
  const { schema, limits, logger } = options;
  const requestIds = new WeakMap<Error, string>();
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    logger: quietly(logger),
    parseOptions: { maxTokens: limits.tokens },
    validationRules: limitRules(limits),
    plugins: [ApolloServerPluginLandingPageDisabled(), costPlugin(schema, limits), rememberRequestIds(requestIds)],
    formatError: (_formatted, error) => {
      const graphqlError =
        error instanceof GraphQLError ? error : new GraphQLError(String(error), { originalError: toError(error) });
      return presentError(graphqlError, { requestId: requestIds.get(graphqlError) ?? randomUUID(), logger });
    },
  });
  await server.start();
  const graphql = expressMiddleware(server, { context: ({ req }) => contextOf(req, options) });
  return {
    handlers: [express.json({ limit: limits.bodyBytes }), emptyBodyAsObject, graphql],
    stop: () => server.stop(),
  };
}

async function contextOf(
  request: express.Request,
  { createContext, viewerOf }: GraphqlHttpOptions,
): Promise<RequestContext> {
  const viewer = await viewerOf(toHeaders(request));
  return createContext({ requestId: requestIdOf(request), ip: request.ip ?? "", viewer });
}

function costPlugin(schema: GraphQLSchema, limits: GraphqlLimits): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request }) => {
        const error =
          operation && costError({ schema, document, operation, variables: request.variables }, limits.cost);
        if (error) throw error;
      },
    }),
  };
}

/** `formatError` is not told which request it serves, so the errors are marked before it sees them. */
function rememberRequestIds(requestIds: WeakMap<Error, string>): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) requestIds.set(error, contextValue.requestId);
      },
    }),
  };
}

/** Express 5 leaves `body` undefined without a body, which Apollo takes for a missing parser. */
const emptyBodyAsObject: RequestHandler = (request, _response, next) => {
  request.body ??= {};
  next();
};

function toHeaders(request: express.Request): Headers {
  return new Headers(
    Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );
}

function toError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}

/** Apollo's own remarks; what fails inside operations is logged by `presentError`. */
function quietly(logger: Logger) {
  const line = (write: (message: string) => void) => (message?: unknown) => write(`Apollo: ${String(message)}`);
  return { debug: line(logger.debug), info: line(logger.debug), warn: line(logger.warn), error: line(logger.error) };
}
