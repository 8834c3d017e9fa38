import { useState } from "react";
import { type BookSeriesMutation, useBookSeriesMutation } from "../../../generated/console.ts";
import type { BookSeriesInput } from "../../../generated/schema.ts";
import { useAttempts } from "../../../lib/attempt.ts";
import { failedOutcome, unknownOutcome } from "../panel/outcome.ts";

type Answer = BookSeriesMutation["bookSeries"];
type Booked = Extract<Answer, { __typename: "SeriesBooked" }>;

export type BookOutcome =
  | { readonly kind: "booked"; readonly booked: Booked }
  | { readonly kind: "clash" | "refused" | "unknown"; readonly message: string }
  | { readonly kind: "field"; readonly field: string; readonly message: string };

/** Books a series whole; what is sent again after a lost answer is not done twice. */
export function useBookSeries() {
  const attempts = useAttempts<BookSeriesInput>();
  const [mutate] = useBookSeriesMutation();
  const [busy, setBusy] = useState(false);
  async function book(fields: Omit<BookSeriesInput, "idempotencyKey">): Promise<BookOutcome> {
    const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    setBusy(true);
    const outcome = await mutate({ variables: { input } }).then(
      ({ data }) => (data ? outcomeOf(data.bookSeries) : failure(unknownOutcome())),
      (error: unknown) => failure(failedOutcome(error)),
    );
    setBusy(false);
    if (outcome.kind !== "unknown") attempts.settled();
    return outcome;
  }
  return { book, busy };
}

function outcomeOf(answer: Answer): BookOutcome {
  switch (answer.__typename) {
    case "SeriesBooked":
      return { kind: "booked", booked: answer };
    case "SeriesClash":
      return { kind: "clash", message: answer.message };
    case "InvalidInput":
      return { kind: "field", field: answer.field, message: answer.message };
    default:
      return { kind: "refused", message: answer.message };
  }
}

function failure(outcome: ReturnType<typeof failedOutcome>): BookOutcome {
  return {
    kind: outcome.kind === "unknown" ? "unknown" : "refused",
    message: "message" in outcome ? outcome.message : "",
  };
}
