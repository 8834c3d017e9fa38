import type { BookSeriesInput, ClashPolicy, PreviewSeriesInput, SeriesChoiceInput } from "../../../generated/schema.ts";
import type { PickedClient } from "../panel/ClientPicker.tsx";
import type { NewClient } from "../panel/NewClientFields.tsx";
import { type Choices, choiceInputs } from "./preview/choice.ts";
import { firstOf, newRule, type RuleDraft, type RuleProblems, readRule, wholeNumber } from "./rule-draft.ts";

export interface SeriesType {
  readonly id: string;
  readonly name: string;
  readonly minutes: readonly number[];
  readonly capacity: number;
}

/** A series that is being written. */
export interface SeriesDraft {
  readonly clients: readonly PickedClient[];
  readonly added: NewClient | null;
  readonly sessionTypeId: string;
  readonly minutes: number;
  /** As typed; what the type has while it is empty. */
  readonly capacity: string;
  /** On the clock that the series keeps. */
  readonly start: string;
  readonly clock: "coach" | "client";
  readonly rule: RuleDraft;
  readonly policy: ClashPolicy;
  readonly choices: Choices;
  readonly note: string;
}

export type DraftProblems = RuleProblems & { readonly [field in "clients" | "capacity"]?: string };

interface Beginning extends Partial<Pick<SeriesDraft, "clients" | "added" | "minutes" | "note">> {
  readonly start: string;
  readonly sessionTypeId: string;
}

export const newSeriesDraft = (given: Beginning): SeriesDraft => ({
  clients: [],
  added: null,
  minutes: 60,
  capacity: "",
  clock: "coach",
  rule: newRule(given.start),
  policy: "REFUSE",
  choices: new Map(),
  note: "",
  ...given,
});

export const peopleIn = ({ clients, added }: Pick<SeriesDraft, "clients" | "added">) =>
  added === null ? clients : [...clients, { id: "new", ...added }];

/** The zone of whoever the series is for, if that is known: the first one's for a group. */
export const clientZoneOf = (draft: SeriesDraft): string | null => peopleIn(draft)[0]?.timeZone ?? null;

/** Whose clock the series keeps its time on. */
export const zoneOfSeries = (draft: SeriesDraft, coachZone: string): string =>
  draft.clock === "client" ? (clientZoneOf(draft) ?? coachZone) : coachZone;

/** What to ask a preview for; null while the rule is not one yet. */
export function readPreview(draft: SeriesDraft, coachZone: string): PreviewSeriesInput | null {
  const rule = readRule(draft.rule, draft.start);
  if ("problems" in rule || rule.text.trim() === "") return null;
  const timeZone = zoneOfSeries(draft, coachZone);
  const choices: SeriesChoiceInput[] = choiceInputs(draft.choices, timeZone);
  return {
    sessionType: draft.sessionTypeId,
    dates: {
      start: firstOf(draft.start, draft.rule),
      timeZone,
      recurrence: rule.text,
      minutes: draft.minutes,
      policy: draft.policy,
      choices,
    },
    clientTimeZone: clientZoneOf(draft),
  };
}

export type BookFields = Omit<BookSeriesInput, "idempotencyKey" | "shown">;

/** What to book, or what is missing. */
export function readBooking(draft: SeriesDraft, coachZone: string): BookFields | { problems: DraftProblems } {
  const rule = readRule(draft.rule, draft.start);
  const people = peopleIn(draft).length;
  const seats = wholeNumber(draft.capacity, 1, 500);
  const problems: DraftProblems = {
    ...("problems" in rule && rule.problems),
    ...(people === 0 && { clients: "Choose a client, or write a new name." }),
    ...(draft.capacity.trim() !== "" && seats === null && { capacity: "A whole number from 1 to 500." }),
    ...(seats !== null && seats < people && { capacity: `${people} clients need as many seats.` }),
  };
  const preview = readPreview(draft, coachZone);
  if (preview === null || Object.keys(problems).length > 0) return { problems };
  return {
    sessionType: preview.sessionType,
    dates: preview.dates,
    clients: draft.clients.map(({ id }) => id),
    newClient: draft.added && { ...draft.added, phone: draft.added.phone.trim() || null },
    capacity: seats,
    note: draft.note.trim() || null,
  };
}
