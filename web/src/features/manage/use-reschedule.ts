import { useCallback, useState } from "react";
import {
  type RescheduleBookingMutation,
  type RescheduleBookingMutationVariables,
  useRescheduleBookingMutation,
} from "../../generated/manage.ts";
import { useAttempts } from "../../lib/attempt.ts";
import { describeFailure, send, useStillThere } from "../../lib/send.ts";
import type { Slot } from "../slots/slot-board.ts";

type Lost = { message: string; alternatives: readonly Slot[] };
type Reschedule = {
  move: (to: Slot) => Promise<void>;
  busy: boolean;
  lost: Lost | null;
  problem: string | null;
  forget: () => void;
};

export function useReschedule(
  token: string,
  timeZone: string,
  onSend: (sending: boolean) => void,
  onDone: () => void,
): Reschedule {
  const [rescheduleBooking] = useRescheduleBookingMutation();
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState<Lost | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const attempts = useAttempts<RescheduleBookingMutationVariables["input"]>();
  const stillThere = useStillThere();
  const forget = useCallback(() => {
    setLost(null);
    setProblem(null);
  }, []);
  const settle = (result: RescheduleBookingMutation["rescheduleBooking"]) => {
    switch (result.__typename) {
      case "BookingMoved":
        return onDone();
      case "SlotTaken":
      case "SlotNotOffered":
        return setLost(result);
      case "BookingNotFound":
      case "TooLate":
      case "AlreadyCancelled":
      case "AlreadySeated":
      case "IdempotencyConflict":
      case "InvalidInput":
        return setProblem(result.message);
    }
  };
  const move = async (to: Slot) => {
    if (busy) return;
    setBusy(true);
    onSend(true);
    forget();
    const fields = { token, startAt: to.startAt, timeZone };
    const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    try {
      const { rescheduleBooking: result } = await send(() => rescheduleBooking({ variables: { input } }), stillThere);
      attempts.settled();
      if (result.__typename !== "BookingMoved") onSend(false);
      settle(result);
    } catch (error) {
      onSend(false);
      setProblem(describeFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return { move, busy, lost, problem, forget };
}
