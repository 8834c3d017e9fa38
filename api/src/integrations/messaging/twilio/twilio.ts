import type { Finding, Handover, RejectionCause } from "../channel.ts";
import { askAgain, exchange, handoverOf, retryAfterMs, type Trouble } from "../exchange.ts";
import { cleanSms, type Sms, type SmsChannel } from "../sms.ts";
import { wordsOf } from "../text.ts";
import { openTwilio, type TwilioClient } from "./twilio-client.ts";
import { fateOf } from "./twilio-status.ts";

export interface TwilioOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** One of our numbers, or the id of a messaging service (`MG…`) that chooses among them. */
  readonly from: string;
  /** Where Twilio tells what becomes of a message, reachable from the internet; without, it can only be asked. */
  readonly callbackUrl?: string;
  /** The longest that one call may take. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  /** Another origin than Twilio's, for a stand-in. */
  readonly origin?: string;
}

/** A message is in the list as soon as it is taken; this is for calls that are still under way when their answer is lost. */
const SETTLES_MS = 30_000;
/** Twilio tells whole seconds, by its own clock. */
const CLOCK_DIFFERENCE_MS = 30_000;
const LOOKED_AT = 50;

/**
 * SMS through Twilio. It takes no id of ours: our id stands in the callback's address, and a lost message is looked
 * for by its number, its words and its time. So two deliveries of the very same words to one person within half a
 * minute cannot be told apart.
 */
export function createTwilio(options: TwilioOptions): SmsChannel {
  const call = <T>(signal: AbortSignal | undefined, work: (client: TwilioClient) => Promise<T>) =>
    exchange({ fetch: options.fetch ?? fetch, signal, timeoutMs: options.timeoutMs ?? 30_000 }, async (through) =>
      work(await openTwilio(options, through)),
    );
  return {
    kind: "sms",
    afterUnclear: { kind: "ask", settlesAfterMs: SETTLES_MS },
    async send(sms, signal) {
      const clean = cleanSms(sms);
      if ("kind" in clean) return clean;
      const sent = await call(signal, (client) => client.messages.create(toTwilio(clean, options)));
      if (!sent.ok) return handoverOfTrouble(sent.trouble);
      const { sid } = sent.value;
      return sid ? { kind: "handedOver", providerId: sid } : { kind: "unclear", words: "the answer had no id" };
    },
    async find(sms, since, signal) {
      const asked = await call(signal, (client) => ask(client, sms, since));
      return asked.ok ? asked.value : askAgain(asked.trouble);
    },
  };
}

function toTwilio({ id, to, body }: Sms, { from, callbackUrl }: TwilioOptions) {
  const callback = callbackUrl === undefined ? null : new URL(callbackUrl);
  callback?.searchParams.set("delivery", id);
  return {
    ...{ to, body },
    ...(from.startsWith("MG") ? { messagingServiceSid: from } : { from }),
    ...(callback && { statusCallback: callback.href }),
  };
}

/** What a trial account puts in front of everything. */
const trialWords = "Sent from your Twilio trial account - ";

async function ask(client: TwilioClient, sms: Sms, since: Date): Promise<Finding> {
  const clean = cleanSms(sms);
  if ("kind" in clean) return { kind: "notFound" };
  const { to, body } = clean;
  const earliest = since.getTime() - CLOCK_DIFFERENCE_MS;
  const listed = await client.messages.list({ to, limit: LOOKED_AT, pageSize: LOOKED_AT });
  const found = listed.find(
    (it) =>
      it.direction !== "inbound" &&
      (it.body === body || it.body === trialWords + body) &&
      it.dateCreated.getTime() >= earliest,
  );
  if (!found) return { kind: "notFound" };
  const words = [found.errorCode || "", found.errorMessage ?? ""].join(" ");
  return { kind: "found", providerId: found.sid, fate: fateOf(found.status) ?? "handedOver", words: wordsOf(words) };
}

/** Of https://www.twilio.com/docs/api/errors. What is not here is about the message. */
const causes: ReadonlyMap<number, RejectionCause> = new Map([
  [21610, "suppressed"],
  // No number, not one that can be reached by SMS.
  ...[21201, 21211, 21217, 21265, 21401, 21407, 21421, 21612, 21614].map((code) => [code, "address"] as const),
  // Sign-in, sender, country or trial that our account has not got, callback.
  ...[20003, 20005, 20008, 20404, 21408, 21603, 21606, 21608, 21609, 21659, 21660, 21701, 21703, 21705, 21712].map(
    (code) => [code, "account"] as const,
  ),
]);
/** Too many at once: for the API, the number's queue, the account's day. */
const later = new Set([14107, 20429, 21611, 30001, 30022, 63038]);

function handoverOfTrouble(trouble: Trouble): Handover {
  if (trouble.kind !== "answered") return handoverOf(trouble, "");
  const { code, message } = problemOf(trouble.body);
  const told = { code: String(code || trouble.status), words: wordsOf(message) };
  if (later.has(code)) return { kind: "retry", afterMs: retryAfterMs(trouble.headers), ...told };
  const cause = trouble.status < 500 ? causes.get(code) : undefined;
  return cause ? { kind: "rejected", cause, ...told } : handoverOf(trouble, message, told.code);
}

function problemOf(body: string): { code: number; message: string } {
  try {
    const { code, message } = JSON.parse(body);
    return { code: Number(code) || 0, message: String(message ?? "") };
  } catch {
    return { code: 0, message: "" };
  }
}
