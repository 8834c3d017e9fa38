import { expect, test } from "vitest";
import { answersToSend, askedQuestions, type Question, wrongAnswers } from "./questions.ts";

const question = (key: string, fields: Partial<Question> = {}): Question => ({
  __typename: "Question",
  key,
  kind: "TEXT",
  label: key,
  help: null,
  required: false,
  options: [],
  shownWhen: null,
  ...fields,
});
const when = (key: string, ...answers: string[]): Question["shownWhen"] => ({
  __typename: "QuestionCondition",
  question: key,
  answers,
});
const questions = [
  question("topic", { kind: "CHOICE", options: ["Team", "Other"], required: true }),
  question("size", { required: true, shownWhen: when("topic", "Team") }),
  question("before", { kind: "CHECKBOX" }),
  question("first-time", { kind: "CHECKBOX", required: true, shownWhen: when("before", "no") }),
  question("deeper", { shownWhen: when("first-time", "yes") }),
];
const keys = (list: readonly Question[]) => list.map(({ key }) => key);

test("a question is asked only after one of the answers it hangs on; an empty box counts as no", () => {
  expect(keys(askedQuestions(questions, {}))).toEqual(["topic", "before", "first-time"]);
  expect(keys(askedQuestions(questions, { topic: ["Team"], before: ["yes"] }))).toEqual(["topic", "size", "before"]);
});

test("one that hangs on a question that is not asked is not asked, whatever was answered before", () => {
  const answers = { before: ["yes"], "first-time": ["yes"] };
  expect(keys(askedQuestions(questions, answers))).not.toContain("deeper");
  expect(keys(askedQuestions(questions, { "first-time": ["yes"] }))).toContain("deeper");
});

test("what is sent is what is asked and answered, without blanks", () => {
  expect(answersToSend(questions, { topic: ["Other"], size: ["4"], before: [], deeper: ["  "] })).toEqual([
    { question: "topic", values: ["Other"] },
  ]);
});

test("what is missing is named at its field", () => {
  expect(wrongAnswers(questions, { topic: ["Team"], size: ["  "] })).toEqual({
    "answers.size": "This needs an answer.",
    "answers.first-time": "This must be ticked.",
  });
});
