import { Link } from "wouter";
import { formatLeft } from "../../../lib/left.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { Session } from "../calendar/bookings.ts";
import styles from "./Panel.module.css";

/** Time or seats that are kept for people of the waitlist, until they answer. */
export function OfferLines({ offers }: { readonly offers: NonNullable<Session["offers"]> }) {
  const now = useNow(1000);
  const open = offers.filter(({ expiresAt }) => Date.parse(expiresAt) > now);
  return open.map(({ id, expiresAt, entry }) => (
    <p key={id} className={styles.line}>
      <Icon name="clock" />
      <span>
        Kept for {entry.name}, who waits for it. {formatLeft(Date.parse(expiresAt) - now)} left to accept.{" "}
        <Link href={`/console/waitlist?entry=${entry.id}`}>See the waitlist</Link>
      </span>
    </p>
  ));
}
