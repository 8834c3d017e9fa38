import type { SlotGrid } from "../../../generated/schema.ts";
import { readDuration, writeDuration } from "./duration-text.ts";

const DURATIONS = [
  "stepMinutes",
  "bufferBeforeMinutes",
  "bufferAfterMinutes",
  "noticeMinutes",
  "cancelNoticeMinutes",
] as const;
const COUNT_LIMITS = ["maxPerDay", "maxPerWeek", "maxPerMonth"] as const;
const MINUTE_LIMITS = ["maxMinutesPerDay", "maxMinutesPerWeek", "maxMinutesPerMonth"] as const;

type DurationKey = (typeof DURATIONS)[number];
type LimitKey = (typeof COUNT_LIMITS)[number] | (typeof MINUTE_LIMITS)[number];

/** How a session is spaced and limited: what a session type has, and what new ones begin with. */
export type Rules = { readonly [key in DurationKey]: number } & { readonly [key in LimitKey]: number | null } & {
  readonly horizonDays: number;
  readonly grid: SlotGrid;
};

/** The same as it stands in a form. */
export type RuleDraft = { readonly [key in DurationKey | LimitKey | "horizonDays"]: string } & {
  readonly grid: SlotGrid;
};

export type Problems = { [field: string]: string };

/** Of which only the rules are taken: what they come with stays behind. */
export function ruleDraftOf(rules: Rules): RuleDraft {
  const duration = (key: DurationKey) => writeDuration(rules[key]);
  return {
    stepMinutes: duration("stepMinutes"),
    grid: rules.grid,
    bufferBeforeMinutes: duration("bufferBeforeMinutes"),
    bufferAfterMinutes: duration("bufferAfterMinutes"),
    noticeMinutes: duration("noticeMinutes"),
    cancelNoticeMinutes: duration("cancelNoticeMinutes"),
    horizonDays: String(rules.horizonDays),
    maxPerDay: writeCount(rules.maxPerDay),
    maxPerWeek: writeCount(rules.maxPerWeek),
    maxPerMonth: writeCount(rules.maxPerMonth),
    maxMinutesPerDay: writeMinutes(rules.maxMinutesPerDay),
    maxMinutesPerWeek: writeMinutes(rules.maxMinutesPerWeek),
    maxMinutesPerMonth: writeMinutes(rules.maxMinutesPerMonth),
  };
}

/** What the form means; what cannot be read is noted by field. Ranges are the server's to judge. */
export function readRules(draft: RuleDraft, problems: Problems): Rules {
  const duration = (field: DurationKey): number => {
    const minutes = readDuration(draft[field]);
    if (minutes === null) problems[field] = "Write a length like 15 min, 2 h or 1 day.";
    return minutes ?? 0;
  };
  const count = (field: (typeof COUNT_LIMITS)[number]) => readCount(field, draft[field], problems);
  const minutes = (field: (typeof MINUTE_LIMITS)[number]) => readMinutes(field, draft[field], problems);
  return {
    grid: draft.grid,
    stepMinutes: duration("stepMinutes"),
    bufferBeforeMinutes: duration("bufferBeforeMinutes"),
    bufferAfterMinutes: duration("bufferAfterMinutes"),
    noticeMinutes: duration("noticeMinutes"),
    cancelNoticeMinutes: duration("cancelNoticeMinutes"),
    horizonDays: readWhole("horizonDays", draft.horizonDays, problems),
    maxPerDay: count("maxPerDay"),
    maxPerWeek: count("maxPerWeek"),
    maxPerMonth: count("maxPerMonth"),
    maxMinutesPerDay: minutes("maxMinutesPerDay"),
    maxMinutesPerWeek: minutes("maxMinutesPerWeek"),
    maxMinutesPerMonth: minutes("maxMinutesPerMonth"),
  };
}

export const writeCount = (count: number | null): string => (count === null ? "" : String(count));
export const writeMinutes = (minutes: number | null): string => (minutes === null ? "" : writeHours(minutes));

/** A limit of minutes is thought of in hours: "30 h", where days would mislead. */
function writeHours(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} h` : writeDuration(minutes);
}

export function readWhole(field: string, text: string, problems: Problems): number {
  if (!/^\d+$/.test(text.trim())) problems[field] = "Write a whole number.";
  return Number(text);
}

/** A limit of sessions; empty for none. */
export function readCount(field: string, text: string, problems: Problems): number | null {
  if (text.trim() === "") return null;
  if (/^\d+$/.test(text.trim())) return Number(text);
  problems[field] = "Write a whole number, or leave it empty for no limit.";
  return null;
}

/** A limit of session time; empty for none. */
export function readMinutes(field: string, text: string, problems: Problems): number | null {
  const minutes = readDuration(text);
  if (minutes === null && text.trim() !== "")
    problems[field] = "Write a length like 6 h, or leave it empty for no limit.";
  return minutes;
}
