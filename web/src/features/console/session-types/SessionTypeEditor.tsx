import { type FormEvent, useId, useRef, useState } from "react";
import {
  type CreateSessionTypeMutation,
  type SessionTypePartsFragment,
  useCreateSessionTypeMutation,
  useUpdateSessionTypeMutation,
} from "../../../generated/console.ts";
import type { CreateSessionTypeInput } from "../../../generated/schema.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";
import { useFirstProblem } from "../shell/use-first-problem.ts";
import styles from "./SessionTypeEditor.module.css";
import { SessionTypeFields } from "./SessionTypeFields.tsx";
import { type DraftProblems, draftOf, NEW_TYPE, readDraft, type TypeDraft } from "./type-draft.ts";

interface SessionTypeEditorProps {
  /** Null for a new one. */
  readonly type: SessionTypePartsFragment | null;
  readonly onClose: () => void;
  readonly onSaved: (type: SessionTypePartsFragment) => void;
}

type Answer = CreateSessionTypeMutation["createSessionType"];

export function SessionTypeEditor({ type, onClose, onSaved }: SessionTypeEditorProps) {
  const form = useId();
  const saved = type === null ? NEW_TYPE : draftOf(type);
  const [draft, setDraft] = useState<TypeDraft>(saved);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const formElement = useRef<HTMLFormElement>(null);
  useFirstProblem(formElement, problems);
  const { save, saving } = useSave(type, draft.active);
  const changed = JSON.stringify(draft) !== JSON.stringify(saved);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    const read = readDraft(draft);
    setProblem(null);
    setProblems("problems" in read ? read.problems : {});
    if ("problems" in read) return;
    const answer = await save(read.input);
    if (answer?.__typename !== "SessionTypeSaved") {
      const failed = answer === null ? unansweredProblem() : saveProblemOf(answer);
      if (failed.field) setProblems({ [failed.field]: failed.message });
      return setProblem(failed);
    }
    setDraft(draftOf(answer.sessionType));
    toast({ tone: "success", message: `${answer.sessionType.name} is saved.` });
    return onSaved(answer.sessionType);
  }

  const shown = problem !== null && (problem.field === null || !(problem.field in draftFields));
  return (
    <Panel
      title={type === null ? "New session type" : type.name}
      onClose={onClose}
      footer={
        <>
          {changed && type !== null && <span className={styles.unsaved}>Unsaved changes</span>}
          <Button variant="quiet" size="s" onPress={() => (changed && type !== null ? setDraft(saved) : onClose())}>
            {changed && type !== null ? "Discard" : "Close"}
          </Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            size="s"
            isPending={saving}
            isDisabled={!changed && type !== null}
          >
            {saving ? "Saving…" : type === null ? "Create" : "Save"}
          </Button>
        </>
      }
    >
      <form ref={formElement} id={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {shown && (
          <Notice tone="danger" live>
            {problem.message}
          </Notice>
        )}
        <SessionTypeFields draft={draft} problems={problems} isNew={type === null} onChange={setDraft} />
      </form>
    </Panel>
  );
}

/** Problems at these fields are shown there; all others above the form. */
const draftFields: { readonly [field: string]: unknown } = { ...NEW_TYPE, "place.detail": "", "place.kind": "" };

function useSave(type: SessionTypePartsFragment | null, active: boolean) {
  const [create, creating] = useCreateSessionTypeMutation({
    refetchQueries: ["SessionTypes", "BookingLinks"],
    awaitRefetchQueries: true,
  });
  const [update, updating] = useUpdateSessionTypeMutation();
  async function save(input: CreateSessionTypeInput): Promise<Answer | null> {
    try {
      if (type === null) return (await create({ variables: { input } })).data?.createSessionType ?? null;
      return (
        (await update({ variables: { input: { ...input, id: type.id, active } } })).data?.updateSessionType ?? null
      );
    } catch {
      return null;
    }
  }
  return { save, saving: creating.loading || updating.loading };
}
