import type { SessionTypePartsFragment } from "../../../generated/console.ts";
import type { CreateSessionTypeInput, PlaceInput, PlaceKind } from "../../../generated/schema.ts";
import { readDuration, readDurations, writeDuration } from "./duration-text.ts";
import { type Problems, type RuleDraft, type Rules, readRules, readWhole, ruleDraftOf } from "./rule-draft.ts";

/** A session type as it stands in the form: what was typed, read only when it is saved. */
export type TypeDraft = RuleDraft & {
  readonly name: string;
  readonly description: string;
  readonly colour: string;
  readonly placeKind: PlaceKind;
  readonly placeDetail: string;
  /** Whether every booking gets a video meeting of its own, in place of the one that is written. */
  readonly perBooking: boolean;
  readonly minutes: string;
  /** Whether the dates that can be booked are fixed, in place of a number of days ahead. */
  readonly fixedDates: boolean;
  readonly bookableFrom: string;
  readonly bookableUntil: string;
  readonly capacity: string;
  readonly maxGuests: string;
  /** How many sessions a client may book at once. */
  readonly maxSeriesSessions: string;
  readonly requiresApproval: boolean;
  /** For how long a booking waits for the coach. */
  readonly approvalTime: string;
  readonly requiresEmailProof: boolean;
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
    perBooking: false,
    minutes: "60 min",
    fixedDates: false,
    bookableFrom: "",
    bookableUntil: "",
    capacity: "1",
    maxGuests: "0",
    maxSeriesSessions: "0",
    requiresApproval: false,
    approvalTime: "1 day",
    requiresEmailProof: false,
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
    perBooking: type.placePerBooking,
    minutes: type.minutes.map(writeDuration).join(", "),
    fixedDates: type.bookableUntil !== null,
    bookableFrom: type.bookableFrom ?? "",
    bookableUntil: type.bookableUntil ?? "",
    capacity: String(type.capacity),
    maxGuests: String(type.maxGuests),
    maxSeriesSessions: String(type.maxSeriesSessions),
    requiresApproval: type.requiresApproval,
    approvalTime: writeDuration(type.approvalHours * 60),
    requiresEmailProof: type.requiresEmailProof,
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
    place: placeOf(draft),
    minutes: minutes ?? [],
    bookableFrom: (draft.fixedDates && draft.bookableFrom) || null,
    bookableUntil: (draft.fixedDates && draft.bookableUntil) || null,
    capacity: readWhole("capacity", draft.capacity, problems),
    maxGuests: readWhole("maxGuests", draft.maxGuests, problems),
    maxSeriesSessions: mayRepeat(draft) ? readWhole("maxSeriesSessions", draft.maxSeriesSessions, problems) : 0,
    requiresApproval: draft.requiresApproval,
    ...(draft.requiresApproval && { approvalHours: readHours("approvalHours", draft.approvalTime, problems) }),
    requiresEmailProof: draft.requiresEmailProof,
  };
  return Object.keys(problems).length > 0 ? { problems } : { input };
}

/** Several sessions at once are settled at once, between two. */
export const mayRepeat = ({ capacity, requiresApproval, requiresEmailProof }: TypeDraft): boolean =>
  capacity.trim() === "1" && !requiresApproval && !requiresEmailProof;

/** Only video meetings can be made anew for every booking. */
const placeOf = ({ placeKind, placeDetail, perBooking }: TypeDraft): PlaceInput =>
  placeKind === "VIDEO" && perBooking
    ? { kind: placeKind, perBooking }
    : { kind: placeKind, detail: placeDetail.trim(), perBooking: false };

function readHours(field: string, text: string, problems: Problems): number {
  const minutes = readDuration(text);
  if (minutes === null || minutes % 60 !== 0) problems[field] = "Write whole hours or days, like 12 h or 2 days.";
  return (minutes ?? 0) / 60;
}
