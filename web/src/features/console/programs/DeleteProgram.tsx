import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { type ProgramPartsFragment, useDeleteProgramMutation } from "../../../generated/console.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { unansweredProblem } from "../shell/save-problem.ts";
import { ALL_PROGRAMS } from "./program-addresses.ts";

interface DeleteProgramProps {
  readonly program: ProgramPartsFragment;
  readonly onKeep: () => void;
}

/** What deleting does, before it is done. */
export function DeleteProgram({ program, onKeep }: DeleteProgramProps) {
  const [, navigate] = useLocation();
  const [remove, { loading }] = useDeleteProgramMutation({
    update: (cache, { data }) => {
      if (data?.deleteProgram.__typename !== "ProgramDeleted") return;
      cache.evict({ id: `Program:${data.deleteProgram.id}` });
      cache.gc();
    },
  });
  const [problem, setProblem] = useState<string | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  async function press() {
    const answer = await remove({ variables: { id: program.id } }).then(
      ({ data }) => data?.deleteProgram,
      () => undefined,
    );
    if (answer?.__typename !== "ProgramDeleted") return setProblem((answer ?? unansweredProblem()).message);
    toast({ tone: "success", message: `${program.name} is deleted.` });
    navigate(ALL_PROGRAMS);
  }
  return (
    <Notice
      tone="warning"
      live
      title={`Delete ${program.name}?`}
      actions={
        <>
          <Button ref={keep} size="s" variant="quiet" onPress={onKeep}>
            Keep it
          </Button>
          <Button size="s" variant="danger" isPending={loading} onPress={() => void press()}>
            {loading ? "Deleting…" : "Delete program"}
          </Button>
        </>
      }
    >
      {problem ?? "Sessions that were booked from it stay in the calendar. The program itself cannot be brought back."}
    </Notice>
  );
}
