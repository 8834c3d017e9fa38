import { useCallback, useState } from "react";
import { dateOf, formatDate, formatTime, offsetOf, wallTime } from "../../lib/time.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { BothTimes } from "../session/BothTimes.tsx";
import { Countdown } from "./Countdown.tsx";
import { useAnswerOffer } from "./use-answer-offer.ts";
import { useOfferTimes } from "./use-offer-times.ts";
import type { Offer, Waiting } from "./use-waiting.ts";
import styles from "./waiting.module.css";

type OfferCardProps = { token: string; waiting: Waiting; offer: Offer; refetch: () => void };

/** What is kept for this person alone, and the one press that takes it. */
export function OfferCard({ token, waiting, offer, refetch }: OfferCardProps) {
  const { entry, coach, sessionType } = waiting;
  const times = useOfferTimes(offer, { client: entry.timeZone, coach: coach.timeZone });
  const { accept, decline, busy, problem } = useAnswerOffer(token, offer.id, refetch);
  const [over, setOver] = useState(false);
  const end = useCallback(() => {
    setOver(true);
    refetch();
  }, [refetch]);
  const once = entry.kind === "SESSION" || entry.kind === "SLOT";
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
      <div className={styles["actions"]}>
        <Button
          variant="primary"
          size="l"
          isDisabled={over || busy === "decline"}
          isPending={busy === "accept"}
          onPress={() => void accept()}
        >
          {busy === "accept" ? "Booking…" : sessionType.requiresApproval ? "Request this time" : "Accept and book"}
        </Button>
        <Button
          variant="quiet"
          size="l"
          isDisabled={over || busy === "accept"}
          isPending={busy === "decline"}
          onPress={() => void decline()}
        >
          {busy === "decline" ? "Declining…" : "Decline"}
        </Button>
      </div>
      <p className={styles["soft"]}>
        {once
          ? "Without an answer, or if you decline, it goes to the next person and your wait ends."
          : "Without an answer, or if you decline, it goes to the next person. You wait on for other times."}
      </p>
    </div>
  );
}

/** "until 14:30", with its date where that is not today. */
function untilWords(local: string, at: string): string {
  const today = dateOf(wallTime(Date.now(), offsetOf(local, at)));
  return `until ${formatTime(local)}${dateOf(local) === today ? "" : ` on ${formatDate(local, "short")}`}`;
}
