import { z } from "zod";
import { InvalidInput, Refusal } from "./problem.ts";

// C0, DEL and C1 controls; line breaks and tabs are allowed in multi-line text alone.
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const CONTROL_BUT_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
// Bidirectional overrides and isolates, zero-width and line-separator characters: they make text lie about itself.
const DECEPTIVE = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;
// Joiners, fillers and blanks alone, which look like nothing.
const INVISIBLE = /^[\p{DI}\p{Z}\u2800]*$/u;
const email = z.email().max(254);
const PHONE = /^\+?[0-9 ().-]{5,30}$/;
const COLOUR = /^#[0-9a-f]{6}$/;

export function refuseInput(field: string, message: string): never {
  throw new Refusal(new InvalidInput(field, message));
}

/** One line of text: trimmed, not empty, no control characters. */
export function requireLine(field: string, value: string, max: number): string {
  const text = value.trim();
  if (INVISIBLE.test(text)) refuseInput(field, "This must not be empty.");
  return checkCharacters(field, text, { max, control: CONTROL });
}

/** Text of several lines, or null when there is none. */
export function optionalText(field: string, value: string | null | undefined, max: number): string | null {
  const text = value?.trim().replaceAll("\r\n", "\n") ?? "";
  return text === "" ? null : checkCharacters(field, text, { max, control: CONTROL_BUT_LINES });
}

function checkCharacters(field: string, text: string, { max, control }: { max: number; control: RegExp }): string {
  if (text.length > max) refuseInput(field, `This has ${text.length} characters; at most ${max} are possible.`);
  // Half a surrogate pair is no character, and PostgreSQL would keep another in its place.
  if (control.test(text) || DECEPTIVE.test(text) || !text.isWellFormed()) {
    refuseInput(field, "This contains invisible or control characters; use plain text.");
  }
  return text;
}

export function requireEmail(field: string, value: string): string {
  const text = value.trim();
  if (!email.safeParse(text).success)
    refuseInput(field, "This is not an email address; write it like ann@example.com.");
  return text;
}

export function optionalPhone(field: string, value: string | null | undefined): string | null {
  const text = value?.trim() ?? "";
  if (text === "") return null;
  if (!PHONE.test(text)) refuseInput(field, "This is not a phone number; write it like +1 212 555 0100.");
  return text;
}

export function requireWholeNumber(field: string, value: number, from: number, to: number): number {
  if (!Number.isInteger(value) || value < from || value > to) {
    refuseInput(field, `${value} is out of range: use a whole number from ${from} to ${to}.`);
  }
  return value;
}

export function requireColour(field: string, value: string): string {
  const text = value.toLowerCase();
  if (!COLOUR.test(text)) refuseInput(field, "This is not a colour; write it like #2f6f5e.");
  return text;
}

/** Idempotency keys are the caller's own; a uuid fits. */
export function requireKey(field: string, value: string): string {
  if (value.length < 8 || value.length > 128 || CONTROL.test(value) || !value.isWellFormed())
    refuseInput(field, "Use a key of 8 to 128 characters, such as a uuid.");
  return value;
}
