import { Readable } from "node:stream";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Handover } from "../channel.ts";
import { cleanEmail, type Email, type EmailChannel, type Recipient } from "../email.ts";
import { wordsOf } from "../text.ts";
import { composeMail } from "./compose-mail.ts";

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** `wrapped` is TLS from the first byte (465), `starttls` asks for it and goes no further without, `none` is for this machine alone. */
  readonly tls: "wrapped" | "starttls" | "none";
  readonly user?: string;
  readonly password?: string;
  readonly from: Recipient;
  /** The longest that one message may take, from the connection to the last answer. */
  readonly timeoutMs?: number;
}

/** Any mail server. It knows nothing of a message afterwards, so that an unclear end stays unclear. */
export function createSmtp(options: SmtpOptions): EmailChannel {
  return {
    kind: "email",
    afterUnclear: { kind: "unknowable" },
    async send(email, signal) {
      const clean = cleanEmail(email);
      return "kind" in clean ? clean : deliver(options, clean, signal);
    },
    find: async () => ({ kind: "cannotBeAsked" }),
  };
}

/** How far a message came. */
interface Progress {
  /** Its last byte was given out: from here on, only the server knows. */
  left: boolean;
}

async function deliver(options: SmtpOptions, email: Email, signal?: AbortSignal): Promise<Handover> {
  const { messageId, bytes } = await composeMail(email, options.from);
  const { default: Connection } = await import("nodemailer/lib/smtp-connection");
  const { timeoutMs = 30_000 } = options;
  const later = timeoutMs + 1000;
  const deadline = AbortSignal.timeout(timeoutMs);
  const ending = signal ? AbortSignal.any([signal, deadline]) : deadline;
  if (ending.aborted) return { kind: "retry", afterMs: null, code: "", words: "given up before it left" };
  const connection = new Connection({
    ...{ host: options.host, port: options.port, secure: options.tls === "wrapped" },
    ...{ requireTLS: options.tls === "starttls", ignoreTLS: options.tls === "none", socketCloseTimeout: 0 },
    // Ours comes first, and is for all of it.
    ...{ connectionTimeout: later, greetingTimeout: later, socketTimeout: later, dnsTimeout: later },
  });
  const progress: Progress = { left: false };
  let give = () => undefined;
  try {
    const ended = new Promise<never>((_resolve, reject) => {
      give = () => void reject(new Error(deadline.aborted ? "no answer in time" : "given up"));
      ending.addEventListener("abort", give);
      connection.once("error", reject);
      connection.once("end", () => reject(new Error("the server hung up")));
    });
    // Whoever is first decides; what comes after has nobody to listen.
    ended.catch(() => undefined);
    connection.on("error", () => undefined);
    await Promise.race([converse(connection, options, email.to.address, bytes, progress), ended]);
    connection.quit();
    return { kind: "handedOver", providerId: messageId };
  } catch (error) {
    connection.close();
    return handoverOf(error, progress);
  } finally {
    ending.removeEventListener("abort", give);
  }
}

async function converse(
  connection: SMTPConnection,
  { user, password, from }: SmtpOptions,
  to: string,
  bytes: Buffer,
  progress: Progress,
): Promise<void> {
  await step((done) => connection.connect(done));
  if (user !== undefined) await step((done) => connection.login({ user, pass: password ?? "" }, done));
  const message = Readable.from([bytes], { objectMode: false });
  message.once("end", () => {
    progress.left = true;
  });
  await step((done) => connection.send({ from: from.address, to: [to], size: bytes.length }, message, done));
}

function step(start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
}

function handoverOf(error: unknown, { left }: Progress): Handover {
  const status = Number(partOf(error, "responseCode") ?? 0);
  const words = wordsOf(String(partOf(error, "response") ?? partOf(error, "message") ?? error));
  const ours = String(partOf(error, "code") ?? "");
  const code = status > 0 ? String(status) : ours;
  if (status >= 500) return { kind: "rejected", cause: causeOf(ours, partOf(error, "command")), code, words };
  if (status >= 400) return { kind: "retry", afterMs: null, code, words };
  if (left) return { kind: "unclear", words };
  // Without an answer: a server without the sign-in or the TLS that we must have will not get them by waiting.
  if (ours === "EAUTH" || ours === "ETLS") return { kind: "rejected", cause: "account", code, words };
  return { kind: "retry", afterMs: null, code, words };
}

/** What nodemailer adds to an error. */
function partOf(error: unknown, name: "code" | "command" | "message" | "response" | "responseCode"): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
}

function causeOf(code: string, command: unknown): "account" | "address" | "message" {
  if (command === "RCPT TO") return "address";
  return code === "EMESSAGE" || command === "DATA" ? "message" : "account";
}
