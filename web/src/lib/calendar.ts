import { formatDate, formatLocale, formatTime, hour12 } from "./time.ts";

const floating = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(formatLocale, { ...options, timeZone: "UTC" });

const weekdays = { short: floating({ weekday: "short" }), long: floating({ weekday: "long" }) };
const monthDay = floating({ day: "numeric", month: "short" });
const monthDayYear = floating({ day: "numeric", month: "short", year: "numeric" });
const instant = (date: string) => new Date(`${date}T00:00Z`);

/** "Mon", "Monday" */
export const formatWeekday = (date: string, style: keyof typeof weekdays): string =>
  weekdays[style].format(instant(date));

/** 0 = Sunday … 6 = Saturday. */
export function weekdayName(weekday: number): string {
  return weekdays.long.format(new Date(Date.UTC(2023, 0, 1 + weekday)));
}

export const dayOfMonth = (date: string): string => String(Number(date.slice(8, 10)));

/** The hours down the side of a calendar: "09:00" or "9 am". */
export function formatHour(hour: number): string {
  const text = formatTime(`${String(hour).padStart(2, "0")}:00`);
  return hour12 ? text.replace(":00", "") : text;
}

/** "23 – 29 November 2026", "30 Nov – 6 Dec 2026", "28 Dec 2026 – 3 Jan 2027", "Monday, 23 November 2026". */
export function formatDays(from: string, to: string): string {
  if (from === to) return formatDate(from, "full");
  if (from.slice(0, 7) === to.slice(0, 7)) return formatDate(from, "month");
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${(sameYear ? monthDay : monthDayYear).format(instant(from))} – ${monthDayYear.format(instant(to))}`;
}

/** "3 – 20 May 2026" style for a stretch of dates. */
export function formatDateRange(from: string, to: string): string {
  return from === to
    ? monthDayYear.format(instant(from))
    : `${monthDay.format(instant(from))} – ${monthDayYear.format(instant(to))}`;
}

/** A calendar date of an instant for display of "since": the day on the UTC calendar. */
export const formatInstantDate = (at: string): string => monthDayYear.format(new Date(at));
