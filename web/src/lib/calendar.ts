import { habits, perHabits } from "./habits.ts";
import { dateOf, formatDate, formatTime, wallTime } from "./time.ts";

const formats = perHabits(({ locale }) => {
  const floating = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return {
    weekday: { short: floating({ weekday: "short" }), long: floating({ weekday: "long" }) },
    month: floating({ month: "long" }),
    monthDay: floating({ day: "numeric", month: "short" }),
    monthDayYear: floating({ day: "numeric", month: "short", year: "numeric" }),
  };
});
const instant = (date: string) => new Date(`${date}T00:00Z`);

/** "Mon", "Monday" */
export const formatWeekday = (date: string, style: "short" | "long"): string =>
  formats().weekday[style].format(instant(date));

/** 0 = Sunday … 6 = Saturday. */
export function weekdayName(weekday: number): string {
  return formats().weekday.long.format(new Date(Date.UTC(2023, 0, 1 + weekday)));
}

export const dayOfMonth = (date: string): string => String(Number(date.slice(8, 10)));

/** The hours down the side of a calendar: "09:00" or "9 am". */
export function formatHour(hour: number): string {
  const text = formatTime(`${String(hour).padStart(2, "0")}:00`);
  return habits().hour12 ? text.replace(":00", "") : text;
}

/** The shortest way to say a start: "9 am", "9:30 am", "09:30". */
export function formatStart(localTime: string): string {
  return habits().hour12 ? formatTime(localTime).replace(":00", "") : formatTime(localTime);
}

/** The shortest way to say a range: "9 – 10:30 am", "11 am – 1 pm", "09:00 – 10:30". */
export function formatShortRange(localStart: string, localEnd: string): string {
  const [start, end] = [formatStart(localStart), formatStart(localEnd)];
  const half = /\u00a0[ap]m$/.exec(start)?.[0];
  return `${half !== undefined && end.endsWith(half) ? start.slice(0, -half.length) : start} – ${end}`;
}

/** "23 – 29 November 2026", "30 Nov – 6 Dec 2026", "28 Dec 2026 – 3 Jan 2027", "Monday, 23 November 2026". */
export function formatDays(from: string, to: string): string {
  if (from === to) return formatDate(from, "full");
  if (from.slice(0, 7) === to.slice(0, 7)) return formatDate(from, "month");
  const { monthDay, monthDayYear } = formats();
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${(sameYear ? monthDay : monthDayYear).format(instant(from))} – ${monthDayYear.format(instant(to))}`;
}

/** "3 – 20 May 2026" style for a stretch of dates. */
export function formatDateRange(from: string, to: string): string {
  const { monthDay, monthDayYear } = formats();
  return from === to
    ? monthDayYear.format(instant(from))
    : `${monthDay.format(instant(from))} – ${monthDayYear.format(instant(to))}`;
}

/** "November", or "November 2027" in another year than `today`. */
export const formatMonth = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? formats().month.format(instant(date)) : formatDate(date, "month");

/** The date of an instant where clocks run `offsetMinutes` east of UTC: "Nov 22, 2026". */
export const formatDateOn = (at: string, offsetMinutes: number): string =>
  formats().monthDayYear.format(instant(dateOf(wallTime(Date.parse(at), offsetMinutes))));
