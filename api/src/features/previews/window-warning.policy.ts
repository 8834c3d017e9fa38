import { type CompiledAvailability, type DayWindow, plannedHours } from "../../core/availability.ts";
import { DAY, formatDate, MINUTE, parseDate, parseTime } from "../../core/local-date.ts";
import type { Zone } from "../../core/zone.ts";

/** A window on a line of minutes, with the words for it. */
export interface PlacedWindow {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DAY_MINUTES = 1440;

/** A window on a line that begins at the midnight of its day; an end before the start is on the next day. */
export function placeDayWindow(window: DayWindow): PlacedWindow {
  const start = parseTime(window.start);
  const end = parseTime(window.end);
  return { start, end: end < start ? end + DAY_MINUTES : end, words: `${window.start}–${window.end}` };
}

/** The windows of a cycle of weeks on the line of its minutes: one without a week stands in each. */
export function placeWeekWindows(
  windows: ReadonlyArray<DayWindow & { readonly weekday: number; readonly week?: number | undefined }>,
  cycleWeeks: number,
): PlacedWindow[] {
  return windows.flatMap((window) => {
    const { start, end, words } = placeDayWindow(window);
    const weeks =
      window.week === undefined ? Array.from({ length: cycleWeeks }, (_, index) => index + 1) : [window.week];
    const inWeek = window.week === undefined ? "" : ` of week ${window.week}`;
    return weeks.map((week) => {
      const midnight = ((week - 1) * 7 + window.weekday) * DAY_MINUTES;
      return { start: midnight + start, end: midnight + end, words: `${WEEKDAYS[window.weekday]}${inWeek}, ${words},` };
    });
  });
}

/** Pairs that overlap, each once, by their words. */
export function overlappingPairs(windows: readonly PlacedWindow[]): Array<readonly [string, string]> {
  const sorted = windows.toSorted((a, b) => a.start - b.start);
  const pairs = new Map<string, readonly [string, string]>();
  let widest = sorted[0];
  for (const window of sorted.slice(1)) {
    if (widest && window.start < widest.end) pairs.set(`${widest.words} ${window.words}`, [widest.words, window.words]);
    if (!widest || window.end > widest.end) widest = window;
  }
  return [...pairs.values()];
}

/** Open stretches, windows that overlap or touch taken together, that are shorter than so many minutes; by their words. */
export function shorterThan(windows: readonly PlacedWindow[], minutes: number): string[] {
  const stretches: PlacedWindow[] = [];
  for (const window of windows.toSorted((a, b) => a.start - b.start)) {
    const last = stretches.at(-1);
    if (last && window.start <= last.end)
      stretches[stretches.length - 1] = { ...last, end: Math.max(last.end, window.end) };
    else stretches.push(window);
  }
  return [...new Set(stretches.filter(({ start, end }) => end - start < minutes).map(({ words }) => words))];
}

/** Dates within a period on which hours begin or end in an hour that their clocks skip. */
export function skippedDates(
  compiled: CompiledAvailability,
  at: Zone,
  period: { start: number; end: number },
): string[] {
  const dates: string[] = [];
  for (
    let change = at.nextTransition(period.start);
    change !== null && change < period.end;
    change = at.nextTransition(change)
  ) {
    const gap = { start: change + at.offsetAt(change - 1), end: change + at.offsetAt(change) };
    if (gap.start >= gap.end) continue;
    const day = Math.floor(gap.start / DAY);
    // Hours of the date before may run past midnight into the gap.
    const walls = [day - 1, day].flatMap((each) => wallWindows(compiled, each));
    if (walls.some(({ start, end }) => (start >= gap.start && start < gap.end) || (end > gap.start && end < gap.end))) {
      dates.push(formatDate(day));
    }
  }
  return dates;
}

/** The hours of one date as wall milliseconds. */
function wallWindows(compiled: CompiledAvailability, epochDay: number): Array<{ start: number; end: number }> {
  const wall = (minute: number) => epochDay * DAY + minute * MINUTE;
  return plannedHours(compiled, epochDay).flatMap(({ windows }) =>
    windows.map(({ start, end }) => ({ start: wall(start), end: wall(end) })),
  );
}

/** Whether any of so many dates has hours. */
export function opensOn(compiled: CompiledAvailability, fromDate: string, days: number): boolean {
  const first = parseDate(fromDate);
  for (let day = first; day < first + days; day++) if (wallWindows(compiled, day).length > 0) return true;
  return false;
}
