import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { useOneSeriesQuery } from "../../../generated/console.ts";
import { addDays } from "../../../lib/dates.ts";
import { dateOf, wallTime } from "../../../lib/time.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { useCoach } from "../shell/coach.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { useSeriesMark } from "./kept-series.ts";
import { SeriesDetail } from "./SeriesDetail.tsx";
import { useCalendarRevision } from "./use-calendar-revision.ts";

/** How many days are asked for at once. */
const STRETCH = 400;

/** One series, with everything that happened to it and can be done about it. */
export function SeriesPage({ id }: { readonly id: string }) {
  const coach = useCoach();
  const [search] = useSearchParams();
  useSeriesMark();
  const [past, setPast] = useState(false);
  const [page, setPage] = useState(0);
  const today = dateOf(wallTime(Date.now(), coach.offsetMinutes));
  const near = page * STRETCH;
  const far = near + STRETCH - 1;
  const range = past
    ? { from: addDays(today, -far), to: addDays(today, -near) }
    : { from: addDays(today, near), to: addDays(today, far) };
  const { data, previousData, error, refetch } = useOneSeriesQuery({
    variables: { id, ...range },
    fetchPolicy: "cache-and-network",
  });
  const [seen, setSeen] = useState<number | null>(null);
  useCalendarRevision(today, (revision) => {
    if (seen !== null && revision > seen) void refetch().catch(() => undefined);
    setSeen(revision);
  });
  const node = (data ?? previousData)?.node;
  if (node?.__typename === "Series") {
    return (
      <SeriesDetail
        series={node}
        stretch={{ past, page, ...range }}
        onStretch={(next) => {
          setPast(next.past);
          setPage(next.page);
        }}
        today={today}
        asked={search.get("session")}
        booked={Number(search.get("booked")) || null}
      />
    );
  }
  return (
    <PageFrame title="Series">
      {data ? (
        <PageEmpty
          title="This series is not there any more"
          action={
            <Link href="/console/series" className={buttonClass({ size: "s" })}>
              All series
            </Link>
          }
        >
          Its booking was taken back, or the address is not quite right.
        </PageEmpty>
      ) : error ? (
        <PageError what="The series" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={8} />
      )}
    </PageFrame>
  );
}
