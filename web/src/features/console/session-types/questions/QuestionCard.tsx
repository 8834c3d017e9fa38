import { type HTMLAttributes, useEffect, useRef } from "react";
import { Button } from "../../../../ui/Button.tsx";
import { DragHandle } from "../../../../ui/DragHandle.tsx";
import { Icon } from "../../../../ui/Icon.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { QuestionForm } from "./QuestionForm.tsx";
import styles from "./Questions.module.css";
import { answersOf, KIND_WORDS, type QuestionDraft, titleOf } from "./question-draft.ts";
import { dependentsOf } from "./question-edits.ts";
import type { QuestionProblems } from "./read-questions.ts";

export interface QuestionCardProps {
  readonly question: QuestionDraft;
  readonly number: number;
  readonly questions: readonly QuestionDraft[];
  readonly problems: QuestionProblems[string];
  readonly isOpen: boolean;
  readonly isCarried: boolean;
  /** Others depend on it, and the coach is asked whether she means it. */
  readonly isDeleting: boolean;
  readonly handleProps: HTMLAttributes<HTMLButtonElement>;
  readonly onOpen: () => void;
  readonly onChange: (change: Partial<QuestionDraft>) => void;
  readonly onDelete: () => void;
  readonly onKeep: () => void;
}

/** One question: a line to read and to carry, and the form below it. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, number, questions, problems, isOpen, isCarried, isDeleting, handleProps } = props;
  const { onOpen, onChange, onDelete, onKeep } = props;
  const title = titleOf(question);
  const refused = Object.keys(problems ?? {}).length > 0;
  return (
    <li
      className={styles.card}
      data-carried={isCarried || undefined}
      data-nested={question.shownWhen !== null || undefined}
    >
      <div className={styles.line}>
        <DragHandle label={`Move “${title}”, ${number} of ${questions.length}`} {...handleProps} />
        <button type="button" className={styles.open} data-open={question.id} aria-expanded={isOpen} onClick={onOpen}>
          <span className={styles.title}>{title}</span>
          <span className={styles.facts}>
            {[KIND_WORDS[question.kind], question.required && "required", conditionWords(question, questions)]
              .filter(Boolean)
              .join(" · ")}
          </span>
          {refused && !isOpen && <span className={styles.refused}>Needs a look</span>}
        </button>
        <Icon name="chevronDown" />
      </div>
      {isOpen && (
        <div className={styles.form}>
          <QuestionForm
            question={question}
            index={number - 1}
            questions={questions}
            problems={problems ?? {}}
            onChange={onChange}
          />
          {isDeleting ? (
            <DeleteNotice question={question} questions={questions} onDelete={onDelete} onKeep={onKeep} />
          ) : (
            <div>
              <Button size="s" variant="quiet" icon="trash" onPress={onDelete}>
                Delete question
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

interface DeleteNoticeProps extends Pick<QuestionCardProps, "question" | "questions" | "onDelete" | "onKeep"> {}

function DeleteNotice({ question, questions, onDelete, onKeep }: DeleteNoticeProps) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const names = dependentsOf(questions, question.id).map((one) => `“${titleOf(one)}”`);
  return (
    <Notice
      tone="warning"
      live
      title={`${names.join(" and ")} ${names.length === 1 ? "depends" : "depend"} on this question`}
      actions={
        <>
          <Button ref={keep} size="s" variant="quiet" onPress={onKeep}>
            Keep it
          </Button>
          <Button size="s" variant="danger" onPress={onDelete}>
            Delete it all the same
          </Button>
        </>
      }
    >
      Without it, {names.length === 1 ? "that question is" : "those are"} always asked.
    </Notice>
  );
}

/** "if “What brings you here?” is “A new role”" */
function conditionWords({ shownWhen }: QuestionDraft, questions: readonly QuestionDraft[]): string | null {
  if (shownWhen === null) return null;
  const cause = questions.find(({ id }) => id === shownWhen.question);
  if (cause === undefined) return null;
  const labels = answersOf(cause).filter(({ id }) => shownWhen.answers.includes(id));
  const said = labels.map(({ label }) => (cause.kind === "CHECKBOX" ? label : `“${label}”`)).join(" or ");
  return `if “${titleOf(cause)}” is ${said || "…"}`;
}
