import { timingSafeEqual } from "node:crypto";

export interface WatchRequest {
  /** A UUID of the caller's; the provider may give another. */
  readonly id: string;
  /** Where notices go, https. */
  readonly address: string;
  /** Comes with each notice and proves it; at most 128 characters. */
  readonly secret: string;
}

export interface Watch {
  readonly id: string;
  /** A second name that the provider wants back when the watch is stopped. */
  readonly resourceId: string | null;
  /** What its notices carry; a renewed watch may keep the old one. */
  readonly secret: string;
  /** Epoch milliseconds; nothing is told after that. */
  readonly expiresAt: number;
}

export interface NoticeRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Read as JSON where it is JSON. */
  readonly body: unknown;
}

export type NoticeReading =
  /** The provider asks whether the address is ours: answer 200 with exactly this as text/plain. */
  | { readonly kind: "handshake"; readonly answer: string }
  /** Answer 2xx at once and work afterwards. Empty when what came is no notice. */
  | { readonly kind: "notices"; readonly notices: readonly Notice[] };

/** Notices may be lost, repeated and out of order: each says no more than “ask now”. */
export interface Notice {
  readonly watchId: string;
  readonly secret: string;
  /**
   * `began`: the watch works. `changed`, `missed`: ask for changes. `expiring`: renew with a fresh token.
   * `ended`: watch anew and ask for changes.
   */
  readonly event: "began" | "changed" | "missed" | "expiring" | "ended";
}

/** Whether a notice really comes from the watch with this secret. */
export function isNoticeOf(notice: Notice, watch: { readonly id: string; readonly secret: string }): boolean {
  const given = Buffer.from(notice.secret);
  const known = Buffer.from(watch.secret);
  return notice.watchId === watch.id && given.length === known.length && timingSafeEqual(given, known);
}
