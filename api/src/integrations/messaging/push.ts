import { ECDH } from "node:crypto";
import { type Addressed, type Channel, type Rejected, rejected } from "./channel.ts";
import { checkId, manyLines, oneLine, webAddress } from "./text.ts";

export interface Push extends Addressed {
  readonly to: PushSubscription;
  /** Cut at 120 characters, and the body at 400: no device shows more. */
  readonly title: string;
  readonly body: string;
  /** The page of ours that it opens. */
  readonly url: string;
  /** A later one with the same tag takes the place of an earlier one. */
  readonly tag: string;
  /** How long it is worth bringing to a device that is off now; 0 is now or never. */
  readonly ttlSeconds: number;
  /** What of a device's battery it is worth (RFC 8030 5.3). */
  readonly urgency: "very-low" | "low" | "normal" | "high";
}

/** As a browser gives it (Push API 8). */
interface PushSubscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

export type PushChannel = Channel<Push>;

const LONGEST_TTL_SECONDS = 28 * 86_400;
const LONGEST_ADDRESS = 1500;

/** What every adapter does first. */
export function cleanPush(push: Push): Push | Rejected {
  checkId(push.id);
  const { id, to, urgency } = push;
  if (!isSubscription(to)) return rejected("address", "This is not a push subscription.");
  const url = webAddress(push.url);
  if (url === null || url.length > LONGEST_ADDRESS)
    return rejected("message", "The page that it opens has no web address.");
  const title = cut(oneLine(push.title), 120);
  if (title === "") return rejected("message", "There is no title on it.");
  const tag = oneLine(push.tag);
  if (tag === "" || tag.length > 100) return rejected("message", "Its tag is empty or longer than 100 characters.");
  const ttlSeconds = Math.round(Math.min(Math.max(0, push.ttlSeconds), LONGEST_TTL_SECONDS));
  return { id, to, urgency, title, body: cut(manyLines(push.body).trim(), 400), url, tag, ttlSeconds };
}

/** Whether this can be a subscription: an https address, a point on P-256 and a secret of 16 bytes. */
function isSubscription({ endpoint, keys }: PushSubscription): boolean {
  const url = URL.parse(endpoint);
  const isPlain = url?.protocol === "https:" && url.username + url.password + url.port === "";
  if (!isPlain || endpoint.length > 2048 || Buffer.from(keys.auth, "base64url").length !== 16) return false;
  const point = Buffer.from(keys.p256dh, "base64url");
  try {
    ECDH.convertKey(point, "prime256v1");
    return point.length === 65;
  } catch {
    return false;
  }
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
