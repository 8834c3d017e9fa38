import { createContext, useContext } from "react";
import { wallTime as wallTimeAt } from "../../../lib/time.ts";
import { dateOf, type LocalDate, type WallTime } from "../../../ui/week-grid/wall-time.ts";

/** Dates in another place, by the calendar of that place. */
export interface Stay {
  readonly fromDate: LocalDate;
  readonly toDate: LocalDate;
  readonly timeZone: string;
}

interface Home {
  readonly timeZone: string;
  readonly offsetMinutes: number;
  readonly zones: readonly {
    readonly id: string;
    readonly aliases: readonly string[];
    readonly offsetMinutes: number;
  }[];
}

/** The zone whose clocks the coach has before her on a date. */
export type ZoneOn = (date: LocalDate) => string;

export const zoneOnDates =
  (travel: readonly Stay[], home: string): ZoneOn =>
  (date) =>
    travel.find(({ fromDate, toDate }) => fromDate <= date && date <= toDate)?.timeZone ?? home;

/** What her clock shows: that of the place as long as it is a date of her stay there, else the one at home. */
export function wallTimeOf(now: number, travel: readonly Stay[], home: Home): WallTime {
  for (const { fromDate, toDate, timeZone } of travel) {
    const there = home.zones.find(({ id, aliases }) => id === timeZone || aliases.includes(timeZone));
    if (there === undefined) continue;
    const local = wallTimeAt(now, there.offsetMinutes);
    if (fromDate <= dateOf(local) && dateOf(local) <= toDate) return local;
  }
  return wallTimeAt(now, home.offsetMinutes);
}

/** The one zone that all the days are shown in, or null where she changes places between them. */
export function commonZone(days: readonly LocalDate[], zoneOn: ZoneOn): string | null {
  const zones = new Set(days.map(zoneOn));
  const [only] = zones;
  return zones.size === 1 && only !== undefined ? only : null;
}

export const ClocksContext = createContext<ZoneOn | null>(null);

/** For the calendar's panels: the zone in which a wall time on the grid is meant. */
export function useZoneOn(): ZoneOn {
  const zoneOn = useContext(ClocksContext);
  if (zoneOn === null) throw new Error("useZoneOn outside the calendar");
  return zoneOn;
}
