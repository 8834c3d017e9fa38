import { Link } from "wouter";
import { useSeriesSettingQuery } from "../../../generated/console.ts";
import { addDays } from "../../../lib/dates.ts";
import { dateOf, wallTime } from "../../../lib/time.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { useCoach } from "../shell/coach.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { useKeptSeries } from "./kept-series.ts";
import { SeriesEditor } from "./SeriesEditor.tsx";
import { newSeriesDraft } from "./series-draft.ts";

/** Makes a series: what is written on the left, what would be booked beside it, before anything is. */
export function NewSeriesPage() {
  const coach = useCoach();
  const { data, error, refetch } = useSeriesSettingQuery({ fetchPolicy: "cache-and-network" });
  const [kept] = useKeptSeries();
  const types = data?.viewer?.sessionTypes?.filter(({ active }) => active);
  const [first] = types ?? [];
  const today = dateOf(wallTime(Date.now(), coach.offsetMinutes));
  const began =
    first &&
    newSeriesDraft({ start: `${addDays(today, 1)}T10:00`, sessionTypeId: first.id, minutes: first.minutes[0] ?? 60 });
  const draft = kept ?? began;
  return (
    <PageFrame
      wide
      title="New series"
      lead="Sessions that repeat. You see every one of them, with its clashes, before anything is booked."
    >
      {types ? (
        draft ? (
          <SeriesEditor draft={draft} types={types} today={today} />
        ) : (
          <PageEmpty
            title="There is nothing to repeat yet"
            action={
              <Link href="/console/session-types" className={buttonClass({ variant: "primary", size: "s" })}>
                Create a session type
              </Link>
            }
          >
            A series repeats sessions of one type. Create a session type first.
          </PageEmpty>
        )
      ) : error ? (
        <PageError what="The session types" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={6} />
      )}
    </PageFrame>
  );
}
