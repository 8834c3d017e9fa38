import { formatLeft } from "../../../lib/left.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Icon } from "../../../ui/Icon.tsx";
import styles from "./Requests.module.css";

const SOON_MS = 3_600_000;

/** Until when the request waits, counted down. */
export function Deadline({ at }: { readonly at: string | null }) {
  const now = useNow(1000);
  if (at === null) return null;
  const left = Date.parse(at) - now;
  return (
    <p className={styles.deadline} data-soon={left < SOON_MS || undefined}>
      <Icon name="clock" />
      {left > 0 ? (
        <span>
          <b>{formatLeft(left)}</b> left to answer
        </span>
      ) : (
        "The time to answer is over."
      )}
    </p>
  );
}
