import { useCoach } from "../shell/coach.ts";
import type { Dated } from "./Occurrences.tsx";
import type { DetailedSeries } from "./SeriesDetail.tsx";
import { useLocals } from "./use-locals.ts";

/** Reads the dates of a series on the coach's clock at home, whatever clock the series keeps. */
export function useCoachTimes({ timeZone, occurrences }: DetailedSeries): (date: Dated) => string {
  const coach = useCoach();
  const elsewhere = timeZone === coach.timeZone ? [] : occurrences.map(({ startAt }) => startAt);
  const localOf = useLocals(elsewhere, coach.timeZone);
  return ({ startAt, localStart }) => localOf(startAt) ?? localStart;
}
