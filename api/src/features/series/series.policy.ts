import { DAY, formatDate, formatDateTime, type LocalDateTime, parseDateTime } from "../../core/local-date.ts";
import { parseRule } from "../../core/recurrence-rule.ts";
import type { SeriesPlan } from "../../core/series.ts";
import type { SeriesChange } from "../../core/series-change.ts";
import type { Choice } from "../../core/series-check.ts";
import { shiftRule } from "../../core/series-rule.ts";
import { zone } from "../../core/zone.ts";
import { optionalText, refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import { instantOf, momentOf } from "../time-zones/moment.inputs.ts";
import { type SeriesChoiceInput, SeriesPattern } from "./series.inputs.ts";
import type { SeriesChangeInput, SeriesExtendInput } from "./series-change.inputs.ts";

const MOST_CHOICES = 500;
const CANCELLED = "The coach cancelled.";
const PAUSED = "Paused.";

/** What core finds wrong with what was typed, as the answer to it. */
export function asInput<Result>(field: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return refuseInput(field, error.message);
    throw error;
  }
}

export function choicesOf(
  field: string,
  choices: readonly SeriesChoiceInput[] | null | undefined,
  timeZone: string,
): Map<LocalDateTime, Choice> {
  if ((choices?.length ?? 0) > MOST_CHOICES) refuseInput(field, `At most ${MOST_CHOICES} choices can be made at once.`);
  return new Map(
    (choices ?? []).map((choice, i) => [choice.recurrenceId, choiceOf(`${field}.${i}`, choice, timeZone)]),
  );
}

function choiceOf(field: string, { kind, start, reason }: SeriesChoiceInput, timeZone: string): Choice {
  if (kind === "at") {
    if (!start) return refuseInput(`${field}.start`, "Say at which time.");
    return { kind, start: momentOf(`${field}.start`, start, timeZone).instant };
  }
  if (kind === "skip") return { kind, reason: optionalText(`${field}.reason`, reason, 200) ?? undefined };
  return { kind };
}

/** The change that an input means; session types are named by their uuid. */
export function changeOf(
  input: SeriesChangeInput,
  plan: SeriesPlan,
  typeOf: { readonly sessionTypeId: string; readonly minutes: number } | null,
): SeriesChange {
  const { move, length, type, cancel, pause, resumeFrom, extend, end } = input;
  const given = [move, length, type, cancel, pause, resumeFrom, extend, end].filter((one) => one != null);
  if (given.length !== 1) return refuseInput("change", "Give exactly one change.");
  const reasonIn = (field: string, reason: string | null | undefined, otherwise: string) =>
    optionalText(`change.${field}.reason`, reason, 2000) ?? otherwise;
  if (move) {
    const instant = instantOf("change.move.start", move.start, plan.timeZone);
    return { kind: "move", ...pickOf(move), to: zone(plan.timeZone).toLocal(instant).slice(0, 16) };
  }
  if (length) {
    return {
      kind: "length",
      ...pickOf(length),
      minutes: requireWholeNumber("change.length.minutes", length.minutes, 5, 1440),
    };
  }
  if (type && typeOf) return { kind: "type", ...pickOf(type), ...typeOf };
  if (cancel) return { kind: "cancel", ...pickOf(cancel), reason: reasonIn("cancel", cancel.reason, CANCELLED) };
  if (pause) {
    const { fromDate, toDate = null, append } = pause;
    return { kind: "pause", fromDate, toDate, append, reason: reasonIn("pause", pause.reason, PAUSED) };
  }
  if (resumeFrom) return { kind: "resume", fromDate: resumeFrom };
  if (end) return { kind: "end", lastDate: end.lastDate, reason: reasonIn("end", end.reason, CANCELLED) };
  return { kind: "extend", by: extensionOf(extend) };
}

function pickOf({
  scope,
  recurrenceId,
}: {
  readonly scope: "this" | "following" | "all";
  readonly recurrenceId: string;
}) {
  return { scope, id: recurrenceId };
}

function extensionOf(extend: SeriesExtendInput | null | undefined): Extract<SeriesChange, { kind: "extend" }>["by"] {
  const { more, until, endless } = extend ?? {};
  const given = [more != null, until != null, endless === true].filter(Boolean);
  if (given.length !== 1) return refuseInput("change.extend", "Give exactly one of more, until and endless.");
  if (more != null) return { more: requireWholeNumber("change.extend.more", more, 1, 500) };
  return until == null ? "never" : { until };
}

/** How a series repeats from now on, in parts that can be said in words. */
export function patternOf({ plan }: { readonly plan: SeriesPlan }): SeriesPattern {
  const shift = (plan.terms.at(-1)?.shiftMinutes ?? 0) * 60_000;
  const localTime = formatDateTime(parseDateTime(plan.start) + shift).slice(11, 16);
  const none = {
    localTime,
    frequency: null,
    interval: 1,
    weekdays: [],
    monthDays: [],
    count: null,
    until: null,
    isPlain: true,
  };
  if (plan.rule === null) return Object.assign(new SeriesPattern(), none);
  const shifted = shiftRule(plan.rule, plan.start, shift);
  const rule = parseRule(shifted ?? plan.rule);
  const { byHour, byMinute, bySecond, bySetPosition, byMonth, byWeekNumber, byYearDay, until } = rule;
  const first = Math.floor((parseDateTime(plan.start) + shift) / DAY);
  const given = rule.byDay.map(({ weekday, nth }) => ({ weekday, nth: nth === 0 ? null : nth }));
  const weekday = (((first + 4) % 7) + 7) % 7;
  const needsDay = given.length === 0 && rule.byMonthDay.length === 0;
  const day = Number(formatDate(first).slice(8));
  const others = [byHour, byMinute, bySecond, bySetPosition, byMonth, byWeekNumber, byYearDay];
  return Object.assign(new SeriesPattern(), {
    localTime,
    frequency: rule.frequency,
    interval: rule.interval,
    weekdays: needsDay && rule.frequency === "WEEKLY" ? [{ weekday, nth: null }] : given,
    monthDays: needsDay && rule.frequency === "MONTHLY" ? [day] : [...rule.byMonthDay],
    count: rule.count ?? null,
    until: until === undefined ? null : formatDate(until.kind === "date" ? until.epochDay : Math.floor(until.at / DAY)),
    isPlain: shifted !== null && others.every((part) => part.length === 0) && plan.added.length === 0,
  });
}
