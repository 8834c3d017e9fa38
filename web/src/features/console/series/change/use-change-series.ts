import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { type ChangeSeriesMutation, useChangeSeriesMutation } from "../../../../generated/console.ts";
import type { ChangeSeriesInput } from "../../../../generated/schema.ts";
import { useAttempts } from "../../../../lib/attempt.ts";
import { failedOutcome, unknownOutcome } from "../../panel/outcome.ts";
import { refetchSeries } from "../refetch-series.ts";

type Answer = ChangeSeriesMutation["changeSeries"];
type Changed = Extract<Answer, { __typename: "SeriesChanged" }>;

export type ChangeOutcome =
  | { readonly kind: "changed"; readonly changed: Changed }
  | { readonly kind: "clash" | "refused" | "unknown"; readonly message: string };

/** Changes a series whole; what is sent again after a lost answer is not done twice. */
export function useChangeSeries() {
  const client = useApolloClient();
  const attempts = useAttempts<ChangeSeriesInput>();
  const [mutate] = useChangeSeriesMutation();
  const [busy, setBusy] = useState(false);
  async function change(fields: Omit<ChangeSeriesInput, "idempotencyKey">): Promise<ChangeOutcome> {
    const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    setBusy(true);
    const outcome = await mutate({ variables: { input } }).then(
      ({ data }) => (data ? outcomeOf(data.changeSeries) : failure(unknownOutcome())),
      (error: unknown) => failure(failedOutcome(error)),
    );
    setBusy(false);
    if (outcome.kind !== "unknown") attempts.settled();
    if (outcome.kind === "changed") void refetchSeries(client);
    return outcome;
  }
  return { change, busy };
}

function outcomeOf(answer: Answer): ChangeOutcome {
  if (answer.__typename === "SeriesChanged") return { kind: "changed", changed: answer };
  return { kind: answer.__typename === "SeriesClash" ? "clash" : "refused", message: answer.message };
}

function failure(outcome: ReturnType<typeof failedOutcome>): ChangeOutcome {
  return {
    kind: outcome.kind === "unknown" ? "unknown" : "refused",
    message: "message" in outcome ? outcome.message : "",
  };
}
