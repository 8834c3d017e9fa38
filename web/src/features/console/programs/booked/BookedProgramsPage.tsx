import { useState } from "react";
import { Link } from "wouter";
import {
  type BookedProgramRowFragment,
  type BookedProgramsQuery,
  useBookedProgramsQuery,
} from "../../../../generated/console.ts";
import { dateOf, formatDate } from "../../../../lib/time.ts";
import { useNow } from "../../../../lib/use-now.ts";
import { Button, buttonClass } from "../../../../ui/Button.tsx";
import { PageFrame } from "../../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../../shell/PageStates.tsx";
import { ProgramParts } from "../ProgramParts.tsx";
import styles from "../Programs.module.css";
import { ALL_PROGRAMS, bookedAddress } from "../program-addresses.ts";
import { progressOf, progressWords } from "./progress.ts";

const PAGE_SIZE = 30;

/** Who is in which program, and how far. */
export function BookedProgramsPage() {
  const { data, error, refetch, fetchMore } = useBookedProgramsQuery({
    variables: { first: PAGE_SIZE },
    fetchPolicy: "cache-and-network",
  });
  const booked = data?.viewer?.programBookings;
  const [fetching, setFetching] = useState(false);
  async function more() {
    setFetching(true);
    try {
      await fetchMore({ variables: { after: booked?.pageInfo.endCursor ?? null }, updateQuery: withMore });
    } finally {
      setFetching(false);
    }
  }
  return (
    <PageFrame title="Programs" lead="What you booked from your programs, the youngest first.">
      <ProgramParts />
      {booked ? (
        booked.edges.length === 0 ? (
          <PageEmpty
            title="Nothing booked yet"
            action={
              <Link href={ALL_PROGRAMS} className={buttonClass({ size: "s" })}>
                Choose a program
              </Link>
            }
          >
            Book a program for a client, and see here how far they are.
          </PageEmpty>
        ) : (
          <>
            <ul className={styles.list}>
              {booked.edges.map(({ node }) => (
                <BookedRow key={node.id} booking={node} />
              ))}
            </ul>
            {booked.pageInfo.hasNextPage && (
              <Button size="s" className={styles.add ?? ""} isPending={fetching} onPress={() => void more()}>
                {fetching ? "Loading…" : `Show more of ${booked.totalCount}`}
              </Button>
            )}
          </>
        )
      ) : error ? (
        <PageError what="The booked programs" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={5} />
      )}
    </PageFrame>
  );
}

function BookedRow({ booking }: { readonly booking: BookedProgramRowFragment }) {
  const now = useNow(60_000);
  const progress = progressOf(booking.bookings, now);
  return (
    <li className={styles.row}>
      <div className={styles.text}>
        <Link href={bookedAddress(booking.id)} className={styles.name ?? ""}>
          {booking.client.name}
        </Link>
        <p className={styles.summary}>{booking.name}</p>
      </div>
      <p className={styles.progress}>
        {progressWords(progress)}
        {progress.next?.coachTime && (
          <span className={styles.facts}>
            Next on {formatDate(dateOf(progress.next.coachTime.localStart), "short")}
          </span>
        )}
      </p>
    </li>
  );
}

function withMore(before: BookedProgramsQuery, { fetchMoreResult }: { fetchMoreResult: BookedProgramsQuery }) {
  const [known, next] = [before.viewer?.programBookings, fetchMoreResult.viewer?.programBookings];
  if (!before.viewer || !known || !next) return before;
  return { viewer: { ...before.viewer, programBookings: { ...next, edges: [...known.edges, ...next.edges] } } };
}
