import { useState } from "react";
import { useDraftBulkRunMutation } from "../../../generated/console.ts";
import type { DraftBulkRunInput } from "../../../generated/schema.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";

/** Has a run planned; gives its id, or null with the reason to be shown. */
export function useDraftRun() {
  const [draft, { loading }] = useDraftBulkRunMutation();
  const [refusal, setRefusal] = useState<SaveProblem | null>(null);
  async function send(input: DraftBulkRunInput): Promise<string | null> {
    setRefusal(null);
    try {
      const answer = (await draft({ variables: { input } })).data?.draftBulkRun;
      if (answer?.__typename === "BulkRunSaved") return answer.run.id;
      setRefusal(answer ? saveProblemOf(answer) : unansweredProblem());
    } catch {
      setRefusal(unansweredProblem());
    }
    return null;
  }
  return { send, sending: loading, refusal, clear: () => setRefusal(null) };
}
