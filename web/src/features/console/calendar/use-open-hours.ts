import { useMemo } from "react";
import { useMomentsQuery } from "../../../generated/console.ts";
import { addDays } from "../../../lib/dates.ts";
import type { OpenHours } from "../../../ui/week-grid/grid-event.ts";
import type { LocalDate } from "../../../ui/week-grid/wall-time.ts";
import type { CalendarSetting } from "./calendar-setting.ts";
import { openBetween, openHoursOf, windowEdges } from "./open-hours.ts";

/** The open hours of the days on the coach's clock. Hours kept in another zone are converted by the server; null until they are. */
export function useOpenHours(
  { template, timeOff }: CalendarSetting,
  timeZone: string,
  days: readonly LocalDate[],
): OpenHours | null {
  const elsewhere = template !== null && template.timeZone !== timeZone;
  const edges = useMemo(
    () => (elsewhere ? windowEdges(around(days), template.windows) : []),
    [elsewhere, template, days],
  );
  const of = useMemo(
    () => edges.map((local) => ({ local, timeZone: template?.timeZone ?? timeZone })),
    [edges, template, timeZone],
  );
  const { data } = useMomentsQuery({ variables: { of, timeZone }, skip: of.length === 0 });
  const moments = data?.moments;
  return useMemo(() => {
    if (template === null || !elsewhere || edges.length === 0)
      return openHoursOf(days, template?.windows ?? [], timeOff);
    if (moments === undefined) return null;
    return openBetween(
      days,
      moments.map(({ local }) => local),
      timeOff,
    );
  }, [template, elsewhere, edges, moments, days, timeOff]);
}

/** A window of the day before or after can reach into the first or last day on another clock. */
function around(days: readonly LocalDate[]): LocalDate[] {
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? [] : [addDays(first, -1), ...days, addDays(last, 1)];
}
