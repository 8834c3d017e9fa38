import { useState } from "react";
import { Link } from "wouter";
import { type BulkRunsQuery, useBulkRunsQuery } from "../../../generated/console.ts";
import { formatAgo } from "../../../lib/left.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import styles from "./Bulk.module.css";
import { BulkParts } from "./BulkParts.tsx";
import { NEW_RUN, runAddress } from "./bulk-addresses.ts";
import { type Run, runWords } from "./bulk-words.ts";

const PAGE_SIZE = 20;

/** What was booked for many at once, and what waits to be. */
export function BulkPage() {
  const { data, error, refetch, fetchMore } = useBulkRunsQuery({
    variables: { first: PAGE_SIZE },
    fetchPolicy: "cache-and-network",
  });
  const runs = data?.viewer?.bulkRuns;
  const [fetching, setFetching] = useState(false);
  async function more() {
    setFetching(true);
    try {
      await fetchMore({ variables: { after: runs?.pageInfo.endCursor ?? null }, updateQuery: withMore });
    } finally {
      setFetching(false);
    }
  }
  const add = (
    <Link href={NEW_RUN} className={buttonClass({ variant: "primary", size: "s" })}>
      <Icon name="plus" />
      Book for many
    </Link>
  );
  return (
    <PageFrame
      title="In bulk"
      lead="A program or a series for many clients at once. You see all of it before anything is booked, and take it back with one press."
      actions={runs && runs.edges.length > 0 && add}
    >
      <BulkParts />
      {runs ? (
        runs.edges.length === 0 ? (
          <PageEmpty title="Nothing booked in bulk yet" action={add}>
            Choose clients, or paste a list of them. Each gets a plan of her own, beside all others.
          </PageEmpty>
        ) : (
          <>
            <ul className={styles.rows}>
              {runs.edges.map(({ node }) => (
                <RunRow key={node.id} run={node} />
              ))}
            </ul>
            {runs.pageInfo.hasNextPage && (
              <Button size="s" className={styles.start ?? ""} isPending={fetching} onPress={() => void more()}>
                {fetching ? "Loading…" : `Show more of ${runs.totalCount}`}
              </Button>
            )}
          </>
        )
      ) : error ? (
        <PageError what="What was booked in bulk" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={4} />
      )}
    </PageFrame>
  );
}

const STATES: Readonly<Record<Run["status"], string>> = {
  DRAFT: "Draft",
  RUNNING: "Being booked",
  DONE: "Booked",
  FAILED: "Not booked",
  UNDONE: "Taken back",
};

function RunRow({ run }: { readonly run: Run }) {
  const now = useNow(60_000);
  return (
    <li className={styles.runRow}>
      <div className={styles.text}>
        <Link href={runAddress(run.id)} className={styles.name ?? ""}>
          {run.name}
        </Link>
        <p className={styles.facts}>{runWords(run)}</p>
      </div>
      <p className={styles.state} data-status={run.status}>
        {STATES[run.status]}
        <span className={styles.facts}>{formatAgo(now - Date.parse(run.startedAt ?? run.createdAt))}</span>
      </p>
    </li>
  );
}

function withMore(before: BulkRunsQuery, { fetchMoreResult }: { fetchMoreResult: BulkRunsQuery }): BulkRunsQuery {
  const [known, next] = [before.viewer?.bulkRuns, fetchMoreResult.viewer?.bulkRuns];
  if (!before.viewer || !known || !next) return before;
  return { viewer: { ...before.viewer, bulkRuns: { ...next, edges: [...known.edges, ...next.edges] } } };
}
