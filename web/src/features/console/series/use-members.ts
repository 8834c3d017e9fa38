import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import {
  type SeriesChangeAnswerFragment,
  useAddSeriesMemberMutation,
  useRemoveSeriesMemberMutation,
} from "../../../generated/console.ts";
import { useAttempts } from "../../../lib/attempt.ts";
import { failedOutcome, unknownOutcome } from "../panel/outcome.ts";
import { refetchSeries } from "./refetch-series.ts";
import type { Series } from "./series-words.ts";
import { useSeriesUndo } from "./use-series-undo.ts";

interface Member {
  readonly id: string;
  readonly name: string;
}

/** Takes clients into all sessions to come, or out of them, each with the way back. */
export function useMembers(series: Series) {
  const client = useApolloClient();
  const undo = useSeriesUndo();
  const [add] = useAddSeriesMemberMutation();
  const [remove] = useRemoveSeriesMemberMutation();
  const attempts = useAttempts<{ readonly idempotencyKey: string }>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function settle(
    fields: object,
    send: (idempotencyKey: string) => Promise<SeriesChangeAnswerFragment | undefined>,
    words: { news: string; says: string },
  ): Promise<void> {
    const { idempotencyKey } = attempts.input(fields, (key) => ({ idempotencyKey: key }));
    setBusy(true);
    const answer = await send(idempotencyKey).catch((error: unknown) => failedOutcome(error));
    setBusy(false);
    const outcome = answer ?? unknownOutcome();
    if (!("kind" in outcome && outcome.kind === "unknown")) attempts.settled();
    if ("__typename" in outcome && outcome.__typename === "SeriesChanged") {
      setProblem(null);
      undo.tell(outcome.series, outcome.undo, words);
      await refetchSeries(client);
    } else if ("message" in outcome) setProblem(outcome.message);
  }
  return {
    busy,
    problem,
    add: ({ id, name }: Member) =>
      settle(
        { add: id },
        async (idempotencyKey) =>
          (await add({ variables: { input: { series: series.id, client: id, idempotencyKey } } })).data
            ?.addSeriesMember,
        { news: `${name} takes part from now on.`, says: `You took ${name} into the series.` },
      ),
    remove: ({ id, name }: Member, message: string) =>
      settle(
        { remove: id, message },
        async (idempotencyKey) => {
          const input = { series: series.id, client: id, message: message.trim() || null, idempotencyKey };
          return (await remove({ variables: { input } })).data?.removeSeriesMember;
        },
        { news: `${name} takes part no longer.`, says: `You took ${name} out of the series.` },
      ),
  };
}
