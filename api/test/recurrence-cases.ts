import { expandDates, expandSeries } from "../src/core/recurrence.ts";

/** One row of recurrence.json; lists may be left out. */
export type RecurrenceCase = {
  id: string;
  group?: string;
  note?: string;
  tzid: string | null;
  allDay?: boolean;
  dtstart: string;
  rrule?: string | null;
  exdate?: string[];
  rdate?: string[];
  window: [string, string];
  tags?: string[];
  expected: string[];
};

/** Tags of rows that are not legal RFC 5545, or that its readers disagree about: counted apart. */
export const disputedTags = ["lenient", "weekno-disputed"];

/** What core answers to a case, in the form of its expectation. */
export function recurrenceAnswer(row: RecurrenceCase): string[] {
  const [from, to] = row.window;
  const rule = row.rrule ?? null;
  if (row.allDay ?? row.tzid === null) {
    const date = (text: string) => text.slice(0, 10);
    const series = {
      start: date(row.dtstart),
      rule,
      exclude: (row.exdate ?? []).map(date),
      add: (row.rdate ?? []).map(date),
    };
    return expandDates(series, { from: date(from), until: date(to) });
  }
  const series = {
    timeZone: row.tzid ?? "UTC",
    start: row.dtstart,
    rule,
    exclude: row.exdate ?? [],
    add: row.rdate ?? [],
  };
  const range = { start: Date.parse(from), end: Date.parse(to) };
  return expandSeries(series, range).map(({ start }) => new Date(start).toISOString().replace(".000Z", "Z"));
}
