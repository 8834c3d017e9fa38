import type { SessionTypePartsFragment } from "../../../generated/console.ts";
import type { CreateSessionTypeInput, PlaceKind, SlotGrid } from "../../../generated/schema.ts";
import { readDuration, readDurations, writeDuration } from "./duration-text.ts";

/** A session type as it stands in the form: what was typed, read only when it is saved. */
export interface TypeDraft {
  readonly name: string;
  readonly description: string;
  readonly colour: string;
  readonly placeKind: PlaceKind;
  readonly placeDetail: string;
  readonly minutes: string;
  readonly stepMinutes: string;
  readonly grid: SlotGrid;
  readonly bufferBeforeMinutes: string;
  readonly bufferAfterMinutes: string;
  readonly noticeMinutes: string;
  readonly cancelNoticeMinutes: string;
  readonly horizonDays: string;
  readonly capacity: string;
  readonly maxPerDay: string;
  readonly maxPerWeek: string;
  readonly active: boolean;
}

export type DraftProblems = { readonly [field: string]: string };

export const NEW_TYPE: TypeDraft = {
  name: "",
  description: "",
  colour: "#2f5d50",
  placeKind: "VIDEO",
  placeDetail: "",
  minutes: "60 min",
  stepMinutes: "30 min",
  grid: "WINDOW",
  bufferBeforeMinutes: "0 min",
  bufferAfterMinutes: "0 min",
  noticeMinutes: "12 h",
  cancelNoticeMinutes: "1 day",
  horizonDays: "60",
  capacity: "1",
  maxPerDay: "",
  maxPerWeek: "",
  active: true,
};

export function draftOf(type: SessionTypePartsFragment): TypeDraft {
  return {
    name: type.name,
    description: type.description ?? "",
    colour: type.colour,
    placeKind: type.place.kind,
    placeDetail: type.place.detail,
    minutes: type.minutes.map(writeDuration).join(", "),
    stepMinutes: writeDuration(type.stepMinutes),
    grid: type.grid,
    bufferBeforeMinutes: writeDuration(type.bufferBeforeMinutes),
    bufferAfterMinutes: writeDuration(type.bufferAfterMinutes),
    noticeMinutes: writeDuration(type.noticeMinutes),
    cancelNoticeMinutes: writeDuration(type.cancelNoticeMinutes),
    horizonDays: String(type.horizonDays),
    capacity: String(type.capacity),
    maxPerDay: type.maxPerDay === null ? "" : String(type.maxPerDay),
    maxPerWeek: type.maxPerWeek === null ? "" : String(type.maxPerWeek),
    active: type.active,
  };
}

type Read = { readonly input: CreateSessionTypeInput } | { readonly problems: DraftProblems };

/** What the form means, or what in it cannot be read, by field. Ranges are the server's to judge. */
export function readDraft(draft: TypeDraft): Read {
  const problems: { [field: string]: string } = {};
  const duration = (field: (typeof DURATIONS)[number]): number => {
    const minutes = readDuration(draft[field]);
    if (minutes === null) problems[field] = "Write a length like 15 min, 2 h or 1 day.";
    return minutes ?? 0;
  };
  const count = (field: (typeof COUNTS)[number]): number => {
    if (!/^\d+$/.test(draft[field].trim())) problems[field] = "Write a whole number.";
    return Number(draft[field]);
  };
  const limit = (field: "maxPerDay" | "maxPerWeek"): number | null => {
    const text = draft[field].trim();
    if (text !== "" && !/^\d+$/.test(text)) problems[field] = "Write a whole number, or leave it empty for no limit.";
    return text === "" ? null : Number(text);
  };
  const minutes = readDurations(draft.minutes);
  if (minutes === null) problems.minutes = "Write one or more lengths, like 30, 60.";
  if (draft.name.trim() === "") problems.name = "Give it a name that clients will understand.";
  const input: CreateSessionTypeInput = {
    name: draft.name.trim(),
    description: draft.description.trim(),
    colour: draft.colour,
    place: { kind: draft.placeKind, detail: draft.placeDetail.trim() },
    minutes: minutes ?? [],
    grid: draft.grid,
    stepMinutes: duration("stepMinutes"),
    bufferBeforeMinutes: duration("bufferBeforeMinutes"),
    bufferAfterMinutes: duration("bufferAfterMinutes"),
    noticeMinutes: duration("noticeMinutes"),
    cancelNoticeMinutes: duration("cancelNoticeMinutes"),
    horizonDays: count("horizonDays"),
    capacity: count("capacity"),
    maxPerDay: limit("maxPerDay"),
    maxPerWeek: limit("maxPerWeek"),
  };
  return Object.keys(problems).length > 0 ? { problems } : { input };
}

const DURATIONS = [
  "stepMinutes",
  "bufferBeforeMinutes",
  "bufferAfterMinutes",
  "noticeMinutes",
  "cancelNoticeMinutes",
] as const;
const COUNTS = ["horizonDays", "capacity"] as const;
