import { useMemo } from "react";
import { useLocation, useSearchParams } from "wouter";
import { addDays } from "../../../lib/dates.ts";
import { useHabits } from "../../../lib/habits.ts";
import type { LocalDate } from "../../../ui/week-grid/wall-time.ts";
import { type DayCount, daysShown, isLocalDate, liveRange } from "./calendar-view.ts";

export type CalendarDays = ReturnType<typeof useCalendarDays>;

/** Which days are shown; the date stands in the address, so that a reload and a bookmark lead to the same week. */
export function useCalendarDays(today: LocalDate, count: DayCount) {
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const asked = search.get("date");
  const date = isLocalDate(asked) ? asked : today;
  const { firstWeekday } = useHabits();
  const days = useMemo(() => daysShown(date, count, firstWeekday), [date, count, firstWeekday]);
  const range = useMemo(() => liveRange(date, firstWeekday), [date, firstWeekday]);
  const show = (next: LocalDate) => navigate(next === today ? "/console" : `/console?date=${next}`, { replace: true });
  return {
    date,
    days,
    /** Stays the same object's content within a week; days of one view reach at most into the next. */
    range: useMemo(() => ({ from: range.from, to: range.to }), [range.from, range.to]),
    show,
    turn: (pages: number) => show(addDays(date, pages * count)),
  };
}
