import { useLocation } from "wouter";
import { type ProgramPartsFragment, useDuplicateProgramMutation } from "../../../generated/console.ts";
import { Button, IconButton } from "../../../ui/Button.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { unansweredProblem } from "../shell/save-problem.ts";
import { programAddress } from "./program-addresses.ts";

interface ProgramActionsProps {
  readonly program: ProgramPartsFragment;
  readonly onDelete: () => void;
}

/** What can be done with a program as a whole. */
export function ProgramActions({ program, onDelete }: ProgramActionsProps) {
  const [, navigate] = useLocation();
  const [duplicate, { loading }] = useDuplicateProgramMutation({
    refetchQueries: ["Programs"],
    awaitRefetchQueries: true,
  });
  async function copy() {
    const answer = await duplicate({ variables: { input: { id: program.id } } }).then(
      ({ data }) => data?.duplicateProgram,
      () => undefined,
    );
    if (answer?.__typename !== "ProgramSaved") {
      return toast({ tone: "warning", message: (answer ?? unansweredProblem()).message });
    }
    toast({ tone: "success", message: `This is ${answer.program.name}.` });
    navigate(programAddress(answer.program.id));
  }
  return (
    <>
      <IconButton icon="trash" label="Delete program" size="s" onPress={onDelete} />
      <Button size="s" icon="copy" isPending={loading} onPress={() => void copy()}>
        Duplicate
      </Button>
    </>
  );
}
