import type { DayWindowInput, SetDateOverridesInput } from "../../../../generated/schema.ts";
import { formatShortRange } from "../../../../lib/calendar.ts";
import { localTimeOf, minutesOfLocalTime } from "../time-text.ts";
import { readWindow, type WindowProblem, type WindowTexts, writeWindow } from "../window-text.ts";

const DAY = 1440;

/** The hours of dates as they stand in their fields. */
export interface DayDraft {
  readonly windows: readonly (WindowTexts & { readonly key: string })[];
  /** Whether anything was written since the dates were chosen. */
  readonly touched: boolean;
}

interface Window {
  readonly start: string;
  readonly end: string;
}

export function dayDraftOf(windows: readonly Window[]): DayDraft {
  return {
    touched: false,
    windows: windows.map(({ start, end }, index) => {
      const [from, to] = [minutesOfLocalTime(start), minutesOfLocalTime(end)];
      return { key: `d${index}`, ...writeWindow(from, to > from ? to - from : to + DAY - from) };
    }),
  };
}

/** One more stretch: after the last where that leaves an hour, else as yet unwritten. */
export function withStretch(draft: DayDraft): DayDraft {
  const numbers = draft.windows.map(({ key }) => Number(key.slice(1)));
  const key = `d${Math.max(-1, ...numbers) + 1}`;
  const last = draft.windows.at(-1);
  const read = last === undefined ? null : readWindow(last);
  const from = read === null ? 9 * 60 : read.problem === null ? read.from + read.minutes + 60 : DAY;
  const texts =
    from + 60 <= DAY ? writeWindow(from, read === null ? 8 * 60 : Math.min(120, DAY - from)) : { start: "", end: "" };
  return { touched: true, windows: [...draft.windows, { key, ...texts }] };
}

export const withoutStretch = (draft: DayDraft, key: string): DayDraft => ({
  touched: true,
  windows: draft.windows.filter((window) => window.key !== key),
});

export const withTexts = (draft: DayDraft, key: string, texts: WindowTexts): DayDraft => ({
  touched: true,
  windows: draft.windows.map((window) => (window.key === key ? { ...window, ...texts } : window)),
});

/** A field is left: what can be read is written properly. */
export function tidiedDay(draft: DayDraft, key: string): DayDraft {
  const window = draft.windows.find((one) => one.key === key);
  const read = window === undefined ? null : readWindow(window);
  if (window === undefined || read === null || read.problem !== null) return draft;
  const texts = writeWindow(read.from, read.minutes);
  const same = texts.start === window.start && texts.end === window.end;
  return same ? draft : { ...withTexts(draft, key, texts), touched: draft.touched };
}

export function dayProblems({ windows }: DayDraft): ReadonlyMap<string, WindowProblem> {
  return new Map(
    windows.flatMap((window): [string, WindowProblem][] => {
      const { problem } = readWindow(window);
      return problem === null ? [] : [[window.key, problem]];
    }),
  );
}

/** What would be saved for the dates; null while something cannot be read. */
export function overridesOf(dates: readonly string[], draft: DayDraft, timeZone: string): SetDateOverridesInput | null {
  const windows: DayWindowInput[] = [];
  for (const window of draft.windows) {
    const read = readWindow(window);
    if (read.problem !== null) return null;
    const end = read.from + read.minutes;
    windows.push({ start: localTimeOf(read.from), end: localTimeOf(end > DAY ? end - DAY : end) });
  }
  return { dates: [...dates], windows, timeZone };
}

/** "9 am – 12 pm, 2 – 5 pm", or "Closed". */
export function describeDay(windows: readonly Window[]): string {
  return windows.length === 0
    ? "Closed"
    : windows.map(({ start, end }) => formatShortRange(start, midnight(end))).join(", ");
}

const midnight = (time: string): string => (time === "24:00" ? "00:00" : time);
