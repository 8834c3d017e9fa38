import { useMemo } from "react";
import { useCalendarSettingQuery } from "../../../generated/console.ts";
import { dateOf } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { useCoach } from "../shell/coach.ts";
import { PageError } from "../shell/PageStates.tsx";
import { CalendarBoard } from "./CalendarBoard.tsx";
import { CalendarLoading } from "./CalendarLoading.tsx";
import { settingOf } from "./calendar-setting.ts";
import { wallTimeOf } from "./clocks.ts";

const TICK_MS = 15_000;

/** Fetches what the calendar stands on: what can be booked and when. The sessions themselves come live. */
export function CalendarPage() {
  usePageTitle("Calendar · Kairos");
  const coach = useCoach();
  const instant = useNow(TICK_MS);
  const { data, error, refetch } = useCalendarSettingQuery({ fetchPolicy: "cache-and-network" });
  const viewer = data?.viewer;
  const setting = useMemo(() => viewer && settingOf(viewer), [viewer]);
  if (setting) {
    const now = wallTimeOf(instant, setting.travel, coach);
    const onHoursChanged = () => void refetch().catch(() => undefined);
    return <CalendarBoard setting={setting} now={now} today={dateOf(now)} onHoursChanged={onHoursChanged} />;
  }
  if (error) return <PageError alone what="The calendar" error={error} onRetry={() => void refetch()} />;
  return <CalendarLoading />;
}
