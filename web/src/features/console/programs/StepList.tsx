import { useRef } from "react";
import { useReorder } from "../../../ui/use-reorder.ts";
import styles from "./Programs.module.css";
import type { KnownType, ProgramProblems, StepDraft } from "./program-draft.ts";
import { type SpokenStep, titleOfStep } from "./program-words.ts";
import { StepCard } from "./StepCard.tsx";

interface StepListProps {
  readonly steps: readonly StepDraft[];
  /** The same as they read. */
  readonly spoken: readonly SpokenStep[];
  readonly types: readonly KnownType[];
  readonly problems: ProgramProblems["steps"];
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onChange: (edit: (before: readonly StepDraft[]) => readonly StepDraft[]) => void;
  readonly onRemove: (step: StepDraft) => void;
}

export function StepList({ steps, spoken, types, problems, openId, onOpen, onChange, onRemove }: StepListProps) {
  const list = useRef<HTMLOListElement>(null);
  const clamp = (place: number) => Math.min(Math.max(place, 0), steps.length - 1);
  const titleAt = (index: number) => (spoken[index] ? titleOfStep(spoken[index]) : "Step");
  const { carried, handleProps } = useReorder({
    items: steps,
    list,
    titleOf: (step) => titleAt(steps.indexOf(step)),
    placeOf: (_, to) => clamp(to),
    whyNot: (_, to) => (to < 0 ? "It is the first." : "It is the last."),
    onMove: (from, to) =>
      onChange((before) => {
        const step = before[from];
        return step ? before.toSpliced(from, 1).toSpliced(clamp(to), 0, step) : before;
      }),
  });
  /** On to a line that is there, so that the focus is not lost with what was pressed. */
  function remove(step: StepDraft, index: number) {
    onRemove(step);
    const next = steps[index + 1] ?? steps[index - 1];
    if (next === undefined) return;
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-open="${CSS.escape(next.id)}"]`)?.focus(),
    );
  }
  return (
    <ol ref={list} className={styles.cards}>
      {steps.map((step, index) => (
        <StepCard
          key={step.id}
          step={step}
          spoken={spoken[index]}
          index={index}
          count={steps.length}
          types={types}
          problems={problems[step.id] ?? {}}
          isOpen={step.id === openId}
          isCarried={step.id === carried}
          handleProps={handleProps(step, index)}
          onOpen={() => onOpen(step.id === openId ? null : step.id)}
          onChange={(change) =>
            onChange((before) => before.map((one) => (one.id === step.id ? { ...one, ...change } : one)))
          }
          onRemove={() => remove(step, index)}
        />
      ))}
    </ol>
  );
}
