/** A calendar date without a zone, `YYYY-MM-DD`. */
export type LocalDate = string;
/** A wall-clock date and time without a zone, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`. */
export type LocalDateTime = string;
/** A wall-clock time, `HH:MM`; `24:00` is the end of the day. */
export type LocalTime = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Days since 1970-01-01 of a proleptic Gregorian date (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
export function epochDayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month (1–12) and day of a day number, the inverse of `epochDayOf`. */
export function civilOf(epochDay: number): { year: number; month: number; day: number } {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Weekday of a day number, 0 = Sunday … 6 = Saturday. */
export function weekdayOfDay(epochDay: number): number {
  return (((epochDay + 4) % 7) + 7) % 7;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/;

/** Day number of a local date. Throws RangeError for anything that is no date of the calendar. */
export function parseDate(date: LocalDate): number {
  const match = DATE.exec(date);
  if (match !== null) {
    const day = epochDayOf(Number(match[1]), Number(match[2]), Number(match[3]));
    if (formatDate(day) === date) return day;
  }
  throw new RangeError(`“${date}” is not a date. A date reads like 2026-03-08.`);
}

const ZERO = 48;
const COLON = 58;

/** The number that two digits of a text make; NaN when they are no digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Minutes since midnight of `HH:MM`, 0–1440. Throws RangeError for anything else. */
export function parseTime(time: LocalTime): number {
  // Read by character: a slot query reads a template's times anew, and a regular expression takes ten times as long.
  const minute = twoDigits(time, 3);
  const minutes = twoDigits(time, 0) * 60 + minute;
  if (time.length === 5 && time.charCodeAt(2) === COLON && minute < 60 && minutes <= 1440) return minutes;
  throw new RangeError(`“${time}” is not a time. A time reads like 09:30, at most 24:00.`);
}

/** Wall time as milliseconds since 1970-01-01T00:00 on the wall. Throws RangeError for anything that is no wall time. */
export function parseDateTime(wall: LocalDateTime): number {
  const match = DATE_TIME.exec(wall);
  const hour = Number(match?.[2]);
  const minute = Number(match?.[3]);
  const second = Number(match?.[4] ?? 0);
  if (match?.[1] === undefined || hour > 23 || minute > 59 || second > 59) {
    throw new RangeError(`“${wall}” is not a wall-clock time. One reads like 2026-03-08T09:30.`);
  }
  return parseDate(match[1]) * DAY + hour * HOUR + minute * MINUTE + second * 1000;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

/** `YYYY-MM-DD` of a day number. */
export function formatDate(epochDay: number): LocalDate {
  const { year, month, day } = civilOf(epochDay);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** `YYYY-MM-DDTHH:MM` of wall milliseconds, with seconds only where they are not zero. */
export function formatDateTime(wall: number): LocalDateTime {
  const day = Math.floor(wall / DAY);
  const rest = wall - day * DAY;
  const seconds = Math.floor((rest % MINUTE) / 1000);
  const time = `${pad(Math.floor(rest / HOUR), 2)}:${pad(Math.floor((rest % HOUR) / MINUTE), 2)}`;
  return `${formatDate(day)}T${time}${seconds === 0 ? "" : `:${pad(seconds, 2)}`}`;
}

/** The date `days` later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return formatDate(parseDate(date) + days);
}

/** Days from one date to another, negative when `to` is the earlier one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return parseDate(to) - parseDate(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: LocalDate): number {
  return weekdayOfDay(parseDate(date));
}

/** The Sunday on or before a date: weeks run from Sunday to Saturday. */
export function startOfWeek(date: LocalDate): LocalDate {
  const day = parseDate(date);
  return formatDate(day - weekdayOfDay(day));
}

/** The first date of the month that a date lies in. */
export function startOfMonth(date: LocalDate): LocalDate {
  const { year, month } = civilOf(parseDate(date));
  return formatDate(epochDayOf(year, month, 1));
}

/** The month that a date lies in, `YYYY-MM`. */
export function monthOf(date: LocalDate): string {
  return formatDate(parseDate(date)).slice(0, 7);
}

/** ISO 8601 week: the year it belongs to, its number and the ISO weekday (1 = Monday). */
export function isoWeek(date: LocalDate): { year: number; week: number; weekday: number } {
  const day = parseDate(date);
  const isoWeekday = weekdayOfDay(day) || 7;
  const thursday = day - isoWeekday + 4;
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - epochDayOf(year, 1, 1)) / 7) + 1, weekday: isoWeekday };
}
