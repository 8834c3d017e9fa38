import { useMemo } from "react";
import { useMomentsQuery } from "../../../generated/console.ts";
import { formatDate, formatTime } from "../../../lib/time.ts";
import { dateOf } from "../../../ui/week-grid/wall-time.ts";

const MOST = 400;

/** Says instants on the clocks of a zone: "Tue, 24 Nov, 9:00"; null while that is looked up. */
export function useLocalTimes(instants: readonly (string | null)[], timeZone: string): (at: string) => string | null {
  const key = [...new Set(instants.filter((at) => at !== null))].slice(0, MOST).join();
  const of = useMemo(() => (key === "" ? [] : key.split(",").map((at) => ({ at }))), [key]);
  const { data, previousData } = useMomentsQuery({ variables: { of, timeZone }, skip: of.length === 0 });
  const moments = (data ?? previousData)?.moments;
  return (at) => {
    const local = moments?.find((moment) => moment.at === at)?.local;
    return local === undefined ? null : `${formatDate(dateOf(local), "short")}, ${formatTime(local)}`;
  };
}
