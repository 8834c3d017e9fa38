import { type RefObject, useState } from "react";
import { useUpdateBulkItemMutation } from "../../../generated/console.ts";
import type { UpdateBulkItemInput } from "../../../generated/schema.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";
import type { Item } from "./bulk-words.ts";

/** Mends a line of a draft, leaves it out or takes it in again; all others are planned anew beside it. */
export function useMend({ id }: Item, row: RefObject<HTMLElement | null>) {
  const [update, { loading }] = useUpdateBulkItemMutation();
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  async function mend(fields: Omit<UpdateBulkItemInput, "id">): Promise<unknown> {
    setProblem(null);
    const next = row.current?.nextElementSibling ?? row.current?.previousElementSibling ?? null;
    try {
      const answer = (await update({ variables: { input: { ...fields, id } } })).data?.updateBulkItem;
      if (answer?.__typename !== "BulkRunSaved")
        return setProblem(answer ? saveProblemOf(answer) : unansweredProblem());
      return requestAnimationFrame(() => goOn(next));
    } catch {
      return setProblem(unansweredProblem());
    }
  }
  return { mend, mending: loading, problem };
}

/** A line that is done leaves its list, and the focus with it: the work goes on at the next one, or at the end. */
function goOn(next: Element | null): void {
  if (document.activeElement !== document.body) return;
  const place = next?.isConnected ? next : document;
  const wrong = place.querySelector<HTMLElement>("[aria-invalid=true]");
  (wrong ?? place.querySelector<HTMLElement>("[data-mend], [data-start]"))?.focus();
}
