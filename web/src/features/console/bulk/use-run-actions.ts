import { useState } from "react";
import { useLocation } from "wouter";
import {
  type ChangedBulkRunFragment,
  useDeleteBulkRunMutation,
  useReplanBulkRunMutation,
  useStartBulkRunMutation,
  useStopBulkRunMutation,
  useUndoBulkRunMutation,
} from "../../../generated/console.ts";
import type { StartBulkRunInput, UndoBulkRunInput } from "../../../generated/schema.ts";
import { useAttempts } from "../../../lib/attempt.ts";
import { describeFailure, send } from "../../../lib/send.ts";
import { toast } from "../../../ui/Toaster.tsx";
import { ALL_RUNS } from "./bulk-addresses.ts";
import type { Run } from "./bulk-words.ts";

type Doing = "start" | "stop" | "undo" | "replan" | "delete";

/** What can be done with a run as a whole, what is under way, and why the last thing was not done. */
export function useRunActions(run: Run) {
  const [, navigate] = useLocation();
  const [start] = useStartBulkRunMutation();
  const [stop] = useStopBulkRunMutation();
  const [undo] = useUndoBulkRunMutation();
  const [replan] = useReplanBulkRunMutation();
  const [remove] = useDeleteBulkRunMutation();
  const starts = useAttempts<StartBulkRunInput>();
  const undos = useAttempts<UndoBulkRunInput>();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function act(what: Doing, work: () => Promise<string | null>) {
    if (doing !== null) return;
    setDoing(what);
    setProblem(null);
    try {
      setProblem(await work());
    } catch (error) {
      setProblem(describeFailure(error));
    } finally {
      setDoing(null);
    }
  }
  return {
    doing,
    problem,
    start: (allOrNothing: boolean) =>
      act("start", async () => {
        const fields = { run: run.id, version: run.version, allOrNothing };
        const input = starts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
        const { startBulkRun } = await send(() => start({ variables: { input } }));
        starts.settled();
        return refusalOf(startBulkRun);
      }),
    undo: () =>
      act("undo", async () => {
        const input = undos.input(run.id, (idempotencyKey) => ({ run: run.id, idempotencyKey }));
        const { undoBulkRun } = await send(() => undo({ variables: { input } }));
        undos.settled();
        const refusal = refusalOf(undoBulkRun);
        if (refusal === null) toast({ tone: "success", message: "All that was booked is taken back.", about: run.id });
        return refusal;
      }),
    stop: () =>
      act("stop", async () => refusalOf((await send(() => stop({ variables: { run: run.id } }))).stopBulkRun)),
    replan: () =>
      act("replan", async () => refusalOf((await send(() => replan({ variables: { run: run.id } }))).replanBulkRun)),
    remove: () =>
      act("delete", async () => {
        const { deleteBulkRun: answer } = await send(() => remove({ variables: { run: run.id } }));
        if (answer.__typename !== "BulkRunDeleted") return answer.message;
        toast({ tone: "success", message: "The draft is deleted." });
        navigate(ALL_RUNS);
        return null;
      }),
  };
}

export type RunActions = ReturnType<typeof useRunActions>;

const refusalOf = (
  answer: ChangedBulkRunFragment | { readonly __typename: "BulkRunSaved" } | { readonly message: string },
): string | null => ("message" in answer ? answer.message : null);
