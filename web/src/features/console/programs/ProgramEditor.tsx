import { type ReactNode, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import type { ProgramPartsFragment } from "../../../generated/console.ts";
import { announce } from "../../../ui/Announcer.tsx";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { PageFrame } from "../shell/PageFrame.tsx";
import { DeleteProgram } from "./DeleteProgram.tsx";
import { ProgramActions } from "./ProgramActions.tsx";
import { ProgramFields } from "./ProgramFields.tsx";
import styles from "./Programs.module.css";
import { ALL_PROGRAMS, bookAddress, programAddress } from "./program-addresses.ts";
import { type KnownType, MAX_STEPS, newStep, type StepDraft, spokenStep } from "./program-draft.ts";
import { extentOf, summaryOf, titleOfStep } from "./program-words.ts";
import { StepList } from "./StepList.tsx";
import { useProgram } from "./use-program.ts";

interface ProgramEditorProps {
  readonly program: ProgramPartsFragment | null;
  readonly types: readonly KnownType[];
}

/** The steps of a program in order, and how it reads as a whole. */
export function ProgramEditor({ program, types }: ProgramEditorProps) {
  const [, navigate] = useLocation();
  const { draft, problems, problem, changed, saving, change, discard, save } = useProgram(program, types);
  const [openId, setOpenId] = useState<string | null>(program ? null : (draft.steps[0]?.id ?? null));
  const [deleting, setDeleting] = useState(false);
  const [removed, setRemoved] = useState<{ readonly title: string; readonly before: readonly StepDraft[] } | null>(
    null,
  );
  const page = useRef<HTMLDivElement>(null);
  const spoken = draft.steps.map((step, index) => spokenStep(step, index === 0, types));

  const edit: typeof change = (how) => {
    setRemoved(null);
    change(how);
  };
  function add() {
    const last = draft.steps.at(-1);
    const step = newStep(draft.steps, types.find(({ id }) => id === last?.sessionTypeId) ?? types[0]);
    edit((before) => ({ ...before, steps: [...before.steps, step] }));
    setOpenId(step.id);
    requestAnimationFrame(() =>
      page.current?.querySelector<HTMLElement>(`[data-open="${CSS.escape(step.id)}"]`)?.focus(),
    );
  }
  function remove(step: StepDraft) {
    const index = draft.steps.indexOf(step);
    const title = spoken[index] ? titleOfStep(spoken[index]) : "The step";
    edit((before) => ({ ...before, steps: before.steps.filter(({ id }) => id !== step.id) }));
    setRemoved({ title, before: draft.steps });
    announce(`“${title}” is taken out. It can be taken back beside Save.`);
  }
  async function press() {
    setRemoved(null);
    const found = await save();
    if ("id" in found) {
      if (program === null) navigate(programAddress(found.id), { replace: true });
      return;
    }
    const first = draft.steps.find(({ id }) => found.steps[id] !== undefined);
    if (first) setOpenId(first.id);
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
  }
  return (
    <PageFrame
      title={draft.name.trim() || (program ? program.name : "New program")}
      actions={
        program && (
          <Link href={bookAddress(program.id)} className={buttonClass({ variant: "primary", size: "s" })}>
            Book…
          </Link>
        )
      }
    >
      <div ref={page} className={styles.editor}>
        <Back />
        <ProgramFields
          draft={draft}
          problems={problems}
          onChange={(part) => edit((before) => ({ ...before, ...part }))}
        />
        <section aria-labelledby="steps-title" className={styles.steps}>
          <h2 id="steps-title" className={styles.subtitle}>
            Steps
          </h2>
          <p className={styles.reads}>
            {draft.steps.length > 0 ? (
              <>
                {summaryOf(spoken)}. <span className={styles.facts}>{extentOf(spoken)}.</span>
              </>
            ) : (
              "A program needs at least one step."
            )}
          </p>
          <StepList
            steps={draft.steps}
            spoken={spoken}
            types={types}
            problems={problems.steps}
            openId={openId}
            onOpen={setOpenId}
            onChange={(steps) => edit((before) => ({ ...before, steps: steps(before.steps) }))}
            onRemove={remove}
          />
          {draft.steps.length < MAX_STEPS && (
            <Button size="s" icon="plus" className={styles.add ?? ""} onPress={add}>
              Add a step
            </Button>
          )}
        </section>
        {problem && (
          <Notice tone="danger" live>
            {problem}
          </Notice>
        )}
        {program &&
          (deleting ? (
            <DeleteProgram program={program} onKeep={() => setDeleting(false)} />
          ) : (
            <ProgramActions program={program} onDelete={() => setDeleting(true)} />
          ))}
        {(changed || program === null) && (
          <SaveBar
            says={
              removed ? (
                <Removed
                  title={removed.title}
                  onUndo={() => edit((before) => ({ ...before, steps: removed.before }))}
                />
              ) : (
                changed && <p className={styles.unsaved}>Unsaved changes</p>
              )
            }
            onDiscard={() => {
              setRemoved(null);
              discard();
              if (program === null) navigate(ALL_PROGRAMS);
            }}
            onSave={() => void press()}
            saving={saving}
          />
        )}
      </div>
    </PageFrame>
  );
}

function Back() {
  return (
    <Link href={ALL_PROGRAMS} className={styles.back ?? ""}>
      <Icon name="chevronLeft" /> Programs
    </Link>
  );
}

function Removed({ title, onUndo }: { readonly title: string; readonly onUndo: () => void }) {
  return (
    <div className={styles.removed}>
      <p>“{title}” is taken out.</p>
      <Button size="s" icon="undo" onPress={onUndo}>
        Undo
      </Button>
    </div>
  );
}

interface SaveBarProps {
  readonly says: ReactNode;
  readonly saving: boolean;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
}

function SaveBar({ says, saving, onDiscard, onSave }: SaveBarProps) {
  return (
    <div className={styles.bar}>
      <div className={styles.says}>{says}</div>
      <Button variant="quiet" size="s" onPress={onDiscard}>
        Discard
      </Button>
      <Button variant="primary" size="s" isPending={saving} onPress={onSave}>
        {saving ? "Saving…" : "Save program"}
      </Button>
    </div>
  );
}
