import type { LocalDateTime } from "./local-date.ts";
import type { Actual, SeriesState } from "./series.ts";
import type { SeriesEffect, SeriesStep } from "./series-change.ts";
import {
  type CheckedOccurrence,
  checkOccurrences,
  type SeriesQuestion,
  type WantedOccurrence,
} from "./series-check.ts";
import { makeUp } from "./series-effect.ts";
import { idsOf, isOpenEnded } from "./series-rule.ts";

/** An effect with what becomes of each session that is to be booked or moved. Nothing is done while some are open. */
export type SeriesProposal = SeriesEffect & {
  /** In order of time. */
  readonly checked: readonly CheckedOccurrence[];
  /** Sessions that have no place yet. */
  readonly open: number;
};

/** A session that is made up for at the end may find its time taken too: so often another one is tried. */
const MOST_ROUNDS = 20;

/**
 * Finds a place for everything that an effect books or moves. The calendar in question must not hold the sessions that
 * it moves or drops. What is to be made up for makes the series longer, until as many sessions were found as dropped.
 */
export function propose(effect: SeriesEffect, question: SeriesQuestion, now: number): SeriesProposal {
  let current = effect;
  let madeUp = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const checked = checkOccurrences(question, current.steps.flatMap(wantedIn));
    const missed = checked.filter(({ outcome }) => outcome.kind === "skipped" && outcome.how === "appended").length;
    if (missed <= madeUp || isOpenEnded(current.plan)) {
      return { ...current, checked, open: checked.filter(({ outcome }) => outcome.kind === "open").length };
    }
    current = makeUp(current, missed - madeUp, now);
    madeUp = missed;
  }
  throw new RangeError("At the end of the series is no free time either. Leave sessions out, or choose other times.");
}

function wantedIn(step: SeriesStep): WantedOccurrence[] {
  if (step.kind !== "set") return [];
  return [{ id: step.id, ...step.to, ...(step.was === null ? {} : { was: step.was }) }];
}

/** The plan and what is there for each id, once a proposal without open sessions was carried out. */
export function settle(
  state: SeriesState,
  { plan, steps, checked, filledUntil }: SeriesProposal,
  reasonOf: (skipped: CheckedOccurrence) => string,
): SeriesState {
  const actual = new Map<LocalDateTime, Actual>(state.actual);
  for (const step of steps) {
    if (step.kind === "drop") actual.set(step.id, { kind: step.as, reason: step.reason });
  }
  for (const one of checked) {
    const { outcome, wanted } = one;
    if (outcome.kind === "open") throw new Error(`The session of ${wanted.id} has no place.`);
    if (outcome.kind === "skipped") actual.set(wanted.id, { kind: "skipped", reason: outcome.reason ?? reasonOf(one) });
    else actual.set(wanted.id, { kind: "booked", ...pick(outcome.at) });
  }
  if (isOpenEnded(plan)) return { plan, actual, filledUntil };
  const ids = new Set(idsOf(plan));
  // What a series was cut short of is no part of it any more.
  return { plan, actual: new Map([...actual].filter(([id]) => ids.has(id))), filledUntil };
}

function pick({ start, minutes, sessionTypeId }: Omit<Extract<Actual, { kind: "booked" }>, "kind">) {
  return { start, minutes, sessionTypeId };
}
