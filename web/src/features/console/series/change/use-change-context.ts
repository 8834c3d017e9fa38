import { useMemo } from "react";
import { useCoach } from "../../shell/coach.ts";
import { clientOf, type Series } from "../series-words.ts";

/** By whose clocks a change is written and read. */
export function useChangeContext(series: Series) {
  const { timeZone } = useCoach();
  const { zone, name } = clientOf(series, timeZone);
  return useMemo(
    () => ({
      changeClocks: { seriesZone: series.timeZone, startZone: timeZone, clientZone: zone },
      clocks: { coachZone: timeZone, clientZone: zone, clientName: name },
    }),
    [series.timeZone, timeZone, zone, name],
  );
}
