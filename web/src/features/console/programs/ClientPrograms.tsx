import { useId } from "react";
import { Link } from "wouter";
import { useClientProgramsQuery } from "../../../generated/console.ts";
import { useNow } from "../../../lib/use-now.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import styles from "../clients/ClientPanel.module.css";
import { progressOf, progressWords } from "./booked/progress.ts";
import { ALL_PROGRAMS, bookedAddress } from "./program-addresses.ts";

interface ClientProgramsProps {
  readonly client: { readonly id: string; readonly name: string };
}

const SHOWN = 5;

/** The programs that a client is in, and the way to another one. */
export function ClientPrograms({ client }: ClientProgramsProps) {
  const title = useId();
  const now = useNow(60_000);
  const { data } = useClientProgramsQuery({
    variables: { client: client.id, first: SHOWN },
    fetchPolicy: "cache-and-network",
  });
  const booked = data?.viewer?.programBookings?.edges.map(({ node }) => node) ?? [];
  const any = (data?.viewer?.programs?.length ?? 0) > 0;
  return (
    <section className={styles.section} aria-labelledby={title}>
      <div className={styles.head}>
        <h3 id={title} className={styles.title}>
          Programs
        </h3>
        {any && (
          <Link
            href={`${ALL_PROGRAMS}?client=${encodeURIComponent(client.id)}`}
            className={buttonClass({ size: "s" })}
            aria-label={`Book a program for ${client.name}`}
          >
            <Icon name="plus" />
            Book a program
          </Link>
        )}
      </div>
      {booked.length > 0 && (
        <ul className={styles.rows}>
          {booked.map((booking) => (
            <li key={booking.id} className={styles.link}>
              <span className={styles.what}>
                <Link href={bookedAddress(booking.id)}>{booking.name}</Link>
                <span className={styles.facts}>{progressWords(progressOf(booking.bookings, now))}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
