import { useState } from "react";
import { Link, useLocation } from "wouter";
import { useSeriesListQuery } from "../../../generated/console.ts";
import { dateOf, wallTime } from "../../../lib/time.ts";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useCoach } from "../shell/coach.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { useSeriesMark } from "./kept-series.ts";
import styles from "./SeriesList.module.css";
import { SeriesRow } from "./SeriesRow.tsx";
import { useCalendarRevision } from "./use-calendar-revision.ts";

const PAGE = 30;
const MOST = 100;

export function SeriesListPage() {
  const coach = useCoach();
  const [, navigate] = useLocation();
  const [first, setFirst] = useState(PAGE);
  useSeriesMark();
  const today = dateOf(wallTime(Date.now(), coach.offsetMinutes));
  const { data, previousData, error, refetch } = useSeriesListQuery({
    variables: { first },
    fetchPolicy: "cache-and-network",
  });
  const series = (data ?? previousData)?.viewer?.series;
  const [seen, setSeen] = useState<number | null>(null);
  useCalendarRevision(today, (revision) => {
    if (seen !== null && revision > seen) void refetch().catch(() => undefined);
    setSeen(revision);
  });
  useShortcuts({ new: () => navigate("/console/series/new") });
  const add = (
    <Link href="/console/series/new" className={buttonClass({ variant: "primary", size: "s" })}>
      <Icon name="plus" />
      New series
    </Link>
  );
  return (
    <PageFrame title="Series" lead="Sessions that repeat, with everything that happened to them." actions={add}>
      {series ? (
        series.edges.length === 0 ? (
          <PageEmpty title="No series yet" action={add}>
            Book half a year in one sitting: every session is shown with its clashes before anything is booked.
          </PageEmpty>
        ) : (
          <>
            <ul className={styles.list}>
              {series.edges.map(({ node }) => (
                <SeriesRow key={node.id} series={node} today={today} />
              ))}
            </ul>
            {series.totalCount > series.edges.length && first < MOST && (
              <div>
                <Button size="s" onPress={() => setFirst(MOST)}>
                  Show more of {series.totalCount}
                </Button>
              </div>
            )}
          </>
        )
      ) : error ? (
        <PageError what="The series" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={5} />
      )}
    </PageFrame>
  );
}
