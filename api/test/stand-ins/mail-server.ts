import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export const mailUser = { user: "kairos", password: "mail-password" };

/** What a mail server may do to a client. */
export type MailFault =
  | {
      readonly kind: "refuse";
      readonly at: "connect" | "sender" | "recipient" | "message";
      readonly code: number;
      readonly words: string;
    }
  /** Takes the message and hangs up before it says so. */
  | { readonly kind: "answerLost" }
  /** Takes the message and never says so. */
  | { readonly kind: "silence" }
  /** Hangs up before it takes anything. */
  | { readonly kind: "hangUp" };

interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** A mail server on this machine that keeps what it takes. */
export class MailServer {
  readonly taken: TakenMail[] = [];
  sessions = 0;
  readonly #faults: MailFault[] = [];
  readonly #server: SMTPServer;
  #port = 0;

  private constructor() {
    this.#server = new SMTPServer({
      ...{ disabledCommands: ["STARTTLS"], authOptional: true, allowInsecureAuth: true, closeTimeout: 10 },
      onAuth: ({ username, password }, _session, done) => {
        const isRight = username === mailUser.user && password === mailUser.password;
        if (isRight) done(null, { user: username });
        else done(refusal(535, "5.7.8 Authentication credentials invalid"));
      },
      onConnect: (_session, done) => {
        this.sessions += 1;
        if (this.#meets("hangUp")) {
          for (const connection of this.#server.connections) connection.close();
        } else done(this.#refusalAt("connect"));
      },
      onMailFrom: (_address, _session, done) => done(this.#refusalAt("sender")),
      onRcptTo: (_address, _session, done) => done(this.#refusalAt("recipient")),
      onData: async (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk);
        const refused = this.#refusalAt("message");
        if (refused) return done(refused);
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        this.taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) });
        if (this.#meets("silence")) return undefined;
        if (!this.#meets("answerLost")) return done();
        for (const connection of this.#server.connections) connection.close();
        return undefined;
      },
    });
    this.#server.on("error", () => undefined);
  }

  static async start(): Promise<MailServer> {
    const server = new MailServer();
    const listening = server.#server.listen(0, "127.0.0.1");
    await new Promise((resolve) => listening.once("listening", resolve));
    // `listen` on a port gives no path.
    server.#port = (listening.address() as AddressInfo).port;
    return server;
  }

  get port(): number {
    return this.#port;
  }

  /** The next client meets this, once. */
  meet(fault: MailFault): void {
    this.#faults.push(fault);
  }

  clear(): void {
    this.taken.splice(0);
    this.#faults.splice(0);
    this.sessions = 0;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }

  #meets(kind: MailFault["kind"]): boolean {
    const at = this.#faults.findIndex((fault) => fault.kind === kind);
    if (at >= 0) this.#faults.splice(at, 1);
    return at >= 0;
  }

  #refusalAt(stage: string): Error | null {
    const at = this.#faults.findIndex((fault) => fault.kind === "refuse" && fault.at === stage);
    const [fault] = at < 0 ? [] : this.#faults.splice(at, 1);
    return fault?.kind === "refuse" ? refusal(fault.code, fault.words) : null;
  }
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
