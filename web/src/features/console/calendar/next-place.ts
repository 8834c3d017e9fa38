import type { OpenHours } from "../../../ui/week-grid/grid-event.ts";
import { dateOf, type LocalDate, minuteOf, type WallTime, wallTime } from "../../../ui/week-grid/wall-time.ts";

const HALF_HOUR = 30;
const MORNING = 9 * 60;

/** Where a session of one's own would begin: the next open half hour in view; where there is none, later today or in the morning. */
export function nextPlace(days: readonly LocalDate[], now: WallTime, open: OpenHours | null): WallTime {
  const today = dateOf(now);
  const soon = (Math.floor(minuteOf(now) / HALF_HOUR) + 1) * HALF_HOUR;
  for (const day of days.filter((one) => one >= today)) {
    const earliest = day === today ? soon : 0;
    for (const { from, to } of open?.[day] ?? []) {
      const start = Math.max(from, earliest);
      if (start + HALF_HOUR <= to) return wallTime(day, start);
    }
  }
  return days.includes(today) ? wallTime(today, soon) : wallTime(days[0] ?? today, MORNING);
}
