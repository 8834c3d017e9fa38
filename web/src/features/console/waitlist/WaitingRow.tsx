import type { DeskEntryPartsFragment } from "../../../generated/console.ts";
import { formatAgo, formatLeft } from "../../../lib/left.ts";
import { formatDuration } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import { Hidden } from "../../../ui/Hidden.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Swatch } from "../shell/Swatch.tsx";
import type { LiveWaitlist } from "./use-waitlist.ts";
import { useWaitlistActions } from "./use-waitlist-actions.ts";
import styles from "./Waitlist.module.css";
import { WishLine } from "./WishLine.tsx";

interface WaitingRowProps {
  readonly entry: DeskEntryPartsFragment;
  readonly current: boolean;
  /** An instant on the coach's clock. */
  readonly timeOf: (at: string) => string | null;
  readonly doing: LiveWaitlist["doing"];
  readonly onOpen: () => void;
}

/** One who waits: for what, since when, and what is offered now. */
export function WaitingRow({ entry, current, timeOf, doing, onOpen }: WaitingRowProps) {
  const now = useNow(30_000);
  const actions = useWaitlistActions(entry, doing);
  const { name, position, favoured, sessionType, minutes, offer } = entry;
  return (
    <li className={styles.row} data-current={current || undefined}>
      <span className={styles.position} data-next={position === 1 || undefined}>
        <Hidden>Place in the line: </Hidden>
        {position}
      </span>
      <div className={styles.text}>
        <h2 className={styles.name}>
          <button type="button" className={styles.open} aria-pressed={current} onClick={onOpen}>
            {name}
          </button>
          {favoured && <span className={styles.tag}>comes first</span>}
        </h2>
        <p className={styles.wish}>
          <WishLine entry={entry} timeOf={timeOf} />
        </p>
        <p className={styles.facts}>
          <Swatch colour={sessionType.colour} />
          <span>
            {sessionType.name}, {formatDuration(minutes)} · joined {formatAgo(now - Date.parse(entry.joinedAt))}
          </span>
        </p>
        {offer && <OpenOffer offer={offer} timeOf={timeOf} />}
        {actions.problem !== null && (
          <p className={styles.problem} role="alert">
            {actions.problem}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        {offer ? (
          <Button
            size="s"
            isPending={actions.busy === "withdraw"}
            onPress={actions.withdraw}
            aria-label={`Withdraw offer to ${name}`}
          >
            {actions.busy === "withdraw" ? "Withdrawing…" : "Withdraw offer"}
          </Button>
        ) : (
          <Button size="s" onPress={onOpen} aria-label={`Offer a time to ${name}…`}>
            Offer a time…
          </Button>
        )}
      </div>
    </li>
  );
}

type Offer = NonNullable<DeskEntryPartsFragment["offer"]>;

/** What is offered now, and how long for; at night it is told in the morning. */
export function OpenOffer({
  offer,
  timeOf,
}: {
  readonly offer: Offer;
  readonly timeOf: (at: string) => string | null;
}) {
  const now = useNow(1000);
  const left = Date.parse(offer.expiresAt) - now;
  const sleeps = Date.parse(offer.tellAt) - now;
  return (
    <p className={styles.offer}>
      <Icon name="clock" />
      <span>
        Offered {timeOf(offer.startAt) ?? "…"}
        {offer.byHand && ", by you"}.{" "}
        <b>{left > 0 ? `${formatLeft(left)} left to accept` : "The time to accept is over"}</b>
        {sleeps > 60_000 && <span className={styles.quiet}> · told in {formatLeft(sleeps)}, after their night</span>}
      </span>
    </p>
  );
}
