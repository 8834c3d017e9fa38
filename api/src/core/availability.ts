import { type Interval, merge } from "./interval.ts";
import { DAY, type LocalDate, type LocalTime, MINUTE, parseDate, parseTime, weekdayOfDay } from "./local-date.ts";
import { type Zone, zone } from "./zone.ts";

/** Hours of one local day. An `end` before `start` runs into the next day; `24:00` is the end of the day. */
export type DayWindow = { readonly start: LocalTime; readonly end: LocalTime };

/** Hours that return every week, or in one week of the template's cycle only (1 = the week of the anchor date). */
export type TemplateWindow = DayWindow & {
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekday: number;
  readonly week?: number | undefined;
};

/** Weekly hours. Of several templates, the one with the latest `effectiveFrom` that covers a date gives its hours. */
export type Template = {
  readonly id?: string | undefined;
  /** The zone in which the hours are read; the coach's when absent. */
  readonly timeZone?: string | undefined;
  readonly windows: readonly TemplateWindow[];
  /** Length of the cycle in weeks, 1–4; weeks run from Sunday to Saturday. */
  readonly cycleWeeks?: number | undefined;
  /** A date in week 1 of the cycle. */
  readonly anchorDate?: LocalDate | undefined;
  readonly effectiveFrom?: LocalDate | undefined;
  /** The last date, included. */
  readonly effectiveUntil?: LocalDate | undefined;
};

/** Replaces the template's hours of one date; no windows closes it. */
type DateOverride = {
  readonly id?: string | undefined;
  readonly date: LocalDate;
  readonly windows: readonly DayWindow[];
  readonly timeZone?: string | undefined;
};

/** Time off: whole local dates, both included, or an exact period in epoch milliseconds. Beats an override. */
export type TimeOff =
  | { readonly id?: string | undefined; readonly fromDate: LocalDate; readonly toDate: LocalDate }
  | { readonly id?: string | undefined; readonly start: number; readonly end: number };

/** Where the coach is: on these dates all hours are read in that zone. Without `toDate` it never ends. */
export type Travel = {
  readonly id?: string | undefined;
  readonly fromDate: LocalDate;
  readonly toDate?: LocalDate | undefined;
  readonly timeZone: string;
};

export type Availability = {
  /** The coach's zone: her calendar for limits and horizon, and the zone of all hours that name no other. */
  readonly timeZone: string;
  readonly templates: readonly Template[];
  readonly overrides?: readonly DateOverride[] | undefined;
  readonly timeOff?: readonly TimeOff[] | undefined;
  readonly travel?: readonly Travel[] | undefined;
};

/**
 * A stretch of open time, in epoch milliseconds. Starts are counted in steps from `anchor`, the opening of the local
 * day's window that it is a part of. Stretches are sorted and disjoint; two that touch are one open time with two grids.
 */
export type OpenWindow = {
  readonly start: number;
  readonly end: number;
  readonly anchor: number;
  readonly zone: Zone;
};

type MinuteWindow = { start: number; end: number };
type CompiledTemplate = {
  from: number;
  until: number;
  zone: Zone;
  cycle: number;
  anchorWeek: number;
  /** Merged windows in minutes by week of the cycle and weekday. */
  days: MinuteWindow[][];
};
type CompiledTravel = { from: number; until: number; zone: Zone };

/** An availability whose texts were read once: what `openWindows` walks. */
export type CompiledAvailability = {
  readonly zone: Zone;
  readonly templates: readonly CompiledTemplate[];
  readonly overrides: ReadonlyMap<number, readonly { zone: Zone | undefined; windows: MinuteWindow[] }[]>;
  readonly offDays: readonly { from: number; until: number }[];
  readonly offPeriods: readonly Interval[];
  readonly travel: readonly CompiledTravel[];
};

/** Weekly hours by list of weekdays, as one template. */
export function weeklyTemplate(
  rules: readonly (DayWindow & { readonly days: readonly number[] })[],
  timeZone?: string,
): Template {
  const windows = rules.flatMap(({ days, start, end }) => days.map((weekday) => ({ weekday, start, end })));
  return { windows, timeZone };
}

/** Windows in minutes since midnight, the end beyond 1440 where it is on the next day. Zero-length ones are left out. */
function minuteWindows(windows: readonly DayWindow[]): MinuteWindow[] {
  const minutes: MinuteWindow[] = [];
  for (const window of windows) addMinutes(window, minutes);
  return minutes;
}

function addMinutes(window: DayWindow, minutes: MinuteWindow[]): void {
  const start = parseTime(window.start);
  const end = parseTime(window.end);
  if (start !== end && start < 1440) minutes.push({ start, end: end < start ? end + 1440 : end });
}

function compileTemplate(template: Template, home: Zone): CompiledTemplate {
  const cycle = template.cycleWeeks ?? 1;
  const days: MinuteWindow[][] = Array.from({ length: cycle * 7 }, () => []);
  for (const window of template.windows) {
    for (let week = 1; week <= cycle; week++) {
      if (window.week !== undefined && window.week !== week) continue;
      const day = days[(week - 1) * 7 + window.weekday];
      if (day !== undefined) addMinutes(window, day);
    }
  }
  return {
    from: template.effectiveFrom === undefined ? -Infinity : parseDate(template.effectiveFrom),
    until: template.effectiveUntil === undefined ? Infinity : parseDate(template.effectiveUntil),
    zone: template.timeZone === undefined ? home : zone(template.timeZone),
    cycle,
    anchorWeek: weekNumber(template.anchorDate === undefined ? 0 : parseDate(template.anchorDate)),
    days,
  };
}

/** Weeks since the one that holds 1970-01-01, each from Sunday to Saturday. */
function weekNumber(epochDay: number): number {
  return Math.floor((epochDay + 4) / 7);
}

/** Reads dates, times and zones once. Throws RangeError for one that is malformed or unknown. */
export function compileAvailability(availability: Availability): CompiledAvailability {
  const home = zone(availability.timeZone);
  const overrides = new Map<number, { zone: Zone | undefined; windows: MinuteWindow[] }[]>();
  for (const { date, windows, timeZone } of availability.overrides ?? []) {
    const day = parseDate(date);
    const hours = { zone: timeZone === undefined ? undefined : zone(timeZone), windows: minuteWindows(windows) };
    const known = overrides.get(day);
    if (known === undefined) overrides.set(day, [hours]);
    else known.push(hours);
  }
  const offDays: { from: number; until: number }[] = [];
  const offPeriods: Interval[] = [];
  for (const off of availability.timeOff ?? []) {
    if ("fromDate" in off) offDays.push({ from: parseDate(off.fromDate), until: parseDate(off.toDate) });
    else if (off.start < off.end) offPeriods.push(off);
  }
  const travel = (availability.travel ?? []).map((stay) => ({
    from: parseDate(stay.fromDate),
    until: stay.toDate === undefined ? Infinity : parseDate(stay.toDate),
    zone: zone(stay.timeZone),
  }));
  // The stay that began last counts, whatever the order they were listed in.
  travel.sort((a, b) => b.from - a.from || a.until - b.until || (a.zone.id < b.zone.id ? -1 : 1));
  const templates = availability.templates.map((template) => compileTemplate(template, home));
  return { zone: home, templates, overrides, offDays, offPeriods, travel };
}

/** The zone in which the hours of a date are read when she is away, or undefined at home. */
function travelZone(compiled: CompiledAvailability, epochDay: number): Zone | undefined {
  for (const stay of compiled.travel) if (stay.from <= epochDay && epochDay <= stay.until) return stay.zone;
  return undefined;
}

/** Whether a local date is taken off as a whole. */
export function isOffDay(compiled: CompiledAvailability, epochDay: number): boolean {
  for (const off of compiled.offDays) if (off.from <= epochDay && epochDay <= off.until) return true;
  return false;
}

/** The hours planned for one local date before time off: from its overrides, else from the template in force. */
export function plannedHours(
  compiled: CompiledAvailability,
  epochDay: number,
): { zone: Zone; windows: readonly MinuteWindow[] }[] {
  const away = compiled.travel.length === 0 ? undefined : travelZone(compiled, epochDay);
  const overrides = compiled.overrides.size === 0 ? undefined : compiled.overrides.get(epochDay);
  if (overrides !== undefined) {
    return overrides.map((hours) => ({ zone: away ?? hours.zone ?? compiled.zone, windows: hours.windows }));
  }
  let from = -Infinity;
  let hours: { zone: Zone; windows: readonly MinuteWindow[] }[] = [];
  for (const template of compiled.templates) {
    if (epochDay < template.from || epochDay > template.until || template.from < from) continue;
    if (template.from > from) hours = [];
    from = template.from;
    const weeks = weekNumber(epochDay) - template.anchorWeek;
    const week = ((weeks % template.cycle) + template.cycle) % template.cycle;
    hours.push({ zone: away ?? template.zone, windows: template.days[week * 7 + weekdayOfDay(epochDay)] ?? [] });
  }
  return hours;
}

/** The instants of one date's hours, sorted; hours that overlap or touch are one window. */
function windowsOfDate(compiled: CompiledAvailability, epochDay: number): OpenWindow[] {
  if (compiled.offDays.length > 0 && isOffDay(compiled, epochDay)) return [];
  const windows: { start: number; end: number; anchor: number; zone: Zone }[] = [];
  for (const hours of plannedHours(compiled, epochDay)) {
    if (hours.windows.length === 0 || isLeftOut(hours.zone, epochDay)) continue;
    for (const { start, end } of hours.windows) {
      const opening = hours.zone.instantOfWall(epochDay * DAY + start * MINUTE);
      const closing = closingOf(compiled, hours.zone, epochDay, end);
      if (opening < closing) windows.push({ start: opening, end: closing, anchor: opening, zone: hours.zone });
    }
  }
  if (windows.length < 2) return windows;
  windows.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  for (let i = 1; i < windows.length; i++) {
    const window = windows[i];
    const previous = windows[last];
    if (window === undefined || previous === undefined) break;
    if (window.start <= previous.end) {
      if (window.end > previous.end) previous.end = window.end;
    } else {
      windows[++last] = window;
    }
  }
  windows.length = last + 1;
  return windows;
}

/** A date that the zone skips whole (Apia, 2011-12-30) has no hours. */
function isLeftOut(at: Zone, epochDay: number): boolean {
  return at.startOfDayNumber(epochDay) >= at.startOfDayNumber(epochDay + 1);
}

/** When hours end. The part after midnight belongs to the next date: a day off there ends them at midnight. */
function closingOf(compiled: CompiledAvailability, at: Zone, epochDay: number, minute: number): number {
  if (minute === 1440 || (minute > 1440 && isOffDay(compiled, epochDay + 1))) return at.startOfDayNumber(epochDay + 1);
  return at.instantOfWall(epochDay * DAY + minute * MINUTE);
}

/** Sorted windows without the stretches of `taken`; what is left of one keeps its anchor. */
function without(windows: readonly OpenWindow[], taken: readonly Interval[]): OpenWindow[] {
  const holes = merge(taken);
  const left: OpenWindow[] = [];
  let first = 0;
  for (const window of windows) {
    let cursor = window.start;
    while ((holes[first]?.end ?? Infinity) <= cursor) first++;
    for (let i = first; i < holes.length; i++) {
      const hole = holes[i];
      if (hole === undefined || hole.start >= window.end) break;
      if (hole.start > cursor) left.push({ ...window, start: cursor, end: hole.start });
      cursor = Math.max(cursor, hole.end);
    }
    if (cursor < window.end) left.push(cursor === window.start ? window : { ...window, start: cursor });
  }
  return left;
}

/**
 * The open time of a coach from `start` to `end` (epoch milliseconds): all windows that meet the range, uncut at its
 * edges, sorted and disjoint. Where windows of two dates overlap, the later date's grid counts, so that the answer
 * never depends on where a range begins.
 */
export function openWindows(compiled: CompiledAvailability, start: number, end: number): OpenWindow[] {
  // Hours of a date lie between 14 hours before its UTC midnight and 60 hours after it.
  const first = Math.floor(start / DAY) - 2;
  const last = Math.floor(end / DAY) + 1;
  let windows: OpenWindow[] = [];
  let latest = -Infinity;
  for (let day = first; day <= last; day++) {
    const today = windowsOfDate(compiled, day);
    const opening = today[0]?.start;
    if (opening === undefined) continue;
    if (opening < latest) {
      windows = [...without(windows, today), ...today].sort((a, b) => a.start - b.start);
    } else {
      for (const window of today) windows.push(window);
    }
    latest = windows[windows.length - 1]?.end ?? latest;
  }
  const open = compiled.offPeriods.length === 0 ? windows : without(windows, compiled.offPeriods);
  return open.filter((window) => window.start < end && start < window.end);
}
