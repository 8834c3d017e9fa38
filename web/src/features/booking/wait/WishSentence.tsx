import { formatDuration, zoneCity } from "../../../lib/time.ts";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { wishWords } from "../../waiting/wish-words.ts";
import type { Page } from "../BookingFlow.tsx";
import type { WaitForm } from "./use-wait-form.ts";
import styles from "./wait.module.css";

type WishSentenceProps = { page: Page; entry: WaitForm; minutes: number; timeZone: string };

/** The wish read back, so that nobody waits for what she did not mean. */
export function WishSentence({ page, entry: { said, start }, minutes, timeZone }: WishSentenceProps) {
  return (
    <p className={styles["sentence"]} aria-live="polite">
      {said ? (
        <>
          You wait for {formatDuration(minutes)} with {page.coach.name}: <strong>{wishWords(said)}</strong>,{" "}
          {zoneCity(timeZone)} time.
        </>
      ) : start ? (
        <Skeleton width="80%" />
      ) : (
        "Say what would suit you, and it stands here in words."
      )}
    </p>
  );
}
