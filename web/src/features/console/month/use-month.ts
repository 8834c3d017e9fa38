import { useCallback, useEffect, useMemo, useState } from "react";
import { useMonthDaysSubscription, useMonthSessionsSubscription } from "../../../generated/console.ts";
import { addDays } from "../../../lib/dates.ts";
import { countByDate, type MonthDay, type MonthSessions, withSessions } from "./month-store.ts";

interface Known {
  readonly range: string;
  readonly days: ReadonlyMap<string, MonthDay> | null;
  readonly sessions: MonthSessions | null;
}

/** Dates with what makes their hours, and how many sessions each has; both live. */
export function useMonth(from: string, to: string) {
  const range = `${from} ${to}`;
  const [known, setKnown] = useState<Known>({ range, days: null, sessions: null });
  const [error, setError] = useState<{ readonly message: string } | null>(null);
  const current = known.range === range ? known : { range, days: null, sessions: null };
  const learn = (next: (before: Known) => Partial<Known>) => {
    setError(null);
    setKnown((before) => {
      const now = before.range === range ? before : { range, days: null, sessions: null };
      return { ...now, ...next(now) };
    });
  };

  const days = useMonthDaysSubscription({
    variables: { from, to },
    fetchPolicy: "no-cache",
    ignoreResults: true,
    onData: ({ data: { data, error: failed } }) => {
      const event = data?.availabilityDaysChanged;
      if (failed) return setError(failed);
      if (event === undefined) return undefined;
      if (event.__typename !== "AvailabilityDays") return setError(event);
      return learn(() => ({ days: new Map(event.days.map((day) => [day.date, day])) }));
    },
    onError: setError,
  });
  const sessions = useMonthSessionsSubscription({
    // The range is meant at home; by the clocks of a place she travels to, a night's session may lie on a date beside it.
    variables: { from: addDays(from, -1), to: addDays(to, 1) },
    fetchPolicy: "no-cache",
    ignoreResults: true,
    onData: ({ data: { data, error: failed } }) => {
      const event = data?.agendaChanged;
      if (failed) return setError(failed);
      if (event === undefined) return undefined;
      if (event.__typename !== "AgendaSnapshot" && event.__typename !== "AgendaChange") return setError(event);
      return learn((before) => ({ sessions: withSessions(before.sessions ?? new Map(), event) }));
    },
    onError: setError,
  });

  const { restart: restartDays } = days;
  const { restart: restartSessions } = sessions;
  const retry = useCallback(() => {
    setError(null);
    restartDays();
    restartSessions();
  }, [restartDays, restartSessions]);
  const failed = error !== null;
  useEffect(() => {
    if (!failed) return undefined;
    addEventListener("online", retry);
    return () => removeEventListener("online", retry);
  }, [failed, retry]);

  const counts = useMemo(() => (current.sessions === null ? null : countByDate(current.sessions)), [current.sessions]);
  return { days: current.days, counts, error, retry };
}
