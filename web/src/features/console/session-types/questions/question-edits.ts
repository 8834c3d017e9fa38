import { answersOf, type Condition, linesOf, type QuestionDraft, titleOf } from "./question-draft.ts";

type Questions = readonly QuestionDraft[];

/** The questions that are asked depending on this one. */
export const dependentsOf = (questions: Questions, id: string): QuestionDraft[] =>
  questions.filter(({ shownWhen }) => shownWhen?.question === id);

/** Earlier questions with answers that the one at `index` can hang on. */
export const possibleCauses = (questions: Questions, index: number): QuestionDraft[] =>
  questions.slice(0, index).filter((question) => answersOf(question).length > 0);

/** Where a question may stand: after the one that it hangs on, before those that hang on it. */
export function placesOf(questions: Questions, index: number): { readonly first: number; readonly last: number } {
  const question = questions[index];
  const cause = questions.findIndex(({ id }) => id === question?.shownWhen?.question);
  const dependent = questions.findIndex(({ shownWhen }) => shownWhen?.question === question?.id);
  return { first: cause + 1, last: dependent === -1 ? questions.length - 1 : dependent - 1 };
}

/** The questions with one of them elsewhere, as near to where it was wanted as it may stand. */
export function moved(questions: Questions, from: number, to: number): Questions {
  const { first, last } = placesOf(questions, from);
  const target = Math.min(Math.max(to, first), last);
  const question = questions[from];
  if (question === undefined || target === from) return questions;
  return questions.toSpliced(from, 1).toSpliced(target, 0, question);
}

/** Why one of them stays where it is. */
export function whyNotMoved(questions: Questions, from: number, to: number): string {
  const neighbour = questions[to];
  if (neighbour === undefined) return to < 0 ? "It is the first." : "It is the last.";
  return to < from
    ? `It depends on “${titleOf(neighbour)}”, so it stays below it.`
    : `“${titleOf(neighbour)}” depends on it, so it stays above.`;
}

/** Without a question; those that hung on it are then always asked. */
export const without = (questions: Questions, id: string): Questions =>
  questions
    .filter((question) => question.id !== id)
    .map((question) => (question.shownWhen?.question === id ? { ...question, shownWhen: null } : question));

/** With a question changed. Whatever hangs on its answers follows when one of them is worded anew. */
export function withChange(questions: Questions, id: string, change: Partial<QuestionDraft>): Questions {
  const before = questions.find((question) => question.id === id);
  if (before === undefined) return questions;
  const after = { ...before, ...change };
  const follows = followOptions(before, after);
  return questions.map((question) => {
    if (question.id === id) return after;
    if (question.shownWhen?.question !== id || follows === null) return question;
    return { ...question, shownWhen: follows(question.shownWhen) };
  });
}

/** With as many lines as before, a changed line is the same answer in other words; else what is gone is gone. */
function followOptions(before: QuestionDraft, after: QuestionDraft): ((condition: Condition) => Condition) | null {
  if (before.options === after.options) return null;
  const [was, is] = [before.options.split("\n"), after.options.split("\n")].map((lines) =>
    lines.map((line) => line.trim()),
  );
  const reworded = new Map(was?.length === is?.length ? was?.map((line, index) => [line, is?.[index] ?? ""]) : []);
  const left = new Set(linesOf(after.options));
  return ({ question, answers }) => ({
    question,
    answers: answers
      .map((answer) => (left.has(answer) ? answer : (reworded.get(answer) ?? answer)))
      .filter((answer) => left.has(answer) || reworded.size > 0),
  });
}
