import type { Reason } from "./explain.ts";
import { addDays, type LocalDate, type LocalTime, MINUTE } from "./local-date.ts";
import type { Candidate } from "./placing-arrivals.ts";
import { type Chosen, searchPlacing } from "./placing-search.ts";
import { explainMiss, PlacingWishes, type UnkeptWish } from "./placing-wishes.ts";
import { type Asker, SeriesLedger, type SeriesQueries } from "./series-ledger.ts";
import { type Zone, zone } from "./zone.ts";

/** A step of a program: one session, so many days after the one before it. */
export type PlacingStep = {
  readonly sessionTypeId: string;
  readonly minutes: number;
  /**
   * Local dates after that of the step before, of the first one after the start date: at least, wished, at most. The
   * wish counts as kept so many dates around it, three without.
   */
  readonly after: { readonly min: number; readonly wished: number; readonly max: number; readonly kept?: number };
  /** 0 = Sunday … 6 = Saturday; all without. */
  readonly weekdays?: readonly number[] | undefined;
  /** Wished times of day; the session begins at `fromTime` or later and ends at `toTime` or earlier. */
  readonly fromTime?: LocalTime | undefined;
  readonly toTime?: LocalTime | undefined;
  /** Where somebody put it, free or not: the other steps go around it. */
  readonly at?: number | undefined;
};

export type PlacingQuestion = {
  readonly queries: SeriesQueries;
  readonly asker: Asker;
  /** Of dates, weekdays and times of day. */
  readonly timeZone: string;
  readonly startDate: LocalDate;
  /** The last date that a step may take. */
  readonly lastDate: LocalDate;
  readonly steps: readonly PlacingStep[];
};

type PlacedStep = {
  readonly start: number;
  readonly end: number;
  /** Wishes that this step could not have, each with why. */
  readonly unkept: readonly UnkeptWish[];
};

export type Placing =
  | { readonly kind: "placed"; readonly steps: readonly PlacedStep[]; readonly cost: number }
  /** The first step for which no time is left, whatever the others do; between which dates; and what stands there. */
  | {
      readonly kind: "impossible";
      readonly step: number;
      readonly fromDate: LocalDate;
      readonly toDate: LocalDate;
      readonly reasons: readonly Reason[];
    };

/** The last date of a program that takes its wished time, and some weeks to spare. */
export function lastDateOf(startDate: LocalDate, steps: readonly PlacingStep[], spareWeeks: number): LocalDate {
  return addDays(startDate, steps.reduce((days, { after }) => days + after.wished, 0) + 7 * spareWeeks);
}

/**
 * Places the steps of a program on free times, in their order. Finds the plan that keeps the most wishes, then the one
 * nearest to them, whenever there is any plan at all: steps bind only the next one, and limits only sessions of one
 * day, week or month, so that a search by step and time is exact without trying out every plan. Its cost grows with
 * steps × free times × days between steps. Times are free beside the calendar; where the grid packs sessions, the
 * steps' own sessions do not move it.
 */
export function placeProgram(question: PlacingQuestion): Placing {
  const ledger = new SeriesLedger(question.queries, question.asker);
  const at = zone(question.timeZone);
  const wishes = new PlacingWishes(question, at);
  const candidates = candidatesOf(question, ledger, at, wishes);
  const found = searchPlacing(question, candidates);
  if (found.kind === "impossible") {
    const { step, from, until } = found;
    const window = { fromDate: wishes.dateOf(from), toDate: wishes.dateOf(until) };
    return { kind: "impossible", step, ...window, reasons: explainMiss(ledger, wishes, { step, from, until }) };
  }
  const { chosen, cost } = found;
  const steps = chosen.map((one, step) => placed(question, one, wishes.unkept(step, { chosen, candidates, ledger })));
  return { kind: "placed", steps, cost };
}

function placed({ steps }: PlacingQuestion, { start, step }: Chosen, unkept: readonly UnkeptWish[]): PlacedStep {
  return { start, end: start + (steps[step]?.minutes ?? 0) * MINUTE, unkept };
}

/** For each step the free times of all its possible dates, sorted; steps of one kind ask once, and wishes alike count once. */
function candidatesOf(question: PlacingQuestion, ledger: SeriesLedger, at: Zone, wishes: PlacingWishes): Candidate[][] {
  const range = { start: at.startOfDay(question.startDate), end: at.endOfDay(question.lastDate) };
  const known = new Map<string, readonly number[]>();
  const alike = new Map<string, Candidate[]>();
  return question.steps.map((step, index) => {
    const { minutes, sessionTypeId, weekdays, fromTime, toTime } = step;
    const wish = JSON.stringify([minutes, sessionTypeId, weekdays, fromTime, toTime, step.at]);
    const same = alike.get(wish);
    if (same !== undefined) return same;
    const key = `${minutes} ${sessionTypeId}`;
    const free =
      known.get(key) ??
      ledger
        .free({ minutes, sessionTypeId }, { start: range.start, end: range.end + minutes * MINUTE - 1 })
        .map(({ start }) => start);
    known.set(key, free);
    const starts = step.at === undefined ? free : [step.at];
    const found = starts.map((start) => ({ start, day: at.localDay(start), cost: wishes.costOf(index, start) }));
    alike.set(wish, found);
    return found;
  });
}
