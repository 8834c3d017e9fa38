import { DAY, formatDate } from "../../../core/local-date.ts";
import { parseRule, type RecurrenceRule } from "../../../core/recurrence-rule.ts";
import { zone } from "../../../core/zone.ts";
import type { EventTime, Recurrence } from "../calendar-provider.ts";
import { invalid } from "../failure.ts";
import { asJson, type Json } from "./graph-client.ts";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const SHORT = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const INDEX = new Map([
  ["first", 1],
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["last", -1],
]);

/** Graph's pattern for a rule. Throws a refusal for one that Graph has no words for: the sessions then go one by one. */
export function patternOf(recurrence: Recurrence, zoneName: (timeZone: string) => string): Json {
  const { rules, added, start, timeZone } = recurrence;
  const [text, ...more] = rules;
  if (text === undefined || more.length > 0 || added.length > 0 || timeZone === null) throw unsaid();
  const rule = parseRule(text);
  return {
    pattern: { ...shapeOf(rule, start.slice(0, 10)), interval: rule.interval },
    range: { startDate: start.slice(0, 10), recurrenceTimeZone: zoneName(timeZone), ...endOf(rule, timeZone) },
  };
}

function unsaid() {
  return invalid("rule has no pattern");
}

function shapeOf(rule: RecurrenceRule, startDate: string): Json {
  const { frequency, byDay, byMonthDay, byMonth, bySetPosition } = rule;
  const rare = [rule.byYearDay, rule.byWeekNumber, rule.byHour, rule.byMinute, rule.bySecond];
  if (rare.some((list) => list.length > 0)) throw unsaid();
  const [year = 0, month = 0, day = 0] = startDate.split("-").map(Number);
  const daysOfWeek = byDay.map(({ weekday }) => WEEKDAYS[weekday]);
  const none = byMonthDay.length + byMonth.length + bySetPosition.length === 0;
  if (frequency === "DAILY" && none && byDay.length === 0) return { type: "daily" };
  if (frequency === "WEEKLY" && none) {
    const own = [WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]];
    const days = daysOfWeek.length > 0 ? daysOfWeek : own;
    return { type: "weekly", daysOfWeek: days, firstDayOfWeek: WEEKDAYS[rule.weekStart] };
  }
  if (byMonth.length > 1 || (byMonth.length === 1 && frequency !== "YEARLY")) throw unsaid();
  const yearly = { month: byMonth[0] ?? month };
  if (byDay.length === 0 && byMonthDay.length <= 1 && bySetPosition.length === 0) {
    const dayOfMonth = byMonthDay[0] ?? day;
    if (dayOfMonth < 1) throw unsaid();
    if (frequency === "MONTHLY") return { type: "absoluteMonthly", dayOfMonth };
    if (frequency === "YEARLY") return { type: "absoluteYearly", dayOfMonth, ...yearly };
  }
  const index = relativeIndex(rule);
  if (frequency === "MONTHLY") return { type: "relativeMonthly", daysOfWeek, index };
  if (frequency === "YEARLY" && byMonth.length === 1) return { type: "relativeYearly", daysOfWeek, index, ...yearly };
  throw unsaid();
}

/** The nth such weekday, as 2TU or as BYDAY with BYSETPOS. */
function relativeIndex({ byDay, byMonthDay, bySetPosition }: RecurrenceRule): string {
  const numbers = new Set([...byDay.map(({ nth }) => nth).filter((nth) => nth !== 0), ...bySetPosition]);
  const [nth] = numbers;
  const isOne = byDay.length === 1 || bySetPosition.length === 1;
  const name = [...INDEX].find(([, number]) => number === nth)?.[0];
  if (byDay.length === 0 || byMonthDay.length > 0 || numbers.size !== 1 || !isOne || name === undefined) throw unsaid();
  return name;
}

function endOf({ count, until }: RecurrenceRule, timeZone: string): Json {
  if (count !== undefined) return { type: "numbered", numberOfOccurrences: count };
  if (until === undefined) return { type: "noEnd" };
  const day = until.kind === "date" ? until.epochDay : Math.floor(until.at / DAY);
  const endDate = until.kind === "instant" ? zone(timeZone).localDate(until.at) : formatDate(day);
  return { type: "endDate", endDate };
}

/** The rule that a pattern means, for an event that begins at a time; null for one that we cannot say. */
export function ruleOfPattern(patterned: Json, time: EventTime): Recurrence | null {
  const shape = asJson(patterned["pattern"]);
  const parts = partsOf(shape);
  if (parts === null) return null;
  const interval = Number(shape["interval"] ?? 1);
  const rule = [
    ...parts,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...limitOf(asJson(patterned["range"])),
  ].join(";");
  const timeZone = time.kind === "timed" ? time.timeZone : null;
  const start = time.kind === "timed" ? zone(time.timeZone).toLocal(time.start) : time.start;
  return { start, timeZone, rules: [rule], excluded: [], added: [] };
}

function partsOf(shape: Json): string[] | null {
  const { type, daysOfWeek, dayOfMonth, month, index, firstDayOfWeek } = shape;
  const named = (Array.isArray(daysOfWeek) ? daysOfWeek : []).map((day) => SHORT[WEEKDAYS.indexOf(String(day))]);
  const nth = INDEX.get(String(index ?? "first"));
  const days = named.length === 1 ? [`BYDAY=${nth}${named[0]}`] : [`BYDAY=${named.join()}`, `BYSETPOS=${nth}`];
  switch (type) {
    case "daily":
      return ["FREQ=DAILY"];
    case "weekly": {
      const first = SHORT[WEEKDAYS.indexOf(String(firstDayOfWeek ?? "sunday"))];
      return ["FREQ=WEEKLY", `BYDAY=${named.join()}`, `WKST=${first}`];
    }
    case "absoluteMonthly":
      return ["FREQ=MONTHLY", `BYMONTHDAY=${dayOfMonth}`];
    case "relativeMonthly":
      return ["FREQ=MONTHLY", ...days];
    case "absoluteYearly":
      return ["FREQ=YEARLY", `BYMONTH=${month}`, `BYMONTHDAY=${dayOfMonth}`];
    case "relativeYearly":
      return ["FREQ=YEARLY", `BYMONTH=${month}`, ...days];
    default:
      return null;
  }
}

function limitOf({ type, numberOfOccurrences, endDate }: Json): string[] {
  if (type === "numbered") return [`COUNT=${numberOfOccurrences}`];
  return type === "endDate" ? [`UNTIL=${String(endDate).replaceAll("-", "")}`] : [];
}
