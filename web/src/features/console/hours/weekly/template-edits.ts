import { readWindow, type WindowProblem, type WindowTexts, writeWindow } from "../window-text.ts";
import { changed, DAY, dayOf, type OpenWeek, type OpenWindow } from "./open-week.ts";
import type { TemplateDraft } from "./template-draft.ts";

/** Brings a change of the windows into the hours they belong to. */
export const inDraft =
  (change: (week: OpenWeek) => OpenWeek) =>
  (draft: TemplateDraft): TemplateDraft => {
    const { cycleWeeks, windows } = change(draft);
    return { ...draft, cycleWeeks, windows };
  };

/** What stands in the two fields of a window. */
export const textsOf = ({ at, minutes, typed }: OpenWindow): WindowTexts => typed ?? writeWindow(at % DAY, minutes);

/** What is typed there moves the window as soon as it can be read. */
export function typed(week: OpenWeek, key: string, texts: WindowTexts): OpenWeek {
  const read = readWindow(texts);
  return changed(week, key, (window) => ({
    ...window,
    typed: texts,
    ...(read.problem === null && { at: dayOf(window) * DAY + read.from, minutes: read.minutes }),
  }));
}

/** The field is left: what can be read is written properly, the rest stays as it was typed. */
export function tidied(week: OpenWeek, key: string): OpenWeek {
  const window = week.windows.find((one) => one.key === key);
  if (!window?.typed || readWindow(window.typed).problem !== null) return week;
  return changed(week, key, (one) => ({ ...one, typed: null }));
}

/** What cannot be read, by window. */
export function typingProblems({ windows }: OpenWeek): ReadonlyMap<string, WindowProblem> {
  return new Map(
    windows.flatMap(({ key, typed: texts }): [string, WindowProblem][] => {
      const problem = texts === null ? null : readWindow(texts).problem;
      return problem === null ? [] : [[key, problem]];
    }),
  );
}

export const WEEK_NAMES = ["Week A", "Week B", "Week C", "Week D"];
