import { type Addressed, type Channel, type Rejected, rejected } from "./channel.ts";
import { checkId, manyLines, oneLine, webAddress } from "./text.ts";

export interface Email extends Addressed {
  readonly to: Recipient;
  readonly subject: string;
  /** Plain text, lines ended by \n. */
  readonly text: string;
  /** The same for programs that show HTML; whoever makes it has encoded every stranger's word in it. */
  readonly html?: string;
  /** Who it is from, in front of the channel's own address. */
  readonly fromName?: string;
  /** Where answers go; without, to the channel's own address. */
  readonly replyTo?: Recipient;
  /** An iCalendar object, which calendar programs offer to take over. */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL" | "PUBLISH"; readonly content: string };
  /** The address where one POST ends such messages (RFC 8058). */
  readonly unsubscribeUrl?: string;
}

export interface Recipient {
  readonly name: string | null;
  readonly address: string;
}

export type EmailChannel = Channel<Email>;

const address = /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/;
/** RFC 5321 4.5.3.1. */
const LONGEST_ADDRESS = 254;
/** Beyond it, others cut or refuse. */
const LARGEST_PART = 1024 * 1024;

/** What every adapter does first: one line stays one line, and what could be read as several addresses is refused. */
export function cleanEmail(email: Email): Email | Rejected {
  checkId(email.id);
  const { to, replyTo, calendar, html } = email;
  if (!isAddress(to.address)) return rejected("address", "The address is not one email address.");
  if (replyTo && !isAddress(replyTo.address)) return rejected("message", "The address for answers is not one address.");
  const unsubscribeUrl = email.unsubscribeUrl === undefined ? undefined : webAddress(email.unsubscribeUrl);
  if (unsubscribeUrl === null) return rejected("message", "The address to unsubscribe at is not a web address.");
  const text = manyLines(email.text);
  if (text.trim() === "") return rejected("message", "There is no text in it.");
  const parts = [text, html ?? "", calendar?.content ?? "", email.subject];
  if (parts.some((part) => part.length > LARGEST_PART)) return rejected("message", "It is larger than one megabyte.");
  return {
    ...{ id: email.id, to: cleanRecipient(to), subject: oneLine(email.subject), text },
    ...(html !== undefined && { html: manyLines(html) }),
    ...(email.fromName !== undefined && { fromName: oneLine(email.fromName) }),
    ...(replyTo && { replyTo: cleanRecipient(replyTo) }),
    ...(calendar && { calendar }),
    ...(unsubscribeUrl !== undefined && { unsubscribeUrl }),
  };
}

/** Headers that every adapter adds, besides those of the letter itself. */
export function extraHeaders({ unsubscribeUrl }: Email): Readonly<Record<string, string>> {
  return {
    // Answering machines leave it alone (RFC 3834).
    "Auto-Submitted": "auto-generated",
    ...(unsubscribeUrl !== undefined && {
      "List-Unsubscribe": `<${unsubscribeUrl}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  };
}

function isAddress(text: string): boolean {
  return address.test(text) && text.length <= LONGEST_ADDRESS && text.isWellFormed() && !/\p{C}/u.test(text);
}

function cleanRecipient({ name, address: at }: Recipient): Recipient {
  const clean = name === null ? "" : oneLine(name);
  return { name: clean === "" ? null : clean, address: at };
}
