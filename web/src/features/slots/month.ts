import { endOfMonth, parseDate, startOfMonth } from "@internationalized/date";

/** First and last date of the month a date lies in: the range a page asks for, the same for all who look at that month. */
export function monthOf(date: string): { from: string; to: string } {
  const day = parseDate(date);
  return { from: startOfMonth(day).toString(), to: endOfMonth(day).toString() };
}

export function addDays(date: string, days: number): string {
  return parseDate(date).add({ days }).toString();
}

export function latest(a: string, b: string): string {
  return a > b ? a : b;
}
