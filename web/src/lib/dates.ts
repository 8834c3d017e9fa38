/** Calendar dates as "YYYY-MM-DD": steps on the calendar alone, no zone and no clock. */
const dayMs = 86_400_000;
const utc = (date: string) => Date.parse(`${date}T00:00Z`);
const toDate = (instant: number) => new Date(instant).toISOString().slice(0, 10);

export function addDays(date: string, days: number): string {
  return toDate(utc(date) + days * dayMs);
}

/** The same day of another month, or its last: 31 January and a month is 28 February. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDate(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)));
}

/** First and last date of the month a date lies in. */
export function monthOf(date: string): { from: string; to: string } {
  const from = `${date.slice(0, 7)}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** The weeks that a month lies in, each beginning on `firstDay` (0 = Sunday) and whole: the ends are other months' dates. */
export function weeksOf(date: string, firstDay: number): string[][] {
  const { from, to } = monthOf(date);
  const lead = (new Date(utc(from)).getUTCDay() - firstDay + 7) % 7;
  const weeks = Math.ceil((lead + Number(to.slice(8))) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(from, week * 7 + day - lead)),
  );
}

/** Dates compare as text. */
export function clampDate(date: string, first: string, last: string): string {
  return date < first ? first : date > last ? last : date;
}
