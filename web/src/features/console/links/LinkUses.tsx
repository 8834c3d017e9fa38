import { useEffect, useId, useState } from "react";
import { type LinkUseFragment, useLinkUsesQuery } from "../../../generated/console.ts";
import { formatDate, formatTime } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import styles from "./LinkPanel.module.css";
import { type Link, usesWords } from "./link-words.ts";

const FIRST = 5;
const MOST = 200;

/** Who booked through a link, the latest first; asked again whenever somebody does. */
export function LinkUses({ link }: { readonly link: Link }) {
  const title = useId();
  const [first, setFirst] = useState(FIRST);
  const { data, previousData, error, refetch } = useLinkUsesQuery({
    variables: { id: link.id, first },
    fetchPolicy: "cache-and-network",
  });
  const uses = link.uses ?? 0;
  useEffect(() => {
    if (uses > 0) void refetch().catch(() => undefined);
  }, [uses, refetch]);
  const node = (data ?? previousData)?.node;
  const used = node?.__typename === "BookingLink" ? node.usedBy : null;
  const rows = used?.edges ?? [];
  return (
    <section className={styles.section} aria-labelledby={title}>
      <div className={styles.sectionHead}>
        <h3 id={title} className={styles.title}>
          Booked through it
        </h3>
        <span className={styles.count}>{usesWords(link)}</span>
      </div>
      {used ? (
        rows.length === 0 ? (
          <p className={styles.none}>Whoever books through it is named here.</p>
        ) : (
          <ul className={styles.uses}>
            {rows.map(({ node: seat }) => (
              <Use key={seat.id} seat={seat} />
            ))}
          </ul>
        )
      ) : error ? (
        <p className={styles.none}>The names could not be loaded.</p>
      ) : (
        <Skeleton width="70%" height="1rem" />
      )}
      {used?.pageInfo.hasNextPage && first < MOST && (
        <div>
          <Button size="s" variant="quiet" onPress={() => setFirst(MOST)}>
            Show {Math.min(used.totalCount, MOST) - rows.length} more
          </Button>
        </div>
      )}
    </section>
  );
}

/** A seat that was given back still used the link; only what the coach declined, or let lapse, did not. */
function Use({ seat }: { readonly seat: LinkUseFragment }) {
  const { name, cancelledAt, booking } = seat;
  const start = booking.coachTime?.localStart;
  return (
    <li className={styles.use} data-gone={cancelledAt !== null || undefined}>
      <span className={styles.who}>{name}</span>
      <span className={styles.when}>
        {cancelledAt !== null ? "cancelled" : start && `${formatDate(start, "short")}, ${formatTime(start)}`}
      </span>
    </li>
  );
}
