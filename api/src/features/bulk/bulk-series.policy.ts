import { startPlan } from "../../core/series-plan.ts";
import { readRecurrence } from "../../core/series-text.ts";
import type { SessionType } from "../../entities/index.ts";
import { requireWholeNumber } from "../../platform/validation.ts";
import { asInput } from "../series/series.policy.ts";
import type { BulkSeriesInput } from "./bulk.inputs.ts";
import type { SeriesForMany } from "./bulk-plan.policy.ts";

/** A series for everybody; refuses a rule that makes none, whoever it is for. */
export function readRecurrenceInput(type: SessionType, input: BulkSeriesInput): SeriesForMany {
  const { start, recurrence, policy, clock } = input;
  const minutes = requireWholeNumber("series.minutes", input.minutes ?? type.minutes[0] ?? 60, 5, 1440);
  asInput("series.recurrence", () =>
    startPlan(readRecurrence(recurrence, { timeZone: "UTC", start }), { minutes, sessionTypeId: type.id }),
  );
  return { kind: "series", sessionTypeId: type.id, start, recurrence, minutes, policy, clock };
}
