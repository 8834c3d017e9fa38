import { useCallback, useRef, useState } from "react";
import {
  useBookForClientMutation,
  useCancelSessionMutation,
  useRescheduleSessionMutation,
} from "../../../generated/console.ts";
import type { BookForClientInput, CancelSessionInput, RescheduleSessionInput } from "../../../generated/schema.ts";
import type { WallTime } from "../../../ui/week-grid/wall-time.ts";
import type { Session } from "../calendar/bookings.ts";
import type { Underway } from "../calendar/grid-events.ts";
import { failedOutcome, type Outcome, outcomeOf, unknownOutcome } from "./outcome.ts";
import { useAttemptKey } from "./use-attempt-key.ts";

type Unkeyed<Input> = Omit<Input, "idempotencyKey">;
export type NewSessionInput = Unkeyed<BookForClientInput>;

export interface SessionActions {
  readonly underway: Underway;
  /** Whether an answer is awaited: what the live agenda brings meanwhile may be our own doing. */
  readonly isWaiting: () => boolean;
  readonly move: (session: Session, start: WallTime) => Promise<Outcome>;
  readonly cancel: (session: Session, message: string) => Promise<Outcome>;
  readonly book: (input: NewSessionInput) => Promise<Outcome>;
}

/** The coach's changes. What is underway is shown as if done, marked as such, until the answer is there. */
export function useSessionActions(timeZone: string, onDone: (session: Session) => void): SessionActions {
  const [underway, setUnderway] = useState<Underway>(new Map());
  const waiting = useRef(0);
  const keyOf = useAttemptKey();
  const [sendMove] = useRescheduleSessionMutation();
  const [sendCancel] = useCancelSessionMutation();
  const [sendBook] = useBookForClientMutation();

  const settle = useCallback(
    async (answer: () => Promise<Outcome>, id: string | null, start: WallTime | null): Promise<Outcome> => {
      if (id !== null) setUnderway((before) => new Map(before).set(id, start));
      waiting.current += 1;
      const outcome = await answer().catch(failedOutcome);
      waiting.current -= 1;
      if (outcome.kind === "done") onDone(outcome.session);
      if (id !== null) setUnderway((before) => new Map([...before].filter(([one]) => one !== id)));
      return outcome;
    },
    [onDone],
  );

  const move = useCallback(
    (session: Session, start: WallTime) => {
      const input: Unkeyed<RescheduleSessionInput> = { booking: session.id, start: { local: start, timeZone } };
      const answer = async () => {
        const { data } = await sendMove({ variables: { input: { ...input, idempotencyKey: keyOf(input) }, timeZone } });
        return data ? outcomeOf(data.rescheduleSession) : unknownOutcome();
      };
      return settle(answer, session.id, start);
    },
    [sendMove, settle, keyOf, timeZone],
  );
  const cancel = useCallback(
    (session: Session, message: string) => {
      const input: Unkeyed<CancelSessionInput> = { booking: session.id, message: message.trim() || null };
      const answer = async () => {
        const { data } = await sendCancel({
          variables: { input: { ...input, idempotencyKey: keyOf(input) }, timeZone },
        });
        return data ? outcomeOf(data.cancelSession) : unknownOutcome();
      };
      return settle(answer, session.id, null);
    },
    [sendCancel, settle, keyOf, timeZone],
  );
  const book = useCallback(
    (input: NewSessionInput) => {
      const answer = async () => {
        const { data } = await sendBook({ variables: { input: { ...input, idempotencyKey: keyOf(input) }, timeZone } });
        return data ? outcomeOf(data.bookForClient) : unknownOutcome();
      };
      return settle(answer, null, null);
    },
    [sendBook, settle, keyOf, timeZone],
  );
  return { underway, isWaiting: () => waiting.current > 0, move, cancel, book };
}
