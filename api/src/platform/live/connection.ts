import type { WebSocket } from "ws";
import type { Session } from "../graphql/request-context.ts";

/** Close codes of ours; graphql-ws clients come back after 1012 and 1013, and after 4403 without the old rights. */
export const closeCode = { restart: 1012, tryAgain: 1013, badRequest: 4400, forbidden: 4403 } as const;

/** Unsent bytes at which a reader counts as too slow. It comes back and starts from a snapshot. */
const maxBufferedBytes = 1024 * 1024;

/** One open socket with what the server knows of the person behind it. */
export class LiveConnection {
  readonly socket: WebSocket;
  readonly session: Session | null;
  readonly ip: string;
  answeredPing = true;

  constructor(socket: WebSocket, session: Session | null, ip: string) {
    this.socket = socket;
    this.session = session;
    this.ip = ip;
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
