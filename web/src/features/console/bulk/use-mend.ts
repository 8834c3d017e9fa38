import { useState } from "react";
import { useUpdateBulkItemMutation } from "../../../generated/console.ts";
import type { UpdateBulkItemInput } from "../../../generated/schema.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";
import type { Item } from "./bulk-words.ts";

/** Mends a line of a draft, leaves it out or takes it in again; all others are planned anew beside it. */
export function useMend({ id }: Item) {
  const [update, { loading }] = useUpdateBulkItemMutation();
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  async function mend(fields: Omit<UpdateBulkItemInput, "id">): Promise<void> {
    setProblem(null);
    try {
      const answer = (await update({ variables: { input: { ...fields, id } } })).data?.updateBulkItem;
      if (answer?.__typename !== "BulkRunSaved") setProblem(answer ? saveProblemOf(answer) : unansweredProblem());
    } catch {
      setProblem(unansweredProblem());
    }
  }
  return { mend, mending: loading, problem };
}
