import { refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import type { AvailabilityWindowInput, DayWindowInput } from "./availability.inputs.ts";

const MAX_WINDOWS_A_DAY = 12;
const MAX_CYCLE_WEEKS = 4;

/** Hours of one day: each window has a length, and there are not too many. An end before the start is on the next day. */
export function checkDayWindows(field: string, windows: readonly DayWindowInput[]) {
  if (windows.length > MAX_WINDOWS_A_DAY) {
    refuseInput(
      `${field}.${MAX_WINDOWS_A_DAY}`,
      `These are ${windows.length} windows; at most ${MAX_WINDOWS_A_DAY} are possible on one day.`,
    );
  }
  return windows.map((window, index) => checkWindow(`${field}.${index}`, window));
}

/** Hours of a cycle of weeks, with not too many windows on any day of it. */
export function checkWeekWindows(windows: readonly AvailabilityWindowInput[], cycleWeeks: number) {
  const perDay = new Map<string, number>();
  return windows.map((window, index) => {
    const field = `windows.${index}`;
    const weekday = requireWholeNumber(`${field}.weekday`, window.weekday, 0, 6);
    const week = window.week == null ? null : checkWeek(`${field}.week`, window.week, cycleWeeks);
    for (let each = week ?? 1; each <= (week ?? cycleWeeks); each++) {
      const day = `${each} ${weekday}`;
      const count = (perDay.get(day) ?? 0) + 1;
      perDay.set(day, count);
      if (count > MAX_WINDOWS_A_DAY)
        refuseInput(field, `At most ${MAX_WINDOWS_A_DAY} windows are possible on one day.`);
    }
    return { ...(week === null ? {} : { week }), weekday, ...checkWindow(field, window) };
  });
}

export function checkCycle(cycleWeeks: number): number {
  return requireWholeNumber("cycleWeeks", cycleWeeks, 1, MAX_CYCLE_WEEKS);
}

function checkWeek(field: string, week: number, cycleWeeks: number): number {
  if (cycleWeeks === 1)
    refuseInput(field, "These hours repeat every week: leave the week out, or choose a longer cycle.");
  return requireWholeNumber(field, week, 1, cycleWeeks);
}

function checkWindow(field: string, { start, end }: DayWindowInput) {
  if (start === "24:00")
    refuseInput(`${field}.start`, "A window begins at 23:59 at the latest; 24:00 is the next day's 00:00.");
  if (start === end) refuseInput(`${field}.end`, "This window has no length. For a whole day, write 00:00 to 24:00.");
  return { start, end };
}
