import { createServer, type RequestListener } from "node:http";
import type { LiveServer } from "../live/live-server.ts";
import { StartError } from "../start-error.ts";

export interface ServeOptions {
  readonly app: RequestListener;
  readonly live: LiveServer;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface HttpServer {
  readonly port: number;
  /** Takes no more connections, sends the websockets away, lets running requests finish for `grace`. */
  stop(): Promise<void>;
}

const graceMilliseconds = 5_000;

/** @throws when the port is taken, with a message for the person who chose it. */
export async function serve({ app, live, host, port }: ServeOptions): Promise<HttpServer> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 }, app);
  server.on("upgrade", (request, socket, head) => {
    if (request.url?.split("?")[0] === "/graphql") live.upgrade(request, socket, head);
    else socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection whose request ends while we stop would otherwise be kept alive for the next one.
      const idle = setInterval(() => server.closeIdleConnections(), 20);
      const impatience = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
      await live.stop();
      await closed;
      clearInterval(idle);
      clearTimeout(impatience);
    },
  };
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new StartError(`Port ${port} of ${host} is in use by another program. Choose another with PORT.`, {
      cause: error,
    });
  if (error.code === "EACCES")
    return new StartError(`Port ${port} may not be opened by this user. Choose one from 1024 with PORT.`, {
      cause: error,
    });
  return error;
}
