import { useEffect, useRef } from "react";
import { useCalendarRevisionSubscription } from "../../../generated/console.ts";
import { addDays } from "../../../lib/dates.ts";
import { useResume } from "../shell/use-resume.ts";

const DAYS = 365;

/** Hears of every change of the coach's calendar in the year from a date on; the first word is where it stands. */
export function useCalendarRevision(from: string, onChange: (revision: number) => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const resume = useResume();
  const { restart } = useCalendarRevisionSubscription({
    variables: { from, to: addDays(from, DAYS) },
    ignoreResults: true,
    fetchPolicy: "no-cache",
    onData: ({ data: { data } }) => {
      const event = data?.agendaChanged;
      if (event && "revision" in event) latest.current(event.revision);
    },
    onError: () => resume(() => restart()),
    onComplete: () => resume(() => restart()),
  });
}
