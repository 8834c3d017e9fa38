import type { SessionTypePartsFragment } from "../../../../generated/console.ts";
import type { QuestionKind } from "../../../../generated/schema.ts";

export type Question = SessionTypePartsFragment["questions"][number];

/** Asked when an earlier question has one of these answers. */
export interface Condition {
  readonly question: string;
  readonly answers: readonly string[];
}

/** A question as it stands in the form. */
export interface QuestionDraft {
  /** Of the form alone: a new question has no key before it is saved. */
  readonly id: string;
  /** Names the question for good; null until it is saved. */
  readonly key: string | null;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  /** One a line. */
  readonly options: string;
  readonly shownWhen: Condition | null;
}

export const KIND_WORDS: Readonly<Record<QuestionKind, string>> = {
  TEXT: "Short text",
  LONG_TEXT: "Long text",
  CHOICE: "One choice",
  MULTIPLE_CHOICE: "Several choices",
  CHECKBOX: "Box to tick",
  PHONE: "Phone number",
};

/** What a ticked and an empty box count as in conditions. */
const BOX_ANSWERS = { yes: "ticked", no: "left empty" } as const;

export const hasOptions = (kind: QuestionKind): boolean => kind === "CHOICE" || kind === "MULTIPLE_CHOICE";

export const draftsOf = (questions: readonly Question[]): QuestionDraft[] =>
  questions.map(({ key, kind, label, help, required, options, shownWhen }) => ({
    ...{ id: key, key, kind, label, required },
    help: help ?? "",
    options: options.join("\n"),
    shownWhen: shownWhen && { question: shownWhen.question, answers: shownWhen.answers },
  }));

export function newQuestion(known: readonly QuestionDraft[], kind: QuestionKind): QuestionDraft {
  const ids = new Set(known.map(({ id }) => id));
  let number = known.length + 1;
  while (ids.has(`new ${number}`)) number++;
  return {
    ...{ id: `new ${number}`, key: null, kind, label: "", help: "", required: false },
    options: "",
    shownWhen: null,
  };
}

/** The options as they are read from their lines. */
export const optionsOf = ({ kind, options }: Pick<QuestionDraft, "kind" | "options">): string[] =>
  hasOptions(kind) ? linesOf(options) : [];

/** The answers that later questions can hang on; none of what is answered in words. */
export function answersOf(question: QuestionDraft): readonly { readonly id: string; readonly label: string }[] {
  if (question.kind === "CHECKBOX") return Object.entries(BOX_ANSWERS).map(([id, label]) => ({ id, label }));
  return [...new Set(optionsOf(question))].map((option) => ({ id: option, label: option }));
}

/** What a question is called before it has words. */
export const titleOf = ({ label }: Pick<QuestionDraft, "label">): string => label.trim() || "Untitled question";

/** What clients would be asked if this were saved. */
export const asQuestions = (drafts: readonly QuestionDraft[]): Question[] =>
  drafts.map((draft) => ({
    __typename: "Question",
    key: draft.id,
    kind: draft.kind,
    label: titleOf(draft),
    help: draft.help.trim() || null,
    required: draft.required,
    options: [...new Set(optionsOf(draft))],
    shownWhen: draft.shownWhen && { __typename: "QuestionCondition", ...draft.shownWhen },
  }));

export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
