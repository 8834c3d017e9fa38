import { dayOfMonth, formatHour, formatShortRange, formatStart, formatWeekday } from "../../../lib/calendar.ts";
import { formatDate, formatTimeRange, zoneCity } from "../../../lib/time.ts";
import type { Axis, GridWords } from "../../../ui/week-grid/grid-event.ts";
import { dateOf } from "../../../ui/week-grid/wall-time.ts";
import { type DaysOff, timeOffOn } from "./open-hours.ts";

export function gridWords(timeOff: readonly DaysOff[]): GridWords {
  return {
    newTitle: "New session",
    head: (date) => {
      const off = timeOffOn(date, timeOff);
      const note = off === null ? null : (off.reason ?? "Time off");
      const label = `Sessions on ${formatDate(date, "long")}${note === null ? "" : `, ${note}`}`;
      return { weekday: formatWeekday(date, "short"), day: dayOfMonth(date), label, note };
    },
    range: formatShortRange,
    start: formatStart,
    spoken: (start, end) => `${formatDate(dateOf(start), "long")}, ${formatTimeRange(start, end)}`,
  };
}

export const coachAxis = (timeZone: string): Axis => ({
  name: zoneCity(timeZone),
  title: `Times in ${timeZone}`,
  hours: Array.from({ length: 24 }, (_, hour) => formatHour(hour)),
});
