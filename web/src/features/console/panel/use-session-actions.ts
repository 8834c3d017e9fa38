import { useRef, useState } from "react";
import {
  useBookForClientMutation,
  useCancelSessionMutation,
  useRescheduleSessionMutation,
} from "../../../generated/console.ts";
import type { BookForClientInput, CancelSessionInput, RescheduleSessionInput } from "../../../generated/schema.ts";
import { useAttempts } from "../../../lib/attempt.ts";
import { dateOf, type WallTime } from "../../../ui/week-grid/wall-time.ts";
import type { Session } from "../calendar/bookings.ts";
import type { ZoneOn } from "../calendar/clocks.ts";
import type { Underway } from "../calendar/grid-events.ts";
import { failedOutcome, type Outcome, outcomeOf, unknownOutcome } from "./outcome.ts";

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
export function useSessionActions(zoneOn: ZoneOn, onDone: (session: Session) => void): SessionActions {
  const [underway, setUnderway] = useState<Underway>(new Map());
  const waiting = useRef(0);
  const moves = useAttempts<RescheduleSessionInput>();
  const cancellations = useAttempts<CancelSessionInput>();
  const bookings = useAttempts<BookForClientInput>();
  const [sendMove] = useRescheduleSessionMutation();
  const [sendCancel] = useCancelSessionMutation();
  const [sendBook] = useBookForClientMutation();

  async function settle(attempts: { settled: () => void }, answer: () => Promise<Outcome>): Promise<Outcome> {
    waiting.current += 1;
    const outcome = await answer().catch(failedOutcome);
    waiting.current -= 1;
    if (outcome.kind !== "unknown") attempts.settled();
    if (outcome.kind === "done") onDone(outcome.session);
    return outcome;
  }
  async function showing(id: string, start: WallTime | null, change: Promise<Outcome>): Promise<Outcome> {
    setUnderway((before) => new Map(before).set(id, start));
    const outcome = await change;
    setUnderway((before) => new Map([...before].filter(([one]) => one !== id)));
    return outcome;
  }

  function move(session: Session, start: WallTime): Promise<Outcome> {
    const moment = { local: start, timeZone: zoneOn(dateOf(start)) };
    const fields: Unkeyed<RescheduleSessionInput> = { booking: session.id, start: moment };
    const input = moves.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    const change = settle(moves, async () => {
      const { data } = await sendMove({ variables: { input } });
      return data ? outcomeOf(data.rescheduleSession) : unknownOutcome();
    });
    return showing(session.id, start, change);
  }
  function cancel(session: Session, message: string): Promise<Outcome> {
    const fields: Unkeyed<CancelSessionInput> = { booking: session.id, message: message.trim() || null };
    const input = cancellations.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    const change = settle(cancellations, async () => {
      const { data } = await sendCancel({ variables: { input } });
      return data ? outcomeOf(data.cancelSession) : unknownOutcome();
    });
    return showing(session.id, null, change);
  }
  function book(fields: NewSessionInput): Promise<Outcome> {
    const input = bookings.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    return settle(bookings, async () => {
      const { data } = await sendBook({ variables: { input } });
      return data ? outcomeOf(data.bookForClient) : unknownOutcome();
    });
  }
  return { underway, isWaiting: () => waiting.current > 0, move, cancel, book };
}
