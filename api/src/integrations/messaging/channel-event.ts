import type { Fate } from "./channel.ts";

/** What the other side tells on its own, after it took a message over. */
export type ChannelEvent =
  | {
      readonly kind: "fate";
      readonly providerId: string;
      /** The sender's own id of the message, where the other side carries it. */
      readonly deliveryId: string | null;
      readonly fate: Fate;
      readonly at: Date;
      readonly code: string;
      /** The other side's own. */
      readonly words: string;
    }
  /** A person said whether she wants messages of this channel. */
  | {
      readonly kind: "consent";
      readonly address: string;
      readonly agrees: boolean;
      readonly at: Date;
      readonly words: string;
    };

/** A request as it came, its body unread: signatures are over the very bytes. */
export interface IncomingRequest {
  /** Path and query as they came, like `/api/messages/twilio?delivery=1`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  readonly receivedAt: Date;
}

export type Reading =
  | { readonly kind: "events"; readonly events: readonly ChannelEvent[] }
  /** Not from the other side: answer 403. */
  | { readonly kind: "forged"; readonly words: string };

export interface EventReader {
  /** What of a request is no event that we know is left out. */
  read(request: IncomingRequest): Promise<Reading>;
}

const order: readonly Fate[] = ["handedOver", "delayed", "delivered", "failed", "bounced", "complained"];

/**
 * The fate that stands after two were told. Events come repeated and in any order, so that the order of their coming
 * means nothing: the later stage of a message's life wins.
 */
export function laterFate(a: Fate, b: Fate): Fate {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

/** The first value of a header, whatever the case of its name. */
export function headerOf({ headers }: IncomingRequest, name: string): string {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return (typeof value === "string" ? value : value?.[0]) ?? "";
}
