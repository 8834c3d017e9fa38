import type { DeskEntryPartsFragment } from "../../../generated/console.ts";
import { formatAgo } from "../../../lib/left.ts";
import { useNow } from "../../../lib/use-now.ts";
import styles from "./Waitlist.module.css";
import { WishLine } from "./WishLine.tsx";
import { endWords } from "./wish-words.ts";

interface EndedWaitsProps {
  readonly ended: readonly DeskEntryPartsFragment[];
  readonly openId: string | null;
  /** An instant on the coach's clock. */
  readonly timeOf: (at: string) => string | null;
  readonly onOpen: (id: string) => void;
}

/** Whose wait ended lately, and how. */
export function EndedWaits({ ended, openId, timeOf, onOpen }: EndedWaitsProps) {
  const now = useNow(30_000);
  if (ended.length === 0) return null;
  return (
    <details className={styles.ended}>
      <summary>Wait no longer ({ended.length})</summary>
      <ul className={styles.endedList}>
        {ended.map((entry) => (
          <li key={entry.id} className={styles.endedRow}>
            <button
              type="button"
              className={styles.open}
              aria-pressed={entry.id === openId}
              onClick={() => onOpen(entry.id)}
            >
              {entry.name}
            </button>
            <span>{endWords(entry)}</span>
            <span className={styles.quiet}>
              <WishLine entry={entry} timeOf={timeOf} />
              {entry.endedAt && ` · ${formatAgo(now - Date.parse(entry.endedAt))}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
