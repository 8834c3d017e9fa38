import type { ProgramPartsFragment, StepPartsFragment } from "../../../generated/console.ts";
import type { CreateProgramInput, GapUnit, ProgramGapInput, ProgramStepInput } from "../../../generated/schema.ts";
import { formatTime } from "../../../lib/time.ts";
import { localTimeOf, readEnd, readTime } from "../hours/time-text.ts";
import { readDuration, writeDuration } from "../session-types/duration-text.ts";
import { type Gap, gapOfWeek, type SpokenStep, weekOfGap } from "./program-words.ts";

/** A distance as it was typed; the least and the most are empty where they are what is wished. */
export interface GapDraft {
  readonly unit: GapUnit;
  readonly wished: string;
  readonly min: string;
  readonly max: string;
}

export interface StepDraft {
  /** Of the form alone. */
  readonly id: string;
  readonly name: string;
  readonly sessionTypeId: string;
  readonly minutes: string;
  readonly count: string;
  /** Where the first step begins: in a week of the program, or a distance after the start. */
  readonly begins: "WEEK" | "GAP";
  readonly week: string;
  readonly after: GapDraft;
  readonly every: GapDraft;
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

export interface ProgramDraft {
  readonly name: string;
  readonly description: string;
  readonly spareWeeks: string;
  readonly steps: readonly StepDraft[];
}

export interface KnownType {
  readonly id: string;
  readonly name: string;
  readonly minutes: readonly number[];
}

export const MAX_STEPS = 20;
const A_WEEK: GapDraft = { unit: "WEEKS", wished: "1", min: "", max: "" };

/** Unlike any other of the list. */
const freshId = (steps: readonly StepDraft[]): string =>
  `step${1 + Math.max(0, ...steps.map(({ id }) => Number(id.slice(4))))}`;

export const emptyProgram = (types: readonly KnownType[]): ProgramDraft => ({
  name: "",
  description: "",
  spareWeeks: "2",
  steps: [newStep([], types[0])],
});

export function newStep(steps: readonly StepDraft[], type: KnownType | undefined): StepDraft {
  return {
    id: freshId(steps),
    name: "",
    sessionTypeId: type?.id ?? "",
    minutes: writeDuration(type?.minutes[0] ?? 60),
    count: "1",
    begins: "WEEK",
    week: "1",
    after: A_WEEK,
    every: A_WEEK,
    weekdays: [],
    from: "",
    to: "",
  };
}

export function draftOfProgram({ name, description, spareWeeks, steps }: ProgramPartsFragment): ProgramDraft {
  return {
    name,
    description: description ?? "",
    spareWeeks: String(spareWeeks),
    steps: steps.map((step, index) => draftOfStep(step, index)),
  };
}

function draftOfStep(step: StepPartsFragment, index: number): StepDraft {
  const week = index === 0 ? weekOfGap(step.after) : null;
  return {
    id: `step${index + 1}`,
    name: step.name ?? "",
    sessionTypeId: step.sessionType.id,
    minutes: writeDuration(step.minutes),
    count: String(step.count),
    begins: index > 0 || week !== null ? "WEEK" : "GAP",
    week: String(week ?? 1),
    after: week === null ? draftOfGap(step.after) : A_WEEK,
    every: step.every ? draftOfGap(step.every) : A_WEEK,
    weekdays: step.weekdays,
    from: step.fromTime ? formatTime(step.fromTime) : "",
    to: step.toTime === null ? "" : step.toTime === "24:00" ? "24:00" : formatTime(step.toTime),
  };
}

const draftOfGap = ({ unit, min, wished, max }: Gap): GapDraft => ({
  unit,
  wished: String(wished),
  min: min === wished ? "" : String(min),
  max: max === wished ? "" : String(max),
});

export type StepProblems = Readonly<Record<string, string>>;
export interface ProgramProblems {
  readonly name?: string;
  readonly description?: string;
  readonly spareWeeks?: string;
  /** By the id of the step, then by field. */
  readonly steps: Readonly<Record<string, StepProblems>>;
}
export const NO_PROBLEMS: ProgramProblems = { steps: {} };

/** What the form means, or what in it cannot be read. Ranges are the server's to judge. */
export function readProgram(
  draft: ProgramDraft,
): { readonly input: CreateProgramInput } | { readonly problems: ProgramProblems } {
  const spareWeeks = readWhole(draft.spareWeeks);
  const name = draft.name.trim();
  const read = draft.steps.map((step, index) => ({ id: step.id, ...readStep(step, index === 0) }));
  const steps = Object.fromEntries(
    read.filter(({ problems }) => Object.keys(problems).length > 0).map(({ id, problems }) => [id, problems]),
  );
  const problems: ProgramProblems = {
    ...(name === "" && { name: "Give it a name that you will know it by." }),
    ...(spareWeeks === null && { spareWeeks: "Write a whole number of weeks, 0 to 26." }),
    steps,
  };
  if (Object.keys(problems).length > 1 || Object.keys(steps).length > 0) return { problems };
  const description = draft.description.trim();
  return { input: { name, description, spareWeeks: spareWeeks ?? 0, steps: read.map(({ input }) => input) } };
}

function readStep(draft: StepDraft, isFirst: boolean): { input: ProgramStepInput; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const whole = (field: string, text: string, otherwise: number): number => {
    const value = readWhole(text);
    if (value === null) problems[field] = "Write a whole number.";
    return value ?? otherwise;
  };
  const gap = (field: string, { unit, wished, min, max }: GapDraft): ProgramGapInput => ({
    unit,
    wished: whole(`${field}.wished`, wished, 1),
    ...(min.trim() && { min: whole(`${field}.min`, min, 1) }),
    ...(max.trim() && { max: whole(`${field}.max`, max, 1) }),
  });
  const minutes = readDuration(draft.minutes);
  if (minutes === null) problems["minutes"] = "Write a length like 60 or 1 h 30.";
  if (draft.sessionTypeId === "") problems["sessionType"] = "Choose a session type.";
  const { fromTime, toTime } = readTimes(draft, problems);
  const count = whole("count", draft.count, 1);
  const inWeek = isFirst && draft.begins === "WEEK";
  const input: ProgramStepInput = {
    name: draft.name.trim(),
    sessionType: draft.sessionTypeId,
    minutes,
    count,
    after: inWeek ? gapOfWeek(Math.max(1, whole("week", draft.week, 1))) : gap("after", draft.after),
    ...(count > 1 && { every: gap("every", draft.every) }),
    weekdays: draft.weekdays,
    fromTime,
    toTime,
  };
  return { input, problems };
}

function readTimes({ from, to }: StepDraft, problems: Record<string, string>) {
  const start = from.trim() ? readTime(from) : null;
  const end = to.trim() ? readEnd(to, start) : null;
  if (from.trim() && start === null) problems["fromTime"] = "Write a time like 9, 9:30 or 5pm.";
  if (to.trim() && end === null) problems["toTime"] = "Write a time like 12, 17:30 or 6pm.";
  return {
    fromTime: start === null ? null : localTimeOf(start),
    toTime: end === null ? null : localTimeOf(end),
  };
}

const readWhole = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null);

/** The place in the form of what the server refused: "steps.2.after.wished". */
export function problemsAt(field: string | null, message: string, { steps }: ProgramDraft): ProgramProblems | null {
  const [part = "", index = "", ...rest] = (field ?? "").split(".");
  if (part === "name" || part === "description" || part === "spareWeeks") return { [part]: message, steps: {} };
  const step = part === "steps" ? steps[Number(index)] : undefined;
  if (index === "" || step === undefined) return null;
  const isWeek = Number(index) === 0 && step.begins === "WEEK" && rest[0] === "after";
  const at = isWeek ? "week" : rest[0] === "weekdays" ? "weekdays" : rest.join(".");
  return { steps: { [step.id]: { [at]: message } } };
}

/** A step as it is told while it is written: what cannot be read yet is taken for one. */
export function spokenStep(step: StepDraft, isFirst: boolean, types: readonly KnownType[]): SpokenStep {
  const { input } = readStep(step, isFirst);
  const full = (gap: ProgramGapInput): Gap => ({
    unit: gap.unit ?? "WEEKS",
    wished: gap.wished,
    min: gap.min ?? gap.wished,
    max: gap.max ?? gap.wished,
  });
  return {
    name: step.name.trim() || null,
    sessionType: { name: types.find(({ id }) => id === step.sessionTypeId)?.name ?? "Session" },
    minutes: input.minutes ?? 60,
    count: Math.max(1, input.count ?? 1),
    after: full(input.after ?? gapOfWeek(1)),
    every: input.every ? full(input.every) : null,
    weekdays: step.weekdays,
    fromTime: input.fromTime ?? null,
    toTime: input.toTime ?? null,
  };
}
