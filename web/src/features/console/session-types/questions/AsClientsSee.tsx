import { useState } from "react";
import { Panel } from "../../../../ui/Panel.tsx";
import { QuestionFields } from "../../../booking/form/QuestionFields.tsx";
import { type Answers, askedQuestions } from "../../../booking/form/questions.ts";
import styles from "./Questions.module.css";
import type { Question } from "./question-draft.ts";

interface AsClientsSeeProps {
  readonly questions: readonly Question[];
  readonly keepsFocus: boolean;
  readonly onClose: () => void;
}

/** The very fields of the booking page: answering them here shows what follows from an answer, and is sent nowhere. */
export function AsClientsSee({ questions, keepsFocus, onClose }: AsClientsSeeProps) {
  const [answers, setAnswers] = useState<Answers>({});
  const hidden = questions.length - askedQuestions(questions, answers).length;
  return (
    <Panel title="As clients see it" onClose={onClose} keepsFocus={keepsFocus}>
      {questions.length === 0 ? (
        <p className={styles.note}>Your questions appear here as you write them.</p>
      ) : (
        <>
          <QuestionFields
            questions={questions}
            answers={answers}
            errors={{}}
            onAnswer={(key, values) => setAnswers((before) => ({ ...before, [key]: values }))}
          />
          {hidden > 0 && (
            <p className={styles.note} role="status">
              {hidden === 1 ? "One more question is" : `${hidden} more questions are`} asked depending on the answers.
              Try them here: nothing is sent.
            </p>
          )}
        </>
      )}
    </Panel>
  );
}
