import { useMemo } from "react";
import { useCoach } from "../../shell/coach.ts";
import { clientOf, type Series } from "../series-words.ts";

const NOBODY = { members: [] };

/** By whose clocks a change is written and read. */
export function useChangeContext(series: Series | null, startZone?: string) {
  const { timeZone } = useCoach();
  const { zone, name } = clientOf(series ?? NOBODY, timeZone);
  const seriesZone = series?.timeZone ?? timeZone;
  return useMemo(
    () => ({
      changeClocks: { seriesZone, startZone: startZone ?? timeZone, clientZone: zone },
      clocks: { coachZone: timeZone, clientZone: zone, clientName: name },
    }),
    [seriesZone, startZone, timeZone, zone, name],
  );
}
