import type { Page } from "../BookingFlow.tsx";
import { wrongAnswer } from "./typed.ts";

export type Question = Page["sessionType"]["questions"][number];
/** What is answered, by the key of the question: texts, options, or "yes" for a ticked box. */
export type Answers = Readonly<Record<string, readonly string[]>>;

export const ticked = "yes";
const empty = "no";

/** The questions that are asked, given the answers to those before: one that hangs on another not asked is not asked. */
export function askedQuestions(questions: readonly Question[], answers: Answers): Question[] {
  const asked = new Map<string, Question>();
  for (const question of questions) {
    if (isAsked(question, asked, answers)) asked.set(question.key, question);
  }
  return [...asked.values()];
}

function isAsked({ shownWhen }: Question, asked: ReadonlyMap<string, Question>, answers: Answers): boolean {
  if (!shownWhen) return true;
  const earlier = asked.get(shownWhen.question);
  if (!earlier) return false;
  const chosen = given(answers, earlier.key);
  const values = chosen.length > 0 ? chosen : earlier.kind === "CHECKBOX" ? [empty] : [];
  return values.some((value) => shownWhen.answers.includes(value));
}

/** What is sent: answers to what is asked, and only where there is one. */
export function answersToSend(questions: readonly Question[], answers: Answers) {
  return askedQuestions(questions, answers)
    .map(({ key }) => ({ question: key, values: given(answers, key) }))
    .filter(({ values }) => values.length > 0);
}

/** What is missing or cannot be taken, by field name. */
export function wrongAnswers(questions: readonly Question[], answers: Answers): Record<string, string> {
  const wrong = askedQuestions(questions, answers).flatMap(({ key, kind, required }) => {
    const values = given(answers, key);
    const message = values.length > 0 ? wrongAnswer(kind, values[0] ?? "") : required && requiredMessage(kind);
    return message ? [[answerField(key), message] as const] : [];
  });
  return Object.fromEntries(wrong);
}

/** The name of a question's field; the path that the server names it by. */
export const answerField = (key: string): string => `answers.${key}`;

function given(answers: Answers, key: string): string[] {
  return (answers[key] ?? []).map((value) => value.trim()).filter(Boolean);
}

function requiredMessage(kind: Question["kind"]): string {
  switch (kind) {
    case "CHECKBOX":
      return "This must be ticked.";
    case "CHOICE":
    case "MULTIPLE_CHOICE":
      return "Choose an answer.";
    default:
      return "This needs an answer.";
  }
}
