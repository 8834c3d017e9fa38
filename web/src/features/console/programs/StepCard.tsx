import type { HTMLAttributes } from "react";
import { formatDuration } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { DragHandle } from "../../../ui/DragHandle.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import styles from "./Programs.module.css";
import type { KnownType, StepDraft, StepProblems } from "./program-draft.ts";
import { apartWords, type SpokenStep, stepWords, titleOfStep, wishWords } from "./program-words.ts";
import { StepForm } from "./StepForm.tsx";

interface StepCardProps {
  readonly step: StepDraft;
  readonly spoken: SpokenStep | undefined;
  readonly index: number;
  readonly count: number;
  readonly types: readonly KnownType[];
  readonly problems: StepProblems;
  readonly isOpen: boolean;
  readonly isCarried: boolean;
  readonly handleProps: HTMLAttributes<HTMLButtonElement>;
  readonly onOpen: () => void;
  readonly onChange: (change: Partial<StepDraft>) => void;
  readonly onRemove: () => void;
}

/** One step: a line to read and to carry, and the form below it. */
export function StepCard(props: StepCardProps) {
  const { step, spoken, index, count, types, problems, isOpen, isCarried, handleProps } = props;
  const { onOpen, onChange, onRemove } = props;
  const title = spoken ? titleOfStep(spoken) : "Step";
  const refused = Object.keys(problems).length > 0;
  return (
    <li className={styles.card} data-carried={isCarried || undefined}>
      <div className={styles.line}>
        <DragHandle label={`Move “${title}”, ${index + 1} of ${count}`} {...handleProps} />
        <button type="button" className={styles.open} data-open={step.id} aria-expanded={isOpen} onClick={onOpen}>
          <span className={styles.stepTitle}>{title}</span>
          {spoken && (
            <span className={styles.facts}>
              {[
                formatDuration(spoken.minutes),
                stepWords(spoken, index === 0),
                apartWords(spoken, index === 0),
                wishWords(spoken),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          )}
          {refused && !isOpen && <span className={styles.refused}>Needs a look</span>}
        </button>
        <Icon name="chevronDown" />
      </div>
      {isOpen && (
        <div className={styles.form}>
          <StepForm step={step} isFirst={index === 0} types={types} problems={problems} onChange={onChange} />
          <div>
            <Button size="s" variant="quiet" icon="trash" onPress={onRemove}>
              Take this step out
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
