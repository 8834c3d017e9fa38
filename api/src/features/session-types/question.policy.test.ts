import { describe, expect, test } from "vitest";
import { Refusal } from "../../platform/problem.ts";
import type { QuestionInput } from "./question.inputs.ts";
import { checkQuestions } from "./question.policy.ts";

function question(fields: Partial<QuestionInput> = {}): QuestionInput {
  return { key: "topic", kind: "text", label: "What is it about?", required: false, ...fields };
}

function fieldOf(inputs: QuestionInput[]): string {
  try {
    checkQuestions(inputs);
  } catch (error) {
    if (error instanceof Refusal && "field" in error.problem) return String(error.problem.field);
    throw error;
  }
  return "accepted";
}

const level = question({ key: "level", kind: "choice", options: ["New", "Old hand"] });

test("questions are kept as they are asked, trimmed", () => {
  const [kept] = checkQuestions([question({ label: "  What is it about? ", help: " In a word. " })]);
  expect(kept).toEqual({
    ...{ key: "topic", kind: "text", label: "What is it about?", help: "In a word.", required: false },
    ...{ options: [], shownWhen: null },
  });
});

test("a condition on an earlier choice or checkbox is kept", () => {
  const box = question({ key: "first-time", kind: "checkbox" });
  const kept = checkQuestions([
    level,
    box,
    question({ key: "years", shownWhen: { question: "level", answers: ["Old hand"] } }),
    question({ key: "how", shownWhen: { question: "first-time", answers: ["yes"] } }),
  ]);
  expect(kept.map(({ shownWhen }) => shownWhen?.answers ?? null)).toEqual([null, null, ["Old hand"], ["yes"]]);
});

describe("refused by its field is", () => {
  test.each<[string, QuestionInput[], string]>([
    ["an empty label", [question({ label: "  " })], "questions.0.label"],
    ["a label of 201 characters", [question({ label: "x".repeat(201) })], "questions.0.label"],
    ["a label that runs backwards", [question({ label: "Pay \u202eereh" })], "questions.0.label"],
    ["a key with a space", [question({ key: "my topic" })], "questions.0.key"],
    ["a key of nothing", [question({ key: "" })], "questions.0.key"],
    ["a key that is used twice", [question(), question()], "questions.1.key"],
    ["a choice without options", [question({ kind: "choice" })], "questions.0.options"],
    ["a choice of one", [question({ kind: "choice", options: ["Yes"] })], "questions.0.options"],
    ["the same option twice", [question({ kind: "multipleChoice", options: ["A", "A "] })], "questions.0.options"],
    ["an empty option", [question({ kind: "choice", options: ["A", ""] })], "questions.0.options.1"],
    ["a text with options", [question({ options: ["A", "B"] })], "questions.0.options"],
    [
      "a condition on itself",
      [question({ shownWhen: { question: "topic", answers: ["A"] } })],
      "questions.0.shownWhen.question",
    ],
    [
      "a condition on a later question",
      [question({ shownWhen: { question: "level", answers: ["New"] } }), level],
      "questions.0.shownWhen.question",
    ],
    [
      "a condition on a text",
      [question(), question({ key: "two", shownWhen: { question: "topic", answers: ["A"] } })],
      "questions.1.shownWhen.question",
    ],
    [
      "a condition on an answer that cannot be given",
      [level, question({ shownWhen: { question: "level", answers: ["Expert"] } })],
      "questions.1.shownWhen.answers",
    ],
    [
      "a condition without answers",
      [level, question({ shownWhen: { question: "level", answers: [] } })],
      "questions.1.shownWhen.answers",
    ],
    ["the twenty-first question", Array.from({ length: 21 }, (_, n) => question({ key: `q${n}` })), "questions"],
  ])("%s", (_, inputs, field) => {
    expect(fieldOf(inputs)).toBe(field);
  });
});
