import { Checkbox } from "../../../../ui/Checkbox.tsx";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { Select } from "../../../../ui/Select.tsx";
import type { QuestionFormProps } from "./QuestionForm.tsx";
import styles from "./Questions.module.css";
import { answersOf, type Condition, titleOf } from "./question-draft.ts";
import { possibleCauses } from "./question-edits.ts";

/** Whether a question is asked of everybody, or depends on what was answered before. */
export function ConditionFields({ question, index, questions, problems, onChange }: QuestionFormProps) {
  const { shownWhen } = question;
  const causes = possibleCauses(questions, index);
  const known = shownWhen && questions.find(({ id }) => id === shownWhen.question);
  if (causes.length === 0 && shownWhen === null) {
    return (
      <p className={styles.note}>
        It is always asked. To ask it depending on an answer, put a choice or a box to tick before it.
      </p>
    );
  }
  const choose = (when: string) => {
    const cause = causes.at(-1);
    onChange({ shownWhen: when === "some" && cause ? { question: cause.id, answers: [] } : null });
  };
  return (
    <fieldset className={styles.condition}>
      <Segmented
        label="Asked"
        options={[
          { id: "always", label: "Always" },
          { id: "some", label: "Depending on an answer" },
        ]}
        value={shownWhen === null ? "always" : "some"}
        onChange={choose}
      />
      {shownWhen && (
        <>
          <Select
            dense
            label="To the question"
            options={causes.map((cause) => ({ id: cause.id, label: titleOf(cause) }))}
            value={causes.some(({ id }) => id === shownWhen.question) ? shownWhen.question : null}
            onChange={(cause) => onChange({ shownWhen: { question: cause, answers: [] } })}
            error={known && answersOf(known).length > 0 ? undefined : problems.shownWhen}
          />
          {known && answersOf(known).length > 0 && (
            <Answers
              condition={shownWhen}
              answers={answersOf(known)}
              error={problems.shownWhen}
              onChange={(answers) => onChange({ shownWhen: { ...shownWhen, answers } })}
            />
          )}
        </>
      )}
    </fieldset>
  );
}

interface AnswersProps {
  readonly condition: Condition;
  readonly answers: ReturnType<typeof answersOf>;
  readonly error: string | undefined;
  readonly onChange: (answers: readonly string[]) => void;
}

/** Answers that are gone from the question leave the condition at the first touch. */
function Answers({ condition, answers, error, onChange }: AnswersProps) {
  return (
    <fieldset className={styles.answers}>
      <legend className={styles.label}>Is</legend>
      {answers.map(({ id, label }) => (
        <Checkbox
          key={id}
          isSelected={condition.answers.includes(id)}
          isInvalid={error !== undefined}
          onChange={(on) =>
            onChange(answers.map((one) => one.id).filter((one) => (one === id ? on : condition.answers.includes(one))))
          }
        >
          {label}
        </Checkbox>
      ))}
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}
