import type { Page } from "../BookingFlow.tsx";
import { type Draft, emptyDetails } from "./details.ts";
import { type Answers, type Question, ticked } from "./questions.ts";

const longest = { name: 120, email: 254, phone: 40, note: 2000 };
const longestAnswer = 500;

/**
 * What the form begins with: what the link knows of its client, and over it what the address says, as in
 * ?name=Ada&email=ada@example.org&answers.topic=A+new+role.
 */
export function prefilled(address: URLSearchParams, { prefill, sessionType }: Page): Draft {
  const said = (name: keyof typeof longest) => plain(address.get(name)).slice(0, longest[name]);
  return {
    details: {
      ...emptyDetails,
      name: said("name") || (prefill?.name ?? ""),
      email: said("email") || (prefill?.email ?? ""),
      phone: said("phone") || (prefill?.phone ?? ""),
      note: said("note"),
    },
    answers: answersIn(address, sessionType.questions),
    guests: [],
  };
}

function answersIn(address: URLSearchParams, questions: readonly Question[]): Answers {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const values = possible(question, address.getAll(`answers.${question.key}`).map(plain));
      return values.length > 0 ? [[question.key, values]] : [];
    }),
  );
}

/** Whoever edits the address gets an empty field, not an answer that cannot be sent. */
function possible({ kind, options }: Question, values: readonly string[]): readonly string[] {
  switch (kind) {
    case "MULTIPLE_CHOICE":
      return options.filter((option) => values.includes(option));
    case "CHOICE":
      return options.filter((option) => option === values[0]);
    case "CHECKBOX":
      return values[0] === ticked ? [ticked] : [];
    default:
      return values.slice(0, 1).map((value) => value.slice(0, longestAnswer));
  }
}

/** Without what cannot be typed: an address is written by others than the visitor. */
function plain(value: string | null): string {
  return (value ?? "").replaceAll(/[\p{Cc}\p{Cf}]/gu, "").trim();
}
