import { type Beside, keyOf, limitHits, type Period, type Tally } from "./limits.ts";
import type { PlacingQuestion } from "./placing.ts";
import type { Candidate, Firsts, Node } from "./placing-arrivals.ts";
import { type Zone, zone } from "./zone.ts";

const PERIODS: readonly Period[] = ["day", "week", "month"];

/** Limits over the calendar and the plan's own sessions. */
export class PlanLimits {
  readonly #question: PlacingQuestion;
  readonly #home: Zone;
  readonly #hits: readonly (ReturnType<typeof limitHits> | null)[];
  readonly #counts: Readonly<Record<Period, boolean>>;
  readonly #known = new Map<string, boolean>();
  /** Steps with the same wishes have the same times. */
  readonly #bestOfDates = new Map<readonly Candidate[], readonly Candidate[]>();

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
  bestOfDates(times: readonly Candidate[]): readonly Candidate[] {
    const known = this.#bestOfDates.get(times);
    if (known !== undefined) return known;
    const best = new Map<string, Candidate>();
    for (const time of times) {
      const key = `${time.day} ${this.dateOf(time)}`;
      const cheapest = best.get(key);
      if (cheapest === undefined || time.cost < cheapest.cost) best.set(key, time);
    }
    const found = [...best.values()];
    this.#bestOfDates.set(times, found);
    return found;
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
