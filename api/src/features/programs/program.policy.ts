import { parseTime } from "../../core/local-date.ts";
import { GapUnit, type ProgramGap, type ProgramStep } from "../../entities/index.ts";
import { refuseInput, requireLine, requireWholeNumber } from "../../platform/validation.ts";
import type { ProgramGapInput, ProgramStepInput } from "./program.inputs.ts";

const MAX_STEPS = 20;
/** More than a year of weekly sessions; nobody looks through more. */
const MAX_SESSIONS = 60;
/** Beyond them a plan is a guess. */
const MAX_DAYS = 3 * 366;
const MOST: Readonly<Record<GapUnit, number>> = { days: 366, weeks: 52 };
const A_WEEK: ProgramGap = { unit: GapUnit.WEEKS, min: 1, wished: 1, max: 1 };
/** Anywhere in the week that begins with the start date. */
const FIRST_WEEK: ProgramGap = { unit: GapUnit.DAYS, min: 0, wished: 0, max: 6 };

/** What a program may name: a coach's own session types. */
export interface KnownType {
  readonly id: string;
  readonly minutes: readonly number[];
}

/** Steps as they may be kept; refuses by field what cannot be planned. `typeOf` finds a session type by its global id. */
export function checkSteps(
  inputs: readonly ProgramStepInput[],
  typeOf: (globalId: string) => KnownType | undefined,
): ProgramStep[] {
  if (inputs.length === 0 || inputs.length > MAX_STEPS) {
    refuseInput("steps", `A program has 1 to ${MAX_STEPS} steps; this one has ${inputs.length}.`);
  }
  const steps = inputs.map((input, index) => checkStep(index, input, typeOf));
  const sessions = steps.reduce((sum, { count }) => sum + count, 0);
  if (sessions > MAX_SESSIONS) {
    refuseInput("steps", `A program has at most ${MAX_SESSIONS} sessions; these steps make ${sessions}.`);
  }
  const days = steps.reduce((sum, step) => sum + daysOf(step.after) + (step.count - 1) * daysOf(step.every), 0);
  if (days > MAX_DAYS)
    refuseInput("steps", "A program lasts at most three years. Make it shorter, or its gaps smaller.");
  return steps;
}

function daysOf(gap: ProgramGap | null): number {
  return gap === null ? 0 : gap.wished * (gap.unit === GapUnit.WEEKS ? 7 : 1);
}

function checkStep(
  index: number,
  input: ProgramStepInput,
  typeOf: (globalId: string) => KnownType | undefined,
): ProgramStep {
  const path = `steps.${index}`;
  const type = typeOf(input.sessionType);
  if (!type) return refuseInput(`${path}.sessionType`, "There is no such session type in your practice.");
  const count = requireWholeNumber(`${path}.count`, input.count, 1, MAX_SESSIONS);
  const { fromTime = null, toTime = null } = input;
  const minutes = requireWholeNumber(`${path}.minutes`, input.minutes ?? type.minutes[0] ?? 60, 5, 1440);
  checkTimes(path, { fromTime, toTime, minutes });
  return {
    ...{ minutes, count, fromTime, toTime },
    name: input.name?.trim() ? requireLine(`${path}.name`, input.name, 80) : null,
    sessionTypeId: type.id,
    after: input.after ? checkGap(`${path}.after`, input.after, index === 0) : index === 0 ? FIRST_WEEK : A_WEEK,
    every: count === 1 ? null : input.every ? checkGap(`${path}.every`, input.every, false) : A_WEEK,
    weekdays: checkWeekdays(`${path}.weekdays`, input.weekdays ?? []),
  };
}

function checkTimes(
  path: string,
  { fromTime, toTime, minutes }: Pick<ProgramStep, "fromTime" | "toTime" | "minutes">,
): void {
  if (fromTime === "24:00") refuseInput(`${path}.fromTime`, "A session begins at 23:59 at the latest.");
  if (parseTime(toTime ?? "24:00") - parseTime(fromTime ?? "00:00") < minutes) {
    const field = toTime === null ? "fromTime" : "toTime";
    refuseInput(`${path}.${field}`, `Between these times no session of ${minutes} minutes fits.`);
  }
}

function checkGap(path: string, input: ProgramGapInput, isFirst: boolean): ProgramGap {
  const { unit } = input;
  // Two sessions of a program in one week are counted in days.
  const least = unit === GapUnit.WEEKS && !isFirst ? 1 : 0;
  const wished = requireWholeNumber(`${path}.wished`, input.wished, least, MOST[unit]);
  const min = requireWholeNumber(`${path}.min`, input.min ?? wished, least, MOST[unit]);
  const max = requireWholeNumber(`${path}.max`, input.max ?? wished, least, MOST[unit]);
  if (min > wished) refuseInput(`${path}.min`, `The least must not be more than what is wished, ${wished}.`);
  if (max < wished) refuseInput(`${path}.max`, `The most must not be less than what is wished, ${wished}.`);
  return { unit, min, wished, max };
}

function checkWeekdays(path: string, weekdays: readonly number[]): number[] {
  const days = weekdays.map((day, index) => requireWholeNumber(`${path}.${index}`, day, 0, 6));
  if (new Set(days).size < days.length) refuseInput(path, "Give each weekday once.");
  return days.sort((a, b) => a - b);
}
