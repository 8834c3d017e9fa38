import { type Answers, type Question, wrongAnswers } from "./questions.ts";
import { isBlank, mostNote, wrongLine, wrongPhone, wrongText } from "./typed.ts";

/** What the visitor writes about herself. */
export type Details = { name: string; email: string; phone: string; note: string };
/** All that is typed into the form. Guests are addresses; an empty one is a field that was added and not filled in. */
export type Draft = { details: Details; answers: Answers; guests: readonly string[] };
/** What is wrong, by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

export const emptyDetails: Details = { name: "", email: "", phone: "", note: "" };

export const mostName = 120;

/** The name of the field of a guest; the server names it by this path, with a part more. */
export const guestField = (index: number): string => `guests.${index}`;

/** What can be said before asking the server, which has the last word. */
export function checkDraft({ details, answers, guests }: Draft, questions: readonly Question[]): FieldErrors {
  const { name, email, phone, note } = details;
  const own = email.trim().toLowerCase();
  const wrongGuests = guests.flatMap((guest, index) => {
    const address = guest.trim().toLowerCase();
    const twice = address === own || guests.slice(0, index).some((other) => other.trim().toLowerCase() === address);
    const wrong = !address
      ? "Enter an address, or remove this guest."
      : !isEmail(address)
        ? notAnAddress
        : twice && "This address comes already. Name everyone once, and not yourself.";
    return wrong ? [[guestField(index), wrong] as const] : [];
  });
  const wrong = {
    name: isBlank(name) ? "Enter your name." : wrongLine(name, mostName),
    email: isEmail(email.trim()) ? null : email.trim() ? notAnAddress : "Enter your email address.",
    phone: wrongPhone(phone),
    ...wrongAnswers(questions, answers),
    note: wrongText(note, mostNote),
    ...Object.fromEntries(wrongGuests),
  };
  return Object.fromEntries(Object.entries(wrong).flatMap(([field, message]) => (message ? [[field, message]] : [])));
}

const notAnAddress = "This is not an email address. One looks like ada@example.org.";

function isEmail(address: string): boolean {
  return /^\S+@\S+\.\S+$/.test(address);
}

/** The field behind the path of a refused input, such as "client.email" or "guests.0.email"; null when the form has none. */
export function fieldOf(path: string, { guests }: Pick<Draft, "guests">): string | null {
  const [first, second, ...rest] = path.split(".");
  if (first === "answers" && second) return path;
  if (first === "guests") return guests.length > 0 ? guestField(Number(second ?? 0)) : null;
  if (first !== "client" || !second || rest.length > 0) return null;
  return second in emptyDetails ? second : null;
}
