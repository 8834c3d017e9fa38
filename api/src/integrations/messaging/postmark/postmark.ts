import type { Models, ServerClient } from "postmark";
import type { Batch, Fate, Finding, Handover, Rejected } from "../channel.ts";
import { cleanEmail, type Email, type EmailChannel, type Recipient } from "../email.ts";
import { askAgain, exchange, handoverOf, type Trouble } from "../exchange.ts";
import { wordsOf } from "../text.ts";
import { deliveryKey, toPostmark } from "./postmark-mail.ts";

export interface PostmarkOptions {
  readonly token: string;
  readonly from: Recipient;
  /** Postmark's own where nothing is said: `outbound`. */
  readonly stream?: string;
  /** The longest that one call may take. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  /** Another origin than Postmark's, for a stand-in. */
  readonly origin?: string;
}

/** Postmark's own limit for one call. */
const LARGEST_BATCH = 500;
/** Its search shows a message only some seconds after it was taken; how many is written nowhere. */
const SETTLES_MS = 60_000;

/** Mail through Postmark's API. The sender's id travels as metadata, by which Postmark can be asked. */
export function createPostmark(options: PostmarkOptions): EmailChannel {
  const call = <T>(signal: AbortSignal | undefined, work: (client: ServerClient, write: Write) => Promise<T>) =>
    exchange({ fetch: options.fetch ?? fetch, signal, timeoutMs: options.timeoutMs ?? 30_000 }, async (through) => {
      const { client, write } = await openPostmark(options, through);
      return work(client, write);
    });
  const batch: Batch<Email> = {
    largest: LARGEST_BATCH,
    async send(emails, signal) {
      if (emails.length > LARGEST_BATCH)
        throw new RangeError(`Postmark takes at most ${LARGEST_BATCH} messages at once.`);
      const cleaned = emails.map(cleanEmail);
      const good = cleaned.filter((it): it is Email => !("kind" in it));
      if (good.length === 0) return cleaned.filter((it): it is Rejected => "kind" in it);
      const sent = await call(signal, (client, write) => client.sendEmailBatch(good.map(write)));
      const answers = sent.ok ? sent.value.values() : null;
      return cleaned.map((it): Handover => {
        if ("kind" in it) return it;
        return sent.ok ? handoverOfAnswer(answers?.next().value) : handoverOfTrouble(sent.trouble);
      });
    },
  };
  return {
    kind: "email",
    afterUnclear: { kind: "ask", settlesAfterMs: SETTLES_MS },
    batch,
    async send(email, signal) {
      const clean = cleanEmail(email);
      if ("kind" in clean) return clean;
      const sent = await call(signal, (client, write) => client.sendEmail(write(clean)));
      return sent.ok ? handoverOfAnswer(sent.value) : handoverOfTrouble(sent.trouble);
    },
    async find({ id }, _since, signal) {
      const asked = await call(signal, (client) => ask(client, id));
      return asked.ok ? asked.value : askAgain(asked.trouble);
    },
  };
}

type Write = (email: Email) => Models.Message;

/** Loaded when first needed: 14 ms. */
async function openPostmark({ token, origin, ...options }: PostmarkOptions, through: typeof fetch) {
  const { ServerClient, Models } = await import("postmark");
  const at = new URL(origin ?? "https://api.postmarkapp.com");
  const client = new ServerClient(token, { fetch: through, requestHost: at.host, useHttps: at.protocol === "https:" });
  const settings = { ...options, trackLinks: Models.LinkTrackingOptions.None };
  const write: Write = (email) => toPostmark(email, settings);
  return { client, write };
}

/** One message's part of an answer. */
interface Answer {
  readonly ErrorCode?: number;
  readonly Message?: string;
  readonly MessageID?: string;
}

function handoverOfAnswer(answer: Answer | null | undefined): Handover {
  if (answer?.ErrorCode === 0 && answer.MessageID) return { kind: "handedOver", providerId: answer.MessageID };
  if (answer?.ErrorCode) return handoverOfCode(answer.ErrorCode, answer.Message ?? "");
  return { kind: "unclear", words: "the answer said nothing about the message" };
}

function handoverOfTrouble(trouble: Trouble): Handover {
  const { code, words } = trouble.kind === "answered" ? problemOf(trouble.body) : { code: 0, words: "" };
  const says = trouble.kind === "answered" && (trouble.status === 401 || trouble.status === 422) && code > 0;
  return says ? handoverOfCode(code, words) : handoverOf(trouble, words, code > 0 ? String(code) : "");
}

/** Of https://postmarkapp.com/developer/api/overview#error-codes: token, sender, credit, approval. */
const accountCodes = new Set([10, 400, 401, 405, 412, 413]);

function handoverOfCode(number: number, message: string): Handover {
  const told = { code: String(number), words: wordsOf(message) };
  // Maintenance, and too many requests.
  if (number === 100 || number === 429) return { kind: "retry", afterMs: null, ...told };
  if (number === 406) return { kind: "rejected", cause: "suppressed", ...told };
  if (accountCodes.has(number)) return { kind: "rejected", cause: "account", ...told };
  const isAddress = number === 300 && /'To'|recipient/i.test(message);
  return { kind: "rejected", cause: isAddress ? "address" : "message", ...told };
}

function problemOf(body: string): { code: number; words: string } {
  try {
    const { ErrorCode, Message } = JSON.parse(body);
    return { code: Number(ErrorCode) || 0, words: String(Message ?? "") };
  } catch {
    return { code: 0, words: "" };
  }
}

async function ask(client: ServerClient, id: string): Promise<Finding> {
  const { Messages } = await client.getOutboundMessages({ count: 1, offset: 0, [`metadata_${deliveryKey}`]: id });
  const [message] = Messages;
  if (!message) return { kind: "notFound" };
  const { MessageEvents = [] } = await client.getOutboundMessageDetails(message.MessageID);
  const told = MessageEvents.map(({ Type, Details }) => ({ fate: fates.get(Type), details: Details }));
  const last = told.findLast(({ fate }) => fate !== undefined);
  const words = last ? wordsIn(last.details) : "";
  return { kind: "found", providerId: message.MessageID, fate: last?.fate ?? "handedOver", words };
}

function wordsIn(details: object): string {
  if ("DeliveryMessage" in details && details.DeliveryMessage) return wordsOf(String(details.DeliveryMessage));
  return "Summary" in details ? wordsOf(String(details.Summary)) : "";
}

const fates: ReadonlyMap<string, Fate> = new Map([
  ["Delivered", "delivered"],
  ["Transient", "delayed"],
  ["Bounced", "bounced"],
  ["SpamComplaint", "complained"],
]);
