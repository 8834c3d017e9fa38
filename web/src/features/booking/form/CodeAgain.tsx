import { useState } from "react";
import { formatCountdown } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { announce } from "../../../ui/Announcer.tsx";
import { Button } from "../../../ui/Button.tsx";
import styles from "./DetailsStep.module.css";
import { ProblemNotice } from "./ProblemNotice.tsx";
import type { FormProblem } from "./use-booking-form.ts";
import type { useProveEmail } from "./use-prove-email.ts";

/** A message takes a moment: another code before that would only make this one void. */
const waitMs = 30_000;

type CodeAgainProps = {
  sendAgain: ReturnType<typeof useProveEmail>["sendAgain"];
  onSent: () => void;
  /** The time is no longer kept. */
  onGone: () => void;
  onOtherAddress: () => void;
};

export function CodeAgain({ sendAgain, onSent, onGone, onOtherAddress }: CodeAgainProps) {
  const [sentAt, setSentAt] = useState(() => Date.now());
  const [told, setTold] = useState<string | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [spent, setSpent] = useState(false);
  const wait = sentAt + waitMs - useNow(1_000);
  const again = async () => {
    setTold(null);
    setProblem(null);
    const result = await sendAgain();
    switch (result.__typename) {
      case "CodeSent":
        setSentAt(Date.now());
        setTold("Another code is on its way. The one before no longer works.");
        announce("Another code is on its way. The one before no longer works.");
        return onSent();
      case "HoldExpired":
        return onGone();
      case "TooManyAttempts":
        return setProblem({ kind: "wait", message: result.message, retryAt: result.retryAt });
      case "InvalidInput":
        setSpent(true);
        return setProblem({ kind: "plain", message: result.message });
      case "Failed":
        return setProblem({ kind: "plain", message: result.message });
    }
  };
  return (
    <div className={styles["again"]}>
      <p className={styles["small"]}>
        {told ?? "It may take a minute. Nothing there? Look into the folder for unwanted mail."}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles["choices"]}>
        {!spent && (
          <Button size="s" isDisabled={wait > 0} onPress={() => void again()}>
            {wait > 0 ? (
              <span>
                Send another code in <span className={styles["count"]}>{formatCountdown(wait)}</span>
              </span>
            ) : (
              "Send another code"
            )}
          </Button>
        )}
        <Button size="s" onPress={onOtherAddress}>
          Use another email address
        </Button>
      </div>
    </div>
  );
}
