import type { Interval } from "./interval.ts";
import { parseDate } from "./local-date.ts";
import type { SlotQuery } from "./slot-query.ts";
import type { Zone } from "./zone.ts";

/** The starts that the horizon allows, half-open, on the coach's calendar; unbounded sides are infinite. */
export function horizonOf(query: Pick<SlotQuery, "now" | "session">, home: Zone): Interval {
  const { horizon } = query.session;
  if (horizon === undefined) return { start: -Infinity, end: Infinity };
  if (horizon.kind === "rollingDays") {
    return { start: -Infinity, end: home.startOfDayNumber(home.localDay(query.now) + horizon.days + 1) };
  }
  return {
    start: horizon.fromDate === undefined ? -Infinity : home.startOfDay(horizon.fromDate),
    end: horizon.toDate === undefined ? Infinity : home.startOfDayNumber(parseDate(horizon.toDate) + 1),
  };
}
