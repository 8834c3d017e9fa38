import { useState } from "react";
import { usePreviewProgramShiftQuery, useShiftProgramMutation } from "../../../../generated/console.ts";
import type { ShiftProgramSessionInput } from "../../../../generated/schema.ts";
import { useAttempts } from "../../../../lib/attempt.ts";
import { describeFailure, send } from "../../../../lib/send.ts";
import { toast } from "../../../../ui/Toaster.tsx";
import { countOf } from "../program-words.ts";
import { type ShiftDraft, shiftInput } from "./shift-draft.ts";
import { useUndoProgram } from "./use-undo-program.ts";

export interface ShiftProblem {
  readonly message: string;
  readonly field: string | null;
}

interface ShiftOptions {
  readonly draft: ShiftDraft;
  readonly onDone: () => void;
}

/** What moving a session of a booked program would do to those after it, and the press that does it. */
export function useShift({ draft, onDone }: ShiftOptions) {
  const idle = draft.place === null;
  const input = shiftInput(draft, draft.place ?? { at: "" });
  const { data, previousData, error, loading, refetch } = usePreviewProgramShiftQuery({
    variables: { input },
    skip: idle,
    fetchPolicy: "network-only",
    notifyOnNetworkStatusChange: true,
  });
  const answer = idle ? undefined : (data ?? (error ? undefined : previousData))?.previewProgramShift;
  const [mutate, { loading: saving }] = useShiftProgramMutation();
  const attempts = useAttempts<ShiftProgramSessionInput>();
  const [refusal, setRefusal] = useState<ShiftProblem | null>(null);
  const undo = useUndoProgram();
  const plan = answer?.__typename === "ProgramPlan" ? answer : null;
  const problem: ShiftProblem | null =
    refusal ??
    (answer && answer.__typename !== "ProgramPlan"
      ? { message: answer.message, field: answer.__typename === "InvalidInput" ? answer.field : null }
      : error && !answer
        ? { message: describeFailure(error), field: null }
        : null);

  async function carryOut(): Promise<void> {
    if (plan === null || saving) return;
    setRefusal(null);
    const fields = { shift: input, message: draft.message.trim() || null, shown: plan.fingerprint };
    try {
      const { shiftProgram } = await send(() =>
        mutate({
          variables: { input: attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey })) },
        }),
      );
      attempts.settled();
      if (shiftProgram.__typename !== "ProgramShifted") {
        void refetch();
        return setRefusal({
          message: shiftProgram.message,
          field: shiftProgram.__typename === "InvalidInput" ? shiftProgram.field : null,
        });
      }
      const { programBooking, bookings, undo: offered } = shiftProgram;
      const moved = countOf(bookings.length, "session");
      const back = { ...offered, version: programBooking.version, says: `You moved ${moved}.` };
      undo.offer(programBooking.id, back);
      toast({
        tone: "success",
        message: `${moved} of ${programBooking.client.name} moved.`,
        about: programBooking.id,
        until: Date.parse(offered.expiresAt),
        action: { label: "Undo", onPress: () => undo.goBack(programBooking.id, back) },
      });
      onDone();
    } catch (failure) {
      setRefusal({ message: describeFailure(failure), field: null });
    }
  }
  return { plan, problem, planning: loading, saving, carryOut, clear: () => setRefusal(null) };
}
