import { closeCode, type LiveConnection } from "./connection.ts";

/** How long an ended session is remembered, for sockets whose lookup was under way when it ended. */
const rememberEndedFor = 60_000;
/** A client that does not answer the closing handshake is cut off after this. */
const closingGrace = 2_000;

/** The open sockets of this process: which session each belongs to, and whether its client still lives. */
export class Connections {
  stopping = false;
  readonly #all = new Set<LiveConnection>();
  readonly #bySession = new Map<string, Set<LiveConnection>>();
  readonly #ended = new Map<string, number>();
  readonly #pings: NodeJS.Timeout;
  #whenEmpty: (() => void) | null = null;

  constructor({ pingEveryMilliseconds }: { readonly pingEveryMilliseconds: number }) {
    this.#pings = setInterval(() => this.#sweep(), pingEveryMilliseconds).unref();
  }

  get size(): number {
    return this.#all.size;
  }

  add(connection: LiveConnection): void {
    const { socket, session } = connection;
    this.#all.add(connection);
    socket.on("close", () => this.#remove(connection));
    socket.on("pong", () => {
      connection.answeredPing = true;
    });
    if (this.stopping) connection.close(closeCode.restart, "Restarting");
    if (!session) return;
    const { sessionId } = session.viewer;
    const siblings = this.#bySession.get(sessionId) ?? new Set();
    this.#bySession.set(sessionId, siblings.add(connection));
    if (this.#ended.has(sessionId)) signOut(connection);
  }

  endSession(sessionId: string): void {
    this.#ended.set(sessionId, Date.now());
    for (const connection of this.#bySession.get(sessionId) ?? []) signOut(connection);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.#pings);
    if (this.#all.size === 0) return;
    const empty = new Promise<void>((resolve) => {
      this.#whenEmpty = resolve;
    });
    for (const connection of this.#all) connection.close(closeCode.restart, "Restarting");
    const impatience = setTimeout(() => this.#terminateAll(), closingGrace);
    await empty;
    clearTimeout(impatience);
  }

  #remove(connection: LiveConnection): void {
    this.#all.delete(connection);
    if (this.#all.size === 0) this.#whenEmpty?.();
    const sessionId = connection.session?.viewer.sessionId;
    if (!sessionId) return;
    const siblings = this.#bySession.get(sessionId);
    siblings?.delete(connection);
    if (siblings?.size === 0) this.#bySession.delete(sessionId);
  }

  /** Drop who did not answer the last ping, end expired sign-ins, ping the rest. */
  #sweep(): void {
    const now = Date.now();
    for (const [sessionId, endedAt] of this.#ended) if (endedAt + rememberEndedFor < now) this.#ended.delete(sessionId);
    for (const connection of this.#all) {
      if (!connection.answeredPing) connection.socket.terminate();
      else if (connection.session && connection.session.expiresAt < now) signOut(connection);
      else {
        connection.answeredPing = false;
        connection.socket.ping();
      }
    }
  }

  #terminateAll(): void {
    for (const connection of this.#all) connection.socket.terminate();
  }
}

function signOut(connection: LiveConnection): void {
  connection.close(closeCode.forbidden, "Signed out");
}
