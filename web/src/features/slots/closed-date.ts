import type { WhyNotCode } from "../../generated/schema.ts";
import type { Slot } from "./slot-board.ts";

const dayMs = 86_400_000;
const utc = (date: string) => Date.parse(`${date}T00:00Z`);

/** As many as the document asks about. */
const samples = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;
export type UsualStarts = { readonly [sample in (typeof samples)[number]]: string };

/** Starts of a date at which the coach is usually open, from early to late: those of a day that has times, of its weekday if there is one. */
export function usualStarts(days: ReadonlyMap<string, readonly Slot[]>, date: string): UsualStarts | null {
  const distance = (day: string) => Math.abs(utc(day) - utc(date)) / dayMs;
  const order = (day: string) => (distance(day) % 7 === 0 ? 0 : 1000) + distance(day);
  const like = [...days.keys()].toSorted((a, b) => order(a) - order(b))[0];
  const slots = like === undefined ? [] : (days.get(like) ?? []);
  if (like === undefined || slots.length === 0) return null;
  const at = (sample: number) => {
    const slot = slots[Math.round((sample * (slots.length - 1)) / (samples.length - 1))];
    return new Date(Date.parse(slot?.startAt ?? "") + utc(date) - utc(like)).toISOString();
  };
  return { first: at(0), second: at(1), third: at(2), fourth: at(3), fifth: at(4), sixth: at(5) };
}

/** Why a whole date has nothing, from what is known of some of its starts: what is taken would be free but for others. */
export function dateReason(reasons: readonly (WhyNotCode | null)[]): WhyNotCode | null {
  return (["TAKEN", "TOO_SOON", "TOO_FAR", "PAST", "CLOSED"] as const).find((code) => reasons.includes(code)) ?? null;
}

/** Ends the sentence that begins with the date. */
export function sayClosed(reason: WhyNotCode | null): string {
  switch (reason) {
    case "PAST":
      return "is over";
    case "TOO_SOON":
      return "is too soon: sessions are booked further ahead";
    case "TOO_FAR":
      return "is further ahead than can be booked yet";
    case "TAKEN":
      return "is fully taken";
    case "CLOSED":
      return "has no sessions";
    default:
      return "has no free times";
  }
}
