import { type ChannelEvent, type EventReader, headerOf, type IncomingRequest } from "../channel-event.ts";
import { wordsOf } from "../text.ts";
import { fateOf } from "./twilio-status.ts";

export interface TwilioEventOptions {
  readonly authToken: string;
  /** The origin that Twilio calls us at: what it signs is the whole address as it knows it. */
  readonly publicUrl: string;
}

/** Twilio's callbacks: what becomes of messages, and STOP and START. */
export function createTwilioEvents({ authToken, publicUrl }: TwilioEventOptions): EventReader {
  return {
    async read(request) {
      const { validateRequest } = await import("twilio/lib/webhooks/webhooks.js");
      const fields = fieldsOf(request.body);
      const url = new URL(publicUrl).origin + request.path;
      if (!validateRequest(authToken, headerOf(request, "x-twilio-signature"), url, fields)) {
        return { kind: "forged", words: "The signature is not Twilio’s for this address and body." };
      }
      const event = eventOf(request, fields);
      return { kind: "events", events: event ? [event] : [] };
    },
  };
}

type Fields = Readonly<Record<string, string | string[]>>;

/** A name that comes twice is signed twice. */
function fieldsOf(body: string): Fields {
  const parameters = new URLSearchParams(body);
  const names = [...new Set(parameters.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

function eventOf({ path, receivedAt: at }: IncomingRequest, fields: Fields): ChannelEvent | null {
  const field = (name: string) => [fields[name] ?? ""].flat()[0] ?? "";
  const status = field("MessageStatus") || field("SmsStatus");
  const fate = fateOf(status);
  const providerId = field("MessageSid");
  if (fate && providerId) {
    const deliveryId = new URL(path, "http://x").searchParams.get("delivery");
    const code = field("ErrorCode") === "0" ? "" : field("ErrorCode");
    return { kind: "fate", providerId, deliveryId, fate, at, code, words: wordsOf(field("ErrorMessage") || status) };
  }
  const agrees = answerOf(field("OptOutType") || field("Body"));
  if (agrees === null || !field("From")) return null;
  return { kind: "consent", address: field("From"), agrees, at, words: wordsOf(field("Body")) };
}

/** The words that carriers oblige everybody to obey, in any case and alone in their message. YES is an answer to us, too. */
const stops = /^(stop|stopall|unsubscribe|cancel|end|quit|optout|revoke)[.!]?$/i;
const starts = /^(start|unstop)[.!]?$/i;

function answerOf(text: string): boolean | null {
  const word = text.trim();
  if (stops.test(word)) return false;
  return starts.test(word) ? true : null;
}
