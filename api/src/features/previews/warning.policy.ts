import { compileAvailability, type TimeOff } from "../../core/availability.ts";
import { overlaps } from "../../core/interval.ts";
import { addDays, DAY, daysBetween } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import {
  availabilityOf,
  type CoachHours,
  type HoursOverride,
  type HoursTemplate,
  templatesFor,
} from "../slots/hours.service.ts";
import { type AvailabilityWarning, WarningCode } from "./preview.inputs.ts";
import {
  opensOn,
  overlappingPairs,
  type PlacedWindow,
  placeDayWindow,
  placeWeekWindows,
  shorterThan,
  skippedDates,
} from "./window-warning.policy.ts";

/** A session type that can be booked, with its lengths in minutes. */
export interface SessionLengths {
  readonly id: string;
  readonly minutes: readonly number[];
}

export interface WarningQuestion {
  readonly before: CoachHours;
  readonly after: CoachHours;
  readonly types: readonly SessionLengths[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What is looked at: hours with those who can book them, over the coming two years. */
interface Setting {
  readonly hours: CoachHours;
  readonly types: readonly SessionLengths[];
  readonly period: { readonly start: number; readonly end: number };
}

const LONGEST_CYCLE_DAYS = 28;

/** What may not be meant so about the rows that differ between two states of a coach's hours. */
export function newWarnings({ before, after, types, now }: WarningQuestion): AvailabilityWarning[] {
  const known = new Set(
    [...before.templates, ...before.overrides, ...before.timeOff].map((row) => JSON.stringify(row)),
  );
  const isNew = (row: object) => !known.has(JSON.stringify(row));
  const setting: Setting = { hours: after, types, period: { start: now, end: now + 731 * DAY } };
  return [
    ...after.templates.filter(isNew).flatMap((template) => templateWarnings(template, setting)),
    ...after.overrides.filter(isNew).flatMap((override) => overrideWarnings(override, setting)),
    ...after.timeOff.filter(isNew).flatMap(({ id }) => timeOffWarnings(id, setting)),
  ];
}

function warn(code: WarningCode, message: string, date: string | null = null): AvailabilityWarning {
  return { code, message, date };
}

function templateWarnings(template: HoursTemplate, { hours, types, period }: Setting): AvailabilityWarning[] {
  const name = `“${template.name}”`;
  const at = zone(template.timeZone);
  const today = at.localDate(period.start);
  const { effectiveFrom, effectiveUntil } = template;
  if (effectiveUntil !== undefined && effectiveUntil < today) {
    return [warn(WarningCode.OVER, `${name} ended on ${effectiveUntil}.`, effectiveUntil)];
  }
  const compiled = compileAvailability({ timeZone: template.timeZone, templates: [template] });
  const first = effectiveFrom ?? today;
  const days = effectiveUntil === undefined ? LONGEST_CYCLE_DAYS : daysBetween(first, effectiveUntil) + 1;
  if (!opensOn(compiled, first, Math.min(days, LONGEST_CYCLE_DAYS))) {
    return [warn(WarningCode.NO_OPEN_TIME, `${name} opens no time at all, so nothing can be booked while it holds.`)];
  }
  const users = types.filter(({ id }) => templatesFor(hours, id).includes(template));
  const [skipped] = skippedDates(compiled, at, period);
  return [
    ...windowWarnings(name, placeWeekWindows(template.windows, template.cycleWeeks), users),
    ...(skipped === undefined ? [] : [skippedWarning(name, skipped)]),
  ];
}

function overrideWarnings(override: HoursOverride, { hours, types, period }: Setting): AvailabilityWarning[] {
  const { date, timeZone, windows } = override;
  const at = zone(timeZone);
  const name = `the hours of ${date}`;
  if (date < at.localDate(period.start)) return [warn(WarningCode.OVER, `${date} is over.`, date)];
  if (windows.length === 0) return [];
  if (wholeDaysOff(hours, period).some((off) => off.fromDate <= date && date <= off.toDate)) {
    return [warn(WarningCode.CLOSED_ANYWAY, `${date} is taken off, so these hours open nothing.`, date)];
  }
  const compiled = compileAvailability({ timeZone, templates: [], overrides: [override] });
  const dayAfter = at.startOfDay(addDays(date, 2));
  const skipped = skippedDates(compiled, at, { start: at.startOfDay(date) - 1, end: dayAfter });
  return [
    ...windowWarnings(name, windows.map(placeDayWindow), types),
    ...skipped.map((each) => skippedWarning(name, each)),
  ];
}

function windowWarnings(
  name: string,
  windows: readonly PlacedWindow[],
  users: readonly SessionLengths[],
): AvailabilityWarning[] {
  const shortest = Math.min(...users.flatMap(({ minutes }) => minutes));
  return [
    ...overlappingPairs(windows).map(([one, other]) =>
      warn(WarningCode.OVERLAPPING_WINDOWS, `In ${name}, ${one} and ${other} overlap; they count as one.`),
    ),
    ...(Number.isFinite(shortest) ? shorterThan(windows, shortest) : []).map((words) =>
      warn(WarningCode.TOO_SHORT, `In ${name}, ${words} is shorter than every session that could be booked in it.`),
    ),
  ];
}

function skippedWarning(name: string, date: string): AvailabilityWarning {
  return warn(
    WarningCode.SKIPPED_HOUR,
    `In ${name}, a time lies in the hour that the clocks skip on ${date}; it moves forward.`,
    date,
  );
}

/** Time off that begins or lies where other time off is already. */
function timeOffWarnings(id: string, { hours, period }: Setting): AvailabilityWarning[] {
  const all = availabilityOf(hours, null, period).timeOff ?? [];
  const own = all.filter((off) => off.id === id);
  const others = all.filter((off) => off.id !== id);
  for (const off of own) {
    if (!others.some((other) => sharesTime(off, other))) continue;
    const date = "fromDate" in off ? off.fromDate : zone(hours.timeZone).localDate(off.start);
    return [warn(WarningCode.OVERLAPPING_TIME_OFF, `Part of this is taken off already, from ${date} on.`, date)];
  }
  return [];
}

function sharesTime(one: TimeOff, other: TimeOff): boolean {
  if ("fromDate" in one && "fromDate" in other) return one.fromDate <= other.toDate && other.fromDate <= one.toDate;
  return "start" in one && "start" in other && overlaps(one, other);
}

function wholeDaysOff(hours: CoachHours, period: Setting["period"]): Array<{ fromDate: string; toDate: string }> {
  const timeOff = availabilityOf(hours, null, period).timeOff ?? [];
  return timeOff.flatMap((off) => ("fromDate" in off ? [off] : []));
}
