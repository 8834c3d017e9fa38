import { expect, test } from "vitest";
import { draftsOf, newQuestion, type Question, type QuestionDraft } from "./question-draft.ts";
import { moved, placesOf, possibleCauses, withChange, without } from "./question-edits.ts";
import { readQuestions, refusedAt } from "./read-questions.ts";

const ask = (key: string, fields: Partial<Question> = {}): Question => ({
  ...{ __typename: "Question", key, kind: "TEXT", label: `What of ${key}?`, help: null },
  ...{ required: false, options: [], shownWhen: null },
  ...fields,
});
const when = (question: string, ...answers: string[]) => ({
  __typename: "QuestionCondition" as const,
  question,
  answers,
});

const QUESTIONS: Question[] = [
  ask("name-it"),
  ask("topic", { kind: "CHOICE", options: ["Work", "Home"] }),
  ask("team", { shownWhen: when("topic", "Work") }),
  ask("agree", { kind: "CHECKBOX", required: true }),
];
const drafts = draftsOf(QUESTIONS);
const idsOf = (questions: readonly QuestionDraft[]) => questions.map(({ id }) => id);

test("a form that nobody touched saves what was there", () => {
  const plain = QUESTIONS.map(({ __typename, shownWhen, ...rest }) => ({
    ...rest,
    shownWhen: shownWhen && { question: shownWhen.question, answers: shownWhen.answers },
  }));
  expect(readQuestions(drafts)).toEqual({ input: plain });
});

test("a new question gets a key of its words, and no two the same", () => {
  const one = { ...newQuestion(drafts, "TEXT"), label: "  Où êtes-vous? " };
  const two = { ...newQuestion([...drafts, one], "TEXT"), label: "Où êtes-vous!" };
  const three = { ...newQuestion([...drafts, one, two], "TEXT"), label: "日本" };
  const read = readQuestions([...drafts, one, two, three]);
  expect("input" in read && read.input.slice(4).map(({ key }) => key)).toEqual([
    "ou-etes-vous",
    "ou-etes-vous-2",
    "question",
  ]);
});

test("a question stays below the one it depends on, and above those that depend on it", () => {
  expect(placesOf(drafts, 1)).toEqual({ first: 0, last: 1 });
  expect(placesOf(drafts, 2)).toEqual({ first: 2, last: 3 });
  expect(idsOf(moved(drafts, 2, 0))).toEqual(["name-it", "topic", "team", "agree"]);
  expect(idsOf(moved(drafts, 2, 3))).toEqual(["name-it", "topic", "agree", "team"]);
  expect(idsOf(moved(drafts, 1, 0))).toEqual(["topic", "name-it", "team", "agree"]);
});

test("only choices and boxes before it can be what a question depends on", () => {
  expect(idsOf(possibleCauses(drafts, 3))).toEqual(["topic"]);
  expect(idsOf(possibleCauses(drafts, 1))).toEqual([]);
});

test("what depends on a deleted question is always asked", () => {
  expect(without(drafts, "topic").find(({ id }) => id === "team")?.shownWhen).toBeNull();
});

test("a condition follows an answer that is worded anew", () => {
  const reworded = withChange(drafts, "topic", { options: "Work life\nHome" });
  expect(reworded[2]?.shownWhen).toEqual({ question: "topic", answers: ["Work life"] });
  expect(readQuestions(reworded)).toHaveProperty("input");
});

test("a condition on an answer that is gone is a problem, not a question that nobody is asked", () => {
  const gone = withChange(drafts, "topic", { options: "Home\nGarden\nStreet" });
  expect(gone[2]?.shownWhen?.answers).toEqual([]);
  expect(readQuestions(gone)).toEqual({ problems: { team: { shownWhen: expect.stringContaining("Tick") } } });
  const text = withChange(drafts, "topic", { kind: "TEXT" });
  expect(readQuestions(text)).toEqual({ problems: { team: { shownWhen: expect.stringContaining("no answers") } } });
});

test("each question that nobody could answer says what it lacks", () => {
  const empty = newQuestion([], "CHOICE");
  const twice = { ...newQuestion([empty], "CHOICE"), label: "Which?", options: "A\n A \nB" };
  expect(readQuestions([empty, twice])).toEqual({
    problems: {
      [empty.id]: { label: expect.any(String), options: expect.stringContaining("two") },
      [twice.id]: { options: expect.stringContaining("“A”") },
    },
  });
});

test("a refusal of the server is shown at its question", () => {
  expect(refusedAt("questions.1.options.0", drafts)).toEqual({ id: "topic", field: "options" });
  expect(refusedAt("questions", drafts)).toBeNull();
  expect(refusedAt(null, drafts)).toBeNull();
});
