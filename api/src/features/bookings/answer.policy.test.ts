import { describe, expect, test } from "vitest";
import type { Question } from "../../entities/index.ts";
import { Refusal } from "../../platform/problem.ts";
import type { AnswerInput, GuestInput } from "./answer.inputs.ts";
import { checkAnswers, checkGuests } from "./answer.policy.ts";

function question(fields: Partial<Question> & Pick<Question, "key" | "kind">): Question {
  return { label: `About ${fields.key}`, help: null, required: false, options: [], shownWhen: null, ...fields };
}

const questions: Question[] = [
  question({ key: "topic", kind: "text", required: true }),
  question({ key: "story", kind: "longText" }),
  question({ key: "level", kind: "choice", options: ["New", "Old hand"] }),
  question({
    key: "years",
    kind: "choice",
    options: ["1", "10"],
    required: true,
    shownWhen: { question: "level", answers: ["Old hand"] },
  }),
  question({ key: "why", kind: "text", required: true, shownWhen: { question: "years", answers: ["10"] } }),
  question({ key: "days", kind: "multipleChoice", options: ["Mon", "Tue", "Wed"] }),
  question({ key: "terms", kind: "checkbox", required: true }),
  question({ key: "phone", kind: "phone" }),
];
const enough: AnswerInput[] = [
  { question: "topic", values: ["Focus"] },
  { question: "terms", values: ["yes"] },
];

function fieldOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal && "field" in error.problem) return String(error.problem.field);
    throw error;
  }
  return "accepted";
}
const refusedWith = (...answers: AnswerInput[]) => {
  const given = new Set(answers.map((answer) => answer.question));
  return fieldOf(() =>
    checkAnswers(questions, [...enough.filter((answer) => !given.has(answer.question)), ...answers]),
  );
};

test("answers are kept in the order of the questions, with what was asked", () => {
  const answers = checkAnswers(questions, [
    { question: "days", values: ["Wed", "Mon"] },
    ...enough,
    { question: "story", values: [" One\r\nTwo "] },
  ]);
  expect(answers).toEqual([
    { question: "topic", label: "About topic", values: ["Focus"] },
    { question: "story", label: "About story", values: ["One\nTwo"] },
    { question: "days", label: "About days", values: ["Mon", "Wed"] },
    { question: "terms", label: "About terms", values: ["yes"] },
  ]);
});

test("a question is asked only after the answer it depends on, and a chain of them only together", () => {
  const level = { question: "level", values: ["Old hand"] };
  expect(refusedWith(level)).toBe("answers.years");
  expect(refusedWith(level, { question: "years", values: ["10"] })).toBe("answers.why");
  expect(refusedWith(level, { question: "years", values: ["1"] })).toBe("accepted");
});

test("answers to what is not asked are left out, whatever they say", () => {
  const hidden = { question: "years", values: ["10"] };
  const answers = checkAnswers(questions, [...enough, { question: "level", values: ["New"] }, hidden]);
  expect(answers.map((answer) => answer.question)).toEqual(["topic", "level", "terms"]);
});

test("a condition on an empty box holds while it is empty", () => {
  const asked = [
    question({ key: "remote", kind: "checkbox" }),
    question({ key: "city", kind: "text", required: true, shownWhen: { question: "remote", answers: ["no"] } }),
  ];
  expect(fieldOf(() => checkAnswers(asked, []))).toBe("answers.city");
  expect(fieldOf(() => checkAnswers(asked, [{ question: "remote", values: ["yes"] }]))).toBe("accepted");
});

describe("refused by its field is", () => {
  test.each<[string, AnswerInput, string]>([
    ["a required text of spaces", { question: "topic", values: ["   "] }, "answers.topic"],
    ["a required box that is empty", { question: "terms", values: [] }, "answers.terms"],
    ["a box with a text", { question: "terms", values: ["sure"] }, "answers.terms"],
    ["a text of 501 characters", { question: "topic", values: ["x".repeat(501)] }, "answers.topic"],
    ["a long text of 10,000 characters", { question: "story", values: ["x".repeat(10_000)] }, "answers.story"],
    ["a text with a line break", { question: "topic", values: ["a\r\nBcc: b@example.com"] }, "answers.topic"],
    ["a text that runs backwards", { question: "topic", values: ["\u202egpj.exe"] }, "answers.topic"],
    ["a text with an invisible sign", { question: "topic", values: ["a\u200bb"] }, "answers.topic"],
    ["a long text with a control character", { question: "story", values: ["a\u0007b"] }, "answers.story"],
    ["two texts", { question: "topic", values: ["a", "b"] }, "answers.topic"],
    ["an option that is not offered", { question: "level", values: ["Expert"] }, "answers.level"],
    ["two options of a choice", { question: "level", values: ["New", "Old hand"] }, "answers.level"],
    ["one wrong option of several", { question: "days", values: ["Mon", "Sun"] }, "answers.days"],
    ["a telephone number of letters", { question: "phone", values: ["call me"] }, "answers.phone"],
    ["a question that nobody asked", { question: "salary", values: ["1"] }, "answers.salary"],
  ])("%s", (_, answer, field) => {
    expect(refusedWith(answer)).toBe(field);
  });

  test("the same question answered twice", () => {
    expect(fieldOf(() => checkAnswers(questions, [...enough, ...enough]))).toBe("answers.topic");
  });
});

test.each([
  ["markup", "<script>alert(1)</script>"],
  ["a formula", '=HYPERLINK("https://evil.example","x")'],
  ["signs of SQL", "'); drop table booking; --"],
  ["emoji of several parts", "👩🏽‍🚀 family 👨‍👩‍👧"],
  ["right-to-left letters", "שלום עליכם"],
])("%s is text like any other", (_, text) => {
  const [answer] = checkAnswers(questions, [{ question: "topic", values: [text] }, ...enough.slice(1)]);
  expect(answer?.values).toEqual([text]);
});

describe("guests", () => {
  const bounds = { maxGuests: 10, email: "ann@example.com" };
  const guests = (...emails: string[]): GuestInput[] => emails.map((email) => ({ email }));

  test("are kept with or without a name", () => {
    expect(
      checkGuests(
        [
          { name: " Bo ", email: "bo@example.com" },
          { name: " ", email: "cy@example.com" },
        ],
        bounds,
      ),
    ).toEqual([
      { name: "Bo", email: "bo@example.com" },
      { name: null, email: "cy@example.com" },
    ]);
  });

  test.each<[string, GuestInput[], string]>([
    ["eleven of them", guests(...Array.from({ length: 11 }, (_, n) => `g${n}@example.com`)), "guests"],
    ["the client herself", guests("ANN@example.com"), "guests.0.email"],
    ["the same address twice", guests("bo@example.com", "Bo@Example.com"), "guests.1.email"],
    ["an address with a header in it", guests("bo@example.com\nBcc: all@example.com"), "guests.0.email"],
    ["a name with a line break", [{ name: "Bo\r\nX", email: "bo@example.com" }], "guests.0.name"],
  ])("are refused by field: %s", (_, inputs, field) => {
    expect(fieldOf(() => checkGuests(inputs, bounds))).toBe(field);
  });

  test("are refused where a session is for one alone", () => {
    expect(fieldOf(() => checkGuests(guests("bo@example.com"), { ...bounds, maxGuests: 0 }))).toBe("guests");
  });
});
