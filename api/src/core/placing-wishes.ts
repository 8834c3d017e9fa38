import type { Reason } from "./explain.ts";
import { DAY, formatDate, type LocalDate, MINUTE, parseDate, parseTime, weekdayOfDay } from "./local-date.ts";
import type { PlacingQuestion, PlacingStep } from "./placing.ts";
import type { Candidate } from "./placing-arrivals.ts";
import type { Chosen } from "./placing-search.ts";
import type { SeriesLedger } from "./series-ledger.ts";
import type { Zone } from "./zone.ts";

/** A wish that a step could not have. */
export type UnkeptWish = {
  readonly wish: "weekday" | "time" | "gap";
  /**
   * `taken`: no such time is free between the steps around it, `reasons` stand against the first; `gap`: no such date
   * lies there; `others`: there is one, but then other wishes would have had to give way, or a limit would be broken,
   * and `reasons` stand against the first time that is all that is wished.
   */
  readonly why: "taken" | "gap" | "others";
  readonly reasons: readonly Reason[];
};

/** A wish that is not kept outweighs any distance from it. */
const UNKEPT = 1_000_000;
/** A week is kept while the nearest such week is the wished one, unless a step says otherwise. */
const KEPT_DAYS = 3;
/** A day further off counts as an hour of the day. */
const A_DAY = 60;

/** What it costs that a step lies so many days after the one before it. */
export function gapCost({ after }: PlacingStep, gap: number): number {
  return Math.abs(gap - after.wished) * A_DAY + (isKept(after, gap) ? 0 : UNKEPT);
}

function isKept({ wished, kept = KEPT_DAYS }: PlacingStep["after"], gap: number): boolean {
  return Math.abs(gap - wished) <= kept;
}

type Around = {
  readonly chosen: readonly Chosen[];
  readonly candidates: readonly (readonly Candidate[])[];
  readonly ledger: SeriesLedger;
};

/** What the steps of a program wish for, and what became of it. */
export class PlacingWishes {
  readonly #question: PlacingQuestion;
  readonly #zone: Zone;

  constructor(question: PlacingQuestion, at: Zone) {
    this.#question = question;
    this.#zone = at;
  }

  dateOf(day: number): LocalDate {
    return formatDate(day);
  }

  step(index: number): PlacingStep {
    const step = this.#question.steps[index];
    if (step === undefined) throw new RangeError(`The program has no step ${index}.`);
    return step;
  }

  /** What a start costs a step: whole wishes first, then the minutes between it and the wished times. */
  costOf(index: number, start: number): number {
    const step = this.step(index);
    const late = this.#minutesOff(step, start);
    return (this.#isOnWeekday(step, start) ? 0 : UNKEPT) + (late > 0 ? UNKEPT + late : 0);
  }

  unkept(index: number, around: Around): UnkeptWish[] {
    const step = this.step(index);
    const own = around.chosen[index];
    if (own === undefined || step.at !== undefined) return [];
    const wishes: UnkeptWish["wish"][] = [];
    if (!this.#isOnWeekday(step, own.start)) wishes.push("weekday");
    if (this.#minutesOff(step, own.start) > 0) wishes.push("time");
    const before = around.chosen[index - 1]?.day ?? parseDate(this.#question.startDate);
    if (!isKept(step.after, own.day - before)) wishes.push("gap");
    return wishes.map((wish) => ({ wish, ...this.#why(wish, index, around) }));
  }

  #why(wish: UnkeptWish["wish"], index: number, around: Around): Omit<UnkeptWish, "wish"> {
    const step = this.step(index);
    const { from, until } = this.#between(index, around.chosen);
    const before = around.chosen[index - 1]?.day ?? parseDate(this.#question.startDate);
    const fits = (start: number, day: number) => {
      if (day < from || day > until) return false;
      if (wish === "weekday") return this.#isOnWeekday(step, start);
      if (wish === "time") return this.#minutesOff(step, start) === 0;
      return isKept(step.after, day - before);
    };
    if (around.candidates[index]?.some(({ start, day }) => fits(start, day))) {
      return { why: "others", reasons: this.#againstAll(step, { from, until }, around.ledger) };
    }
    for (let day = from; day <= until; day++) {
      const start = this.wishedStart(step, day);
      if (!fits(start, day)) continue;
      return { why: "taken", reasons: around.ledger.reasonsAgainst({ ...step, start }) };
    }
    return { why: "gap", reasons: [] };
  }

  /** What stands against the first time that would be on a wished weekday and at the wished times. */
  #againstAll(step: PlacingStep, { from, until }: { from: number; until: number }, ledger: SeriesLedger) {
    for (let day = from; day <= until; day++) {
      const start = this.wishedStart(step, day);
      if (this.#isOnWeekday(step, start)) return ledger.reasonsAgainst({ ...step, start });
    }
    return [];
  }

  /** The dates that the steps around one leave it. */
  #between(index: number, chosen: readonly Chosen[]): { from: number; until: number } {
    const { after } = this.step(index);
    const before = chosen[index - 1]?.day ?? parseDate(this.#question.startDate);
    const next = chosen[index + 1];
    const following = this.#question.steps[index + 1]?.after;
    const last = parseDate(this.#question.lastDate);
    if (next === undefined || following === undefined)
      return { from: before + after.min, until: Math.min(last, before + after.max) };
    const from = Math.max(before + after.min, next.day - following.max);
    return { from, until: Math.min(before + after.max, next.day - following.min) };
  }

  /** The first wished time of a date. */
  wishedStart(step: PlacingStep, day: number): number {
    return this.#zone.instantOfWall(day * DAY + parseTime(step.fromTime ?? "09:00") * MINUTE);
  }

  #isOnWeekday({ weekdays }: PlacingStep, start: number): boolean {
    return (
      weekdays === undefined || weekdays.length === 0 || weekdays.includes(weekdayOfDay(this.#zone.localDay(start)))
    );
  }

  /** How far a session lies outside the wished times of its day. */
  #minutesOff({ fromTime, toTime, minutes }: PlacingStep, start: number): number {
    if (fromTime === undefined && toTime === undefined) return 0;
    const minute = (start + this.#zone.offsetAt(start) - this.#zone.localDay(start) * DAY) / MINUTE;
    const early = parseTime(fromTime ?? "00:00") - minute;
    const late = minute + minutes - parseTime(toTime ?? "24:00");
    return Math.max(0, early, late);
  }
}

/** What stands against the first wished time between two dates, for a step that found none. */
export function explainMiss(
  ledger: SeriesLedger,
  wishes: PlacingWishes,
  { step, from, until }: { readonly step: number; readonly from: number; readonly until: number },
): readonly Reason[] {
  const asked = wishes.step(step);
  for (let day = from; day <= until; day++) {
    if (asked.weekdays && asked.weekdays.length > 0 && !asked.weekdays.includes(weekdayOfDay(day))) continue;
    return ledger.reasonsAgainst({ ...asked, start: wishes.wishedStart(asked, day) });
  }
  return ledger.reasonsAgainst({ ...asked, start: wishes.wishedStart(asked, from) });
}
