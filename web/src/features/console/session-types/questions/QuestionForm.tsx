import { useEffect, useRef } from "react";
import type { QuestionKind } from "../../../../generated/schema.ts";
import { Checkbox } from "../../../../ui/Checkbox.tsx";
import { Select } from "../../../../ui/Select.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import { ConditionFields } from "./ConditionFields.tsx";
import styles from "./Questions.module.css";
import { hasOptions, KIND_WORDS, type QuestionDraft } from "./question-draft.ts";
import type { QuestionField } from "./read-questions.ts";

export interface QuestionFormProps {
  readonly question: QuestionDraft;
  readonly index: number;
  readonly questions: readonly QuestionDraft[];
  readonly problems: { readonly [field in QuestionField]?: string };
  readonly onChange: (change: Partial<QuestionDraft>) => void;
}

const KINDS: readonly QuestionKind[] = ["TEXT", "LONG_TEXT", "CHOICE", "MULTIPLE_CHOICE", "CHECKBOX", "PHONE"];

export function QuestionForm(props: QuestionFormProps) {
  const { question, problems, onChange } = props;
  const label = useRef<HTMLInputElement>(null);
  const isNew = useRef(question.key === null && question.label === "");
  useEffect(() => {
    if (isNew.current) label.current?.focus();
  }, []);
  return (
    <>
      <TextField
        dense
        label={question.kind === "CHECKBOX" ? "Words beside the box" : "Question"}
        placeholder={question.kind === "CHECKBOX" ? "I have …" : ""}
        value={question.label}
        onChange={(text) => onChange({ label: text })}
        error={problems.label}
        inputRef={label}
        maxLength={200}
        autoComplete="off"
      />
      <div className={styles.pair}>
        <Select
          dense
          label="Answered by"
          options={KINDS.map((kind) => ({ id: kind, label: KIND_WORDS[kind] }))}
          value={question.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <div className={styles.required}>
          <Checkbox isSelected={question.required} onChange={(required) => onChange({ required })}>
            {question.kind === "CHECKBOX" ? "Must be ticked" : "Must be answered"}
          </Checkbox>
        </div>
      </div>
      {hasOptions(question.kind) && (
        <TextField
          dense
          multiline
          label="Answers to choose from"
          hint="One a line, in the order in which they are shown."
          value={question.options}
          onChange={(options) => onChange({ options })}
          error={problems.options}
          autoComplete="off"
        />
      )}
      <TextField
        dense
        optional
        label="Help"
        hint="Stands under the question."
        value={question.help}
        onChange={(help) => onChange({ help })}
        error={problems.help}
        maxLength={500}
        autoComplete="off"
      />
      <ConditionFields {...props} />
      {question.key !== null && (
        <p className={styles.note}>
          A link’s address can fill it in: <code className={styles.code}>?answers.{question.key}=…</code>
        </p>
      )}
    </>
  );
}
