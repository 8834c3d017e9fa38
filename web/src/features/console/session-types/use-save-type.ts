import {
  type SessionTypePartsFragment,
  useCreateSessionTypeMutation,
  useGiveHoursMutation,
  useUpdateSessionTypeMutation,
} from "../../../generated/console.ts";
import type { CreateSessionTypeInput } from "../../../generated/schema.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";

export type SaveOutcome = { readonly saved: SessionTypePartsFragment } | { readonly problem: SaveProblem };

interface TypeChange {
  readonly type: SessionTypePartsFragment | null;
  readonly input: CreateSessionTypeInput;
  readonly active: boolean;
  /** Hours of its own: those it had, and those it is to have. */
  readonly hours: { readonly before: string | null; readonly after: string | null };
}

/** Saves the type, then the hours that are to be its own. */
export function useSaveType() {
  const [create, creating] = useCreateSessionTypeMutation({
    refetchQueries: ["SessionTypes", "BookingLinks"],
    awaitRefetchQueries: true,
  });
  const [update, updating] = useUpdateSessionTypeMutation();
  const [give, giving] = useGiveHoursMutation();

  async function saveType({ type, input, active }: TypeChange): Promise<SaveOutcome> {
    const answer =
      type === null
        ? (await create({ variables: { input } })).data?.createSessionType
        : (await update({ variables: { input: { ...input, id: type.id, active } } })).data?.updateSessionType;
    if (answer?.__typename === "SessionTypeSaved") return { saved: answer.sessionType };
    return { problem: answer ? saveProblemOf(answer) : unansweredProblem() };
  }
  async function giveHours(template: string, sessionType: string | null): Promise<SaveProblem | null> {
    const { data } = await give({ variables: { input: { id: template, sessionType } } });
    const answer = data?.updateAvailabilityTemplate;
    if (answer?.__typename === "AvailabilityTemplateSaved") return null;
    return answer ? { message: answer.message, field: "hours" } : unansweredProblem();
  }
  async function save(change: TypeChange): Promise<SaveOutcome> {
    try {
      const outcome = await saveType(change);
      if ("problem" in outcome) return outcome;
      const { before, after } = change.hours;
      if (before === after) return outcome;
      const problem =
        (before ? await giveHours(before, null) : null) ?? (after ? await giveHours(after, outcome.saved.id) : null);
      return problem ? { problem } : outcome;
    } catch {
      return { problem: unansweredProblem() };
    }
  }
  return { save, saving: creating.loading || updating.loading || giving.loading };
}
