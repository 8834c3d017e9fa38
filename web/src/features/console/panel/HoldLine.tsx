import { formatCountdown } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { Session } from "../calendar/bookings.ts";
import styles from "./Panel.module.css";

/** Somebody has the form open. The time is theirs for a little while. */
export function HoldLine({ session }: { readonly session: Session }) {
  const now = useNow(1000);
  const left = session.holdExpiresAt === null ? null : Date.parse(session.holdExpiresAt) - now;
  return (
    <p className={styles.line}>
      <Icon name="clock" />
      <span>
        Somebody is filling in the form for this time.{" "}
        {left === null
          ? null
          : left > 0
            ? `It is kept for another ${formatCountdown(left)}.`
            : "It is about to be free again."}
      </span>
    </p>
  );
}
