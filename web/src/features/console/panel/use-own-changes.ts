import { useRef } from "react";
import { useAttempts } from "../../../lib/attempt.ts";
import { type Answer, failedOutcome, type Outcome, outcomeOf, unknownOutcome } from "./outcome.ts";

const NEWS_MS = 1_500;

export interface OwnChanges {
  /** Whether an answer is awaited: what the live agenda brings meanwhile may be our own doing. */
  readonly isWaiting: () => boolean;
  /** Something is on its way that is not a session's own change. */
  readonly during: <Result>(work: Promise<Result>) => Promise<Result>;
  readonly settle: (attempts: { settled: () => void }, answer: () => Promise<Outcome>) => Promise<Outcome>;
}

/** What the coach does herself, from the press to the answer. */
export function useOwnChanges(): OwnChanges {
  const waiting = useRef(0);
  async function settle(attempts: { settled: () => void }, answer: () => Promise<Outcome>): Promise<Outcome> {
    waiting.current += 1;
    const outcome = await answer().catch(failedOutcome);
    waiting.current -= 1;
    if (outcome.kind !== "unknown") attempts.settled();
    return outcome;
  }
  async function during<Result>(work: Promise<Result>): Promise<Result> {
    waiting.current += 1;
    // The live news of it may come a moment after the answer.
    return work.finally(() => setTimeout(() => (waiting.current -= 1), NEWS_MS));
  }
  return { isWaiting: () => waiting.current > 0, during, settle };
}

type Keyed<Fields> = Fields & { readonly idempotencyKey: string };

/** One kind of change, sent with a key of its own: what is sent again after a lost answer is not done twice. */
export function useKeyed<Fields extends object>(
  own: OwnChanges,
  send: (input: Keyed<Fields>) => Promise<Answer | undefined>,
): (fields: Fields) => Promise<Outcome> {
  const attempts = useAttempts<Keyed<Fields>>();
  return (fields) => {
    const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    return own.settle(attempts, async () => {
      const answer = await send(input);
      return answer ? outcomeOf(answer) : unknownOutcome();
    });
  };
}
