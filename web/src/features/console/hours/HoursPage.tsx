import { Redirect, useLocation } from "wouter";
import { PageError, RowsLoading } from "../shell/PageStates.tsx";
import { DatesPage } from "./dates/DatesPage.tsx";
import { HoursFrame } from "./HoursFrame.tsx";
import styles from "./HoursPage.module.css";
import { HolidaysPage } from "./holidays/HolidaysPage.tsx";
import { HOURS_PARTS, type HoursPart, PARTS } from "./parts.ts";
import { TimeOffPage } from "./time-off/TimeOffPage.tsx";
import { TravelPage } from "./travel/TravelPage.tsx";
import { type Hours, useHours } from "./use-hours.ts";
import { WeeklyHours } from "./weekly/WeeklyHours.tsx";

/** Everything that says when a coach can be booked, in five parts. */
export function HoursPage() {
  const [path] = useLocation();
  const part = HOURS_PARTS.find((one) => one.path === path);
  const { hours, error, refetch } = useHours();
  if (part === undefined) return <Redirect to={PARTS.weekly.path} replace />;
  if (hours !== null) return <Part part={part} hours={hours} />;
  return (
    <HoursFrame part={part}>
      <div className={styles.waiting}>
        {error ? <PageError what="The hours" error={error} onRetry={refetch} /> : <RowsLoading rows={6} />}
      </div>
    </HoursFrame>
  );
}

function Part({ part, hours }: { readonly part: HoursPart; readonly hours: Hours }) {
  if (part === PARTS.dates) return <DatesPage hours={hours} />;
  if (part === PARTS.timeOff) return <TimeOffPage hours={hours} />;
  if (part === PARTS.holidays) return <HolidaysPage hours={hours} />;
  if (part === PARTS.travel) return <TravelPage hours={hours} />;
  return <WeeklyHours hours={hours} />;
}
