import type { LinkSeriesDatesFragment } from "../../../generated/link-series.ts";
import type { SeriesChoiceInput, SeriesDatesInput } from "../../../generated/schema.ts";

export type Dates = LinkSeriesDatesFragment;
export type SeriesDate = Dates["occurrences"][number];

/** What a client decided for one date: another time, by its own words, or to do without it. */
export type DateChoice = { kind: "AT"; startAt: string; localStart: string } | { kind: "SKIP" };
export type DateChoices = Readonly<Record<string, DateChoice>>;

/** How often the session is wanted, as it stands in the form. */
export type Repeating = { weeks: "1" | "2" | "4"; count: string; choices: DateChoices };

/** How many sessions are asked for; null while that is no number between two and the most. */
export function countOf(text: string, most: number): number | null {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 2 && count <= most ? count : null;
}

type Sessions = { start: string; timeZone: string; minutes: number | null; repeating: Repeating; count: number };

export function datesInput({ start, timeZone, minutes, repeating, count }: Sessions): SeriesDatesInput {
  const { weeks, choices } = repeating;
  return {
    ...{ start, timeZone, minutes, policy: "REFUSE" },
    recurrence: `FREQ=WEEKLY${weeks === "1" ? "" : `;INTERVAL=${weeks}`};COUNT=${count}`,
    choices: Object.entries(choices).map(([recurrenceId, choice]): SeriesChoiceInput => {
      if (choice.kind === "SKIP") return { recurrenceId, kind: "SKIP" };
      return { recurrenceId, kind: "AT", start: { at: choice.startAt } };
    }),
  };
}

/** Where a session will be on the clocks of the series; null where it will not. */
export function placeOf(date: SeriesDate, choice: DateChoice | undefined): string | null {
  if (date.bookedStartAt === null) return null;
  if (date.bookedStartAt === date.startAt) return date.localStart;
  if (choice?.kind === "AT" && choice.startAt === date.bookedStartAt) return choice.localStart;
  return date.nearest.find(({ startAt }) => startAt === date.bookedStartAt)?.localStart ?? null;
}

/** "4 sessions, all free", "3 of 4 sessions have a time". */
export function summaryOf({ occurrences, open }: Pick<Dates, "occurrences" | "open">): string {
  const booked = occurrences.filter(({ bookedStartAt }) => bookedStartAt !== null).length;
  if (booked === occurrences.length) return `All ${booked} sessions have a time.`;
  if (open > 0) return `${booked} of ${occurrences.length} sessions have a time. Choose what becomes of the others.`;
  return `${booked === 1 ? "1 session has" : `${booked} sessions have`} a time; the others are left out.`;
}
