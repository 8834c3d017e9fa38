import { useMemo } from "react";
import { useMomentsQuery } from "../../../generated/console.ts";
import { formatHour } from "../../../lib/calendar.ts";
import { formatTime, zoneCity } from "../../../lib/time.ts";
import type { Axis } from "../../../ui/week-grid/grid-event.ts";
import { dateOf, daysBetween, type LocalDate, wallTime } from "../../../ui/week-grid/wall-time.ts";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface SecondAxis {
  /** The day whose hours are named; another day of the week may differ where a clock changes. */
  readonly day: LocalDate;
  readonly from: string;
  readonly to: string | null;
}

/** The hours of one day as the clocks of another zone show them. The server converts: its rules are the ones that count. */
export function useSecondAxis({ day, from, to }: SecondAxis): Axis | null {
  const of = useMemo(() => HOURS.map((hour) => ({ local: wallTime(day, hour * 60), timeZone: from })), [day, from]);
  const { data, previousData } = useMomentsQuery({ variables: { of, timeZone: to ?? from }, skip: to === null });
  const moments = (data ?? previousData)?.moments;
  return useMemo(() => {
    if (to === null) return null;
    const hours = HOURS.map((hour) => {
      const local = moments?.[hour]?.local;
      return local === undefined ? "" : `${hourText(local)}${dayMark(day, dateOf(local))}`;
    });
    return { name: zoneCity(to), title: `Times in ${to}`, hours };
  }, [to, moments, day]);
}

const hourText = (local: string): string =>
  local.endsWith(":00") ? formatHour(Number(local.slice(11, 13))) : formatTime(local);

function dayMark(day: LocalDate, there: LocalDate): string {
  const days = daysBetween(day, there);
  return days === 0 ? "" : days > 0 ? "⁺¹" : "⁻¹";
}
