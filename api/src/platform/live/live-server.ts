// The websocket side of /graphql, and how subscriptions are shared:
// 1. A subscription resolver is a method marked @Live that answers a LiveFeed: a state in memory and its changes.
// 2. Subscriptions equal in document, operation, variables and (see @Live) asker join one SharedExecution.
// 3. It resolves and stringifies each event once; every socket gets its own id around the same bytes.
// 4. Whoever joins gets a snapshot, taken in the same synchronous step, and from there every change.
// 5. Who reads too slowly, or whose feed failed, is disconnected and starts from a snapshot again.
import { randomUUID } from "node:crypto";
import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type ExecutionArgs, GraphQLError, type GraphQLSchema, getOperationAST } from "graphql";
import {
  type Context,
  GRAPHQL_TRANSPORT_WS_PROTOCOL,
  handleProtocols,
  makeServer,
  type Server,
  type SubscribePayload,
} from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { costError } from "../graphql/cost.ts";
import type { GraphqlLimits } from "../graphql/limits.ts";
import { presentError } from "../graphql/present-error.ts";
import type { CreateRequestContext, Session } from "../graphql/request-context.ts";
import type { Logger } from "../logger.ts";
import { Admission } from "./admission.ts";
import { closeCode, LiveConnection } from "./connection.ts";
import { Connections } from "./connections.ts";
import { Documents } from "./documents.ts";
import { Executions, type LiveOperation } from "./executions.ts";
import { MessageBudget, type MessageLimits, messageLimits } from "./message-budget.ts";
import { LiveSubscription } from "./subscription.ts";

export interface LiveServerOptions {
  readonly schema: GraphQLSchema;
  readonly limits: GraphqlLimits;
  readonly createContext: CreateRequestContext;
  readonly sessionOf: (headers: Headers) => Promise<Session | null>;
  readonly clientIpOf: (request: IncomingMessage) => string;
  /** Whether pages of this origin may connect; a request without one is not from a browser. */
  readonly allowsOrigin: (origin: string, request: IncomingMessage) => boolean;
  readonly logger: Logger;
  readonly connectionInitWaitMilliseconds?: number;
  readonly pingEveryMilliseconds?: number;
  readonly maxConnections?: number;
  readonly maxConnectionsPerAddress?: number;
  readonly messageLimits?: MessageLimits;
}

export interface LiveServer {
  /** For the `upgrade` event of the HTTP server. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Close what a sign-in has open, and whatever it tries to open from a lookup already under way. */
  endSession(sessionId: string): void;
  connectionCount(): number;
  executionCount(): number;
  /** Ask every client to come back later; resolves when all are gone. */
  stop(): Promise<void>;
}

const maxOperationsPerConnection = 50;
const maxIdLength = 128;
/** In this process. An office behind one address has its pages open; a page that is open holds one socket. */
const maxConnectionsPerAddress = 200;

export function createLiveServer(options: LiveServerOptions): LiveServer {
  const { limits, logger } = options;
  const executions = new Executions(options);
  const connections = new Connections({ pingEveryMilliseconds: options.pingEveryMilliseconds ?? 30_000 });
  const admission = new Admission(options.maxConnectionsPerAddress ?? maxConnectionsPerAddress);
  const protocol = createProtocol(options, executions);
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.bodyBytes,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });

  const open = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const refusal = refusalOf(request, options, connections);
    if (refusal) return refuse(socket, refusal);
    const ip = options.clientIpOf(request);
    const leave = admission.enter(ip);
    if (!leave) return refuse(socket, 429);
    socket.once("close", leave);
    const session = isGuest(request) ? null : await options.sessionOf(toHeaders(request));
    if (socket.destroyed) return;
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const budget = new MessageBudget(options.messageLimits ?? messageLimits, performance.now());
      const connection = new LiveConnection({ socket: webSocket, session, ip, budget });
      attach(webSocket, connection, protocol, logger);
      connections.add(connection);
    });
  };

  return {
    upgrade(request, socket, head) {
      const ignore = (): void => undefined;
      socket.on("error", ignore);
      open(request, socket, head)
        .catch((error: unknown) => {
          logger.error("A websocket could not be opened", { error });
          refuse(socket, 500);
        })
        .finally(() => socket.off("error", ignore));
    },
    endSession: (sessionId) => connections.endSession(sessionId),
    connectionCount: () => connections.size,
    executionCount: () => executions.size,
    stop: () => connections.stop(),
  };
}

function refusalOf(request: IncomingMessage, options: LiveServerOptions, connections: Connections): number | null {
  const { origin } = request.headers;
  if (origin !== undefined && !options.allowsOrigin(origin, request)) return 403;
  if (connections.stopping || connections.size >= (options.maxConnections ?? 50_000)) return 503;
  const offered = request.headers["sec-websocket-protocol"]?.split(",").map((name) => name.trim()) ?? [];
  return offered.includes(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? null : 400;
}

/** A page in another site's frame asks for nobody's sign-in, which a websocket cannot leave out: the browser sends its cookies. */
function isGuest({ url, headers }: IncomingMessage): boolean {
  return !headers.cookie || (url?.split("?")[1]?.split("&").includes("guest") ?? false);
}

function refuse(socket: Duplex, status: number): void {
  if (socket.destroyed) return;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Between ws and graphql-ws. */
function attach(socket: WebSocket, connection: LiveConnection, protocol: Server<LiveConnection>, logger: Logger): void {
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (message) => connection.send(message),
      close: (code, reason) => connection.close(code ?? closeCode.tryAgain, reason ?? ""),
      onMessage: (handle) =>
        socket.on("message", (message) => {
          // What still arrives while the socket closes must not run: the sign-in may just have ended.
          if (socket.readyState !== socket.OPEN) return;
          if (!connection.budget.spend(performance.now())) {
            connection.close(closeCode.tooMany, "Too many messages");
            return;
          }
          handle(String(message)).catch((error: unknown) => {
            if (error instanceof Error && error.message.startsWith("Unexpected message of type")) {
              connection.close(closeCode.badRequest, "Invalid message received");
              return;
            }
            logger.error("A websocket message was not handled", { error });
            connection.close(closeCode.tryAgain, "Please try again");
          });
        }),
    },
    connection,
  );
  socket.on("error", (error) => logger.debug("A websocket broke", { error }));
  socket.on("close", (code, reason) => void closed(code, String(reason)));
}

type LiveContext = Context<Record<string, unknown> | undefined, LiveConnection>;

/** graphql-ws with our own documents, limits, errors and, for subscriptions, our own fan-out. */
function createProtocol(options: LiveServerOptions, executions: Executions): Server<LiveConnection> {
  const { schema, limits, createContext, logger } = options;
  const documents = new Documents(schema, limits);
  return makeServer<Record<string, unknown> | undefined, LiveConnection>({
    connectionInitWaitTimeout: options.connectionInitWaitMilliseconds ?? 10_000,
    onSubscribe(context, id, payload) {
      const prepared = prepare(context, id, payload, documents, options);
      if (Array.isArray(prepared)) return prepared;
      const { operation } = prepared;
      const args = {
        schema,
        document: operation.document,
        operationName: operation.operationName,
        variableValues: operation.variables,
      };
      if (operation.operation.operation === "subscription") return { ...args, contextValue: prepared };
      const { viewer, ip } = operation;
      return { ...args, contextValue: createContext({ requestId: randomUUID(), ip, viewer }) };
    },
    subscribe({ contextValue }) {
      if (!(contextValue instanceof Prepared)) throw new Error("A subscription was not prepared.");
      const subscription = new LiveSubscription(contextValue.connection, contextValue.id);
      subscription.leave = executions.join(contextValue.operation, subscription);
      return subscription;
    },
    onNext: (_context, _id, _payload, args, result) => {
      if (!result.errors) return;
      const requestId = requestIdIn(args);
      const errors = result.errors.map((error) => presentError(error, { requestId, logger }));
      return result.data === undefined ? { errors } : { data: result.data, errors };
    },
    onError: (_context, _id, _payload, errors) =>
      errors.map((error) => presentError(error, { requestId: randomUUID(), logger })),
  });
}

/** An operation that passed every check, with the place its results go to. */
class Prepared {
  readonly connection: LiveConnection;
  readonly id: string;
  readonly operation: LiveOperation;

  constructor(connection: LiveConnection, id: string, operation: LiveOperation) {
    this.connection = connection;
    this.id = id;
    this.operation = operation;
  }
}

function prepare(
  context: LiveContext,
  id: string,
  payload: SubscribePayload,
  documents: Documents,
  options: LiveServerOptions,
): Prepared | GraphQLError[] {
  if (id.length > maxIdLength) return refused(`An operation id has at most ${maxIdLength} characters.`);
  if (Object.keys(context.subscriptions).length > maxOperationsPerConnection) {
    return refused(
      `One connection has at most ${maxOperationsPerConnection} operations at a time. Complete one, or open another connection.`,
    );
  }
  const checked = documents.check(payload.query);
  if (checked.errors) return [...checked.errors];
  const { document } = checked;
  const { operationName, variables } = payload;
  const operation = getOperationAST(document, operationName);
  if (!operation)
    return refused("Name the operation to run: `operationName` must be one of the operations in the document.");
  const costly = costError({ schema: options.schema, document, operation, variables }, options.limits.cost);
  if (costly) return [costly];
  const { extra: connection } = context;
  const { session, ip } = connection;
  const viewer = session?.viewer ?? null;
  return new Prepared(connection, id, {
    document,
    documentId: checked.id,
    operation,
    operationName,
    variables,
    viewer,
    ip,
  });
}

function refused(message: string): GraphQLError[] {
  return [new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } })];
}

function requestIdIn({ contextValue }: ExecutionArgs): string {
  const known = typeof contextValue === "object" && contextValue !== null && "requestId" in contextValue;
  return known ? String(contextValue.requestId) : randomUUID();
}

function toHeaders(request: IncomingMessage): Headers {
  return new Headers({ cookie: request.headers.cookie ?? "" });
}
