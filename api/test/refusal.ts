import { type Problem, Refusal } from "../src/platform/problem.ts";

/** What a use case refuses; an error when it accepts, or fails in another way. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const outcome: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof Refusal) return outcome.problem;
  throw outcome ?? new Error("It was accepted.");
}

/** How many attempts were won, and how many ended in which problem; other errors stand under their own text. */
export async function outcomesOf(attempts: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(attempts)) {
    const name = result.status === "fulfilled" ? "won" : nameOf(result.reason);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function nameOf(error: unknown): string {
  return error instanceof Refusal ? error.problem.constructor.name : String(error);
}
