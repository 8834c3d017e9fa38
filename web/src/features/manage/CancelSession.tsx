import { type FormEvent, useRef, useState } from "react";
import {
  type CancelBookingMutation,
  type CancelBookingMutationVariables,
  useCancelBookingMutation,
} from "../../generated/manage.ts";
import { useAttempts } from "../../lib/attempt.ts";
import { describeFailure, send, useStillThere } from "../../lib/send.ts";
import { Button } from "../../ui/Button.tsx";
import { SendingStatus } from "../../ui/ConnectionStatus.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useStepFocus } from "../../ui/use-step-focus.ts";
import styles from "./manage.module.css";

type CancelSessionProps = {
  token: string;
  coachName: string;
  onSend: (sending: boolean) => void;
  onKeep: () => void;
  onDone: () => void;
};

/** Asks once more on the page itself. */
export function CancelSession({ token, coachName, onSend, onKeep, onDone }: CancelSessionProps) {
  const [cancelBooking] = useCancelBookingMutation();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ text: string; atReason: boolean } | null>(null);
  const attempts = useAttempts<CancelBookingMutationVariables["input"]>();
  const stillThere = useStillThere();
  const heading = useRef<HTMLHeadingElement>(null);
  useStepFocus("cancel", () => heading.current?.focus(), true);

  const settle = (result: CancelBookingMutation["cancelBooking"]) => {
    switch (result.__typename) {
      case "BookingCancelled":
      case "AlreadyCancelled":
        return onDone();
      case "InvalidInput":
        return setProblem({ text: result.message, atReason: result.field.endsWith("reason") });
      case "BookingNotFound":
      case "TooLate":
      case "IdempotencyConflict":
        return setProblem({ text: result.message, atReason: false });
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    onSend(true);
    setProblem(null);
    const fields = { token, reason: reason.trim() || null };
    const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    try {
      const { cancelBooking: result } = await send(() => cancelBooking({ variables: { input } }), stillThere);
      attempts.settled();
      if (result.__typename !== "BookingCancelled") onSend(false);
      settle(result);
    } catch (error) {
      onSend(false);
      setProblem({ text: describeFailure(error), atReason: false });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles["form"]} onSubmit={submit} noValidate>
      <h2 ref={heading} tabIndex={-1} className={styles["question"]}>
        Cancel this session?
      </h2>
      <TextField
        label={`A word to ${coachName}`}
        optional
        multiline
        value={reason}
        onChange={setReason}
        error={problem?.atReason ? problem.text : undefined}
      />
      {problem && !problem.atReason && (
        <Notice tone="danger" live>
          {problem.text}
        </Notice>
      )}
      <div className={styles["actions"]}>
        <Button type="submit" variant="danger" isPending={busy}>
          {busy ? "Cancelling…" : "Cancel the session"}
        </Button>
        <Button variant="quiet" onPress={onKeep}>
          Keep it
        </Button>
      </div>
      <SendingStatus busy={busy} />
    </form>
  );
}
