import { type CompiledAvailability, type OpenWindow, openWindows } from "./availability.ts";
import { merge, subtract } from "./interval.ts";
import { DAY, MINUTE } from "./local-date.ts";
import type { SessionRules } from "./slot-query.ts";
import type { Zone } from "./zone.ts";

/** The first and the last start that may be looked at, both included. */
export type Bounds = { readonly first: number; readonly last: number };

/** Open time that touching windows make together, as the position of each window's run end in its list. */
function runEnds(windows: readonly OpenWindow[]): number[] {
  const ends: number[] = new Array(windows.length);
  let next: OpenWindow | undefined;
  let end = 0;
  for (let i = windows.length - 1; i >= 0; i--) {
    const window = windows[i];
    if (window === undefined) continue;
    if (next === undefined || next.start > window.end) end = window.end;
    ends[i] = end;
    next = window;
  }
  return ends;
}

/** Open time without its grids: touching windows are one run. */
export function openRuns(windows: readonly OpenWindow[]): { start: number; end: number }[] {
  return merge(windows);
}

/**
 * Starts on the `window` grid: every `stepMinutes` of elapsed time from the opening of each local day's window. The
 * session may run on into a window that touches.
 */
export function windowStarts(compiled: CompiledAvailability, session: SessionRules, bounds: Bounds): number[] {
  const length = session.minutes * MINUTE;
  const step = session.stepMinutes * MINUTE;
  const windows = openWindows(compiled, bounds.first, bounds.last + length);
  const ends = runEnds(windows);
  const starts: number[] = [];
  for (let i = 0; i < windows.length; i++) {
    const window = windows[i];
    if (window === undefined) continue;
    const from = Math.max(window.start, bounds.first);
    const until = Math.min(window.end - 1, (ends[i] ?? 0) - length, bounds.last);
    let start = window.anchor + Math.ceil((from - window.anchor) / step) * step;
    for (; start <= until; start += step) starts.push(start);
  }
  return starts;
}

/** Beyond this the beginning of an unbroken open time is not looked for. */
const LONGEST_RUN = 32 * DAY;
/** 1970-01-04, a Sunday: where the grid of open time without a beginning is counted from. */
const ENDLESS_ANCHOR_DAY = 3;

/** When the open time around an instant began; the instant itself when it is closed, -Infinity when it never began. */
export function openSince(compiled: CompiledAvailability, instant: number): number {
  for (let back = 2 * DAY; back <= LONGEST_RUN; back *= 4) {
    const run = openRuns(openWindows(compiled, instant - back, instant + 1)).at(-1);
    if (run === undefined || run.end <= instant || run.start > instant) return instant;
    if (run.start > instant - back) return run.start;
  }
  return -Infinity;
}

/** The largest of 60, 30, 20, 15, 10 and 5 minutes that divides the step, in milliseconds; 0 when none does. */
function snapOf(stepMinutes: number): number {
  return ([60, 30, 20, 15, 10, 5].find((minutes) => stepMinutes % minutes === 0) ?? 0) * MINUTE;
}

/** The first instant from `instant` on at which the clock of a zone shows a multiple of `snap`. */
function snapUp(instant: number, snap: number, at: Zone): number {
  if (snap === 0) return instant;
  let snapped = instant;
  // A change of the clock on the way can need a second or third step.
  for (let tries = 0; tries < 4; tries++) {
    const wall = snapped + at.offsetAt(snapped);
    const past = ((wall % snap) + snap) % snap;
    if (past === 0) break;
    snapped += snap - past;
  }
  return snapped;
}

/**
 * Starts on the `restart` grid: each free stretch begins a new grid, its first start rounded up on the coach's clock.
 * `blocked` is flat pairs of start and end; it must reach back to `openSince(bounds.first)`.
 */
export function restartStarts(
  compiled: CompiledAvailability,
  session: SessionRules,
  bounds: Bounds,
  blocked: readonly number[],
): number[] {
  const length = session.minutes * MINUTE;
  const step = session.stepMinutes * MINUTE;
  const snap = snapOf(session.stepMinutes);
  const since = openSince(compiled, bounds.first);
  const windows = openWindows(compiled, Math.max(since, bounds.first - LONGEST_RUN), bounds.last + length);
  const runs = openRuns(windows);
  const firstRun = runs[0];
  if (since === -Infinity && firstRun !== undefined) {
    firstRun.start = compiled.zone.startOfDayNumber(ENDLESS_ANCHOR_DAY);
  }
  const taken: { start: number; end: number }[] = [];
  for (let i = 0; i < blocked.length; i += 2) taken.push({ start: blocked[i] ?? 0, end: blocked[i + 1] ?? 0 });
  const starts: number[] = [];
  let at = 0;
  for (const free of subtract(runs, taken)) {
    while (at < windows.length - 1 && (windows[at]?.end ?? 0) <= free.start) at++;
    const origin = snapUp(free.start, snap, windows[at]?.zone ?? compiled.zone);
    const until = Math.min(free.end - length, bounds.last);
    const skipped = Math.max(0, Math.ceil((bounds.first - origin) / step));
    for (let start = origin + skipped * step; start <= until; start += step) starts.push(start);
  }
  return starts;
}
