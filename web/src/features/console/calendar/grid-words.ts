import { dayOfMonth, formatHour, formatShortRange, formatStart, formatWeekday } from "../../../lib/calendar.ts";
import { formatDate, formatTimeRange, zoneCity } from "../../../lib/time.ts";
import type { Axis, GridWords } from "../../../ui/week-grid/grid-event.ts";
import { dateOf } from "../../../ui/week-grid/wall-time.ts";
import { type CoachDays, dayNote } from "./coach-days.ts";

export function gridWords(days: CoachDays): GridWords {
  return {
    newTitle: "New session",
    head: (date) => {
      const day = days.get(date);
      const note = day === undefined ? null : dayNote(day);
      const label = `Sessions on ${formatDate(date, "long")}${note === null ? "" : `, ${note}`}`;
      return { weekday: formatWeekday(date, "short"), day: dayOfMonth(date), label, note };
    },
    range: formatShortRange,
    start: formatStart,
    spoken: (start, end) => `${formatDate(dateOf(start), "long")}, ${formatTimeRange(start, end)}`,
  };
}

/** Null where the days are not all in one zone: each column then has its own clocks. */
export const coachAxis = (timeZone: string | null): Axis => ({
  name: timeZone === null ? "Local" : zoneCity(timeZone),
  title: timeZone === null ? "Each day by the clocks of the place you are in" : `Times in ${timeZone}`,
  hours: Array.from({ length: 24 }, (_, hour) => formatHour(hour)),
});
