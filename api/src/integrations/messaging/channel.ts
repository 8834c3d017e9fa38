/** A message ready to leave. Every word of it may be a stranger's: an adapter encodes it for its own wire. */
export interface Message {
  /** Chosen by the sender, one for each message: sending it again with the same id delivers nothing new. */
  readonly id: string;
  readonly to: Recipient;
  readonly subject: string;
  /** Plain text, lines ended by \n. */
  readonly text: string;
}

export interface Recipient {
  readonly name: string | null;
  readonly address: string;
}

/** Proof that a message was taken over by the other side. */
interface Delivered {
  /** The other side's own id of it. */
  readonly reference: string;
}

/** A way for messages to reach people. */
export interface Channel {
  /** @throws ChannelError when the other side does not take it. */
  send(message: Message): Promise<Delivered>;
  /** What became of a message after a crash between sending and noting it; null when it never arrived there. */
  find(messageId: string): Promise<Delivered | null>;
}

/** Why a message was not taken over; a permanent one is not worth another try. */
export class ChannelError extends Error {
  override readonly name = "ChannelError";
  readonly permanent: boolean;

  constructor(message: string, { permanent, cause }: { readonly permanent: boolean; readonly cause?: unknown }) {
    super(message, { cause });
    this.permanent = permanent;
  }
}

const lineBreaks = /[\r\n\u2028\u2029]+/g;
/** All of Unicode's control characters but tab and line feed. */
const controls = /[^\P{Cc}\t\n]/gu;
const address = /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/;

/**
 * What every adapter does first: one line stays one line, control characters become spaces, lines end by \n.
 * @throws ChannelError for an address that could be read as several or as none.
 */
export function cleanMessage(message: Message): Message {
  if (!address.test(message.to.address) || message.to.address.length > 254) {
    throw new ChannelError("The address is not one email address.", { permanent: true });
  }
  const { name } = message.to;
  return {
    id: message.id,
    to: { name: name === null ? null : toLine(name), address: message.to.address },
    subject: toLine(message.subject),
    text: message.text.replace(/\r\n?/g, "\n").replace(controls, " "),
  };
}

function toLine(text: string): string {
  return text.replace(lineBreaks, " ").replace(/\t/g, " ").replace(controls, " ").trim();
}
