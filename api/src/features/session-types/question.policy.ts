import { type Question, type QuestionCondition, QuestionKind } from "../../entities/index.ts";
import { optionalText, refuseInput, requireLine } from "../../platform/validation.ts";
import type { QuestionConditionInput, QuestionInput } from "./question.inputs.ts";

const MAX_QUESTIONS = 20;
const MAX_OPTIONS = 20;
const KEY = /^[a-z0-9-]{1,40}$/;
const choices: readonly QuestionKind[] = [QuestionKind.CHOICE, QuestionKind.MULTIPLE_CHOICE];
/** What a ticked and an empty box count as in conditions. */
export const TICKED = "yes";
export const EMPTY = "no";

/** Questions as they may be kept; refuses by field what nobody could answer. */
export function checkQuestions(inputs: readonly QuestionInput[]): Question[] {
  if (inputs.length > MAX_QUESTIONS) {
    refuseInput("questions", `These are ${inputs.length} questions; ask at most ${MAX_QUESTIONS}.`);
  }
  const checked: Question[] = [];
  for (const [index, input] of inputs.entries()) checked.push(checkQuestion(`questions.${index}`, input, checked));
  return checked;
}

function checkQuestion(path: string, input: QuestionInput, earlier: readonly Question[]): Question {
  const { key, kind, required } = input;
  if (!KEY.test(key)) refuseInput(`${path}.key`, "Use 1 to 40 small letters, digits and hyphens, like first-topic.");
  if (earlier.some((one) => one.key === key)) {
    refuseInput(`${path}.key`, `Another question has the key ${key} already. Give each its own.`);
  }
  return {
    key,
    kind,
    required,
    label: requireLine(`${path}.label`, input.label, 200),
    help: optionalText(`${path}.help`, input.help, 500),
    options: checkOptions(`${path}.options`, kind, input.options ?? []),
    shownWhen: input.shownWhen ? checkCondition(`${path}.shownWhen`, input.shownWhen, earlier) : null,
  };
}

function checkOptions(path: string, kind: QuestionKind, given: readonly string[]): string[] {
  if (!choices.includes(kind)) {
    if (given.length > 0) refuseInput(path, "Only the two kinds of choice have options. Leave them out here.");
    return [];
  }
  const options = given.map((option, index) => requireLine(`${path}.${index}`, option, 200));
  if (options.length < 2 || options.length > MAX_OPTIONS || new Set(options).size < options.length) {
    refuseInput(path, `Give 2 to ${MAX_OPTIONS} different options.`);
  }
  return options;
}

/** Conditions look back alone, so that no question waits for itself. */
function checkCondition(path: string, input: QuestionConditionInput, earlier: readonly Question[]): QuestionCondition {
  const asked = earlier.find(({ key }) => key === input.question);
  const possible = asked && possibleAnswers(asked);
  if (!possible) {
    return refuseInput(
      `${path}.question`,
      "Name an earlier question that is a choice, a multiple choice or a checkbox.",
    );
  }
  const answers = [...new Set(input.answers)];
  if (answers.length === 0 || answers.some((answer) => !possible.includes(answer))) {
    refuseInput(`${path}.answers`, `Use one or more of its answers: ${possible.join(", ")}.`);
  }
  return { question: input.question, answers };
}

function possibleAnswers({ kind, options }: Question): readonly string[] | null {
  if (kind === QuestionKind.CHECKBOX) return [TICKED, EMPTY];
  return choices.includes(kind) ? options : null;
}
