import type { Interval } from "./interval.ts";
import { DAY, type LocalDate, type LocalTime, MINUTE, parseDate, parseTime, weekdayOfDay } from "./local-date.ts";
import { zone } from "./zone.ts";

/** What somebody waits for; dates and times of day are those of her zone. */
export type Wish = { readonly minutes: number; readonly timeZone: string } & (
  | { readonly kind: "start"; readonly start: number }
  /** Any session that begins on the date. */
  | { readonly kind: "day"; readonly date: LocalDate }
  /** Sessions that lie between two times of day, on some weekdays of some dates; all dates included. */
  | {
      readonly kind: "days";
      readonly fromDate: LocalDate;
      readonly toDate: LocalDate;
      /** 0 = Sunday … 6 = Saturday. */
      readonly weekdays: readonly number[];
      readonly fromTime: LocalTime;
      readonly toTime: LocalTime;
    }
);

/** A wish as numbers: the starts that suit it, half-open, sorted and disjoint, in epoch milliseconds. */
export type Wanted = { readonly minutes: number; readonly starts: readonly Interval[] };

/** Throws RangeError for unknown zones and malformed dates and times. */
export function wantedBy(wish: Wish): Wanted {
  return { minutes: wish.minutes, starts: startsOf(wish) };
}

function startsOf(wish: Wish): Interval[] {
  if (wish.kind === "start") return [{ start: wish.start, end: wish.start + 1 }];
  const at = zone(wish.timeZone);
  if (wish.kind === "day") return [{ start: at.startOfDay(wish.date), end: at.endOfDay(wish.date) }];
  const from = parseTime(wish.fromTime);
  const to = parseTime(wish.toTime);
  const starts: Interval[] = [];
  const last = parseDate(wish.toDate);
  for (let day = parseDate(wish.fromDate); day <= last; day++) {
    if (!wish.weekdays.includes(weekdayOfDay(day))) continue;
    const start = at.instantOfWall(day * DAY + from * MINUTE);
    const closing = to === 1440 ? at.startOfDayNumber(day + 1) : at.instantOfWall(day * DAY + to * MINUTE);
    const end = closing - wish.minutes * MINUTE + 1;
    if (start < end) starts.push({ start, end });
  }
  return starts;
}

/** From the first to after the last instant that a session of the wish may take; null when no start suits it. */
export function reachOf({ starts, minutes }: Wanted): Interval | null {
  const first = starts[0];
  const last = starts[starts.length - 1];
  return first && last ? { start: first.start, end: last.end - 1 + minutes * MINUTE } : null;
}

/** Whether a session of exactly this time is what is wanted. */
export function fits(wanted: Wanted, { start, end }: Interval): boolean {
  return end - start === wanted.minutes * MINUTE && suitsStart(wanted, start);
}

/** Whether a start is wanted, whatever the length. */
export function suitsStart({ starts }: Wanted, start: number): boolean {
  const range = starts[firstEndingAfter(starts, start)];
  return range !== undefined && range.start <= start;
}

/** Whether two wishes may be after the same time. */
export function compete(a: Wanted, b: Wanted): boolean {
  for (let i = 0, j = 0; i < a.starts.length && j < b.starts.length; ) {
    const one = a.starts[i];
    const two = b.starts[j];
    if (one === undefined || two === undefined) break;
    const oneEnd = one.end - 1 + a.minutes * MINUTE;
    const twoEnd = two.end - 1 + b.minutes * MINUTE;
    if (one.start < twoEnd && two.start < oneEnd) return true;
    if (oneEnd < twoEnd) i++;
    else j++;
  }
  return false;
}

function firstEndingAfter(ranges: readonly Interval[], instant: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.end ?? Infinity) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
