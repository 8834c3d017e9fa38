import { useLocation } from "wouter";
import { type ProgramPartsFragment, useDuplicateProgramMutation } from "../../../generated/console.ts";
import { Button } from "../../../ui/Button.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { unansweredProblem } from "../shell/save-problem.ts";
import styles from "./Programs.module.css";
import { programAddress } from "./program-addresses.ts";
import { useShare } from "./share/use-share.ts";

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
  const { share, sharing } = useShare();
  async function save() {
    const refused = await share({ programs: [program.id] });
    if (refused !== null) toast({ tone: "warning", message: refused });
  }
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
    <div className={styles.actions}>
      <Button size="s" isPending={sharing} onPress={() => void save()}>
        {sharing ? "Writing…" : "Save as file"}
      </Button>
      <Button size="s" icon="copy" isPending={loading} onPress={() => void copy()}>
        Duplicate
      </Button>
      <Button size="s" variant="quiet" icon="trash" onPress={onDelete}>
        Delete program
      </Button>
    </div>
  );
}
