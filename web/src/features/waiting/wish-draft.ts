import { addDays } from "../../lib/dates.ts";
import { endOfDay, startOfDay, type Wish, type WishDays } from "./wish-words.ts";

/** What the form holds, whatever is shown of it: changing one's mind loses nothing. */
export type WishDraft = WishDays & {
  readonly kind: "WISH" | "DAY" | "SLOT";
  /** Of one day or one time. */
  readonly date: string;
  readonly time: string;
};
export type WishErrors = Readonly<Record<string, string>>;

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const periodDays = 21;

export function beginWish(date: string | null, { first, last }: { first: string; last: string }): WishDraft {
  const until = addDays(first, periodDays);
  return {
    kind: date ? "DAY" : "WISH",
    date: date ?? first,
    time: "",
    fromDate: first,
    toDate: until < last ? until : last,
    weekdays: everyDay,
    fromTime: startOfDay,
    toTime: endOfDay,
  };
}

/** What the draft says, for the sentence that reads it back; null while something is missing. */
export function wishOf(draft: WishDraft): Wish | null {
  if (Object.keys(checkWish(draft)).length > 0) return null;
  const { kind, date, time } = draft;
  if (kind === "SLOT") return { kind, localStart: `${date}T${time}` };
  return kind === "DAY" ? { kind, fromDate: date } : { ...draft, kind };
}

/** What can be said before asking the server, by the name of the field. */
export function checkWish({ kind, date, time, fromDate, toDate, weekdays, fromTime, toTime }: WishDraft): WishErrors {
  if (kind !== "WISH") {
    return {
      ...(!date && { date: "Choose a date." }),
      ...(kind === "SLOT" && !time && { time: "Enter the time at which it begins." }),
    };
  }
  return {
    ...(weekdays.length === 0 && { weekdays: "Choose at least one day of the week." }),
    ...(fromTime >= toTime && { toTime: "This must be later than the beginning." }),
    ...(!fromDate && { fromDate: "Choose a date." }),
    ...(!toDate && { toDate: "Choose a date." }),
    ...(fromDate && toDate && toDate < fromDate && { toDate: "The last date must not be before the first." }),
  };
}

/** The field of the form behind the path of a refused input; null when it has none. */
export function wishFieldOf(path: string, kind: WishDraft["kind"]): string | null {
  if (path.startsWith("wish.")) return path.slice(5);
  if (path === "date") return "date";
  if (path === "startAt") return kind === "SLOT" ? "time" : null;
  return path === "minutes" ? "minutes" : null;
}
