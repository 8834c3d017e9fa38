import { addDays } from "../../lib/dates.ts";
import {
  addMinutes,
  dateOf,
  daysBetween,
  type LocalDate,
  MINUTES_PER_DAY,
  minuteOf,
  type WallTime,
  wallTime,
} from "./wall-time.ts";

/** Where the pointer is: which of the days, and how many minutes down, not yet on the step. */
export interface GridPoint {
  readonly date: LocalDate;
  readonly minute: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The point of the grid under the pointer; outside the box, the nearest one inside. */
export function pointAt(x: number, y: number, box: Box, days: readonly LocalDate[]): GridPoint {
  const column = clamp(Math.floor(((x - box.left) / box.width) * days.length), 0, days.length - 1);
  const minute = clamp(((y - box.top) / box.height) * MINUTES_PER_DAY, 0, MINUTES_PER_DAY);
  return { date: days[column] ?? days[0] ?? "", minute };
}

export const snapDown = (minute: number, step: number): number => Math.floor(minute / step) * step;
export const snap = (minute: number, step: number): number => Math.round(minute / step) * step;

/** The stretch between press and pointer, at least one step long, within the day of the press. */
export function stretch(press: GridPoint, pointer: GridPoint, step: number): { start: WallTime; end: WallTime } {
  const anchor = Math.min(snapDown(press.minute, step), MINUTES_PER_DAY - step);
  const down = pointer.minute >= press.minute;
  const from = down ? anchor : Math.min(anchor, snap(pointer.minute, step));
  const to = down ? Math.max(anchor + step, snap(pointer.minute, step)) : anchor + step;
  return { start: wallTime(press.date, from), end: wallTime(press.date, to) };
}

/** Where an event starts when it was gripped at one point and let go at another. It keeps to the step, and begins on a day that is shown. */
export function carried(start: WallTime, grip: GridPoint, pointer: GridPoint, step: number): WallTime {
  const days = daysBetween(grip.date, pointer.date);
  const minute = snap(minuteOf(start) + pointer.minute - grip.minute, step);
  return wallTime(addDays(dateOf(start), days), clamp(minute, 0, MINUTES_PER_DAY - step));
}

export type MoveKey = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "PageUp" | "PageDown";

const MOVE_KEYS: ReadonlySet<string> = new Set<MoveKey>([
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "PageUp",
  "PageDown",
]);
export const isMoveKey = (key: string): key is MoveKey => MOVE_KEYS.has(key);

/** One press of a key: up and down by a step, sideways by a day, page by an hour. An odd minute first falls into step. */
export function nudged(wall: WallTime, key: MoveKey, step: number): WallTime {
  if (key === "ArrowLeft") return addMinutes(wall, -MINUTES_PER_DAY);
  if (key === "ArrowRight") return addMinutes(wall, MINUTES_PER_DAY);
  if (key === "PageUp") return addMinutes(wall, -60);
  if (key === "PageDown") return addMinutes(wall, 60);
  const minute = minuteOf(wall);
  const next = key === "ArrowDown" ? snapDown(minute, step) + step : Math.ceil(minute / step) * step - step;
  return wallTime(dateOf(wall), next);
}

/** Keeps a place within the days that are shown, at the same time of day. */
export function keptWithin(wall: WallTime, days: readonly LocalDate[]): WallTime {
  const first = days[0] ?? dateOf(wall);
  const last = days.at(-1) ?? first;
  const date = dateOf(wall) < first ? first : dateOf(wall) > last ? last : dateOf(wall);
  return wallTime(date, minuteOf(wall));
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
