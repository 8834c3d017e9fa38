import { useRef, useState } from "react";
import { useLeaveWaitlistMutation } from "../../generated/waiting.ts";
import { describeFailure, send } from "../../lib/send.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useStepFocus } from "../../ui/use-step-focus.ts";
import { useAnswerOffer } from "./use-answer-offer.ts";
import type { Offer, Waiting } from "./use-waiting.ts";
import styles from "./waiting.module.css";
import { isOnlyWish } from "./wish-words.ts";

type LeaveWaitProps = { token: string; waiting: Waiting; refetch: () => void };

/** Asks once more on the page itself: a place in the line cannot be had back. Where all that is waited for is offered, this declines it. */
export function LeaveWait({ token, waiting: { entry, offer }, refetch }: LeaveWaitProps) {
  const [leaveWaitlist] = useLeaveWaitlistMutation();
  const [asking, setAsking] = useState(false);
  const [leaving, setBusy] = useState(false);
  const [failed, setProblem] = useState<string | null>(null);
  const answer = useAnswerOffer(token, offer?.id ?? "", refetch);
  const declines = offer !== null && isOnlyWish(entry, offer);
  const busy = leaving || answer.busy !== null;
  const problem = failed ?? answer.problem;
  const leave = useRef<HTMLButtonElement>(null);
  const stay = useRef<HTMLButtonElement>(null);
  useStepFocus(asking ? "asking" : "waiting", () => (asking ? stay : leave).current?.focus());
  // Leaving twice is leaving once: it may be sent again as it is.
  const submit = async () => {
    if (declines) return answer.decline();
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
          {declines ? "Decline and stop waiting…" : "Stop waiting…"}
        </Button>
      </div>
    );
  }
  return (
    <fieldset className={styles["question"]}>
      <legend>
        {declines ? "Decline this time and stop waiting?" : "Stop waiting?"}{" "}
        {offer ? leaveWords(offer) : "You lose your place in the line."}
      </legend>
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <div className={styles["actions"]}>
        <Button ref={stay} onPress={() => setAsking(false)}>
          {declines ? "Keep the offer" : "Keep waiting"}
        </Button>
        <Button variant="danger" isPending={busy} onPress={() => void submit()}>
          {busy ? "One moment…" : declines ? "Decline and stop" : "Stop waiting"}
        </Button>
      </div>
    </fieldset>
  );
}

const leaveWords = ({ byHand }: Offer): string =>
  `${byHand ? "The offer ends" : "The offer goes to the next person"}, and you lose your place.`;
