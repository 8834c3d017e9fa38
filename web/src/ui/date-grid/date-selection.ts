import { addDays } from "../../lib/dates.ts";

/** Chosen dates, and where a stretch would begin. */
export interface DateSelection {
  readonly dates: ReadonlySet<string>;
  readonly anchor: string | null;
  /** What was chosen before the present stretch. */
  readonly base: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

export const NO_DATES: DateSelection = { dates: NONE, anchor: null, base: NONE };

export const onlyDate = (date: string): DateSelection => ({ dates: new Set([date]), anchor: date, base: NONE });

/** One more, or one less. */
export function toggledDate({ dates }: DateSelection, date: string): DateSelection {
  const next = new Set(dates);
  if (!next.delete(date)) next.add(date);
  const base = new Set(next);
  base.delete(date);
  return { dates: next, anchor: date, base };
}

/** All from where the stretch began to this date, besides what was chosen before. Dates out of bounds are passed over. */
export function extendedTo(
  selection: DateSelection,
  date: string,
  isChoosable: (date: string) => boolean,
): DateSelection {
  const anchor = selection.anchor ?? date;
  const [first, last] = anchor < date ? [anchor, date] : [date, anchor];
  const dates = new Set(selection.base);
  for (let each = first; each <= last; each = addDays(each, 1)) if (isChoosable(each)) dates.add(each);
  return { dates, anchor, base: selection.base };
}
