import { useCallback, useRef, useState } from "react";
import { dateOf, formatDate, formatTime, offsetOf, wallTime } from "../../lib/time.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useStepFocus } from "../../ui/use-step-focus.ts";
import { BothTimes } from "../session/BothTimes.tsx";
import { Countdown } from "./Countdown.tsx";
import { useAnswerOffer } from "./use-answer-offer.ts";
import { useOfferTimes } from "./use-offer-times.ts";
import type { Offer, Waiting } from "./use-waiting.ts";
import styles from "./waiting.module.css";
import { isOnlyWish } from "./wish-words.ts";

type OfferCardProps = { token: string; waiting: Waiting; offer: Offer; refetch: () => void };

/** What is kept for this person alone, and the one press that takes it. */
export function OfferCard({ token, waiting, offer, refetch }: OfferCardProps) {
  const { entry, coach, sessionType } = waiting;
  const times = useOfferTimes(offer, { client: entry.timeZone, coach: coach.timeZone });
  const { accept, decline, busy, problem } = useAnswerOffer(token, offer.id, refetch);
  const [over, setOver] = useState(false);
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const refuse = useRef<HTMLButtonElement>(null);
  useStepFocus(asking ? "asking" : "offered", () => (asking ? keep : refuse).current?.focus());
  const end = useCallback(() => {
    setOver(true);
    refetch();
  }, [refetch]);
  return (
    <div className={styles["offer"]}>
      <p className={styles["kept"]}>
        Kept for you for <Countdown until={offer.expiresAt} onOver={end} />
        {times && <span className={styles["soft"]}> {untilWords(times.until, offer.expiresAt)}</span>}
      </p>
      {times ? (
        <BothTimes times={times} clientZone={entry.timeZone} coachZone={coach.timeZone} coachName={coach.name} />
      ) : (
        <Skeleton width="16rem" height="3.5rem" />
      )}
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {asking ? (
        <fieldset className={styles["question"]}>
          <legend>Decline this time? {declineWords(offer)}</legend>
          <div className={styles["actions"]}>
            <Button ref={keep} onPress={() => setAsking(false)}>
              Keep the offer
            </Button>
            <Button
              variant="danger"
              isDisabled={over || busy === "accept"}
              isPending={busy === "decline"}
              onPress={() => void decline()}
            >
              {busy === "decline" ? "Declining…" : "Decline it"}
            </Button>
          </div>
        </fieldset>
      ) : (
        <div className={styles["actions"]}>
          <Button
            variant="primary"
            size="l"
            isDisabled={over}
            isPending={busy === "accept"}
            onPress={() => void accept()}
          >
            {busy === "accept" ? "Booking…" : sessionType.requiresApproval ? "Request this time" : "Accept and book"}
          </Button>
          {!isOnlyWish(entry, offer) && (
            <Button
              ref={refuse}
              variant="quiet"
              size="l"
              isDisabled={over || busy === "accept"}
              onPress={() => setAsking(true)}
            >
              Decline…
            </Button>
          )}
        </div>
      )}
      <p className={styles["soft"]}>{silenceWords(offer)}</p>
    </div>
  );
}

/** What declining leads to, for whoever waits on. */
function declineWords({ byHand }: Offer): string {
  return byHand ? "The offer ends. You wait on." : "It goes to the next person. You wait on for other times.";
}

function silenceWords({ byHand }: Offer): string {
  return byHand
    ? "Without an answer the offer ends. You keep your place in the line."
    : "Without an answer it goes to the next person. You keep your place in the line.";
}

/** "until 14:30", with its date where that is not today. */
function untilWords(local: string, at: string): string {
  const today = dateOf(wallTime(Date.now(), offsetOf(local, at)));
  return `until ${formatTime(local)}${dateOf(local) === today ? "" : ` on ${formatDate(local, "short")}`}`;
}
