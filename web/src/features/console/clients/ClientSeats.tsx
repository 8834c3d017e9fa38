import { useId, useState } from "react";
import { type ClientSeatFragment, useClientSeatsQuery } from "../../../generated/console.ts";
import { formatDateRange } from "../../../lib/calendar.ts";
import { dateOf, formatDate, formatTime, wallTime } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { useCoach } from "../shell/coach.ts";
import { Swatch } from "../shell/Swatch.tsx";
import styles from "./ClientPanel.module.css";
import { seatWords } from "./seat-words.ts";

const FIRST = 5;
const MOST = 200;

/** A client's sessions: those to come, or what became of those that were. */
export function ClientSeats({ clientId }: { readonly clientId: string }) {
  const title = useId();
  const [past, setPast] = useState(false);
  const [first, setFirst] = useState(FIRST);
  const { data, error } = useClientSeatsQuery({
    variables: { id: clientId, past, first },
    fetchPolicy: "cache-and-network",
  });
  const seats = data?.node?.__typename === "Client" ? data.node.seats : null;
  return (
    <section className={styles.section} aria-labelledby={title}>
      <div className={styles.head}>
        <h3 id={title} className={styles.title}>
          Sessions
        </h3>
        <Segmented
          label="Which sessions"
          hideLabel
          options={[
            { id: "coming", label: "To come" },
            { id: "past", label: "Past" },
          ]}
          value={past ? "past" : "coming"}
          onChange={(which) => {
            setPast(which === "past");
            setFirst(FIRST);
          }}
        />
      </div>
      {seats ? (
        seats.edges.length === 0 ? (
          <p className={styles.none}>{past ? "None so far." : "None to come."}</p>
        ) : (
          <ul className={styles.rows}>
            {seats.edges.map(({ node }) => (
              <Seat key={node.id} seat={node} />
            ))}
          </ul>
        )
      ) : error ? (
        <p className={styles.none}>The sessions could not be loaded.</p>
      ) : (
        <Skeleton width="70%" height="1rem" />
      )}
      {seats && seats.totalCount > seats.edges.length && first < MOST && (
        <div>
          <Button size="s" variant="quiet" onPress={() => setFirst(MOST)}>
            Show {Math.min(seats.totalCount, MOST) - seats.edges.length} more
          </Button>
        </div>
      )}
    </section>
  );
}

function Seat({ seat }: { readonly seat: ClientSeatFragment }) {
  const { booking } = seat;
  const start = booking.coachTime?.localStart;
  const words = seatWords(seat);
  const now = wallTime(Date.now(), useCoach().offsetMinutes);
  const thisYear = start?.slice(0, 4) === now.slice(0, 4);
  return (
    <li className={styles.seat}>
      <Swatch colour={booking.sessionType.colour} />
      <span className={styles.what}>
        {booking.sessionType.name}
        {words && (
          <span className={styles.became} data-good={words === "came" || undefined}>
            {words}
          </span>
        )}
      </span>
      {start && (
        <span className={styles.when}>
          {thisYear ? formatDate(start, "short") : formatDateRange(dateOf(start), dateOf(start))}, {formatTime(start)}
        </span>
      )}
    </li>
  );
}
