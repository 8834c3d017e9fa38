import { daysBetween } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import { refuseInput } from "../../platform/validation.ts";

/** A date that a zone has: its clocks may have skipped a whole one (Apia, 2011-12-30). */
export function requireDate(field: string, date: string, timeZone: string): string {
  const at = zone(timeZone);
  if (at.startOfDay(date) >= at.endOfDay(date)) {
    refuseInput(field, `${date} does not exist in ${timeZone}: its clocks skipped the whole day. Choose another date.`);
  }
  return date;
}

/** A first and a last date, both included. */
export function requirePeriod(field: string, { from, to }: { from: string; to: string }, maxDays: number): void {
  const days = daysBetween(from, to) + 1;
  if (days < 1) refuseInput(field, `The last date must not be before the first, ${from}.`);
  if (days > maxDays) refuseInput(field, `This is ${days} days; at most ${maxDays} at once.`);
}
