import { useApolloClient } from "@apollo/client/react";
import {
  type SeriesSummaryFragment,
  type UndoPartsFragment,
  useUndoSeriesChangeMutation,
} from "../../../generated/console.ts";
import type { UndoSeriesChangeInput } from "../../../generated/schema.ts";
import { useAttempts } from "../../../lib/attempt.ts";
import { toast } from "../../../ui/Toaster.tsx";
import { failedOutcome, unknownOutcome } from "../panel/outcome.ts";
import { keptState } from "../shell/kept-state.ts";
import { refetchSeries } from "./refetch-series.ts";

/** The way back of the last change of a series, as long as the server goes it. */
export interface SeriesUndo extends UndoPartsFragment {
  /** Of the series after the change: any other one means that more has happened since. */
  readonly version: number;
  /** What was done: "You booked 12 sessions." */
  readonly says: string;
}

/** They outlive the page they were made on. */
const useKeptUndos = keptState<ReadonlyMap<string, SeriesUndo>>();

/** Tells what was done with the way back, and goes it: from the toast, or from the page of the series. */
export function useSeriesUndo() {
  const client = useApolloClient();
  const [undos, keep] = useKeptUndos();
  const [mutate] = useUndoSeriesChangeMutation();
  const attempts = useAttempts<UndoSeriesChangeInput>();
  const forget = (seriesId: string) => keep((before) => new Map([...(before ?? [])].filter(([id]) => id !== seriesId)));

  async function goBack(seriesId: string, { id }: UndoPartsFragment): Promise<string | null> {
    const input = attempts.input(id, (idempotencyKey) => ({ undo: id, idempotencyKey }));
    const problem = await mutate({ variables: { input } }).then(
      ({ data }) => {
        if (!data) return unknownOutcome();
        const answer = data.undoSeriesChange;
        return answer.__typename === "SeriesChangeUndone"
          ? null
          : { kind: "refused" as const, message: answer.message };
      },
      (error: unknown) => failedOutcome(error),
    );
    if (problem?.kind !== "unknown") {
      attempts.settled();
      forget(seriesId);
    }
    const message =
      problem === null ? "Taken back: everything is as it was before." : "message" in problem ? problem.message : "";
    toast({ tone: problem === null ? "success" : "warning", message, about: seriesId });
    await refetchSeries(client);
    return problem === null ? null : message;
  }

  function tell(series: SeriesSummaryFragment, undo: UndoPartsFragment | null, words: { news: string; says: string }) {
    if (undo === null) return toast({ tone: "success", message: words.news, about: series.id });
    keep((before) => new Map(before).set(series.id, { ...undo, version: series.version, says: words.says }));
    return toast({
      tone: "success",
      message: words.news,
      about: series.id,
      until: Date.parse(undo.expiresAt),
      action: { label: "Undo", onPress: () => void goBack(series.id, undo) },
    });
  }

  /** What can still be taken back of a series as it stands. */
  function undoOf({ id, version }: Pick<SeriesSummaryFragment, "id" | "version">, now: number): SeriesUndo | null {
    const undo = undos?.get(id);
    return undo !== undefined && undo.version === version && Date.parse(undo.expiresAt) > now ? undo : null;
  }
  return { tell, undoOf, goBack };
}
