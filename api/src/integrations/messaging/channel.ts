/** What every message has. Its words may be a stranger's: the adapter encodes them for its own wire. */
export interface Addressed {
  /**
   * Chosen by the sender, one for each delivery, and carried along: by it a message is asked for after an unclear end.
   * Letters, digits and `. : _ -` with single spaces, 80 at most.
   */
  readonly id: string;
}

/**
 * A way for messages to reach people. Nothing is tried twice in here: who sends decides that by the result, and no
 * expected trouble is thrown. Each call ends within the adapter's time limit or when `signal` says so.
 */
export interface Channel<M extends Addressed> {
  readonly kind: "email" | "sms" | "push";
  /** What to do when `send` ended unclear. */
  readonly afterUnclear: AfterUnclear;
  send(message: M, signal?: AbortSignal): Promise<Handover>;
  /** Many in one call, where the other side has such a thing. The results are in the order of the messages. */
  readonly batch?: Batch<M>;
  /** What became of a message that may have left before: `since` is when its first try began. */
  find(message: M, since: Date, signal?: AbortSignal): Promise<Finding>;
}

export interface Batch<M> {
  /** The most messages in one call. */
  readonly largest: number;
  send(messages: readonly M[], signal?: AbortSignal): Promise<readonly Handover[]>;
}

type AfterUnclear =
  /** `find` knows. It may be slow to: only after this time since the try does `notFound` mean that it never arrived. */
  | { readonly kind: "ask"; readonly settlesAfterMs: number }
  /** A second one takes the place of the first, wherever that is by then. */
  | { readonly kind: "repeat" }
  /** Nobody can be asked: another try may be a second message, none may mean no message. */
  | { readonly kind: "unknowable" };

/** How an attempt ended: all that a sender has to be ready for. `words` are the other side's own, where it had any. */
export type Handover =
  /** Taken over, under the other side's own id. */
  | { readonly kind: "handedOver"; readonly providerId: string }
  | Rejected
  | Retry
  /** It left, or may have, and no answer came. See `afterUnclear`. */
  | { readonly kind: "unclear"; readonly words: string };

/** Refused for good, and certainly not sent. */
export interface Rejected {
  readonly kind: "rejected";
  readonly cause: RejectionCause;
  readonly code: string;
  readonly words: string;
}

export type RejectionCause =
  /** This message cannot be sent to anybody. */
  | "message"
  /** There is nobody at this address. */
  | "address"
  /** The other side sends nothing to this person: she said stop, or earlier messages bounced. */
  | "suppressed"
  /** The push subscription has ended: forget it. */
  | "gone"
  /** Our account with the other side is in trouble; another message would fare no better until somebody mends it. */
  | "account";

/** Certainly not sent, and worth another try; no earlier than `afterMs` from now, if the other side said so. */
export interface Retry {
  readonly kind: "retry";
  readonly afterMs: number | null;
  readonly code: string;
  readonly words: string;
}

export type Finding =
  | { readonly kind: "found"; readonly providerId: string; readonly fate: Fate; readonly words: string }
  | { readonly kind: "notFound" }
  | { readonly kind: "cannotBeAsked" }
  /** It could not be asked this time. */
  | { readonly kind: "askAgain"; readonly afterMs: number | null; readonly words: string };

/** What the other side knows of a message that it took over. */
export type Fate =
  | "handedOver"
  /** Not there yet, and still being tried. */
  | "delayed"
  | "delivered"
  | "failed"
  /** Sent back, or refused by the reader's own provider. */
  | "bounced"
  /** Reported as spam by its reader. */
  | "complained";

/** A message was not handed over, for callers to whom it makes no difference why. */
class ChannelError extends Error {
  override readonly name = "ChannelError";
  readonly permanent: boolean;

  constructor(message: string, { permanent }: { readonly permanent: boolean }) {
    super(message);
    this.permanent = permanent;
  }
}

/** Sends one message. @throws ChannelError when it was not, or perhaps not, taken over. */
export async function handOver<M extends Addressed>(channel: Channel<M>, message: M): Promise<{ providerId: string }> {
  const result = await channel.send(message);
  if (result.kind === "handedOver") return { providerId: result.providerId };
  throw new ChannelError(result.words, { permanent: result.kind === "rejected" });
}

export function rejected(cause: RejectionCause, words: string, code = ""): Rejected {
  return { kind: "rejected", cause, code, words };
}
