import { addDays } from "../../../lib/dates.ts";
import { type LocalDate, startOfWeek } from "../../../ui/week-grid/wall-time.ts";

export type DayCount = 1 | 3 | 7;

/** The days shown around a date: a week begins on its first weekday, fewer days begin with the date. */
export function daysShown(date: LocalDate, count: DayCount, firstWeekday: number): LocalDate[] {
  const first = count === 7 ? startOfWeek(date, firstWeekday) : date;
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** What is kept live: the week of the date with one before and one after, so that turning a page shows it at once. */
export function liveRange(date: LocalDate, firstWeekday: number): { from: LocalDate; to: LocalDate } {
  const first = startOfWeek(date, firstWeekday);
  return { from: addDays(first, -7), to: addDays(first, 13) };
}

export const isLocalDate = (text: string | null): text is LocalDate =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
