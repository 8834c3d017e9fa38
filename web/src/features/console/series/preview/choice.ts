import type { SeriesChoiceInput } from "../../../../generated/schema.ts";

/** What was decided for one session that has no place of its own. */
export type Choice =
  | { readonly kind: "SKIP" | "APPEND" | "KEEP" | "STAY" }
  /** One of the free times that were offered. */
  | { readonly kind: "AT"; readonly at: string }
  /** Any other time, by the clock of the series. */
  | { readonly kind: "AT"; readonly local: string };

/** By the session's recurrence id. */
export type Choices = ReadonlyMap<string, Choice>;

export const choiceInputs = (choices: Choices, timeZone: string): SeriesChoiceInput[] =>
  [...choices].map(([recurrenceId, choice]) => {
    if (choice.kind !== "AT") return { recurrenceId, kind: choice.kind };
    return { recurrenceId, kind: "AT", start: "at" in choice ? { at: choice.at } : { local: choice.local, timeZone } };
  });

export function withChoice(choices: Choices, recurrenceId: string, choice: Choice | null): Choices {
  const next = new Map(choices);
  if (choice === null) next.delete(recurrenceId);
  else next.set(recurrenceId, choice);
  return next;
}
