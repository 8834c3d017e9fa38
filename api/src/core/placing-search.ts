import { type Beside, keyOf, limitHits, type Period, type Tally } from "./limits.ts";
import { MINUTE, parseDate } from "./local-date.ts";
import type { PlacingQuestion, PlacingStep } from "./placing.ts";
import { gapCost } from "./placing-wishes.ts";
import { type Zone, zone } from "./zone.ts";

/** A time that a step may take, with what its wishes cost there. */
export type Candidate = { readonly start: number; readonly day: number; readonly cost: number };

export type Chosen = Candidate & { readonly step: number };

type Found =
  | { readonly kind: "placed"; readonly chosen: readonly Chosen[]; readonly cost: number }
  | { readonly kind: "impossible"; readonly step: number; readonly from: number; readonly until: number };

/** The best way to a time of a step; `firsts` are the first steps in the same day, week and month, where limits count. */
type Node = {
  readonly step: number;
  readonly candidate: Candidate;
  readonly cost: number;
  readonly before: Node | null;
  /** The date by which limits count it. */
  readonly countedOn: number;
  readonly firsts: Firsts;
};
type Firsts = Readonly<Record<Period, number>>;

/** Beyond so many days two sessions are apart, whatever their lengths and buffers. */
const SURELY_APART = 4;

/** Finds the cheapest plan: step by step, the best way to each time from the times of the step before. */
export function searchPlacing(question: PlacingQuestion, candidates: readonly (readonly Candidate[])[]): Found {
  const start = parseDate(question.startDate);
  const last = parseDate(question.lastDate);
  const limits = new PlanLimits(question);
  let reached: Node[] = [];
  for (const [step, asked] of question.steps.entries()) {
    const times = standsApart(question, step) ? limits.bestOfDates(candidates[step] ?? []) : (candidates[step] ?? []);
    const ways = new Ways(reached, question, step);
    const days = step === 0 ? [start] : reached.map(({ candidate }) => candidate.day);
    const next: Node[] = [];
    for (const candidate of times) {
      if (candidate.day > last && asked.at === undefined) continue;
      const countedOn = limits.dateOf(candidate);
      const best: Node[] = [];
      for (const way of step === 0 ? [null] : ways.to(candidate)) {
        const gap = candidate.day - (way === null ? start : way.candidate.day);
        if (way === null && !isWithinGap(asked, gap)) continue;
        const firsts = limits.firsts(way, countedOn, step);
        const cost = (way?.cost ?? 0) + candidate.cost + gapCost(asked, gap);
        keepCheapest(best, { step, candidate, cost, before: way, firsts, countedOn });
      }
      for (const node of best) if (asked.at !== undefined || !limits.areBroken(node)) next.push(node);
    }
    if (next.length === 0) {
      const from = Math.min(...days) + asked.after.min;
      return {
        kind: "impossible",
        step,
        from,
        until: Math.max(from, Math.min(last, Math.max(...days) + asked.after.max)),
      };
    }
    reached = next;
  }
  const best = reached.reduce<Node | null>(
    (least, node) => (least !== null && least.cost <= node.cost ? least : node),
    null,
  );
  return { kind: "placed", chosen: best === null ? [] : pathTo(best), cost: best?.cost ?? 0 };
}

/** Whether days lie on both sides of a step, so that the time of day is no other step's business. */
function standsApart({ steps }: PlacingQuestion, step: number): boolean {
  const [own, next] = [steps[step], steps[step + 1]];
  const isFar = (asked: PlacingStep | undefined) =>
    asked === undefined || (asked.after.min >= SURELY_APART && asked.at === undefined);
  return own?.at === undefined && (step === 0 || isFar(own)) && isFar(next);
}

/** A step that somebody put somewhere may lie where it does. */
function isWithinGap({ after, at }: PlacingStep, gap: number): boolean {
  return at !== undefined || (after.min <= gap && gap <= after.max);
}

function pathTo(last: Node): Chosen[] {
  const path: Chosen[] = [];
  for (let node: Node | null = last; node !== null; node = node.before)
    path.unshift({ ...node.candidate, step: node.step });
  return path;
}

/** Of several ways to one time that limits see alike, the cheapest. */
function keepCheapest(best: Node[], node: Node): void {
  const index = best.findIndex((known) => isAlike(known.firsts, node.firsts));
  const known = best[index];
  if (known === undefined) best.push(node);
  else if (node.cost < known.cost) best[index] = node;
}

function isAlike(a: Firsts, b: Firsts): boolean {
  return a.day === b.day && a.week === b.week && a.month === b.month;
}

/** The ends of the last step, by date and by what limits see of them: quickly the best one that a next time may follow. */
class Ways {
  readonly #dates = new Map<number, Node[][]>();
  readonly #question: PlacingQuestion;
  readonly #step: number;

  constructor(reached: readonly Node[], question: PlacingQuestion, step: number) {
    this.#question = question;
    this.#step = step;
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

  readonly #starts = new Map<Node[], number[]>();

  /** The best way from each date within the gap, the earliest date first: of two equal plans the earlier one wins. */
  to(candidate: Candidate): Node[] {
    const asked = this.#question.steps[this.#step];
    if (asked === undefined) return [];
    const found: Node[] = [];
    const latest = candidate.start - this.#distance();
    for (const day of this.#daysBefore(candidate, asked)) {
      for (const group of this.#dates.get(day) ?? []) {
        const best =
          candidate.day - day >= SURELY_APART
            ? group.at(-1)
            : group[countUpTo(this.#starts.get(group) ?? [], latest) - 1];
        if (best !== undefined) found.push(best);
      }
    }
    return found;
  }

  #daysBefore({ day }: Candidate, { after, at }: PlacingStep): number[] {
    if (at !== undefined) return [...this.#dates.keys()].filter((before) => before <= day);
    const days: number[] = [];
    for (let gap = after.max; gap >= after.min; gap--) if (this.#dates.has(day - gap)) days.push(day - gap);
    return days;
  }

  /** From the start of the last step to the earliest start of the next: its length and the buffers between. */
  #distance(): number {
    const { steps, queries } = this.#question;
    const [before, next] = [steps[this.#step - 1], steps[this.#step]];
    if (before === undefined || next === undefined) return 0;
    const after = queries.get(before.sessionTypeId)?.session.bufferAfterMinutes ?? 0;
    return (before.minutes + after + (queries.get(next.sessionTypeId)?.session.bufferBeforeMinutes ?? 0)) * MINUTE;
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

const PERIODS: readonly Period[] = ["day", "week", "month"];

/** Limits over the calendar and the plan's own sessions. */
class PlanLimits {
  readonly #question: PlacingQuestion;
  readonly #home: Zone;
  readonly #hits: readonly (ReturnType<typeof limitHits> | null)[];
  readonly #counts: Readonly<Record<Period, boolean>>;
  readonly #known = new Map<string, boolean>();

  constructor(question: PlacingQuestion) {
    this.#question = question;
    const queries = [...question.queries.values()];
    this.#home = zone(queries[0]?.availability.timeZone ?? question.timeZone);
    const all = queries.flatMap(({ session, coachLimits }) => [session.limits, coachLimits]);
    const has = (
      ...names: readonly ("perDay" | "perWeek" | "perMonth" | "minutesPerDay" | "minutesPerWeek" | "minutesPerMonth")[]
    ) => all.some((limits) => names.some((name) => limits?.[name] !== undefined));
    this.#counts = {
      day: has("perDay", "minutesPerDay"),
      week: has("perWeek", "minutesPerWeek"),
      month: has("perMonth", "minutesPerMonth"),
    };
    this.#hits = question.steps.map(({ sessionTypeId, minutes }) => {
      const query = question.queries.get(sessionTypeId);
      return query === undefined ? null : limitHits({ ...query, session: { ...query.session, minutes } });
    });
  }

  /** The coach's date of a time; 0 where nothing is counted. */
  dateOf({ start }: Candidate): number {
    return PERIODS.some((period) => this.#counts[period]) ? this.#home.localDay(start) : 0;
  }

  /** Of the times of each date that are counted alike, the cheapest: a year of quarter hours becomes a year of dates. */
  bestOfDates(times: readonly Candidate[]): Candidate[] {
    const best = new Map<string, Candidate>();
    for (const time of times) {
      const key = `${time.day} ${this.dateOf(time)}`;
      const known = best.get(key);
      if (known === undefined || time.cost < known.cost) best.set(key, time);
    }
    return [...best.values()];
  }

  /** The first steps of the day, week and month of a date that is reached by a way. */
  firsts(way: Node | null, date: number, step: number): Firsts {
    const first = (period: Period) => {
      if (!this.#counts[period]) return 0;
      if (way === null) return step;
      return keyOf(period, way.countedOn) === keyOf(period, date) ? way.firsts[period] : step;
    };
    return { day: first("day"), week: first("week"), month: first("month") };
  }

  areBroken({ firsts, candidate: { start }, countedOn, step }: Node): boolean {
    const hits = this.#hits[step];
    if (hits === null || hits === undefined) return false;
    const key = `${step} ${countedOn} ${firsts.day} ${firsts.week} ${firsts.month}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const beside = PERIODS.map((period) => [period, this.#own(firsts[period], step)] as const);
    const broken = hits(start, besideOf(beside)).length > 0;
    this.#known.set(key, broken);
    return broken;
  }

  /** What the plan itself adds from a step to before another: of that one's type, and in all. */
  #own(from: number, step: number): Record<"session" | "coach", Tally> {
    const { steps } = this.#question;
    const asked = steps[step];
    const own = { session: { sessions: 0, minutes: 0 }, coach: { sessions: 0, minutes: 0 } };
    for (const { sessionTypeId, minutes } of steps.slice(from, step)) {
      own.coach.sessions += 1;
      own.coach.minutes += minutes;
      if (sessionTypeId !== asked?.sessionTypeId) continue;
      own.session.sessions += 1;
      own.session.minutes += minutes;
    }
    return own;
  }
}

function besideOf(entries: readonly (readonly [Period, Beside[Period]])[]): Beside {
  const none = { session: { sessions: 0, minutes: 0 }, coach: { sessions: 0, minutes: 0 } };
  const beside = { day: none, week: none, month: none };
  for (const [period, tallies] of entries) beside[period] = tallies;
  return beside;
}
