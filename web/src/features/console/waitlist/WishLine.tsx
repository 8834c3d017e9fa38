import type { DeskEntryPartsFragment } from "../../../generated/console.ts";
import { zoneCity } from "../../../lib/time.ts";
import { useCoach } from "../shell/coach.ts";
import styles from "./Waitlist.module.css";
import { startParts, wishWords } from "./wish-words.ts";

interface WishLineProps {
  readonly entry: DeskEntryPartsFragment;
  /** An instant on the coach's clock. */
  readonly timeOf: (at: string) => string | null;
}

/** What is waited for: a start on the coach's own clock first, a wish in the words and the zone of whoever has it. */
export function WishLine({ entry, timeOf }: WishLineProps) {
  const { timeZone } = useCoach();
  const parts = startParts(entry, { timeZone, start: entry.startAt && timeOf(entry.startAt) });
  const theirs = parts ? parts.theirs : entry.timeZone === timeZone ? null : `${zoneCity(entry.timeZone)} time`;
  return (
    <>
      {parts?.own ?? wishWords(entry)}
      {theirs !== null && (
        <span className={styles.quiet}>
          {parts ? " · " : ", "}
          {theirs}
        </span>
      )}
    </>
  );
}
