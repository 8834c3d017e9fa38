import { useRef } from "react";
import { useAttempts } from "../../../lib/attempt.ts";
import { type Answer, failedOutcome, type Outcome, outcomeOf, unknownOutcome } from "./outcome.ts";

export interface OwnChanges {
  /** Whether an answer is awaited: what the live agenda brings meanwhile may be our own doing. */
  readonly isWaiting: () => boolean;
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
  return { isWaiting: () => waiting.current > 0, settle };
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
