import { type CompiledAvailability, type OpenWindow, openWindows } from "./availability.ts";
import { type Interval, merge, subtract } from "./interval.ts";
import { DAY, HOUR, MINUTE, weekdayOfDay } from "./local-date.ts";
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

/** Local midnight of the Sunday on or before an instant, or of another one `weeks` later. */
function sunday(compiled: CompiledAvailability, instant: number, weeks = 0): number {
  const day = compiled.zone.localDay(instant);
  return compiled.zone.startOfDayNumber(day - weekdayOfDay(day) + weeks * 7);
}

/**
 * When the open time around an instant began; the instant itself when it is closed. Open time that has lasted for a
 * whole week, Sunday to Sunday, counts from that Sunday: so nobody has to look back for ever.
 */
export function openSince(compiled: CompiledAvailability, instant: number): number {
  for (const edge of [instant - 2 * DAY, sunday(compiled, instant, -1)]) {
    const run = openRuns(openWindows(compiled, edge, instant + 1)).at(-1);
    if (run === undefined || run.end <= instant || run.start > instant) return instant;
    if (run.start > edge) return run.start;
  }
  return sunday(compiled, instant);
}

/** The Sundays at which open time of a whole week, and any that goes on, begins a new grid. */
function weekCuts(compiled: CompiledAvailability, runs: readonly Interval[]): number[] {
  const cuts: number[] = [];
  for (const run of runs) {
    if (run.end - run.start < 7 * DAY - HOUR) continue;
    for (let week = 1; ; week++) {
      const cut = sunday(compiled, run.start, week);
      if (cut >= run.end) break;
      if (run.start <= sunday(compiled, run.start, week - 1)) cuts.push(cut);
    }
  }
  return cuts;
}

/** Free stretches, each with the end that a session may reach: beyond its own where the next one touches. */
function freeStretches(
  compiled: CompiledAvailability,
  runs: readonly Interval[],
  taken: readonly Interval[],
): { start: number; end: number; reach: number }[] {
  const cuts = weekCuts(compiled, runs);
  const stretches: { start: number; end: number; reach: number }[] = [];
  for (const free of subtract(runs, taken)) {
    let start = free.start;
    for (const cut of cuts) {
      if (cut <= start || cut >= free.end) continue;
      stretches.push({ start, end: cut, reach: free.end });
      start = cut;
    }
    stretches.push({ start, end: free.end, reach: free.end });
  }
  return stretches;
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
  const windows = openWindows(compiled, since, bounds.last + length);
  const runs = openRuns(windows).map((run) => ({ start: Math.max(run.start, since), end: run.end }));
  const taken: { start: number; end: number }[] = [];
  for (let i = 0; i < blocked.length; i += 2) taken.push({ start: blocked[i] ?? 0, end: blocked[i + 1] ?? 0 });
  const starts: number[] = [];
  let at = 0;
  for (const free of freeStretches(compiled, runs, taken)) {
    while (at < windows.length - 1 && (windows[at]?.end ?? 0) <= free.start) at++;
    const origin = snapUp(free.start, snap, windows[at]?.zone ?? compiled.zone);
    const until = Math.min(free.end - 1, free.reach - length, bounds.last);
    const skipped = Math.max(0, Math.ceil((bounds.first - origin) / step));
    for (let start = origin + skipped * step; start <= until; start += step) starts.push(start);
  }
  return starts;
}
