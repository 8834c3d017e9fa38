import { useState } from "react";
import {
  type ProgramPartsFragment,
  type SavedProgramFragment,
  useCreateProgramMutation,
  useUpdateProgramMutation,
} from "../../../generated/console.ts";
import type { CreateProgramInput } from "../../../generated/schema.ts";
import { toast } from "../../../ui/Toaster.tsx";
import { keptState } from "../shell/kept-state.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";
import { useUnsavedMark } from "../shell/unsaved.ts";
import {
  draftOfProgram,
  emptyProgram,
  type KnownType,
  NO_PROBLEMS,
  type ProgramDraft,
  type ProgramProblems,
  problemsAt,
  readProgram,
} from "./program-draft.ts";

interface Kept {
  /** Null for a new one. */
  readonly programId: string | null;
  readonly draft: ProgramDraft;
}

const useKept = keptState<Kept>();

/** A program while it is written; kept when the page is left, until it is saved or discarded. Null as program makes a new one. */
export function useProgram(program: ProgramPartsFragment | null, types: readonly KnownType[]) {
  const [kept, keep] = useKept();
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<{ at: ProgramProblems; message: string | null }>(NOTHING);
  const { send, saving } = useSend(program);
  const saved = program ? draftOfProgram(program) : emptyProgram(types);
  const programId = program?.id ?? null;
  const own = kept?.programId === programId ? kept.draft : null;
  const draft = own ?? saved;
  const changed = own !== null && JSON.stringify(own) !== JSON.stringify(saved);
  useUnsavedMark("programs: form", changed);

  const read = readProgram(draft);
  // Once she tried to save, what is still missing is seen as it is mended.
  const problems = tried && "problems" in read ? read.problems : refused.at;

  function change(edit: (before: ProgramDraft) => ProgramDraft) {
    setRefused(NOTHING);
    keep((before) => ({ programId, draft: edit(before?.programId === programId ? before.draft : saved) }));
  }
  function discard() {
    keep(() => null);
    setTried(false);
    setRefused(NOTHING);
  }
  /** Gives the saved program, or the problems that are then shown. */
  async function save(): Promise<ProgramPartsFragment | ProgramProblems> {
    setTried(true);
    setRefused(NOTHING);
    if ("problems" in read) return read.problems;
    const answer = await send(read.input);
    if ("id" in answer) {
      discard();
      return answer;
    }
    const at = problemsAt(answer.field, answer.message, draft);
    setRefused({ at: at ?? NO_PROBLEMS, message: at ? null : answer.message });
    return at ?? NO_PROBLEMS;
  }
  return { draft, problems, problem: refused.message, changed, saving, change, discard, save };
}

const NOTHING = { at: NO_PROBLEMS, message: null };

function useSend(program: ProgramPartsFragment | null) {
  const [create, { loading: creating }] = useCreateProgramMutation({ refetchQueries: ["Programs"] });
  const [update, { loading: updating }] = useUpdateProgramMutation();
  async function send(input: CreateProgramInput): Promise<ProgramPartsFragment | SaveProblem> {
    try {
      const answer = program
        ? (await update({ variables: { input: { ...input, id: program.id } } })).data?.updateProgram
        : (await create({ variables: { input } })).data?.createProgram;
      return savedOr(answer);
    } catch {
      return unansweredProblem();
    }
  }
  return { send, saving: creating || updating };
}

function savedOr(answer: SavedProgramFragment | undefined): ProgramPartsFragment | SaveProblem {
  if (answer === undefined) return unansweredProblem();
  if (answer.__typename !== "ProgramSaved") return saveProblemOf(answer);
  toast({ tone: "success", message: `${answer.program.name} is saved.`, about: answer.program.id });
  return answer.program;
}
