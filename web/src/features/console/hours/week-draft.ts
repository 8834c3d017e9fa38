import { formatTime } from "../../../lib/time.ts";
import { localTimeOf, minutesOfLocalTime, readEnd, readTime } from "./time-text.ts";

/** One stretch of open hours as it stands in its two fields. */
export interface WindowDraft {
  readonly key: string;
  readonly start: string;
  readonly end: string;
}

/** By weekday, 0 = Sunday. */
export type WeekDraft = readonly (readonly WindowDraft[])[];

export interface TemplateWindow {
  readonly weekday: number;
  readonly start: string;
  readonly end: string;
}

export interface WindowProblem {
  readonly start?: string;
  readonly end?: string;
}

export interface CheckedWeek {
  readonly windows: readonly TemplateWindow[];
  /** The fields' keys in the order of the windows, to find the field of a problem that the server names by number. */
  readonly keys: readonly string[];
  readonly problems: ReadonlyMap<string, WindowProblem>;
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const DAY = 1440;

export function weekOf(windows: readonly TemplateWindow[]): WeekDraft {
  const sorted = windows.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  return WEEKDAYS.map((weekday) =>
    sorted
      .filter((window) => window.weekday === weekday)
      .map(({ start, end }, index) => ({
        key: `${weekday}-${index}`,
        start: writeTime(minutesOfLocalTime(start)),
        end: writeTime(minutesOfLocalTime(end)),
      })),
  );
}

/** Reads every field; what cannot be read, ends too early or overlaps is named at its field. */
export function checkWeek(week: WeekDraft): CheckedWeek {
  const problems = new Map<string, WindowProblem>();
  const read = week.flatMap((day, weekday) => {
    const windows = day.map((window) => readWindow(window, problems)).toSorted((a, b) => a.from - b.from);
    windows.forEach((window, index) => {
      const before = windows[index - 1];
      if (before && !problems.has(window.key) && !problems.has(before.key) && window.from < before.to) {
        problems.set(window.key, { start: `Overlaps ${writeTime(before.from)} – ${writeTime(before.to)}.` });
      }
    });
    return windows.map(({ key, from, to }) => ({ key, weekday, start: localTimeOf(from), end: localTimeOf(to) }));
  });
  return {
    problems,
    keys: read.map(({ key }) => key),
    windows: read.map(({ weekday, start, end }) => ({ weekday, start, end })),
  };
}

/** A further stretch on a day: after the last one if there is room, else the usual working day. */
export function withWindow(week: WeekDraft, weekday: number): WeekDraft {
  const day = week[weekday] ?? [];
  const last = day.at(-1);
  const lastEnd = last ? readEnd(last.end, readTime(last.start)) : null;
  const from = lastEnd === null ? 9 * 60 : lastEnd + 60;
  const [start, end] =
    from + 60 > DAY ? ["", ""] : [writeTime(from), writeTime(Math.min(lastEnd === null ? 17 * 60 : from + 120, DAY))];
  return replaced(week, weekday, [...day, { key: freshKey(day, weekday), start, end }]);
}

export function withoutWindow(week: WeekDraft, weekday: number, key: string): WeekDraft {
  return replaced(
    week,
    weekday,
    (week[weekday] ?? []).filter((window) => window.key !== key),
  );
}

export function withChange(week: WeekDraft, weekday: number, changed: WindowDraft): WeekDraft {
  return replaced(
    week,
    weekday,
    (week[weekday] ?? []).map((window) => (window.key === changed.key ? changed : window)),
  );
}

/** The hours of one day on others too, in place of what they had. */
export function withCopies(week: WeekDraft, from: number, to: readonly number[]): WeekDraft {
  return week.map((day, weekday) =>
    to.includes(weekday)
      ? (week[from] ?? []).map(({ start, end }, index) => ({ key: `${weekday}-copy-${index}`, start, end }))
      : day,
  );
}

/** What was typed, as the page writes times; what cannot be read stays as it is. */
export function tidied(window: WindowDraft): WindowDraft {
  const start = readTime(window.start);
  const end = readEnd(window.end, start);
  return {
    ...window,
    start: start === null ? window.start : writeTime(start),
    end: end === null ? window.end : writeTime(end),
  };
}

function readWindow(
  window: WindowDraft,
  problems: Map<string, WindowProblem>,
): { key: string; from: number; to: number } {
  const from = readTime(window.start);
  const to = readEnd(window.end, from);
  const problem: WindowProblem = {
    ...(from === null && { start: "Write a time like 9, 9:30 or 5pm." }),
    ...(to === null && { end: "Write a time like 9, 9:30 or 5pm." }),
    ...(from !== null && to !== null && to <= from && { end: "The end must come after the start." }),
  };
  if (Object.keys(problem).length > 0) problems.set(window.key, problem);
  return { key: window.key, from: from ?? 0, to: to ?? 0 };
}

const writeTime = (minutes: number): string =>
  minutes === DAY ? "midnight" : formatTime(localTimeOf(minutes)).replace("\u00a0", " ");

function replaced(week: WeekDraft, weekday: number, day: readonly WindowDraft[]): WeekDraft {
  return week.map((before, index) => (index === weekday ? day : before));
}

function freshKey(day: readonly WindowDraft[], weekday: number): string {
  let number = day.length;
  while (day.some(({ key }) => key === `${weekday}-${number}`)) number += 1;
  return `${weekday}-${number}`;
}
