import { DAY, type LocalDateTime, MINUTE, parseDateTime } from "./local-date.ts";
import {
  type Actual,
  isWithin,
  occurrencesUntil,
  type SeriesOccurrence,
  type SeriesPlan,
  type SeriesState,
} from "./series.ts";
import type { ChangeOptions, SeriesChange, SeriesEffect, SeriesScope, SeriesStep } from "./series-change.ts";
import type { Wanted } from "./series-ledger.ts";
import { endBefore, fillHorizon, lengthen, withEnd, withoutPause, withPause, withTerms } from "./series-plan.ts";
import { isOpenEnded, lastInstant } from "./series-rule.ts";
import { zone } from "./zone.ts";

/**
 * What a change means, session by session. What has begun is never touched. Throws RangeError, with the reason, for one
 * that cannot be. Linear in the sessions.
 */
export function changeSeries(state: SeriesState, change: SeriesChange, options: ChangeOptions): SeriesEffect {
  if ("scope" in change && change.scope === "this") return changeOne(state, change, options);
  return new WholeChange(state, change, options).effect();
}

type Scoped = Extract<SeriesChange, { scope: SeriesScope }>;

/** The session by which a change was taken; one that is over cannot be changed. */
function picked({ plan, actual }: SeriesState, id: LocalDateTime, now: number): Actual {
  const found = actual.get(id);
  if (found === undefined) throw new RangeError("This session does not belong to the series.");
  const start = found.kind === "booked" ? found.start : zone(plan.timeZone).toInstant(id);
  if (start <= now) throw new RangeError("This session has begun or is over. Choose one to come.");
  return found;
}

function changeOne(state: SeriesState, change: Scoped, { now }: ChangeOptions): SeriesEffect {
  const { id } = change;
  const { plan, filledUntil } = state;
  const found = picked(state, id, now);
  const was = found.kind === "booked" ? wantedOf(found) : null;
  if (change.kind === "cancel") {
    if (was === null) throw new RangeError("This session does not stand any more.");
    return { plan, filledUntil, steps: [{ kind: "drop", id, was, as: "cancelled", reason: change.reason }] };
  }
  const planned = was ?? plannedOf(state, id);
  if (planned === null || (was === null && change.kind !== "move")) {
    throw new RangeError("This session does not stand any more.");
  }
  return {
    plan,
    filledUntil,
    steps: [{ kind: "set", id, was, to: { ...planned, ...changedBy(change, plan.timeZone) } }],
  };
}

function changedBy(change: Exclude<Scoped, { kind: "cancel" }>, timeZone: string): Partial<Wanted> {
  switch (change.kind) {
    case "move":
      return { start: zone(timeZone).toInstant(change.to) };
    case "length":
      return { minutes: change.minutes };
    case "type":
      return { sessionTypeId: change.sessionTypeId, minutes: change.minutes };
  }
}

function plannedOf({ plan }: SeriesState, id: LocalDateTime): Wanted | null {
  const instant = zone(plan.timeZone).toInstant(id);
  const found = occurrencesUntil(plan, instant + 400 * DAY).find((occurrence) => occurrence.id === id);
  return found === undefined ? null : wantedOf(found);
}

function wantedOf({ start, minutes, sessionTypeId }: Wanted): Wanted {
  return { start, minutes, sessionTypeId };
}

/** A change of more than one session: another plan, and what it makes of each. */
class WholeChange {
  readonly #state: SeriesState;
  readonly #change: Exclude<SeriesChange, { scope: "this" }>;
  readonly #options: ChangeOptions;
  readonly #old: Occurrences;
  /** The first id that is changed. */
  readonly #from: LocalDateTime;

  constructor(state: SeriesState, change: SeriesChange, options: ChangeOptions) {
    this.#state = state;
    this.#change = change;
    this.#options = options;
    this.#old = listed(state.plan, this.#until(state.plan));
    this.#from = this.#firstId();
  }

  effect(): SeriesEffect {
    const plan = this.#plan();
    const until = this.#until(plan);
    // A series that loses its end may have sessions beyond what one without an end is filled to: they stay.
    const next = listed(plan, Math.max(until, this.#lastBooked() + 1), this.#state.plan);
    const steps: SeriesStep[] = [];
    for (const [id, actual] of this.#state.actual) {
      if (actual.kind !== "booked" || actual.start <= this.#options.now) continue;
      const step = this.#stepOf(id, wantedOf(actual), next.get(id));
      if (step !== null) steps.push(step);
    }
    for (const occurrence of next.values()) if (this.#isNew(occurrence, until)) steps.push(bookOrPause(occurrence));
    const effect = { plan, steps, filledUntil: isOpenEnded(plan) ? until : 0 };
    if (this.#change.kind !== "pause" || !this.#change.append) return effect;
    return makeUp(effect, steps.length, this.#options.now);
  }

  #lastBooked(): number {
    let last = 0;
    for (const actual of this.#state.actual.values()) if (actual.kind === "booked") last = Math.max(last, actual.start);
    return last;
  }

  #until(plan: SeriesPlan): number {
    const { plan: old, filledUntil } = this.#state;
    const { now } = this.#options;
    if (!isOpenEnded(plan)) return endOf(plan, now);
    return isOpenEnded(old) && this.#change.kind !== "fill" ? filledUntil : Math.max(filledUntil, fillHorizon(now));
  }

  #firstId(): LocalDateTime {
    const change = this.#change;
    const { now } = this.#options;
    if ("scope" in change) picked(this.#state, change.id, now);
    if ("scope" in change && change.scope === "following") return change.id;
    let first: LocalDateTime | null = null;
    for (const [id, actual] of this.#state.actual) {
      const planned = this.#old.get(id);
      const start = actual.kind === "booked" ? actual.start : (planned?.start ?? -Infinity);
      if (start <= now || (first !== null && first < id)) continue;
      if (change.kind !== "end" || (planned?.local ?? id).slice(0, 10) > change.lastDate) first = id;
    }
    if (first === null && change.kind === "end") throw new RangeError("The series ends by then already.");
    return first ?? this.#state.plan.start;
  }

  #plan(): SeriesPlan {
    const change = this.#change;
    const { plan } = this.#state;
    const { now } = this.#options;
    switch (change.kind) {
      case "move":
        return withTerms(plan, this.#from, { shiftMinutes: shiftOf(change) });
      case "length":
        return withTerms(plan, this.#from, { minutes: change.minutes });
      case "type":
        return withTerms(plan, this.#from, { sessionTypeId: change.sessionTypeId, minutes: change.minutes });
      case "cancel":
      case "end":
        return endBefore(plan, this.#from, this.#begun());
      case "pause":
        return withPause(plan, { fromDate: change.fromDate, toDate: change.toDate, reason: change.reason });
      case "resume":
        return withoutPause(plan, change.fromDate);
      case "extend":
        if (change.by === "never" || "until" in change.by) return withEnd(plan, change.by, now);
        return lengthen(plan, change.by.more, now);
      case "fill":
        return plan;
    }
  }

  /** Sessions that were moved ahead and have begun stay part of the series, whatever ends. */
  #begun(): LocalDateTime[] {
    const begun: LocalDateTime[] = [];
    for (const [id, actual] of this.#state.actual) {
      if (id >= this.#from && actual.kind === "booked" && actual.start <= this.#options.now) begun.push(id);
    }
    return begun;
  }

  #stepOf(id: LocalDateTime, was: Wanted, next: SeriesOccurrence | undefined): SeriesStep | null {
    const change = this.#change;
    const reason = "reason" in change ? change.reason : "";
    const ends = (change.kind === "cancel" || change.kind === "end") && id >= this.#from;
    if (next === undefined || ends) return { kind: "drop", id, was, as: "cancelled", reason };
    if (change.kind === "pause") {
      // What was moved into the pause is dropped too, for good; what was moved out of it stays.
      const date = zone(this.#state.plan.timeZone).localDate(was.start);
      if (!isWithin(change, date)) return null;
      return { kind: "drop", id, was, as: next.pause === null ? "cancelled" : "paused", reason };
    }
    if (!("scope" in change) || id < this.#from) return null;
    const kept = this.#keptOf(id, was);
    if (next.pause !== null && kept.start === undefined) return { ...bookOrPause(next), was };
    const to = { ...wantedOf(next), ...kept };
    if (!isSame(to, was)) return { kind: "set", id, was, to };
    return Object.keys(kept).length > 0 ? { kind: "stay", id, was } : null;
  }

  /** What an exception keeps of itself. The session that the change was made with is what the others follow. */
  #keptOf(id: LocalDateTime, was: Wanted): Partial<Wanted> {
    const old = this.#old.get(id);
    const change = this.#change;
    if (old === undefined || !this.#options.keepExceptions) return {};
    const changed = "id" in change && change.id === id ? change.kind : null;
    return {
      ...(was.start !== old.start && changed !== "move" ? { start: was.start } : {}),
      ...(was.sessionTypeId !== old.sessionTypeId && changed !== "type" ? { sessionTypeId: was.sessionTypeId } : {}),
      ...(was.minutes !== old.minutes && changed !== "length" && changed !== "type" ? { minutes: was.minutes } : {}),
    };
  }

  /** Whether the plan has a session that was not in it before, or was only paused. */
  #isNew({ id, start, pause }: SeriesOccurrence, until: number): boolean {
    const actual = this.#state.actual.get(id);
    if (actual?.kind === "booked" || start <= this.#options.now || start >= until) return false;
    return actual === undefined || !this.#old.has(id) || (actual.kind === "paused" && pause === null);
  }
}

type Occurrences = ReadonlyMap<LocalDateTime, SeriesOccurrence>;

/**
 * The sessions of a plan by id, with those that begin a little later: a change may bring them nearer, or take back what
 * brought them nearer in the plan before.
 */
function listed(plan: SeriesPlan, until: number, before = plan): Occurrences {
  const terms = [...plan.terms, ...before.terms];
  const farthest = terms.reduce((most, { shiftMinutes }) => Math.max(most, Math.abs(shiftMinutes)), 0);
  const all = occurrencesUntil(plan, until + 2 * farthest * MINUTE + 2 * DAY);
  return new Map(all.map((occurrence) => [occurrence.id, occurrence]));
}

/** An instant after the last session of a series that ends. */
function endOf(plan: SeriesPlan, now: number): number {
  return lastInstant(Math.max(zone(plan.timeZone).toInstant(plan.start), now)) + 400 * DAY;
}

function shiftOf({ id, to }: { readonly id: LocalDateTime; readonly to: LocalDateTime }): number {
  const shift = (parseDateTime(to) - parseDateTime(id)) / MINUTE;
  if (Math.abs(shift) > 366 * (DAY / MINUTE)) throw new RangeError("A series moves by a year at most.");
  return shift;
}

function isSame(a: Wanted, b: Wanted): boolean {
  return a.start === b.start && a.minutes === b.minutes && a.sessionTypeId === b.sessionTypeId;
}

function bookOrPause(next: SeriesOccurrence): Exclude<SeriesStep, { kind: "stay" }> {
  const { id, pause } = next;
  if (pause === null) return { kind: "set", id, was: null, to: wantedOf(next) };
  return { kind: "drop", id, was: null, as: "paused", reason: pause.reason };
}

/** So many more sessions at the end of a series, in place of others. One without an end goes on anyway. */
export function makeUp(effect: SeriesEffect, more: number, now: number): SeriesEffect {
  const plan = lengthen(effect.plan, more, now);
  if (plan === effect.plan) return effect;
  const known = listed(effect.plan, endOf(plan, now));
  const added = [...listed(plan, endOf(plan, now)).values()].filter(({ id }) => !known.has(id));
  return { ...effect, plan, steps: [...effect.steps, ...added.map(bookOrPause)] };
}
