import { addDays } from "../../lib/dates.ts";

/** A calendar date without a zone: 2026-03-08. */
export type LocalDate = string;

/** A wall-clock date and time without a zone, in minutes: 2026-03-08T09:30. Sorts as text. */
export type WallTime = string;

export const MINUTES_PER_DAY = 1440;

export const dateOf = (wall: WallTime): LocalDate => wall.slice(0, 10);

/** Minutes since midnight on the clock's face, 0 to 1439. */
export const minuteOf = (wall: WallTime): number => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));

/** Days from one date to the other; negative when the other is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (date: LocalDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** The first day on or before the date that is the given weekday. */
export function startOfWeek(date: LocalDate, firstWeekday: number): LocalDate {
  return addDays(date, -((weekdayOf(date) - firstWeekday + 7) % 7));
}

/** The wall time this many minutes after the midnight of a date; minutes may lie outside the day. */
export function wallTime(date: LocalDate, minutes: number): WallTime {
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  const rest = minutes - days * MINUTES_PER_DAY;
  return `${days === 0 ? date : addDays(date, days)}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
}

/** Moves the hands of the clock; what the clock of a zone skips or repeats plays no part here. */
export const addMinutes = (wall: WallTime, minutes: number): WallTime =>
  wallTime(dateOf(wall), minuteOf(wall) + minutes);

export function minutesBetween(from: WallTime, to: WallTime): number {
  return daysBetween(dateOf(from), dateOf(to)) * MINUTES_PER_DAY + minuteOf(to) - minuteOf(from);
}

const pad = (value: number): string => String(value).padStart(2, "0");
const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
