import { type FormEvent, type RefObject, useRef, useState } from "react";
import type { UpdateCoachInput } from "../../../generated/schema.ts";
import { toast } from "../../../ui/Toaster.tsx";
import type { Problems } from "../session-types/rule-draft.ts";
import type { SaveProblem } from "../shell/save-problem.ts";
import { useFirstProblem } from "../shell/use-first-problem.ts";
import { useSaveSettings } from "./use-save-settings.ts";

type Read = { readonly input: UpdateCoachInput } | { readonly problems: Problems };

export interface SettingsForm<Draft> {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly problems: Readonly<Problems>;
  /** A refusal that is about no field of this form. */
  readonly problem: SaveProblem | null;
  readonly changed: boolean;
  readonly saving: boolean;
  readonly submit: (event: FormEvent) => void;
  readonly discard: () => void;
  readonly form: RefObject<HTMLFormElement | null>;
}

interface SettingsFormOptions<Draft> {
  readonly saved: Draft;
  readonly read: (draft: Draft) => Read;
  /** What the message after saving names. */
  readonly name: string;
}

/** One group of settings: only what was touched differs from what is saved, also when that changes elsewhere. */
export function useSettingsForm<Draft extends object>({ saved, read, name }: SettingsFormOptions<Draft>) {
  const [edits, setEdits] = useState<Partial<Draft>>({});
  const [problems, setProblems] = useState<Readonly<Problems>>({});
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const { save, saving } = useSaveSettings();
  const form = useRef<HTMLFormElement>(null);
  useFirstProblem(form, problems);
  const draft: Draft = { ...saved, ...edits };
  const changed = JSON.stringify(draft) !== JSON.stringify(saved);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    const found = read(draft);
    setProblem(null);
    setProblems("problems" in found ? found.problems : {});
    if ("problems" in found) return;
    const refused = await save(found.input);
    if (refused === null) {
      setEdits({});
      return toast({ tone: "success", message: `${name} are saved.` });
    }
    if (refused.field) setProblems({ [refused.field]: refused.message });
    return setProblem(refused.field ? null : refused);
  }
  const settings: SettingsForm<Draft> = {
    draft,
    change: (change) => setEdits((before) => ({ ...before, ...change })),
    problems,
    problem,
    changed,
    saving,
    submit: (event) => void submit(event),
    discard: () => {
      setEdits({});
      setProblems({});
      setProblem(null);
    },
    form,
  };
  return settings;
}
