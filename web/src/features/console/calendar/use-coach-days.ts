import { useEffect, useRef, useState } from "react";
import { useCoachDaysSubscription } from "../../../generated/console.ts";
import type { AgendaRange } from "./agenda-store.ts";
import { type CoachDays, differInPlace } from "./coach-days.ts";

interface CoachDaysOptions {
  readonly range: AgendaRange;
  /** Hours, time off or travel were changed, here or in another window. */
  readonly onChange: () => void;
  /** She is somewhere else than was known. */
  readonly onOtherPlace: () => void;
}

const NOTHING_KNOWN: CoachDays = new Map();
const PATIENCE_MS = 2_000;

/** The coach's dates with their hours, live. When the range changes, what is known stays until the new days are there. */
export function useCoachDays({ range, onChange, onOtherPlace }: CoachDaysOptions): CoachDays {
  const [days, setDays] = useState(NOTHING_KNOWN);
  const known = useRef({ days, range });
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refused = useRef(false);
  const resume = () => {
    clearTimeout(again.current);
    if (refused.current) return;
    again.current = setTimeout(() => restart(), PATIENCE_MS);
  };
  const { restart } = useCoachDaysSubscription({
    variables: range,
    ignoreResults: true,
    fetchPolicy: "no-cache",
    onData: ({ data: { data } }) => {
      const event = data?.availabilityDaysChanged;
      refused.current = event !== undefined && event.__typename !== "AvailabilityDays";
      if (event?.__typename !== "AvailabilityDays") return;
      const before = known.current;
      const next: CoachDays = new Map(event.days.map((day) => [day.date, day]));
      known.current = { days: next, range };
      setDays(next);
      if (before.days.size > 0 && before.range === range) onChange();
      if (differInPlace(before.days, next)) onOtherPlace();
    },
    // The calendar says that it is no longer live; this comes back with it.
    onError: resume,
    onComplete: resume,
  });
  useEffect(() => () => clearTimeout(again.current), []);
  return days;
}
