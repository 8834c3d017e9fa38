import { civilOf, epochDayOf, weekdayOfDay } from "./local-date.ts";
import type { RecurrenceRule } from "./recurrence-rule.ts";

/** The day numbers `[first, end)` of the period with index `k` (0 holds the start); `k` counts intervals of the rule. */
export function periodOf(rule: RecurrenceRule, startDay: number, k: number): { first: number; end: number } {
  const steps = k * rule.interval;
  if (rule.frequency === "DAILY") return { first: startDay + steps, end: startDay + steps + 1 };
  if (rule.frequency === "WEEKLY") {
    const first = startDay - ((weekdayOfDay(startDay) - rule.weekStart + 7) % 7) + steps * 7;
    return { first, end: first + 7 };
  }
  const { year, month } = civilOf(startDay);
  if (rule.frequency === "MONTHLY") return monthSpan(year * 12 + month - 1 + steps);
  return { first: epochDayOf(year + steps, 1, 1), end: epochDayOf(year + steps + 1, 1, 1) };
}

/** A period index that surely lies before a day, as near to it as is easy to say. */
export function periodBefore(rule: RecurrenceRule, startDay: number, epochDay: number): number {
  const longest = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[rule.frequency];
  return Math.max(0, Math.floor((epochDay - startDay) / (longest * rule.interval)) - 2);
}

function monthSpan(monthIndex: number): { first: number; end: number } {
  const year = Math.floor(monthIndex / 12);
  const month = (monthIndex % 12) + 1;
  const next = month === 12 ? epochDayOf(year + 1, 1, 1) : epochDayOf(year, month + 1, 1);
  return { first: epochDayOf(year, month, 1), end: next };
}

/** What the rule leaves open is taken from its start (RFC 5545 3.3.10): the weekday, the day of the month, the month. */
export function completed(rule: RecurrenceRule, startDay: number): RecurrenceRule {
  const weekday = [{ weekday: weekdayOfDay(startDay), nth: 0 }];
  if (rule.byDay.length > 0 || rule.byMonthDay.length > 0 || rule.byYearDay.length > 0) return rule;
  if (rule.byWeekNumber.length > 0) return { ...rule, byDay: weekday };
  if (rule.frequency === "DAILY") return rule;
  if (rule.frequency === "WEEKLY") return { ...rule, byDay: weekday };
  const { month, day } = civilOf(startDay);
  if (rule.frequency === "MONTHLY" || rule.byMonth.length > 0) return { ...rule, byMonthDay: [day] };
  return { ...rule, byMonth: [month], byMonthDay: [day] };
}

/** Whether a completed rule names a day of one of its periods. */
export function matchesDay(rule: RecurrenceRule, epochDay: number): boolean {
  const { year, month, day } = civilOf(epochDay);
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return false;
  if (rule.byMonthDay.length > 0) {
    const { end } = monthSpan(year * 12 + month - 1);
    if (!rule.byMonthDay.includes(day) && !rule.byMonthDay.includes(epochDay - end)) return false;
  }
  if (rule.byYearDay.length > 0) {
    const fromStart = epochDay - epochDayOf(year, 1, 1) + 1;
    const fromEnd = epochDay - epochDayOf(year + 1, 1, 1);
    if (!rule.byYearDay.includes(fromStart) && !rule.byYearDay.includes(fromEnd)) return false;
  }
  if (rule.byWeekNumber.length > 0 && !matchesWeek(rule, epochDay)) return false;
  return rule.byDay.length === 0 || matchesWeekday(rule, epochDay, year, month);
}

function matchesWeekday(rule: RecurrenceRule, epochDay: number, year: number, month: number): boolean {
  const weekday = weekdayOfDay(epochDay);
  return rule.byDay.some((wanted) => {
    if (wanted.weekday !== weekday) return false;
    if (wanted.nth === 0) return true;
    const inYear = rule.frequency === "YEARLY" && rule.byMonth.length === 0;
    const span = inYear
      ? { first: epochDayOf(year, 1, 1), end: epochDayOf(year + 1, 1, 1) }
      : monthSpan(year * 12 + month - 1);
    if (wanted.nth > 0) return Math.floor((epochDay - span.first) / 7) + 1 === wanted.nth;
    return Math.floor((span.end - 1 - epochDay) / 7) + 1 === -wanted.nth;
  });
}

/** The first day of the first week of a year: the week, begun on WKST, that has at least four days in it. */
function firstWeek(rule: RecurrenceRule, year: number): number {
  const january4 = epochDayOf(year, 1, 4);
  return january4 - ((weekdayOfDay(january4) - rule.weekStart + 7) % 7);
}

function matchesWeek(rule: RecurrenceRule, epochDay: number): boolean {
  const { year } = civilOf(epochDay);
  let weekYear = year;
  if (epochDay < firstWeek(rule, year)) weekYear = year - 1;
  else if (epochDay >= firstWeek(rule, year + 1)) weekYear = year + 1;
  const first = firstWeek(rule, weekYear);
  const week = Math.floor((epochDay - first) / 7) + 1;
  const weeks = (firstWeek(rule, weekYear + 1) - first) / 7;
  return rule.byWeekNumber.includes(week) || rule.byWeekNumber.includes(week - weeks - 1);
}
