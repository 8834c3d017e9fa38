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

/** The questions of a session type while they are written; kept when the page is left, until they are saved or discarded. */
export function useQuestions(type: SessionTypePartsFragment) {
  const [kept, keep] = useKept();
  const [problems, setProblems] = useState<QuestionProblems>({});
  const [problem, setProblem] = useState<string | null>(null);
  const { send, saving } = useSend(type);
  const saved = draftsOf(type.questions);
  const own = kept?.typeId === type.id ? kept.questions : null;
  const questions = own ?? saved;
  const changed = own !== null && JSON.stringify(own) !== JSON.stringify(saved);
  useUnsavedMark("session types", changed);

  function change(edit: (before: readonly QuestionDraft[]) => readonly QuestionDraft[]) {
    keep((before) => ({ typeId: type.id, questions: edit(before?.typeId === type.id ? before.questions : saved) }));
  }
  function discard() {
    keep(() => null);
    setProblems({});
    setProblem(null);
  }
  /** Gives the problems that are then shown; none when it is saved. */
  async function save(): Promise<QuestionProblems> {
    const read = readQuestions(questions);
    const refused = "problems" in read ? null : await send(read.input);
    const at = refused && refusedAt(refused.field, questions);
    const found =
      "problems" in read ? read.problems : at && refused ? { [at.id]: { [at.field]: refused.message } } : {};
    setProblems(found);
    setProblem(refused && !at ? refused.message : null);
    if (!("problems" in read) && refused === null) keep(() => null);
    return found;
  }
  return { questions, problems, problem, changed, saving, change, discard, save };
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
