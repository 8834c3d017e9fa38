import type { OpenHours } from "../../../ui/week-grid/grid-event.ts";
import { layOutDays } from "../../../ui/week-grid/layout.ts";
import type { LocalDate, WallTime } from "../../../ui/week-grid/wall-time.ts";

/** What lies between starts and ends given in turn, as open hours of the days, cut at midnight. */
export function openBetween(days: readonly LocalDate[], edges: readonly WallTime[]): OpenHours {
  const windows = edges.flatMap((start, index) => {
    const end = edges[index + 1];
    return index % 2 === 0 && end !== undefined ? [{ id: start, start, end }] : [];
  });
  const placed = layOutDays(windows, days);
  return Object.fromEntries(days.map((day) => [day, (placed.get(day) ?? []).map(({ from, to }) => ({ from, to }))]));
}
