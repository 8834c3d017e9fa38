import { DAY, HOUR, MINUTE } from "./local-date.ts";
import { type Zone, zone } from "./zone.ts";

/** Nobody is asked anything between these hours of her own clock. */
const WAKING_FROM = 7 * HOUR;
const WAKING_UNTIL = 22 * HOUR;
/** So many could be asked one after the other before it is too late. */
const TURNS = 4;
const SHORTEST = 5 * MINUTE;
/** Less is no time to read a message in. */
const TOO_SHORT = 2 * MINUTE;

export type OfferQuestion = {
  readonly now: number;
  /** From then on the session can no longer be booked, epoch milliseconds. */
  readonly latest: number;
  /** How long an answer may take where there is time enough. */
  readonly offerMinutes: number;
  readonly timeZone: string;
};

/**
 * When to tell somebody of an offer, and until when she may accept it. Only her waking time, 7:00 to 22:00, counts: an
 * offer made at night is told in the morning, one made late in the evening has the rest of its time then. Near the
 * session she has a quarter of what is left, five minutes at least, so that others can still be asked after her.
 */
export function offerTimes(
  question: OfferQuestion,
): { readonly tellAt: number; readonly expiresAt: number } | "night" | "tooClose" {
  const { now, latest, offerMinutes } = question;
  const at = zone(question.timeZone);
  const enough = TURNS * offerMinutes * MINUTE;
  const left = wakingTime(at, now, latest, enough);
  if (left < TOO_SHORT) return latest - now < TOO_SHORT ? "tooClose" : "night";
  const given = Math.min(offerMinutes * MINUTE, Math.max(SHORTEST, left / TURNS), left);
  // A whole second, taken off the waking time: half a second after seven ends at ten the night before.
  const end = afterWaking(at, now, given - (afterWaking(at, now, given) % 1000));
  return { tellAt: nextWaking(at, now), expiresAt: Math.min(end, latest) };
}

function wakingHours(at: Zone, day: number): { start: number; end: number } {
  return { start: at.instantOfWall(day * DAY + WAKING_FROM), end: at.instantOfWall(day * DAY + WAKING_UNTIL) };
}

function nextWaking(at: Zone, instant: number): number {
  const day = at.localDay(instant);
  const today = wakingHours(at, day);
  if (instant < today.end) return Math.max(instant, today.start);
  return wakingHours(at, day + 1).start;
}

/** Waking milliseconds of a stretch, counted until there are enough. */
function wakingTime(at: Zone, from: number, until: number, enough: number): number {
  let sum = 0;
  for (let instant = nextWaking(at, from); instant < until && sum < enough; ) {
    const { end } = wakingHours(at, at.localDay(instant));
    sum += Math.min(end, until) - instant;
    instant = nextWaking(at, end);
  }
  return sum;
}

/** The instant after so many waking milliseconds. */
function afterWaking(at: Zone, from: number, length: number): number {
  let left = length;
  for (let instant = nextWaking(at, from); ; ) {
    const { end } = wakingHours(at, at.localDay(instant));
    if (instant + left <= end) return instant + left;
    left -= end - instant;
    instant = nextWaking(at, end);
  }
}
