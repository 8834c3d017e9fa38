import { useRef, useState } from "react";
import { useLeaveWaitlistMutation } from "../../generated/waiting.ts";
import { describeFailure, send } from "../../lib/send.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useStepFocus } from "../../ui/use-step-focus.ts";
import type { Waiting } from "./use-waiting.ts";
import styles from "./waiting.module.css";

/** Asks once more on the page itself: a place in the line cannot be had back. */
export function LeaveWait({ token, waiting: { offer } }: { token: string; waiting: Waiting }) {
  const [leaveWaitlist] = useLeaveWaitlistMutation();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const stay = useRef<HTMLButtonElement>(null);
  useStepFocus(asking ? "asking" : "waiting", () => (asking ? stay : leave).current?.focus());
  // Leaving twice is leaving once: it may be sent again as it is.
  const submit = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await send(() => leaveWaitlist({ variables: { token } }));
    } catch (error) {
      setProblem(describeFailure(error));
      setBusy(false);
    }
  };
  if (!asking) {
    return (
      <div className={styles["leave"]}>
        <Button ref={leave} variant="quiet" onPress={() => setAsking(true)}>
          Stop waiting
        </Button>
      </div>
    );
  }
  return (
    <fieldset className={styles["question"]}>
      <legend>
        Stop waiting?{" "}
        {offer ? "The offer goes to the next person, and you lose your place." : "You lose your place in the line."}
      </legend>
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <div className={styles["actions"]}>
        <Button ref={stay} onPress={() => setAsking(false)}>
          Keep waiting
        </Button>
        <Button variant="danger" isPending={busy} onPress={() => void submit()}>
          {busy ? "Leaving…" : "Stop waiting"}
        </Button>
      </div>
    </fieldset>
  );
}
