import { useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { useCalendarSettingQuery } from "../../../generated/console.ts";
import { formatMonth } from "../../../lib/calendar.ts";
import { addMonths, weeksOf } from "../../../lib/dates.ts";
import { useHabits } from "../../../lib/habits.ts";
import { dateOf, formatDate } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button, IconButton } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import calendar from "../calendar/Calendar.module.css";
import { useCalendarPreferences } from "../calendar/calendar-preferences.ts";
import { isLocalDate } from "../calendar/calendar-view.ts";
import { wallTimeOf } from "../calendar/clocks.ts";
import { useNarrow } from "../calendar/use-narrow.ts";
import { ViewMenu } from "../calendar/ViewMenu.tsx";
import { useCoach } from "../shell/coach.ts";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { MonthTable } from "./MonthTable.tsx";
import { useMonth } from "./use-month.ts";

const TICK_MS = 60_000;

/** A month at a glance: how many sessions each date has, and what makes its hours other than usual. */
export function MonthPage() {
  const coach = useCoach();
  const { data: setting } = useCalendarSettingQuery();
  const today = dateOf(wallTimeOf(useNow(TICK_MS), setting?.viewer?.travel ?? [], coach));
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const { firstWeekday } = useHabits();
  const narrow = useNarrow();
  const { preferences, prefer } = useCalendarPreferences(narrow);
  const asked = search.get("date");
  const [focused, setFocused] = useState(isLocalDate(asked) ? asked : today);
  const weeks = weeksOf(focused, firstWeekday);
  const { days, counts, error, retry } = useMonth(weeks[0]?.[0] ?? focused, weeks.at(-1)?.at(-1) ?? focused);
  const title = formatDate(focused.slice(0, 7), "month");
  usePageTitle(`${title} · Kairos`);

  const show = (date: string) => {
    setFocused(date);
    navigate(date.slice(0, 7) === today.slice(0, 7) ? "/console/month" : `/console/month?date=${date}`, {
      replace: true,
    });
  };
  const open = (date: string) => navigate(date === today ? "/console" : `/console?date=${date}`);
  useShortcuts({
    today: () => show(today),
    previous: () => show(addMonths(focused, -1)),
    next: () => show(addMonths(focused, 1)),
    month: () => open(focused),
  });
  return (
    <div className={calendar.calendar}>
      <div className={calendar.week}>
        <header className={calendar.header}>
          <h1 className={calendar.title} aria-live="polite">
            {narrow ? formatMonth(focused, today) : title}
          </h1>
          <div className={calendar.turn}>
            <IconButton icon="chevronLeft" label="Earlier" size="s" onPress={() => show(addMonths(focused, -1))} />
            {!(narrow && focused.slice(0, 7) === today.slice(0, 7)) && (
              <Button variant="quiet" size="s" onPress={() => show(today)}>
                Today
              </Button>
            )}
            <IconButton icon="chevronRight" label="Later" size="s" onPress={() => show(addMonths(focused, 1))} />
          </div>
          <div className={calendar.tools}>
            <ViewMenu
              narrow={narrow}
              month
              preferences={preferences}
              prefer={(next) => {
                prefer(next);
                open(focused);
              }}
              onMonth={() => undefined}
            />
          </div>
        </header>
        {error && (
          <div className={calendar.notice}>
            <Notice
              tone={navigator.onLine ? "danger" : "warning"}
              title={navigator.onLine ? "This month is no longer live" : "You are offline"}
              actions={
                <Button size="s" onPress={retry}>
                  Try again
                </Button>
              }
              live
            >
              {navigator.onLine ? error.message : "It follows again as soon as the connection is back."}
            </Notice>
          </div>
        )}
        <MonthTable
          label={title}
          focused={focused}
          weeks={weeks}
          today={today}
          days={days}
          counts={counts}
          onFocus={(date) => (date.slice(0, 7) === focused.slice(0, 7) ? setFocused(date) : show(date))}
          onOpen={open}
        />
      </div>
    </div>
  );
}
