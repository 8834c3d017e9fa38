import { useCallback, useEffect, useMemo, useRef } from "react";
import { type HoursQuery, useHoursChangedSubscription, useHoursQuery } from "../../../generated/console.ts";
import { addDays } from "../../../lib/dates.ts";
import { dateOf, wallTime } from "../../../lib/time.ts";
import { useCoach } from "../shell/coach.ts";

type Viewer = NonNullable<HoursQuery["viewer"]>;
type Listed = {
  readonly [Key in Exclude<keyof Viewer, "__typename" | "id" | "holidayChoice">]: NonNullable<Viewer[Key]>;
};

/** All of a coach's hours. */
export type Hours = Listed & {
  readonly holidayChoice: Viewer["holidayChoice"];
  /** Today on the clock of her zone. */
  readonly today: string;
};

const DAYS_AHEAD = 365;

/** Her hours, read anew when they change in another window, and when the page is looked at again. */
export function useHours() {
  const coach = useCoach();
  const today = dateOf(wallTime(Date.now(), coach.offsetMinutes));
  const { data, error, refetch } = useHoursQuery({ fetchPolicy: "cache-and-network" });
  const again = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const revision = useRef<number | null>(null);
  useHoursChangedSubscription({
    variables: { from: today, to: addDays(today, DAYS_AHEAD) },
    fetchPolicy: "no-cache",
    ignoreResults: true,
    onData: ({ data: { data: news } }) => {
      const event = news?.availabilityDaysChanged;
      if (event?.__typename !== "AvailabilityDays") return;
      if (revision.current !== null && event.revision !== revision.current) again();
      revision.current = event.revision;
    },
  });
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && again();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [again]);
  const viewer = data?.viewer;
  const hours = useMemo(() => (viewer ? hoursOf(viewer, today) : null), [viewer, today]);
  return { hours, error, refetch: again };
}

const hoursOf = (viewer: Viewer, today: string): Hours => ({
  availabilityTemplates: viewer.availabilityTemplates ?? [],
  dateOverrides: viewer.dateOverrides ?? [],
  timeOff: viewer.timeOff ?? [],
  holidays: viewer.holidays ?? [],
  holidayChoice: viewer.holidayChoice,
  travel: viewer.travel ?? [],
  sessionTypes: viewer.sessionTypes ?? [],
  today,
});
