import { Choices, Tick } from "../../../ui/Choices.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { FieldErrors } from "./details.ts";
import { type Answers, answerField, askedQuestions, type Question, ticked } from "./questions.ts";

type QuestionFieldsProps = {
  questions: readonly Question[];
  answers: Answers;
  errors: FieldErrors;
  onAnswer: (key: string, values: readonly string[]) => void;
};

/** What the coach asks, in her order; a question that hangs on an answer comes and goes with it. */
export function QuestionFields({ questions, answers, errors, onAnswer }: QuestionFieldsProps) {
  return askedQuestions(questions, answers).map((question) => (
    <QuestionField
      key={question.key}
      question={question}
      values={answers[question.key] ?? []}
      error={errors[answerField(question.key)]}
      onChange={(values) => onAnswer(question.key, values)}
    />
  ));
}

type QuestionFieldProps = {
  question: Question;
  values: readonly string[];
  error: string | undefined;
  onChange: (values: readonly string[]) => void;
};

function QuestionField({ question, values, error, onChange }: QuestionFieldProps) {
  const { key, kind, label, help, required, options } = question;
  const own = { label, name: answerField(key), hint: help ?? undefined, error };
  switch (kind) {
    case "CHOICE":
    case "MULTIPLE_CHOICE":
      return (
        <Choices
          {...own}
          options={options}
          multiple={kind === "MULTIPLE_CHOICE"}
          optional={!required}
          value={values}
          onChange={onChange}
        />
      );
    case "CHECKBOX":
      return (
        <Tick
          {...own}
          isRequired={required}
          isSelected={values.includes(ticked)}
          onChange={(on) => onChange(on ? [ticked] : [])}
        />
      );
    default:
      return (
        <TextField
          {...own}
          {...(kind === "PHONE" && ({ type: "tel", inputMode: "tel", autoComplete: "tel" } as const))}
          multiline={kind === "LONG_TEXT"}
          isRequired={required}
          optional={!required}
          value={values[0] ?? ""}
          onChange={(text) => onChange(text ? [text] : [])}
        />
      );
  }
}
