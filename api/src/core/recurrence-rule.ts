import { HOUR, MINUTE, parseDate, parseDateTime } from "./local-date.ts";

type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

/** When a rule ends: at an instant, at a wall time, or with a whole local date; the end itself is included. */
type Until =
  | { readonly kind: "instant"; readonly at: number }
  | { readonly kind: "wall"; readonly at: number }
  | { readonly kind: "date"; readonly epochDay: number };

/** A recurrence rule, RFC 5545 3.3.10. Empty lists are parts that were not given. Weekdays are 0 = Sunday. */
export type RecurrenceRule = {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  readonly until: Until | undefined;
  readonly byMonth: readonly number[];
  readonly byWeekNumber: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly { readonly weekday: number; readonly nth: number }[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly bySecond: readonly number[];
  readonly bySetPosition: readonly number[];
  readonly weekStart: number;
};

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
/** Every quarter of an hour: more is no calendar, but an attack on it. */
const MOST_TIMES_A_DAY = 96;
const MOST_COUNT = 10_000;

/** Reads the text of an RRULE. Throws RangeError that says which part is wrong and what is right. */
export function parseRule(text: string): RecurrenceRule {
  const parts = partsOf(text);
  const frequency = frequencyOf(parts.get("FREQ"));
  const rule: RecurrenceRule = {
    frequency,
    interval: single(parts, "INTERVAL", 1, 1000) ?? 1,
    count: single(parts, "COUNT", 1, MOST_COUNT),
    until: untilOf(parts.get("UNTIL")),
    byMonth: numbers(parts, "BYMONTH", 1, 12),
    byWeekNumber: numbers(parts, "BYWEEKNO", 1, 53, true),
    byYearDay: numbers(parts, "BYYEARDAY", 1, 366, true),
    byMonthDay: numbers(parts, "BYMONTHDAY", 1, 31, true),
    byDay: daysOf(parts.get("BYDAY")),
    byHour: numbers(parts, "BYHOUR", 0, 23),
    byMinute: numbers(parts, "BYMINUTE", 0, 59),
    bySecond: numbers(parts, "BYSECOND", 0, 59),
    bySetPosition: numbers(parts, "BYSETPOS", 1, 366, true),
    weekStart: weekdayOf(parts.get("WKST") ?? "MO"),
  };
  refuseContradictions(rule);
  return rule;
}

const KNOWN = new Set(
  "FREQ INTERVAL COUNT UNTIL BYMONTH BYWEEKNO BYYEARDAY BYMONTHDAY BYDAY BYHOUR BYMINUTE BYSECOND BYSETPOS WKST".split(
    " ",
  ),
);

function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  if (text.length > 500) throw new RangeError("A recurrence rule has at most 500 characters.");
  for (const part of text
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    if (part === "") continue;
    const [name = "", value = ""] = part.split("=", 2);
    if (!KNOWN.has(name) || value === "") {
      throw new RangeError(`“${part}” is not a part of a recurrence rule. A part reads like BYDAY=MO,WE.`);
    }
    if (parts.has(name)) throw new RangeError(`${name} stands twice in the recurrence rule.`);
    parts.set(name, value);
  }
  return parts;
}

function frequencyOf(value: string | undefined): Frequency {
  switch (value) {
    case "DAILY":
    case "WEEKLY":
    case "MONTHLY":
    case "YEARLY":
      return value;
    case "SECONDLY":
    case "MINUTELY":
    case "HOURLY":
      throw new RangeError(`FREQ=${value} is not supported: a series repeats daily, weekly, monthly or yearly.`);
    default:
      throw new RangeError("A recurrence rule needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.");
  }
}

function integer(name: string, text: string, low: number, high: number, negative: boolean): number {
  const value = /^[+-]?\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  const size = negative ? Math.abs(value) : value;
  if (size >= low && size <= high) return value;
  const signs = negative ? `, or -${high} to -${low} counted from the end` : "";
  throw new RangeError(`${name}=${text} is out of range: ${name} is a number from ${low} to ${high}${signs}.`);
}

function single(parts: Map<string, string>, name: string, low: number, high: number): number | undefined {
  const text = parts.get(name);
  return text === undefined ? undefined : integer(name, text, low, high, false);
}

function numbers(parts: Map<string, string>, name: string, low: number, high: number, negative = false): number[] {
  const text = parts.get(name);
  if (text === undefined) return [];
  const values = text.split(",").map((item) => integer(name, item, low, high, negative));
  return [...new Set(values)].sort((a, b) => a - b);
}

function weekdayOf(text: string): number {
  const weekday = WEEKDAYS.indexOf(text);
  if (weekday === -1) throw new RangeError(`“${text}” is not a weekday. Weekdays are MO, TU, WE, TH, FR, SA and SU.`);
  return weekday;
}

function daysOf(text: string | undefined): { weekday: number; nth: number }[] {
  if (text === undefined) return [];
  return text.split(",").map((item) => {
    const match = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item);
    const weekday = weekdayOf(match?.[2] ?? item);
    return { weekday, nth: match?.[1] === undefined ? 0 : integer("BYDAY", match[1], 1, 53, true) };
  });
}

/** UNTIL as an instant (with Z), a wall time or a date. The last two are not legal beside a zone, but common. */
function untilOf(text: string | undefined): Until | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text);
  if (match === null) throw new RangeError(`UNTIL=${text} is not a time. It reads like 20261231T235959Z or 20261231.`);
  const date = `${match[1]}-${match[2]}-${match[3]}`;
  if (match[4] === undefined) return { kind: "date", epochDay: parseDate(date) };
  const at = parseDateTime(`${date}T${match[4]}:${match[5]}:${match[6]}`);
  return { kind: match[7] === undefined ? "wall" : "instant", at };
}

function refuseContradictions(rule: RecurrenceRule): void {
  const { frequency } = rule;
  const refuse = (wrong: boolean, message: string) => {
    if (wrong) throw new RangeError(message);
  };
  refuse(
    rule.count !== undefined && rule.until !== undefined,
    "A series ends after COUNT sessions or at UNTIL, not both.",
  );
  refuse(rule.byWeekNumber.length > 0 && frequency !== "YEARLY", "BYWEEKNO goes with FREQ=YEARLY only.");
  refuse(rule.byYearDay.length > 0 && frequency !== "YEARLY", "BYYEARDAY goes with FREQ=YEARLY only.");
  refuse(rule.byMonthDay.length > 0 && frequency === "WEEKLY", "BYMONTHDAY does not go with FREQ=WEEKLY.");
  const numbered = rule.byDay.some((day) => day.nth !== 0);
  refuse(
    numbered && (frequency === "DAILY" || frequency === "WEEKLY" || rule.byWeekNumber.length > 0),
    "A numbered weekday such as 2TU goes with FREQ=MONTHLY or FREQ=YEARLY, without BYWEEKNO.",
  );
  const times = [rule.byHour, rule.byMinute, rule.bySecond].reduce((all, list) => all * Math.max(1, list.length), 1);
  refuse(times > MOST_TIMES_A_DAY, `A series has at most ${MOST_TIMES_A_DAY} times a day; this rule has ${times}.`);
}

/** The times of day of a rule in milliseconds, sorted; parts that it leaves out come from the start's time of day. */
export function timesOf(rule: RecurrenceRule, startTime: number): number[] {
  const hours = rule.byHour.length > 0 ? rule.byHour : [Math.floor(startTime / HOUR)];
  const minutes = rule.byMinute.length > 0 ? rule.byMinute : [Math.floor((startTime % HOUR) / MINUTE)];
  const seconds = rule.bySecond.length > 0 ? rule.bySecond : [Math.floor((startTime % MINUTE) / 1000)];
  return hours.flatMap((h) => minutes.flatMap((m) => seconds.map((s) => h * HOUR + m * MINUTE + s * 1000)));
}
