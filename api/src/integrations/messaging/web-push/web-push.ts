import { createHash } from "node:crypto";
import type { Handover } from "../channel.ts";
import { exchange, handoverOf, type Trouble } from "../exchange.ts";
import { cleanPush, type Push, type PushChannel } from "../push.ts";
import { wordsOf } from "../text.ts";
import type { VapidKeys } from "./vapid-keys.ts";

export interface WebPushOptions {
  readonly keys: VapidKeys;
  /** Whom push services may write to: `mailto:` or an https address. */
  readonly subject: string;
  /** The longest that one call may take. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  /** Other push services than those of the browsers. */
  readonly isPushService?: (endpoint: string) => boolean;
}

/** The push services of Chrome and its kin, Firefox, Safari and Edge. */
const services =
  /^(fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com|[\w-]+\.push\.apple\.com|[\w-]+\.notify\.windows\.com)$/;

/** A page can claim any address to be its push service: we call those of browsers alone, not what is near to us. */
export function isBrowserPushService(endpoint: string): boolean {
  return services.test(URL.parse(endpoint)?.hostname ?? "");
}

/** Notifications in browsers (RFC 8030, 8291, 8292), readable by the browser alone. */
export function createWebPush(options: WebPushOptions): PushChannel {
  const { isPushService = isBrowserPushService } = options;
  return {
    kind: "push",
    // The push service keeps one of a topic, and the device shows one of a tag.
    afterUnclear: { kind: "repeat" },
    async send(push, signal) {
      const clean = cleanPush(push);
      if ("kind" in clean) return clean;
      const { endpoint } = clean.to;
      if (!isPushService(endpoint)) {
        return {
          kind: "rejected",
          cause: "address",
          code: "",
          words: "The subscription is of no push service that we know.",
        };
      }
      const { headers, body } = await seal(clean, options);
      const sent = await exchange(
        { fetch: options.fetch ?? fetch, signal, timeoutMs: options.timeoutMs ?? 20_000 },
        (through) => through(endpoint, { method: "POST", headers, body }),
      );
      if (!sent.ok) return handoverOfTrouble(sent.trouble);
      return { kind: "handedOver", providerId: idIn(sent.value.headers) ?? clean.id };
    },
    find: async () => ({ kind: "cannotBeAsked" }),
  };
}

async function seal(push: Push, { keys, subject }: WebPushOptions) {
  const { title, body, url, tag, to, ttlSeconds, urgency } = push;
  // Loaded when first needed: 27 ms.
  const { default: webPush } = await import("web-push");
  // 120 and 400 characters and an address of 1500 stay far below the 4096 bytes that services take.
  const details = webPush.generateRequestDetails(
    { endpoint: to.endpoint, keys: { ...to.keys } },
    JSON.stringify({ title, body, url, tag }),
    { vapidDetails: { subject, ...keys }, TTL: ttlSeconds, urgency, topic: topicOf(tag) },
  );
  const { "Content-Length": _counted, ...headers } = details.headers;
  return {
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: new Uint8Array(details.body ?? []),
  };
}

/** RFC 8030 5.4: up to 32 characters of base64url. */
function topicOf(tag: string): string {
  return createHash("sha256").update(tag).digest("base64url").slice(0, 32);
}

function idIn(headers: Headers): string | null {
  return headers.get("apns-id") ?? headers.get("location");
}

function handoverOfTrouble(trouble: Trouble): Handover {
  const words = trouble.kind === "answered" ? wordsIn(trouble.body) : "";
  if (trouble.kind === "answered" && (trouble.status === 404 || trouble.status === 410)) {
    return {
      kind: "rejected",
      cause: "gone",
      code: String(trouble.status),
      words: words || "The subscription has ended.",
    };
  }
  return handoverOf(trouble, words);
}

/** Firefox says `message`, Safari `reason`, and others plain text or a page. */
function wordsIn(body: string): string {
  try {
    const { message, reason } = JSON.parse(body);
    return wordsOf(String(message ?? reason ?? ""));
  } catch {
    return body.startsWith("<") ? "" : wordsOf(body);
  }
}
