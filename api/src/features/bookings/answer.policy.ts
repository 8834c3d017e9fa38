import { type Answer, type Guest, type Question, QuestionKind } from "../../entities/index.ts";
import { optionalPhone, optionalText, refuseInput, requireEmail, requireLine } from "../../platform/validation.ts";
import { EMPTY, TICKED } from "../session-types/question.policy.ts";
import type { AnswerInput, GuestInput } from "./answer.inputs.ts";

const MAX_TEXT = 500;
const MAX_LONG_TEXT = 5000;

/** Answers as they may be kept, in the order of the questions. What is not asked is left out, whatever was sent. */
export function checkAnswers(questions: readonly Question[], inputs: readonly AnswerInput[]): Answer[] {
  const given = byQuestion(questions, inputs);
  const answers = new Map<string, Answer>();
  for (const question of questions) {
    if (!isAsked(question, questions, answers)) continue;
    const path = `answers.${question.key}`;
    const values = checkValues(path, question, given.get(question.key) ?? []);
    if (values.length > 0) answers.set(question.key, { question: question.key, label: question.label, values });
    else if (question.required) refuseInput(path, requiredMessage(question.kind));
  }
  return [...answers.values()];
}

function byQuestion(questions: readonly Question[], inputs: readonly AnswerInput[]): Map<string, readonly string[]> {
  const given = new Map<string, readonly string[]>();
  for (const { question, values } of inputs) {
    const path = `answers.${question.slice(0, 40)}`;
    if (!questions.some(({ key }) => key === question)) {
      refuseInput(path, "This session type asks no such question. Load the page again.");
    }
    if (given.has(question)) refuseInput(path, "This question is answered twice. Answer it once.");
    given.set(question, values);
  }
  return given;
}

/** A condition on a question that was itself not asked does not hold. */
function isAsked({ shownWhen }: Question, questions: readonly Question[], answers: Map<string, Answer>): boolean {
  if (!shownWhen) return true;
  const earlier = questions.find(({ key }) => key === shownWhen.question);
  if (!earlier || !isAsked(earlier, questions, answers)) return false;
  const values = answers.get(earlier.key)?.values ?? (earlier.kind === QuestionKind.CHECKBOX ? [EMPTY] : []);
  return values.some((value) => shownWhen.answers.includes(value));
}

function checkValues(path: string, question: Question, values: readonly string[]): string[] {
  switch (question.kind) {
    case QuestionKind.MULTIPLE_CHOICE:
      return checkChoices(path, question, values);
    case QuestionKind.CHOICE:
      return checkChoices(path, question, single(path, values));
    case QuestionKind.CHECKBOX:
      if (values.some((value) => value !== TICKED) || values.length > 1) {
        refuseInput(path, `A ticked box is ${TICKED}; an empty one has no value.`);
      }
      return [...values];
    default:
      return single(path, values).flatMap((value) => checkText(path, question.kind, value) ?? []);
  }
}

function checkText(path: string, kind: QuestionKind, value: string): string | null {
  if (value.trim() === "") return null;
  if (kind === QuestionKind.PHONE) return optionalPhone(path, value);
  return kind === QuestionKind.LONG_TEXT
    ? optionalText(path, value, MAX_LONG_TEXT)
    : requireLine(path, value, MAX_TEXT);
}

function single(path: string, values: readonly string[]): readonly string[] {
  return values.length > 1 ? refuseInput(path, "This question has one answer.") : values;
}

function checkChoices(path: string, { options }: Question, values: readonly string[]): string[] {
  const chosen = values.filter((value) => value !== "");
  if (chosen.some((value) => !options.includes(value))) refuseInput(path, "Choose from what is offered here.");
  return options.filter((option) => chosen.includes(option));
}

function requiredMessage(kind: QuestionKind): string {
  if (kind === QuestionKind.CHECKBOX) return "This must be ticked.";
  return kind === QuestionKind.CHOICE || kind === QuestionKind.MULTIPLE_CHOICE
    ? "Choose an answer."
    : "This needs an answer.";
}

/** Guests as they may be kept: each once, and none of them the client. */
export function checkGuests(
  inputs: readonly GuestInput[],
  { maxGuests, email }: { maxGuests: number; email: string },
): Guest[] {
  if (inputs.length > maxGuests) {
    const most = maxGuests === 0 ? "This session is for you alone." : `At most ${maxGuests} guests can come along.`;
    refuseInput("guests", `These are ${inputs.length} guests. ${most}`);
  }
  const known = new Set([email.toLowerCase()]);
  return inputs.map((input, index) => {
    const guest = {
      name: input.name?.trim() ? requireLine(`guests.${index}.name`, input.name, 120) : null,
      email: requireEmail(`guests.${index}.email`, input.email),
    };
    if (known.has(guest.email.toLowerCase())) {
      refuseInput(`guests.${index}.email`, "This address comes already. Name everyone once, and not yourself.");
    }
    known.add(guest.email.toLowerCase());
    return guest;
  });
}
