import { useState } from "react";
import { type SessionTypePartsFragment, useUpdateSessionTypeMutation } from "../../../../generated/console.ts";
import type { QuestionInput } from "../../../../generated/schema.ts";
import { toast } from "../../../../ui/Toaster.tsx";
import { keptState } from "../../shell/kept-state.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../../shell/save-problem.ts";
import { useUnsavedMark } from "../../shell/unsaved.ts";
import { draftsOf, type QuestionDraft } from "./question-draft.ts";
import { type QuestionProblems, readQuestions, refusedAt } from "./read-questions.ts";

interface Kept {
  readonly typeId: string;
  readonly questions: readonly QuestionDraft[];
}

const useKept = keptState<Kept>();
const NOTHING = { at: {}, message: null };

/** The questions of a session type while they are written; kept when the page is left, until they are saved or discarded. */
export function useQuestions(type: SessionTypePartsFragment) {
  const [kept, keep] = useKept();
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<{ readonly at: QuestionProblems; readonly message: string | null }>(NOTHING);
  const { send, saving } = useSend(type);
  const saved = draftsOf(type.questions);
  const own = kept?.typeId === type.id ? kept.questions : null;
  const questions = own ?? saved;
  const changed = own !== null && JSON.stringify(own) !== JSON.stringify(saved);
  useUnsavedMark("session types: questions", changed);

  const read = readQuestions(questions);
  // Once she tried to save, what is still missing is seen as it is mended.
  const problems = tried && "problems" in read ? read.problems : refused.at;

  function change(edit: (before: readonly QuestionDraft[]) => readonly QuestionDraft[]) {
    setRefused(NOTHING);
    keep((before) => ({ typeId: type.id, questions: edit(before?.typeId === type.id ? before.questions : saved) }));
  }
  function discard() {
    keep(() => null);
    setTried(false);
    setRefused(NOTHING);
  }
  /** Gives the problems that are then shown; none when it is saved. */
  async function save(): Promise<QuestionProblems> {
    setTried(true);
    setRefused(NOTHING);
    if ("problems" in read) return read.problems;
    const refusal = await send(read.input);
    if (refusal === null) {
      discard();
      return {};
    }
    const place = refusedAt(refusal.field, questions);
    const at = place ? { [place.id]: { [place.field]: refusal.message } } : {};
    setRefused({ at, message: place ? null : refusal.message });
    return at;
  }
  return { questions, problems, problem: refused.message, changed, saving, change, discard, save };
}

function useSend({ id, name }: SessionTypePartsFragment) {
  const [update, { loading }] = useUpdateSessionTypeMutation();
  async function send(questions: readonly QuestionInput[]): Promise<SaveProblem | null> {
    try {
      const answer = (await update({ variables: { input: { id, questions } } })).data?.updateSessionType;
      if (answer?.__typename !== "SessionTypeSaved") return answer ? saveProblemOf(answer) : unansweredProblem();
      toast({ tone: "success", message: `The questions of ${name} are saved. Booking pages ask them from now on.` });
      return null;
    } catch {
      return unansweredProblem();
    }
  }
  return { send, saving: loading };
}
