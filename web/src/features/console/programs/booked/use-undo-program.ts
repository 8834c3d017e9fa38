import { useUndoProgramChangeMutation } from "../../../../generated/console.ts";
import type { UndoProgramChangeInput } from "../../../../generated/schema.ts";
import { useAttempts } from "../../../../lib/attempt.ts";
import { describeFailure, send } from "../../../../lib/send.ts";
import { toast } from "../../../../ui/Toaster.tsx";
import { type ProgramUndo, useProgramUndos, withUndo } from "./booked-undo.ts";

/** Takes the booking or a change of a program back, from the toast or from its page. */
export function useUndoProgram() {
  const [undos, keep] = useProgramUndos();
  const [mutate] = useUndoProgramChangeMutation({ refetchQueries: ["BookedProgram", "BookedPrograms"] });
  const attempts = useAttempts<UndoProgramChangeInput>();
  async function undo(id: string, { id: offered }: ProgramUndo): Promise<void> {
    const input = attempts.input(offered, (idempotencyKey) => ({ undo: offered, idempotencyKey }));
    try {
      const { undoProgramChange: answer } = await send(() => mutate({ variables: { input } }));
      attempts.settled();
      keep((before) => withUndo(before, id, null));
      if (answer.__typename === "ProgramChangeUndone") {
        toast({ tone: "success", message: "Everything is as it was before.", about: id });
      } else {
        toast({ tone: "warning", message: answer.message, about: id });
      }
    } catch (error) {
      toast({ tone: "warning", message: describeFailure(error), about: id });
    }
  }
  return {
    undos,
    undo,
    offer: (id: string, offered: ProgramUndo) => keep((before) => withUndo(before, id, offered)),
    goBack: (id: string, offered: ProgramUndo) => void undo(id, offered),
  };
}
