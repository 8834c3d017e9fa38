import { type Addressed, type Channel, type Rejected, rejected } from "./channel.ts";
import { checkId, manyLines } from "./text.ts";

export interface Sms extends Addressed {
  /** A number by E.164, like +4915112345678. */
  readonly to: string;
  readonly body: string;
}

export type SmsChannel = Channel<Sms>;

const number = /^\+[1-9]\d{6,14}$/;
/** What providers take, ten parts of plain letters. */
const LONGEST_BODY = 1600;

/** What every adapter does first. */
export function cleanSms({ id, to, body }: Sms): Sms | Rejected {
  checkId(id);
  if (!number.test(to))
    return rejected("address", "The number is not one phone number with its country, like +4915112345678.");
  const clean = manyLines(body).trim();
  if (clean === "") return rejected("message", "There is no text in it.");
  if (clean.length > LONGEST_BODY) return rejected("message", `It is longer than ${LONGEST_BODY} characters.`);
  return { id, to, body: clean };
}

interface SmsSize {
  /** How many messages it is sent, and paid, as. */
  readonly segments: number;
  readonly encoding: "gsm7" | "ucs2";
  /** The characters that make it `ucs2`, each once: without them it might be far fewer segments. */
  readonly costly: readonly string[];
}

/** The basic table of GSM 03.38, and the extension, whose characters take two places. */
const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const extended = new Set("^{}\\[~]|€\f");

/** How a text is cut up: 160 places for one message and 153 for each of several; 70 and 67 with any other character. */
export function sizeOfSms(body: string): SmsSize {
  const characters = [...body];
  const costly = [...new Set(characters.filter((it) => !basic.has(it) && !extended.has(it)))];
  if (costly.length === 0) {
    const segments = countSegments(
      characters.map((it) => (extended.has(it) ? 2 : 1)),
      160,
      153,
    );
    return { segments, encoding: "gsm7", costly };
  }
  return {
    segments: countSegments(
      characters.map((it) => it.length),
      70,
      67,
    ),
    encoding: "ucs2",
    costly,
  };
}

/** A character of two places is not cut in two. */
function countSegments(places: readonly number[], alone: number, each: number): number {
  if (places.reduce((sum, size) => sum + size, 0) <= alone) return 1;
  let segments = 1;
  let used = 0;
  for (const size of places) {
    if (used + size > each) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return segments;
}
