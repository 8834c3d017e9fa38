import type { MinuteRange, OpenHours } from "../../../ui/week-grid/grid-event.ts";
import { layOutDays } from "../../../ui/week-grid/layout.ts";
import { type LocalDate, type WallTime, wallTime, weekdayOf } from "../../../ui/week-grid/wall-time.ts";
import { minutesOfLocalTime } from "../hours/time-text.ts";

export interface WeeklyWindow {
  readonly weekday: number;
  readonly start: string;
  readonly end: string;
}

export interface DaysOff {
  readonly fromDate: LocalDate;
  readonly toDate: LocalDate;
  readonly reason: string | null;
}

/** When clients may book on each of the days, as far as weekly hours and time off say. */
export function openHoursOf(
  days: readonly LocalDate[],
  windows: readonly WeeklyWindow[],
  timeOff: readonly DaysOff[],
): OpenHours {
  return Object.fromEntries(days.map((day) => [day, timeOffOn(day, timeOff) ? [] : windowsOn(day, windows)]));
}

/** Start and end of every window on the days, in turn, on the clock of the hours' own zone. */
export function windowEdges(days: readonly LocalDate[], windows: readonly WeeklyWindow[]): WallTime[] {
  return days.flatMap((day) =>
    windowsOn(day, windows).flatMap(({ from, to }) => [wallTime(day, from), wallTime(day, to)]),
  );
}

/** The same edges on the clock that the days are shown in, cut at midnight. */
export function openBetween(
  days: readonly LocalDate[],
  edges: readonly WallTime[],
  timeOff: readonly DaysOff[],
): OpenHours {
  const windows = edges.flatMap((start, index) => {
    const end = edges[index + 1];
    return index % 2 === 0 && end !== undefined ? [{ id: start, start, end }] : [];
  });
  const placed = layOutDays(windows, days);
  return Object.fromEntries(
    days.map((day) => [
      day,
      timeOffOn(day, timeOff) ? [] : (placed.get(day) ?? []).map(({ from, to }) => ({ from, to })),
    ]),
  );
}

/** The time off a day falls into, if any. */
export function timeOffOn(day: LocalDate, timeOff: readonly DaysOff[]): DaysOff | null {
  return timeOff.find(({ fromDate, toDate }) => fromDate <= day && day <= toDate) ?? null;
}

function windowsOn(day: LocalDate, windows: readonly WeeklyWindow[]): MinuteRange[] {
  const weekday = weekdayOf(day);
  return windows
    .filter((window) => window.weekday === weekday)
    .map(({ start, end }) => ({ from: minutesOfLocalTime(start), to: minutesOfLocalTime(end) }));
}
