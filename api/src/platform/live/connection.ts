import type { WebSocket } from "ws";
import type { Session } from "../graphql/request-context.ts";
import type { MessageBudget } from "./message-budget.ts";

/**
 * Close codes of ours; graphql-ws clients come back after 1012 and 1013, and after 4403 without the old rights. After
 * 4400 and 4429 they do not: what they did wrong they would do again.
 */
export const closeCode = { restart: 1012, tryAgain: 1013, badRequest: 4400, forbidden: 4403, tooMany: 4429 } as const;

/** Unsent bytes at which a reader counts as too slow. It comes back and starts from a snapshot. */
const maxBufferedBytes = 1024 * 1024;

export interface LiveConnectionParts {
  readonly socket: WebSocket;
  readonly session: Session | null;
  readonly ip: string;
  readonly budget: MessageBudget;
}

/** One open socket with what the server knows of the person behind it. */
export class LiveConnection {
  readonly socket: WebSocket;
  readonly session: Session | null;
  readonly ip: string;
  readonly budget: MessageBudget;
  answeredPing = true;

  constructor({ socket, session, ip, budget }: LiveConnectionParts) {
    this.socket = socket;
    this.session = session;
    this.ip = ip;
    this.budget = budget;
  }

  send(message: string | Buffer): void {
    const { socket } = this;
    if (socket.readyState !== socket.OPEN) return;
    // A close frame would wait behind what is not being read.
    if (socket.bufferedAmount > maxBufferedBytes) socket.terminate();
    else socket.send(message, asText);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }
}

const asText = { binary: false } as const;
