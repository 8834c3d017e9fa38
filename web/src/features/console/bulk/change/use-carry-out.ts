import { useState } from "react";
import { useChangeInBulkMutation, useUndoBulkChangeMutation } from "../../../../generated/console.ts";
import type { BulkChangeInput, ChangeInBulkInput, UndoBulkChangeInput } from "../../../../generated/schema.ts";
import { useAttempts } from "../../../../lib/attempt.ts";
import { describeFailure, send } from "../../../../lib/send.ts";
import { toast } from "../../../../ui/Toaster.tsx";
import { keptState } from "../../shell/kept-state.ts";

interface LastChange {
  readonly undoId: string;
  readonly expiresAt: string;
  readonly says: string;
}

/** The way back of the last change, from wherever the coach has gone meanwhile. */
export const useLastChange = keptState<LastChange>();

interface CarryOut {
  readonly change: BulkChangeInput;
  readonly message: string;
  readonly shown: string;
  readonly says: (count: number) => string;
}

const ABOUT = "bulk change";

/** Carries a change out just as it was shown, and takes it back. */
export function useCarryOut(onDone: () => void, onClash: () => void) {
  const [mutate, { loading }] = useChangeInBulkMutation();
  const attempts = useAttempts<ChangeInBulkInput>();
  const [problem, setProblem] = useState<string | null>(null);
  const [, keep] = useLastChange();
  const { undo } = useUndoChange();

  async function carryOut({ change, message, shown, says }: CarryOut): Promise<void> {
    setProblem(null);
    const fields = { change, message: message.trim() || null, shown };
    const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    try {
      const { changeInBulk: answer } = await send(() => mutate({ variables: { input } }));
      attempts.settled();
      if (answer.__typename !== "ChangedInBulk") {
        if (answer.__typename === "BulkChangeClash") onClash();
        return setProblem(answer.message);
      }
      const last = { undoId: answer.undo.id, expiresAt: answer.undo.expiresAt, says: says(answer.bookings.length) };
      keep(() => last);
      toast({
        tone: "success",
        message: last.says,
        about: ABOUT,
        until: Date.parse(last.expiresAt),
        action: { label: "Undo", onPress: () => void undo(last) },
      });
      return onDone();
    } catch (error) {
      return setProblem(describeFailure(error));
    }
  }
  return { carryOut, changing: loading, problem, clear: () => setProblem(null) };
}

export function useUndoChange() {
  const [mutate, { loading }] = useUndoBulkChangeMutation();
  const attempts = useAttempts<UndoBulkChangeInput>();
  const [, keep] = useLastChange();
  async function undo({ undoId }: LastChange): Promise<void> {
    const input = attempts.input(undoId, (idempotencyKey) => ({ undo: undoId, idempotencyKey }));
    try {
      const { undoBulkChange: answer } = await send(() => mutate({ variables: { input } }));
      attempts.settled();
      keep(() => null);
      const isDone = answer.__typename === "BulkChangeUndone";
      toast({
        tone: isDone ? "success" : "warning",
        message: isDone ? "Everything is as it was before." : answer.message,
        about: ABOUT,
      });
    } catch (error) {
      toast({ tone: "warning", message: describeFailure(error), about: ABOUT });
    }
  }
  return { undo, undoing: loading };
}
