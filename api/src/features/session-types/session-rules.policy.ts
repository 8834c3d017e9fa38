import { type Coach, SessionDefaults, type SessionLimits, type SessionType } from "../../entities/index.ts";
import { refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import { requireDate } from "../time-zones/date.policy.ts";

const THIRTY_DAYS = 43_200;

/** The numbers of a session type that a coach may have defaults for, with their bounds. */
const ranges = [
  ["stepMinutes", 5, 1440],
  ["bufferBeforeMinutes", 0, 240],
  ["bufferAfterMinutes", 0, 240],
  ["noticeMinutes", 0, THIRTY_DAYS],
  ["horizonDays", 1, 730],
  ["cancelNoticeMinutes", 0, THIRTY_DAYS],
] as const;

/** The most sessions, and session minutes, of a day, week and month that a limit may name. */
const limitBounds = [
  ["maxPerDay", 100],
  ["maxPerWeek", 500],
  ["maxPerMonth", 2000],
  ["maxMinutesPerDay", 1440],
  ["maxMinutesPerWeek", 10_080],
  ["maxMinutesPerMonth", 44_640],
] as const;

/** The same bounds for the limits over all session types. */
export const coachLimitBounds: ReadonlyArray<readonly [keyof SessionLimits, number]> = [
  ["perDay", 100],
  ["perWeek", 500],
  ["perMonth", 2000],
  ["minutesPerDay", 1440],
  ["minutesPerWeek", 10_080],
  ["minutesPerMonth", 44_640],
];

type Rules = Pick<SessionDefaults, (typeof ranges)[number][0] | (typeof limitBounds)[number][0] | "grid">;
/** What is given of the rules; null takes a limit away and leaves everything else as it is. */
export type GivenRules = { readonly [rule in keyof Rules]?: Rules[rule] | null | undefined };

/** Checks the rules that are given, naming each by its path. */
export function checkRules(path: string, given: GivenRules): Partial<Rules> {
  const checked: Partial<Rules> = {};
  if (given.grid != null) checked.grid = given.grid;
  for (const [field, from, to] of ranges) {
    const value = given[field];
    if (value != null) checked[field] = requireWholeNumber(path + field, value, from, to);
  }
  for (const [field, most] of limitBounds) {
    const value = given[field];
    if (value !== undefined) checked[field] = value === null ? null : requireWholeNumber(path + field, value, 1, most);
  }
  return checked;
}

/** What a new session type of a coach begins with. */
export function defaultsOf({ sessionDefaults }: Coach): SessionDefaults {
  return Object.assign(new SessionDefaults(), sessionDefaults);
}

export function applyDefaults(known: Partial<SessionDefaults>, given: GivenRules): Partial<SessionDefaults> {
  return { ...known, ...checkRules("sessionDefaults.", given) };
}

export interface GivenDates {
  readonly bookableFrom?: string | null | undefined;
  readonly bookableUntil?: string | null | undefined;
}

/** Writes fixed dates in place of the rolling horizon, or takes them away. */
export function applyBookableDates(type: SessionType, given: GivenDates, timeZone: string): void {
  for (const field of ["bookableFrom", "bookableUntil"] as const) {
    const date = given[field];
    if (date !== undefined) type[field] = date && requireDate(field, date, timeZone);
  }
  if (type.bookableFrom === null) return;
  if (type.bookableUntil === null) refuseInput("bookableUntil", "Give the last bookable date too.");
  if (type.bookableUntil < type.bookableFrom) {
    refuseInput("bookableUntil", `The last date must not be before the first, ${type.bookableFrom}.`);
  }
}
