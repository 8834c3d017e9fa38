import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { type Client, createClient } from "graphql-ws";
import { connection, setConnection } from "./lib/connection.ts";
import { embedded } from "./lib/host-page.ts";

const pingEveryMs = 12_000;
const pongWithinMs = 5_000;
const longestWaitMs = 10_000;

export const liveLink = new GraphQLWsLink(createLiveClient());

/** Retries for ever: subscriptions start again by themselves and get a fresh snapshot. */
function createLiveClient(): Client {
  let pong: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: () => `${location.origin.replace(/^http/, "ws")}/graphql${embedded ? "?guest" : ""}`,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (attempt) => backOff(attempt),
    keepAlive: pingEveryMs,
    lazyCloseTimeout: 2_000,
    on: {
      connecting: () => setConnection(connection() === "idle" ? "waiting" : connection()),
      connected: () => setConnection("live"),
      closed: (event) => {
        clearTimeout(pong);
        setConnection(isNormalClosure(event) ? "idle" : connection() === "waiting" ? "waiting" : "lost");
      },
      // A network that is gone without a word keeps the socket open: only the missing answer tells.
      ping: (received) => {
        if (!received) pong = setTimeout(() => client.terminate(), pongWithinMs);
      },
      pong: (received) => {
        if (received) clearTimeout(pong);
      },
    },
  });
  addEventListener("offline", () => client.terminate());
  return client;
}

/** Doubles from 300 ms to 10 s, spread so that a restarted server is not met by everyone at once; ends early when the network returns. */
function backOff(attempt: number): Promise<void> {
  const wait = Math.min(longestWaitMs, 300 * 2 ** attempt) * (0.5 + Math.random() / 2);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      document.removeEventListener("visibilitychange", done);
      resolve();
    };
    const timer = setTimeout(done, wait);
    addEventListener("online", done);
    document.addEventListener("visibilitychange", done);
  });
}

function isNormalClosure(event: unknown): boolean {
  return event instanceof CloseEvent && event.code === 1000;
}
