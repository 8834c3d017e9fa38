import type { SeriesSummaryFragment } from "../../../generated/console.ts";
import { formatDateRange, weekdayName } from "../../../lib/calendar.ts";
import { placeInMonth, type RuleDraft, readRule, weekdayOf, wholeNumber } from "./rule-draft.ts";

type Pattern = Omit<SeriesSummaryFragment["pattern"], "__typename" | "weekdays" | "localTime"> & {
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number | null }[];
};

/** "Every 2 weeks on Tuesday and Thursday", "On the last Friday of every month", "Every 10 days". */
export function ruleWords({ frequency, interval, weekdays, monthDays, isPlain }: Pattern): string {
  if (frequency === null) return "Once";
  const every = interval === 1 ? `Every ${UNITS[frequency]}` : `Every ${interval} ${UNITS[frequency]}s`;
  if (!isPlain) return `${every}, by its own rule`;
  const plain = weekdays.filter(({ nth }) => nth === null).map(({ weekday }) => weekday);
  switch (frequency) {
    case "WEEKLY":
      return interval === 1 ? weekly(plain) : `${every} on ${list(plain.map(weekdayName))}`;
    case "MONTHLY":
      return `On ${list([...weekdays.map(nthWords), ...monthDays.map(dayWords)])} of ${every.toLowerCase()}`;
    default:
      return plain.length > 0 ? `${every} on ${list(plain.map(weekdayName))}` : every;
  }
}

const UNITS = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" } as const;

function weekly(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return "Every day";
  if (weekdays.length === 5 && !weekdays.includes(0) && !weekdays.includes(6)) return "Monday to Friday";
  return `Every ${list(weekdays.map(weekdayName))}`;
}

/** "12 sessions", "until Dec 31, 2026", "without an end". */
export function endWords({ count, until }: Pick<Pattern, "count" | "until">): string {
  if (count !== null) return count === 1 ? "1 session" : `${count} sessions`;
  return until === null ? "without an end" : `until ${formatDateRange(until, until)}`;
}

/** What is written in the form, in words; null where it is no rule yet, or one that was pasted. */
export function draftWords(rule: RuleDraft, start: string): string | null {
  if (rule.text !== null || "problems" in readRule(rule, start)) return null;
  const { day, nth } = placeInMonth(start);
  const weekday = weekdayOf(start);
  const byWeekday = { nth: { weekday, nth }, lastNth: { weekday, nth: -1 }, date: null, lastDate: null }[rule.monthly];
  const byDate = { date: day, lastDate: -1, nth: null, lastNth: null }[rule.monthly];
  const pattern: Pattern = {
    frequency: FREQUENCIES[rule.every],
    interval: wholeNumber(rule.interval, 1, 99) ?? 1,
    weekdays:
      rule.every === "week"
        ? rule.weekdays.map((each) => ({ weekday: each, nth: null }))
        : rule.every === "month" && byWeekday
          ? [byWeekday]
          : [],
    monthDays: rule.every === "month" && byDate !== null ? [byDate] : [],
    count: null,
    until: null,
    isPlain: true,
  };
  return ruleWords(pattern);
}

const FREQUENCIES = { week: "WEEKLY", month: "MONTHLY", day: "DAILY" } as const;

/** "the second Tuesday", "the last Friday". */
export function nthWords({ weekday, nth }: { readonly weekday: number; readonly nth: number | null }): string {
  if (nth === null) return `every ${weekdayName(weekday)}`;
  return `the ${nth < 0 ? lastWords(nth) : ORDINALS[nth - 1]} ${weekdayName(weekday)}`;
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];
const lastWords = (nth: number) => (nth === -1 ? "last" : `${ORDINALS[-nth - 1]} last`);

/** "day 14", "the last day". */
export const dayWords = (day: number): string => (day > 0 ? `day ${day}` : `the ${lastWords(day)} day`);

export const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
