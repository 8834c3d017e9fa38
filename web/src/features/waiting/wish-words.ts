import { weekdayName } from "../../lib/calendar.ts";
import { habits } from "../../lib/habits.ts";
import { formatDate, formatTime } from "../../lib/time.ts";

/** What somebody waits for, on the clocks of her own zone. */
export type Wish =
  | { readonly kind: "SESSION" | "SLOT"; readonly localStart: string }
  | { readonly kind: "DAY"; readonly fromDate: string }
  | ({ readonly kind: "WISH" } & WishDays);

export type WishDays = {
  readonly fromDate: string;
  readonly toDate: string;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekdays: readonly number[];
  readonly fromTime: string;
  readonly toTime: string;
};

export const startOfDay = "00:00";
export const endOfDay = "24:00";
const workdays = "1,2,3,4,5";
const weekend = "0,6";

/** "a seat on Tuesday, 24 November at 13:30", "weekdays from 17:00 on, 23 November to 14 December". */
export function wishWords(wish: Wish): string {
  switch (wish.kind) {
    case "SESSION":
      return `a seat on ${startWords(wish.localStart)}`;
    case "SLOT":
      return startWords(wish.localStart);
    case "DAY":
      return `any time on ${formatDate(wish.fromDate, "long")}`;
    case "WISH":
      return `${weekdayWords(wish.weekdays)} ${timeWords(wish)}, ${periodWords(wish)}`;
  }
}

export const startWords = (local: string): string => `${formatDate(local, "long")} at ${formatTime(local)}`;

function weekdayWords(weekdays: readonly number[]): string {
  const sorted = weekdays.toSorted((a, b) => a - b);
  if (sorted.length === 7) return "any day";
  if (String(sorted) === workdays) return "weekdays";
  if (String(sorted) === weekend) return "weekends";
  const { firstWeekday } = habits();
  const names = sorted
    .toSorted((a, b) => ((a - firstWeekday + 7) % 7) - ((b - firstWeekday + 7) % 7))
    .map((day) => `${weekdayName(day)}s`);
  return [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ");
}

function timeWords({ fromTime, toTime }: WishDays): string {
  if (fromTime === startOfDay) return toTime === endOfDay ? "at any time" : `until ${formatTime(toTime)}`;
  if (toTime === endOfDay) return `from ${formatTime(fromTime)} on`;
  return `between ${formatTime(fromTime)} and ${formatTime(toTime)}`;
}

function periodWords({ fromDate, toDate }: WishDays): string {
  if (fromDate === toDate) return `on ${formatDate(fromDate, "day")}`;
  return `${formatDate(fromDate, "day")} to ${formatDate(toDate, "day")}`;
}

/** Whether this very start is all that is waited for: then declining it ends the wait. */
export function isOnlyWish(
  { kind, startAt }: { readonly kind: string; readonly startAt: string | null },
  offer: { readonly startAt: string },
): boolean {
  return (kind === "SESSION" || kind === "SLOT") && startAt === offer.startAt;
}

/** "next in line", "2nd in line": 1 is the next. */
export function placeWords(position: number): string {
  return position <= 1 ? "next in line" : `${ordinal(position)} in line`;
}

function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}
