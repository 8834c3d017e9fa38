import type { Question } from "./questions.ts";

/** What the server takes: the same bounds and the same words, so that one press tells all that is wrong. */
const mostText = 500;
const mostLongText = 5000;
export const mostNote = 2000;

const control = /[\u0000-\u001f\u007f-\u009f]/;
const controlButLines = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const deceptive = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;
const invisible = /^[\p{DI}\p{Z}\u2800]*$/u;
const phone = /^\+?[0-9 ().-]{5,30}$/;

/** Whether there is nothing to be seen in it. */
export function isBlank(text: string): boolean {
  return invisible.test(text.trim());
}

export function wrongLine(value: string, most: number): string | null {
  return wrongCharacters(value.trim(), most, control);
}

export function wrongText(value: string, most: number): string | null {
  return wrongCharacters(value.trim().replaceAll("\r\n", "\n"), most, controlButLines);
}

export function wrongPhone(value: string): string | null {
  const text = value.trim();
  return text === "" || phone.test(text) ? null : "This is not a phone number; write it like +1 212 555 0100.";
}

/** Of an answer that was typed, not chosen. */
export function wrongAnswer(kind: Question["kind"], value: string): string | null {
  switch (kind) {
    case "PHONE":
      return wrongPhone(value);
    case "LONG_TEXT":
      return wrongText(value, mostLongText);
    case "TEXT":
      return wrongLine(value, mostText);
    default:
      return null;
  }
}

function wrongCharacters(text: string, most: number, controls: RegExp): string | null {
  if (text.length > most) return `This has ${text.length} characters; at most ${most} are possible.`;
  return controls.test(text) || deceptive.test(text) || !text.isWellFormed()
    ? "This contains invisible or control characters; use plain text."
    : null;
}
