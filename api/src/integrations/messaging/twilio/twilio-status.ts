import type { Fate } from "../channel.ts";

const fates: ReadonlyMap<string, Fate> = new Map([
  ...["accepted", "scheduled", "queued", "sending", "sent"].map((status) => [status, "handedOver"] as const),
  ["delivered", "delivered"],
  ["read", "delivered"],
  ["undelivered", "bounced"],
  ["failed", "failed"],
  ["canceled", "failed"],
  ["partially_delivered", "failed"],
]);

/** What a status of Twilio means; undefined for those of messages that came to us. */
export function fateOf(status: string): Fate | undefined {
  return fates.get(status);
}
