import type { ClashPolicy, SeriesChangeInput, SeriesScope } from "../../../../generated/schema.ts";
import { addDays } from "../../../../lib/dates.ts";
import { dateOf } from "../../../../lib/time.ts";
import { type Choices, choiceInputs, withChoice } from "../preview/choice.ts";
import { wholeNumber } from "../rule-draft.ts";

/** With a session: to it, or by it to others. */
export type SessionChange = "move" | "length" | "type" | "cancel";
/** To the series as a whole. */
export type WholeChange = "pause" | "resume" | "extend" | "end";

/** A change of a series that is being written. Numbers are kept as typed. */
export interface ChangeDraft {
  readonly kind: SessionChange | WholeChange;
  readonly scope: SeriesScope;
  /** Of the session that it is made with; empty for the series as a whole. */
  readonly recurrenceId: string;
  /** Where that session goes, on the coach's clock. */
  readonly start: string;
  readonly minutes: string;
  readonly sessionTypeId: string;
  readonly fromDate: string;
  /** Empty for a pause until it is resumed. */
  readonly toDate: string;
  readonly append: boolean;
  readonly extendBy: "more" | "until" | "endless";
  readonly more: string;
  readonly until: string;
  readonly message: string;
  readonly keepExceptions: boolean;
  readonly policy: ClashPolicy;
  readonly choices: Choices;
}

interface Beginning {
  readonly kind: ChangeDraft["kind"];
  readonly start: string;
  readonly minutes: number;
  readonly sessionTypeId: string;
  readonly recurrenceId?: string;
  readonly scope?: SeriesScope;
}

const WEEKS_OF_PAUSE = 2;

export function newChange({ minutes, ...given }: Beginning): ChangeDraft {
  const date = dateOf(given.start);
  return {
    scope: "THIS",
    recurrenceId: "",
    minutes: String(minutes),
    fromDate: date,
    toDate: addDays(date, 7 * WEEKS_OF_PAUSE - 1),
    append: false,
    extendBy: "more",
    more: "4",
    until: addDays(date, 26 * 7),
    message: "",
    keepExceptions: true,
    policy: "REFUSE",
    choices: new Map(),
    ...given,
  };
}

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

export interface ChangeClocks {
  /** Of the series. */
  readonly seriesZone: string;
  /** On which the new start is meant. */
  readonly startZone: string;
  readonly clientZone: string;
}

/** What to ask for; null while something is missing. */
export function readChange(series: string, draft: ChangeDraft, clocks: ChangeClocks): SeriesChangeInput | null {
  const part = partOf(draft, clocks.startZone);
  if (part === null) return null;
  const { keepExceptions, policy } = draft;
  const choices = choiceInputs(withOwnWish(draft), clocks.seriesZone);
  return { series, ...part, keepExceptions, policy, choices, clientTimeZone: clocks.clientZone };
}

/** Hours and caps do not bind her where she puts a session by hand. */
function withOwnWish({ kind, policy, recurrenceId, choices }: ChangeDraft): Choices {
  if (kind !== "move" || policy !== "REFUSE" || choices.has(recurrenceId)) return choices;
  return withChoice(choices, recurrenceId, { kind: "KEEP" });
}

type Part = Omit<SeriesChangeInput, "series" | "keepExceptions" | "policy" | "choices" | "clientTimeZone">;

function partOf(draft: ChangeDraft, timeZone: string): Part | null {
  const { kind, scope, recurrenceId, start, fromDate, toDate, append, sessionTypeId } = draft;
  const pick = { scope, recurrenceId };
  const reason = draft.message.trim() || null;
  const minutes = wholeNumber(draft.minutes, 5, 1440);
  switch (kind) {
    case "move":
      return { move: { ...pick, start: { local: start, timeZone } } };
    case "length":
      return minutes === null ? null : { length: { ...pick, minutes } };
    case "type":
      return { type: { ...pick, sessionType: sessionTypeId, minutes } };
    case "cancel":
      return { cancel: { ...pick, reason } };
    case "pause":
      if (!isDate(fromDate) || (toDate !== "" && toDate < fromDate)) return null;
      return { pause: { fromDate, toDate: toDate || null, reason, append: append && toDate !== "" } };
    case "resume":
      return isDate(fromDate) ? { resumeFrom: fromDate } : null;
    case "end":
      return isDate(fromDate) ? { end: { lastDate: fromDate, reason } } : null;
    case "extend":
      return extension(draft);
  }
}

function extension({ extendBy, more, until }: ChangeDraft): Part | null {
  if (extendBy === "endless") return { extend: { endless: true } };
  if (extendBy === "until") return isDate(until) ? { extend: { until } } : null;
  const count = wholeNumber(more, 1, 500);
  return count === null ? null : { extend: { more: count } };
}

/** What goes with what moves; what is dropped has it as its reason. */
export const messageOf = ({ kind, message }: ChangeDraft): string | null =>
  kind === "move" || kind === "length" || kind === "type" ? message.trim() || null : null;
