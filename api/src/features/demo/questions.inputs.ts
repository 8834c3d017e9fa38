import { type Question, QuestionKind } from "../../entities/index.ts";

const asked = { help: null, required: false, options: [], shownWhen: null };

/** One of each kind, and two that are asked only after a certain answer. */
export const firstSessionQuestions: readonly Question[] = [
  {
    ...asked,
    key: "topic",
    kind: QuestionKind.CHOICE,
    label: "What brings you here?",
    required: true,
    options: ["A new role", "A hard conversation", "A team that is stuck", "Something else"],
  },
  {
    ...asked,
    key: "team",
    kind: QuestionKind.TEXT,
    label: "Who is in the team?",
    help: "How many people, and what they do.",
    required: true,
    shownWhen: { question: "topic", answers: ["A team that is stuck"] },
  },
  {
    ...asked,
    key: "goals",
    kind: QuestionKind.MULTIPLE_CHOICE,
    label: "What would make it worth your time?",
    options: ["A plan", "Practice", "A second opinion", "Quiet time to think"],
  },
  {
    ...asked,
    key: "call-me",
    kind: QuestionKind.PHONE,
    label: "A number to call if the video fails",
  },
  {
    ...asked,
    key: "coached-before",
    kind: QuestionKind.CHECKBOX,
    label: "I have worked with a coach before",
  },
  {
    ...asked,
    key: "what-helped",
    kind: QuestionKind.LONG_TEXT,
    label: "What helped then, and what did not?",
    shownWhen: { question: "coached-before", answers: ["yes"] },
  },
  {
    ...asked,
    key: "no-therapy",
    kind: QuestionKind.CHECKBOX,
    label: "I know that coaching does not replace therapy",
    required: true,
  },
];
