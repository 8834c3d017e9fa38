import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { useFirstProblem } from "../shell/use-first-problem.ts";
import styles from "./LinkEditor.module.css";
import { LinkFields, type TypeChoice } from "./LinkFields.tsx";
import { type LinkDraft, type LinkProblems, linkFieldOf, readLink } from "./link-draft.ts";
import { type Link, nameOf } from "./link-words.ts";
import { useSaveLink } from "./use-save-link.ts";

interface LinkEditorProps {
  readonly draft: LinkDraft;
  /** Null for a new one. */
  readonly link: Link | null;
  /** Something was written that is not saved. */
  readonly unsaved: boolean;
  /** Somebody wanted to leave with that. */
  readonly nudged: boolean;
  readonly sessionTypes: readonly TypeChoice[];
  readonly redirectHosts: readonly string[];
  readonly onChange: (change: Partial<LinkDraft>) => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
  readonly onSaved: (link: Link) => void;
}

export function LinkEditor(props: LinkEditorProps) {
  const { draft, link, unsaved, nudged, sessionTypes, redirectHosts, onChange, onClose, onDiscard, onSaved } = props;
  const form = useId();
  const element = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<LinkProblems>({});
  const [problem, setProblem] = useState<string | null>(null);
  useFirstProblem(element, problems);
  const { save, busy } = useSaveLink();
  const isNew = link === null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const read = readLink(draft);
    setProblem(null);
    setProblems("problems" in read ? read.problems : {});
    if ("problems" in read) return;
    const outcome = await save(draft, read);
    if ("saved" in outcome) {
      // A new one says so itself, beside its address.
      if (!isNew) toast({ tone: "success", message: `The link to ${nameOf(outcome.saved)} is saved.` });
      return onSaved(outcome.saved);
    }
    const field = linkFieldOf(outcome.problem.field);
    if (field) return setProblems({ [field]: outcome.problem.message });
    return setProblem(outcome.problem.message);
  }
  return (
    <Panel
      title={isNew ? "New link" : `Edit ${nameOf(link)}`}
      onClose={onClose}
      footer={
        <>
          {unsaved && (
            <span className={styles.unsaved} role={nudged ? "alert" : undefined}>
              {nudged ? "Save or discard it first" : !isNew && "Unsaved changes"}
            </span>
          )}
          <Button variant="quiet" size="s" onPress={unsaved ? onDiscard : onClose}>
            {unsaved ? "Discard" : "Close"}
          </Button>
          <Button type="submit" form={form} variant="primary" size="s" isPending={busy} isDisabled={!isNew && !unsaved}>
            {busy ? "Saving…" : isNew ? "Make link" : "Save"}
          </Button>
        </>
      }
    >
      <form ref={element} id={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <LinkFields
          draft={draft}
          link={link}
          problems={problems}
          sessionTypes={sessionTypes}
          redirectHosts={redirectHosts}
          onChange={(change) => {
            onChange(change);
            setProblems((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in change))));
          }}
        />
        {problem && (
          <Notice tone="danger" live>
            {problem}
          </Notice>
        )}
      </form>
    </Panel>
  );
}
