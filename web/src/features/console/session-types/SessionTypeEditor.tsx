import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { HoursChoiceFragment, SessionTypePartsFragment } from "../../../generated/console.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import type { SaveProblem } from "../shell/save-problem.ts";
import { useFirstProblem } from "../shell/use-first-problem.ts";
import { HoursField, ownHours } from "./HoursField.tsx";
import { QuestionsSection } from "./QuestionsSection.tsx";
import type { Rules } from "./rule-draft.ts";
import styles from "./SessionTypeEditor.module.css";
import { SessionTypeFields } from "./SessionTypeFields.tsx";
import { type DraftProblems, draftOf, newDraft, readDraft } from "./type-draft.ts";
import { useSaveType } from "./use-save-type.ts";

interface SessionTypeEditorProps {
  /** Null for a new one. */
  readonly type: SessionTypePartsFragment | null;
  /** What a new one begins with. */
  readonly defaults: Rules;
  readonly templates: readonly HoursChoiceFragment[];
  /** Somebody wanted to leave with what is not saved. */
  readonly nudged: boolean;
  readonly onUnsaved: (unsaved: boolean) => void;
  readonly onClose: () => void;
  /** Gives up a new one. */
  readonly onDiscard: () => void;
  readonly onSaved: (type: SessionTypePartsFragment) => void;
}

export function SessionTypeEditor(props: SessionTypeEditorProps) {
  const { type, defaults, templates, nudged, onUnsaved, onClose, onDiscard, onSaved } = props;
  const form = useId();
  const known = {
    draft: type === null ? newDraft(defaults) : draftOf(type),
    hours: ownHours(templates, type?.id ?? null),
  };
  const [draft, setDraft] = useState(known.draft);
  const [hours, setHours] = useState(known.hours);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const formElement = useRef<HTMLFormElement>(null);
  useFirstProblem(formElement, problems);
  const { save, saving } = useSaveType();
  const changed = JSON.stringify({ draft, hours }) !== JSON.stringify(known);
  useEffect(() => onUnsaved(changed), [changed, onUnsaved]);
  const discard = () => {
    if (type === null) return onDiscard();
    setDraft(known.draft);
    setHours(known.hours);
    return setProblems({});
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    const read = readDraft(draft);
    setProblem(null);
    setProblems("problems" in read ? read.problems : {});
    if ("problems" in read) return;
    const change = { type, input: read.input, active: draft.active, hours: { before: known.hours, after: hours } };
    const outcome = await save(change);
    if ("problem" in outcome) {
      const { field, message } = outcome.problem;
      if (field) setProblems({ [field]: message });
      return setProblem(outcome.problem);
    }
    setDraft(draftOf(outcome.saved));
    toast({ tone: "success", message: `${outcome.saved.name} is saved.` });
    return onSaved(outcome.saved);
  }

  const shown = problem !== null && (problem.field === null || !(problem.field in { ...draft, ...OTHER_FIELDS }));
  return (
    <Panel
      title={type === null ? "New session type" : type.name}
      onClose={onClose}
      footer={
        <>
          {changed && (
            <span className={styles.unsaved} role={nudged ? "alert" : undefined}>
              {nudged ? "Save or discard it first" : type !== null && "Unsaved changes"}
            </span>
          )}
          <Button variant="quiet" size="s" onPress={changed ? discard : onClose}>
            {changed ? "Discard" : "Close"}
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
        <SessionTypeFields
          draft={draft}
          problems={problems}
          isNew={type === null}
          knownCapacity={type?.capacity ?? 1}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          questions={<QuestionsSection type={type} changed={changed} />}
          hours={
            <HoursField
              templates={templates}
              typeId={type?.id ?? null}
              value={hours}
              error={problems.hours}
              onChange={setHours}
            />
          }
        />
      </form>
    </Panel>
  );
}

/** Problems at these fields, and those of the draft, are shown there; all others above the form. */
const OTHER_FIELDS = { "place.detail": "", "place.kind": "", approvalHours: "", hours: "" };
