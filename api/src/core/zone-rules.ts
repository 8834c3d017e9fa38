/** The time zone database as moment-timezone packs it: `name|abbreviations|offsets|indices|differences|population`. */
export type PackedRules = {
  readonly version: string;
  readonly zones: readonly string[];
  /** `target|link` */
  readonly links: readonly string[];
  /** `country|zone zone …` */
  readonly countries?: readonly string[] | undefined;
};

/** A zone's rules: `offsets[i]` (milliseconds east of UTC) holds before `transitions[i]`, the last one for ever after. */
export type ZoneTable = { readonly transitions: readonly number[]; readonly offsets: readonly number[] };

/** One digit of moment-timezone's base 60: 0–9, a–z, A–X. */
function digit(code: number): number {
  if (code > 96) return code - 87;
  return code > 64 ? code - 29 : code - 48;
}

/** A number in moment-timezone's base 60, with an optional fraction. */
function fromBase60(text: string): number {
  const negative = text.startsWith("-");
  const [whole = "", fraction = ""] = text.slice(negative ? 1 : 0).split(".");
  let value = 0;
  for (let i = 0; i < whole.length; i++) value = value * 60 + digit(whole.charCodeAt(i));
  let unit = 1;
  for (let i = 0; i < fraction.length; i++) {
    unit /= 60;
    value += digit(fraction.charCodeAt(i)) * unit;
  }
  return negative ? -value : value;
}

/**
 * The transitions of one packed zone. The packed data runs to the year 2499 for zones whose rules go on.
 * js-joda reads the same data and is the test of this table; its rules give no list of transitions to take instead.
 */
export function unpackZone(packed: string): ZoneTable {
  const [, , offsetsText = "", indices = "", differences = ""] = packed.split("|");
  // Packed offsets are minutes west of UTC; those of the nineteenth century have seconds.
  const kinds = offsetsText.split(" ").map((text) => -Math.round(fromBase60(text) * 60) * 1000);
  const offsets = Array.from(indices, (char) => kinds[digit(char.charCodeAt(0))] ?? 0);
  const transitions: number[] = [];
  let last = 0;
  for (const difference of differences.split(" ")) {
    if (difference === "" || transitions.length === offsets.length - 1) break;
    last = Math.round(last + fromBase60(difference) * 60_000);
    transitions.push(last);
  }
  return { transitions, offsets };
}
