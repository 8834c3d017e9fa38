import { type RefObject, useState } from "react";
import { useReorder } from "../../../../ui/use-reorder.ts";
import { QuestionCard } from "./QuestionCard.tsx";
import styles from "./Questions.module.css";
import { type QuestionDraft, titleOf } from "./question-draft.ts";
import { dependentsOf, moved, whyNotMoved, withChange } from "./question-edits.ts";
import type { QuestionProblems } from "./read-questions.ts";

interface QuestionListProps {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly questions: readonly QuestionDraft[];
  readonly problems: QuestionProblems;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onChange: (edit: (before: readonly QuestionDraft[]) => readonly QuestionDraft[]) => void;
  readonly onDelete: (question: QuestionDraft) => void;
}

export function QuestionList({ list, questions, problems, openId, onOpen, onChange, onDelete }: QuestionListProps) {
  const [deletingId, setDeletingId] = useState<string | null>(null);
  const { carried, handleProps } = useReorder({
    items: questions,
    list,
    titleOf,
    placeOf: (from, to) => moved(questions, from, to).findIndex((one) => one === questions[from]),
    whyNot: (from, to) => whyNotMoved(questions, from, to),
    onMove: (from, to) => onChange((before) => moved(before, from, to)),
  });
  /** On to a line that is there, so that the focus is not lost with what was pressed. */
  function focusRow(question: QuestionDraft | undefined) {
    requestAnimationFrame(() => {
      if (question) list.current?.querySelector<HTMLElement>(`[data-open="${CSS.escape(question.id)}"]`)?.focus();
    });
  }
  function remove(question: QuestionDraft) {
    setDeletingId(null);
    onDelete(question);
    const index = questions.indexOf(question);
    focusRow(questions[index + 1] ?? questions[index - 1]);
  }
  return (
    <ol ref={list} className={styles.list}>
      {questions.map((question, index) => (
        <QuestionCard
          key={question.id}
          question={question}
          number={index + 1}
          questions={questions}
          problems={problems[question.id] ?? {}}
          isOpen={question.id === openId}
          isCarried={question.id === carried}
          isDeleting={question.id === deletingId}
          handleProps={handleProps(question, index)}
          onOpen={() => onOpen(question.id === openId ? null : question.id)}
          onChange={(change) => onChange((before) => withChange(before, question.id, change))}
          onDelete={() =>
            dependentsOf(questions, question.id).length > 0 && question.id !== deletingId
              ? setDeletingId(question.id)
              : remove(question)
          }
          onKeep={() => {
            setDeletingId(null);
            focusRow(question);
          }}
        />
      ))}
    </ol>
  );
}
