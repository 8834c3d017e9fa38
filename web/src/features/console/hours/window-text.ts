import { formatTime } from "../../../lib/time.ts";
import { localTimeOf, readEnd, readTime } from "./time-text.ts";

const DAY = 1440;

export interface WindowTexts {
  readonly start: string;
  readonly end: string;
}

export interface WindowProblem {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

type Read =
  | { readonly from: number; readonly minutes: number; readonly problem: null }
  | { readonly problem: WindowProblem };

/** What two fields mean: an end before the start lies on the next day. */
export function readWindow({ start, end }: WindowTexts): Read {
  const from = readTime(start);
  const to = readEnd(end, from);
  if (from === null || to === null) {
    return { problem: { ...(from === null && { start: UNREADABLE }), ...(to === null && { end: UNREADABLE }) } };
  }
  if (from === DAY) return { problem: { start: "A day begins at midnight: write 0:00." } };
  if (to === from) return { problem: { end: "It ends where it begins. For a whole day, write midnight to midnight." } };
  return { from, minutes: to > from ? to - from : to + DAY - from, problem: null };
}

const UNREADABLE = "Write a time like 9, 9:30 or 5pm.";

/** How the page writes the ends of a window; minutes may lie in the next day. */
export const writeTime = (minutes: number): string =>
  minutes === DAY ? "midnight" : formatTime(localTimeOf(minutes % DAY)).replace("\u00a0", " ");

export const writeWindow = (from: number, minutes: number): WindowTexts => ({
  start: writeTime(from),
  end: writeTime(from + minutes),
});
