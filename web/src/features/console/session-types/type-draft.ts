import type { SessionTypePartsFragment } from "../../../generated/console.ts";
import type { CreateSessionTypeInput, PlaceKind } from "../../../generated/schema.ts";
import { readDurations, writeDuration } from "./duration-text.ts";
import { type Problems, type RuleDraft, type Rules, readRules, readWhole, ruleDraftOf } from "./rule-draft.ts";

/** A session type as it stands in the form: what was typed, read only when it is saved. */
export type TypeDraft = RuleDraft & {
  readonly name: string;
  readonly description: string;
  readonly colour: string;
  readonly placeKind: PlaceKind;
  readonly placeDetail: string;
  readonly minutes: string;
  /** Whether the dates that can be booked are fixed, in place of a number of days ahead. */
  readonly fixedDates: boolean;
  readonly bookableFrom: string;
  readonly bookableUntil: string;
  readonly capacity: string;
  readonly active: boolean;
};

export type DraftProblems = Readonly<Problems>;

/** A new one begins with the coach's defaults. */
export function newDraft(defaults: Rules): TypeDraft {
  return {
    ...ruleDraftOf(defaults),
    name: "",
    description: "",
    colour: "#2f5d50",
    placeKind: "VIDEO",
    placeDetail: "",
    minutes: "60 min",
    fixedDates: false,
    bookableFrom: "",
    bookableUntil: "",
    capacity: "1",
    active: true,
  };
}

export function draftOf(type: SessionTypePartsFragment): TypeDraft {
  return {
    ...ruleDraftOf(type),
    name: type.name,
    description: type.description ?? "",
    colour: type.colour,
    placeKind: type.place.kind,
    placeDetail: type.place.detail,
    minutes: type.minutes.map(writeDuration).join(", "),
    fixedDates: type.bookableUntil !== null,
    bookableFrom: type.bookableFrom ?? "",
    bookableUntil: type.bookableUntil ?? "",
    capacity: String(type.capacity),
    active: type.active,
  };
}

type Read = { readonly input: CreateSessionTypeInput } | { readonly problems: DraftProblems };

/** What the form means, or what in it cannot be read, by field. Ranges are the server's to judge. */
export function readDraft(draft: TypeDraft): Read {
  const problems: Problems = {};
  const minutes = readDurations(draft.minutes);
  if (minutes === null) problems.minutes = "Write one or more lengths, like 30, 60.";
  if (draft.name.trim() === "") problems.name = "Give it a name that clients will understand.";
  if (draft.fixedDates && !draft.bookableUntil) problems.bookableUntil = "Give the last date that can be booked.";
  const input: CreateSessionTypeInput = {
    ...readRules(draft, problems),
    name: draft.name.trim(),
    description: draft.description.trim(),
    colour: draft.colour,
    place: { kind: draft.placeKind, detail: draft.placeDetail.trim() },
    minutes: minutes ?? [],
    bookableFrom: (draft.fixedDates && draft.bookableFrom) || null,
    bookableUntil: (draft.fixedDates && draft.bookableUntil) || null,
    capacity: readWhole("capacity", draft.capacity, problems),
  };
  return Object.keys(problems).length > 0 ? { problems } : { input };
}
