import { parseDate } from "./local-date.ts";
import type { PlacingQuestion } from "./placing.ts";
import { Arrivals, type Candidate, daysApart, type Node } from "./placing-arrivals.ts";
import { PlanLimits } from "./placing-limits.ts";

export type Chosen = Candidate & { readonly step: number };

type Found =
  | { readonly kind: "placed"; readonly chosen: readonly Chosen[]; readonly cost: number }
  | { readonly kind: "impossible"; readonly step: number; readonly from: number; readonly until: number };

/** A second or two of search; more times than this are for no person to look through either. */
const MOST_TIMES = 1_000_000;

/**
 * Finds the cheapest plan: step by step, the best way to each time from the times of the step before. Throws RangeError
 * where there are far too many times.
 */
export function searchPlacing(question: PlacingQuestion, candidates: readonly (readonly Candidate[])[]): Found {
  const start = parseDate(question.startDate);
  const last = parseDate(question.lastDate);
  const limits = new PlanLimits(question);
  const times = question.steps.map((_, step) => {
    const all = candidates[step] ?? [];
    return standsApart(question, step) ? limits.bestOfDates(all) : all;
  });
  refuseMany(times);
  let reached: Node[] = [];
  for (const [step, asked] of question.steps.entries()) {
    const arrivals = new Arrivals({ question, step, limits, reached, start });
    const days = step === 0 ? [start] : reached.map(({ candidate }) => candidate.day);
    const next: Node[] = [];
    for (const candidate of times[step] ?? []) {
      if (candidate.day > last && asked.at === undefined) continue;
      for (const node of arrivals.at(candidate)) if (asked.at !== undefined || !limits.areBroken(node)) next.push(node);
    }
    if (next.length === 0) {
      const from = days.reduce((least, day) => Math.min(least, day), Infinity) + asked.after.min;
      const until = days.reduce((most, day) => Math.max(most, day), -Infinity) + asked.after.max;
      return { kind: "impossible", step, from, until: Math.max(from, Math.min(last, until)) };
    }
    reached = next;
  }
  const best = reached.reduce<Node | null>(
    (least, node) => (least !== null && least.cost <= node.cost ? least : node),
    null,
  );
  return { kind: "placed", chosen: best === null ? [] : pathTo(best), cost: best?.cost ?? 0 };
}

function refuseMany(times: readonly (readonly Candidate[])[]): void {
  if (times.reduce((sum, { length }) => sum + length, 0) <= MOST_TIMES) return;
  throw new RangeError(
    "These sessions have too many possible times to look through. Make them fewer, or keep two days or more between them.",
  );
}

/** Whether days lie on both sides of a step, so that the time of day is no other step's business. */
function standsApart(question: PlacingQuestion, step: number): boolean {
  const { steps } = question;
  const isFar = (later: number) => {
    const asked = steps[later];
    return asked === undefined || (asked.at === undefined && asked.after.min >= daysApart(question, later));
  };
  return steps[step]?.at === undefined && (step === 0 || isFar(step)) && isFar(step + 1);
}

function pathTo(last: Node): Chosen[] {
  const path: Chosen[] = [];
  for (let node: Node | null = last; node !== null; node = node.before)
    path.unshift({ ...node.candidate, step: node.step });
  return path;
}
