import { useUpdateCoachMutation } from "../../../generated/console.ts";
import type { UpdateCoachInput } from "../../../generated/schema.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";

/** Saves what is given of the coach's settings; null when it is saved, else why not. */
export function useSaveSettings() {
  const [update, { loading }] = useUpdateCoachMutation();
  async function save(input: UpdateCoachInput): Promise<SaveProblem | null> {
    try {
      const answer = (await update({ variables: { input } })).data?.updateCoach;
      if (answer?.__typename === "CoachSaved") return null;
      return answer ? saveProblemOf(answer) : unansweredProblem();
    } catch {
      return unansweredProblem();
    }
  }
  return { save, saving: loading };
}
