import { civilOf, type LocalDate, type LocalDateTime, MINUTE, parseDate } from "./local-date.ts";
import { zone } from "./zone.ts";

/**
 * The instant of an agreed wall time under the rules in use, in epoch milliseconds. `known` is its instant as it was
 * found before: it tells which occurrence of a repeated time was agreed, and stays when it is still right to the minute.
 */
export function agreedInstant(timeZone: string, local: LocalDateTime, known: number): number {
  const at = zone(timeZone);
  const minute = known - (((known % MINUTE) + MINUTE) % MINUTE);
  const first = at.toInstant(local);
  return first === minute || at.secondInstant(local) === minute ? known : first;
}

/** Two local times of a year that begin and end something, times or dates alone. */
export type YearlySpan = { readonly from: LocalDateTime; readonly to: LocalDateTime };

/**
 * A span of dates or wall times in each of some years, counted by the year it begins in; none before its own.
 * February 29 is left out of a year that has none: the rest of the span stays.
 */
export function yearly(
  { from, to }: YearlySpan,
  years: { readonly first: number; readonly last: number },
): YearlySpan[] {
  const begin = yearOf(from);
  const length = yearOf(to) - begin;
  const spans: YearlySpan[] = [];
  for (let year = Math.max(begin, years.first); year <= years.last; year++) {
    const span = { from: inYear(from, year, "03-01"), to: inYear(to, year + length, "02-28") };
    if (span.from.slice(0, 10) <= span.to.slice(0, 10)) spans.push(span);
  }
  return spans;
}

/** The calendar year of a local date or wall time. */
export function yearOf(local: LocalDate | LocalDateTime): number {
  return civilOf(parseDate(local.slice(0, 10))).year;
}

function inYear(local: LocalDateTime, year: number, otherwise: string): LocalDateTime {
  const prefix = `${String(year).padStart(4, "0")}-`;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (local.slice(5, 10) !== "02-29" || isLeap) return prefix + local.slice(5);
  return prefix + otherwise + local.slice(10);
}
