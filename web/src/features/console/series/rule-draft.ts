import { addDays, monthOf } from "../../../lib/dates.ts";
import { dateOf } from "../../../lib/time.ts";

/** How a series repeats, as it is written in the form. Numbers are kept as typed. */
export interface RuleDraft {
  readonly every: "week" | "month" | "day";
  readonly interval: string;
  /** 0 = Sunday … 6 = Saturday; of a weekly rule. */
  readonly weekdays: readonly number[];
  readonly monthly: Monthly;
  readonly ends: "count" | "until" | "never";
  readonly count: string;
  readonly until: string;
  /** A rule that was pasted, which then counts instead of all above; null where it is built here. */
  readonly text: string | null;
}

/** Which day of a month: by its number, the nth of its weekday, or the last of either. */
export type Monthly = "date" | "lastDate" | "nth" | "lastNth";

export type RuleProblems = { readonly [field in "interval" | "weekdays" | "count" | "until"]?: string };

const CODES = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

export const weekdayOf = (date: string): number => new Date(`${dateOf(date)}T00:00Z`).getUTCDay();

export const newRule = (start: string): RuleDraft => ({
  every: "week",
  interval: "1",
  weekdays: [weekdayOf(start)],
  monthly: "date",
  ends: "count",
  count: "12",
  until: addDays(dateOf(start), 12 * 7),
  text: null,
});

/** Where in its month a date lies: its number, the how-manieth of its weekday, and whether it is the last. */
export function placeInMonth(date: string): { day: number; nth: number; isLast: boolean; isLastNth: boolean } {
  const day = Number(date.slice(8, 10));
  const last = Number(monthOf(date).to.slice(8));
  return { day, nth: Math.ceil(day / 7), isLast: day === last, isLastNth: day + 7 > last };
}

/** The ways to name a date in its month, those that are true of it. */
export function monthliesOf(start: string): Monthly[] {
  const { isLast, isLastNth, nth } = placeInMonth(dateOf(start));
  const ways: Monthly[] = ["date"];
  if (isLast) ways.push("lastDate");
  // A fifth one is seldom meant: it leaves most months out.
  if (nth < 5) ways.push("nth");
  if (isLastNth) ways.push("lastNth");
  return ways;
}

/** The first session: the start, or the next day of the rule after it. */
export function firstOf(start: string, rule: RuleDraft): string {
  if (rule.every !== "week" || rule.text !== null || rule.weekdays.length === 0) return start;
  let date = dateOf(start);
  while (!rule.weekdays.includes(weekdayOf(date))) date = addDays(date, 1);
  return `${date}${start.slice(10)}`;
}

/** The rule when the start was moved: what only followed from the old one follows the new one. */
export function withStart(rule: RuleDraft, before: string, after: string): RuleDraft {
  const [old, next] = [weekdayOf(before), weekdayOf(after)];
  const follows = rule.weekdays.length === 1 && rule.weekdays[0] === old;
  const monthly = monthliesOf(after).includes(rule.monthly) ? rule.monthly : "date";
  return { ...rule, monthly, weekdays: follows ? [next] : rule.weekdays };
}

/** As RRULE (RFC 5545 3.3.10), or what has to be written otherwise. */
export function readRule(rule: RuleDraft, start: string): { text: string } | { problems: RuleProblems } {
  if (rule.text !== null) return { text: rule.text };
  const problems: { -readonly [field in keyof RuleProblems]: string } = {};
  const interval = wholeNumber(rule.interval, 1, 99);
  if (interval === null) problems.interval = "A whole number from 1 to 99.";
  if (rule.every === "week" && rule.weekdays.length === 0) problems.weekdays = "Choose at least one day.";
  const count = rule.ends === "count" ? wholeNumber(rule.count, 1, 500) : null;
  if (rule.ends === "count" && count === null) problems.count = "A whole number from 1 to 500.";
  const first = dateOf(firstOf(start, rule));
  if (rule.ends === "until" && !/^\d{4}-\d\d-\d\d$/.test(rule.until)) problems.until = "Choose a date.";
  else if (rule.ends === "until" && rule.until < first) problems.until = "This is before the first session.";
  if (Object.keys(problems).length > 0) return { problems };
  const parts = [
    `FREQ=${{ week: "WEEKLY", month: "MONTHLY", day: "DAILY" }[rule.every]}`,
    interval === 1 ? null : `INTERVAL=${interval}`,
    count === null ? null : `COUNT=${count}`,
    rule.ends === "until" ? `UNTIL=${rule.until.replaceAll("-", "")}` : null,
    daysPart(rule, first),
  ];
  return { text: parts.filter((part) => part !== null).join(";") };
}

function daysPart({ every, weekdays, monthly }: RuleDraft, first: string): string | null {
  if (every === "day") return null;
  if (every === "week")
    return `BYDAY=${monday(weekdays)
      .map((day) => CODES[day])
      .join(",")}`;
  const { day, nth } = placeInMonth(first);
  const code = CODES[weekdayOf(first)];
  return {
    date: `BYMONTHDAY=${day}`,
    lastDate: "BYMONTHDAY=-1",
    nth: `BYDAY=${nth}${code}`,
    lastNth: `BYDAY=-1${code}`,
  }[monthly];
}

/** From Monday on, as rules are written. */
const monday = (weekdays: readonly number[]) => weekdays.toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7));

export function wholeNumber(text: string, low: number, high: number): number | null {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : null;
}

/** The text of one that was pasted, as far as the form has the parts for it; null where it says more. */
export function ruleFromText(text: string, start: string): RuleDraft | null {
  const match = /^(?:RRULE:)?(FREQ=[A-Z0-9=;,+-]+)$/i.exec(text.trim());
  const parts = new Map(
    (match?.[1] ?? "")
      .toUpperCase()
      .split(";")
      .map((part) => splitPart(part)),
  );
  const [days, monthDay] = [parts.get("BYDAY"), parts.get("BYMONTHDAY")];
  const candidates = monthliesOf(start).flatMap((monthly): RuleDraft[] => {
    const every = { WEEKLY: "week", MONTHLY: "month", DAILY: "day" }[parts.get("FREQ") ?? ""];
    if (every !== "week" && every !== "month" && every !== "day") return [];
    const weekdays = days?.split(",").map((code) => CODES.indexOf(code)) ?? [weekdayOf(start)];
    const until = parts.get("UNTIL")?.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
    const count = parts.get("COUNT");
    const ends = count !== undefined ? "count" : until !== undefined ? "until" : "never";
    const rest = { count: count ?? "12", until: until ?? newRule(start).until, text: null };
    return [{ every, interval: parts.get("INTERVAL") ?? "1", weekdays, monthly, ends, ...rest }];
  });
  // Whatever the form would write differently stays as it was pasted.
  const same = ({ every }: RuleDraft, written: string) => {
    const wanted = new Map(parts);
    if (every === "week" && days === undefined) wanted.set("BYDAY", CODES[weekdayOf(start)] ?? "");
    if (every === "month" && days === undefined && monthDay === undefined)
      wanted.set("BYMONTHDAY", String(placeInMonth(dateOf(start)).day));
    return sorted(wanted) === sorted(new Map(written.split(";").map(splitPart)));
  };
  return (
    candidates.find((candidate) => {
      const read = readRule(candidate, start);
      return "text" in read && same(candidate, read.text);
    }) ?? null
  );
}

function splitPart(part: string): [string, string] {
  const [name = "", value = ""] = part.split("=", 2);
  return [name, value];
}

const sorted = (parts: ReadonlyMap<string, string>): string =>
  [...parts]
    .filter(([name, value]) => name !== "" && name !== "WKST" && !(name === "INTERVAL" && value === "1"))
    .map((part) => part.join("="))
    .sort()
    .join(";");
