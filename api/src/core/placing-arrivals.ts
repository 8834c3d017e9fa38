import type { Period } from "./limits.ts";
import { MINUTE } from "./local-date.ts";
import type { PlacingQuestion, PlacingStep } from "./placing.ts";
import type { PlanLimits } from "./placing-limits.ts";
import { gapCost } from "./placing-wishes.ts";

/** A time that a step may take, with what its wishes cost there. */
export type Candidate = { readonly start: number; readonly day: number; readonly cost: number };

/** The best way to a time of a step; `firsts` are the first steps in the same day, week and month, where limits count. */
export type Node = {
  readonly step: number;
  readonly candidate: Candidate;
  readonly cost: number;
  readonly before: Node | null;
  /** The date by which limits count it. */
  readonly countedOn: number;
  readonly firsts: Firsts;
};
export type Firsts = Readonly<Record<Period, number>>;

/** Beyond so many days two sessions are apart, whatever their lengths and buffers. */
const SURELY_APART = 4;
/** Two days are enough where a session and its buffers are shorter than the shortest of days. */
const SHORT_MINUTES = 22 * 60;
type Arriving = {
  readonly question: PlacingQuestion;
  readonly step: number;
  readonly limits: PlanLimits;
  readonly reached: readonly Node[];
  readonly start: number;
};

/** A way to a date: what it costs there before the time of day is chosen. */
type Arrival = Pick<Node, "before" | "cost" | "firsts">;

/** The best ways to the times of a step, the earliest date before it first: of two equal plans the earlier one wins. */
export class Arrivals {
  readonly #arriving: Arriving;
  readonly #asked: PlacingStep;
  readonly #ways: Ways;
  /** Of dates that no time of day can come too close to, by date and by the date that counts. */
  readonly #fromAfar = new Map<string, readonly Arrival[]>();

  constructor(arriving: Arriving) {
    const { question, step, reached } = arriving;
    const asked = question.steps[step];
    if (asked === undefined) throw new RangeError(`The program has no step ${step}.`);
    this.#arriving = arriving;
    this.#asked = asked;
    this.#ways = new Ways(reached, question, step);
  }

  /** One for each way that limits see differently. */
  at(candidate: Candidate): Node[] {
    const { step, limits } = this.#arriving;
    const countedOn = limits.dateOf(candidate);
    const best: Arrival[] = [...this.#afar(candidate, countedOn)];
    for (const way of this.#ways.near(candidate)) keepBest(best, this.#arrival(way, candidate.day, countedOn));
    return best.map(({ before, cost, firsts }) => {
      return { step, candidate, cost: cost + candidate.cost, before, firsts, countedOn };
    });
  }

  #afar(candidate: Candidate, countedOn: number): readonly Arrival[] {
    const { step, start } = this.#arriving;
    const key = `${candidate.day} ${countedOn}`;
    const known = this.#fromAfar.get(key);
    if (known !== undefined) return known;
    const best: Arrival[] = [];
    if (step > 0) {
      for (const way of this.#ways.far(candidate)) keepBest(best, this.#arrival(way, candidate.day, countedOn));
    } else if (isWithinGap(this.#asked, candidate.day - start))
      best.push(this.#arrival(null, candidate.day, countedOn));
    this.#fromAfar.set(key, best);
    return best;
  }

  #arrival(way: Node | null, day: number, countedOn: number): Arrival {
    const { step, limits, start } = this.#arriving;
    const cost = (way?.cost ?? 0) + gapCost(this.#asked, day - (way?.candidate.day ?? start));
    return { before: way, cost, firsts: limits.firsts(way, countedOn, step) };
  }
}

/** The ends of the last step, by date and by what limits see of them: quickly the best one that a next time may follow. */
class Ways {
  readonly #dates = new Map<number, Node[][]>();
  readonly #starts = new Map<Node[], number[]>();
  readonly #asked: PlacingStep | undefined;
  readonly #distance: number;
  readonly #apart: number;

  constructor(reached: readonly Node[], question: PlacingQuestion, step: number) {
    this.#asked = question.steps[step];
    this.#distance = distanceTo(question, step);
    this.#apart = daysApart(question, step);
    const byKey = new Map<string, Node[]>();
    for (const node of [...reached].sort((a, b) => a.candidate.start - b.candidate.start)) {
      const { firsts, candidate, countedOn } = node;
      const key = `${candidate.day} ${countedOn} ${firsts.day} ${firsts.week} ${firsts.month}`;
      const group = byKey.get(key);
      // Each entry is the cheapest way to its time or an earlier one of the date.
      const cheapest = group?.at(-1);
      const kept = cheapest !== undefined && cheapest.cost <= node.cost ? cheapest : node;
      if (group === undefined) {
        const fresh = [node];
        byKey.set(key, fresh);
        this.#dates.set(candidate.day, [...(this.#dates.get(candidate.day) ?? []), fresh]);
        this.#starts.set(fresh, [candidate.start]);
      } else {
        group.push(kept);
        this.#starts.get(group)?.push(candidate.start);
      }
    }
  }

  /** From each date that is days before: its best, whatever the times of day. */
  far({ day }: Candidate): Node[] {
    return this.#daysBefore(day)
      .filter((before) => day - before >= this.#apart)
      .flatMap((before) => (this.#dates.get(before) ?? []).flatMap((group) => group.at(-1) ?? []));
  }

  /** From each date that is nearer: the best that ends in time. */
  near({ day, start }: Candidate): Node[] {
    if (this.#asked === undefined || (this.#asked.at === undefined && this.#asked.after.min >= this.#apart)) return [];
    const latest = start - this.#distance;
    const found: Node[] = [];
    for (const before of this.#daysBefore(day, this.#apart - 1)) {
      for (const group of this.#dates.get(before) ?? []) {
        const best = group[countUpTo(this.#starts.get(group) ?? [], latest) - 1];
        if (best !== undefined) found.push(best);
      }
    }
    return found;
  }

  /** Dates within the gap, the earliest first; whoever put the step somewhere set it aside. */
  #daysBefore(day: number, most = Number.POSITIVE_INFINITY): number[] {
    if (this.#asked === undefined) return [];
    const { after, at } = this.#asked;
    if (at !== undefined) return [...this.#dates.keys()].filter((before) => before <= day && day - before <= most);
    const days: number[] = [];
    for (let gap = Math.min(after.max, most); gap >= after.min; gap--) {
      if (this.#dates.has(day - gap)) days.push(day - gap);
    }
    return days;
  }
}

/** How many of some sorted numbers are not above a bound. */
function countUpTo(sorted: readonly number[], bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Keeps a way unless another one is as cheap and leaves as much to limits: the later the first steps of a day, week and
 * month are, the fewer sessions of the plan count there.
 */
function keepBest(best: Arrival[], way: Arrival): void {
  if (best.some((known) => isAsGood(known, way))) return;
  let kept = 0;
  for (const known of best) if (!isAsGood(way, known)) best[kept++] = known;
  best.length = kept;
  best.push(way);
}

function isAsGood(a: Arrival, b: Arrival): boolean {
  const [one, other] = [a.firsts, b.firsts];
  return a.cost <= b.cost && one.day >= other.day && one.week >= other.week && one.month >= other.month;
}

/** After so many days a step cannot meet the one before it, at whatever times of day they lie. */
export function daysApart(question: PlacingQuestion, step: number): number {
  return distanceTo(question, step) <= SHORT_MINUTES * MINUTE ? 2 : SURELY_APART;
}

/** From the start of the step before to the earliest start of a step: its length and the buffers between. */
function distanceTo({ steps, queries }: PlacingQuestion, step: number): number {
  const [before, next] = [steps[step - 1], steps[step]];
  if (before === undefined || next === undefined) return 0;
  const after = queries.get(before.sessionTypeId)?.session.bufferAfterMinutes ?? 0;
  return (before.minutes + after + (queries.get(next.sessionTypeId)?.session.bufferBeforeMinutes ?? 0)) * MINUTE;
}

/** A step that somebody put somewhere may lie where it does. */
function isWithinGap({ after, at }: PlacingStep, gap: number): boolean {
  return at !== undefined || (after.min <= gap && gap <= after.max);
}
