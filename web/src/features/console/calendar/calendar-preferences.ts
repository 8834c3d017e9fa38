import { useState } from "react";
import type { DayCount } from "./calendar-view.ts";

const STORED = "kairos.calendar";

export interface CalendarPreferences {
  readonly days: DayCount;
  readonly showCancelled: boolean;
  readonly secondZone: boolean;
}

/** What the coach chose about the look of her calendar, remembered on this device. */
export function useCalendarPreferences(narrow: boolean) {
  const [chosen, setChosen] = useState<Partial<CalendarPreferences>>(remembered);
  const usual: CalendarPreferences = { days: narrow ? 3 : 7, showCancelled: false, secondZone: false };
  const preferences = { ...usual, ...chosen, ...(narrow && chosen.days === 7 && { days: usual.days }) };
  function prefer(next: Partial<CalendarPreferences>) {
    const all = { ...chosen, ...next };
    setChosen(all);
    try {
      localStorage.setItem(STORED, JSON.stringify(all));
    } catch {
      // Storage may be closed to us in private windows: the choice then lasts as long as the page.
    }
  }
  return { preferences, prefer };
}

function remembered(): Partial<CalendarPreferences> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORED) ?? "null");
    if (typeof value !== "object" || value === null) return {};
    return {
      ...("days" in value && isDayCount(value.days) && { days: value.days }),
      ...("showCancelled" in value && { showCancelled: value.showCancelled === true }),
      ...("secondZone" in value && { secondZone: value.secondZone === true }),
    };
  } catch {
    return {};
  }
}

const isDayCount = (value: unknown): value is DayCount => value === 1 || value === 3 || value === 7;
