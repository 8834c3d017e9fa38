import { skipToken } from "@apollo/client/react";
import { useEffect } from "react";
import { useSlotMomentsQuery, useSuggestedSlotsQuery } from "../../generated/manage.ts";
import type { Slot } from "../slots/slot-board.ts";

const pollMs = 30_000;

/** The times nearest to the session, as the clocks of `zone` show them; null until they are known. */
export function useSuggestedSlots(token: string, version: number, seatZone: string, zone: string): Slot[] | null {
  const { data, refetch } = useSuggestedSlotsQuery({
    variables: { token },
    fetchPolicy: "no-cache",
    pollInterval: pollMs,
  });
  useEffect(() => {
    if (version > 0) refetch().catch(() => undefined);
  }, [version, refetch]);
  const slots = data?.booking.__typename === "BookingAccess" ? data.booking.suggestedSlots : null;
  // The server gives them in the zone of the seat: whoever reads them elsewhere has them converted.
  const elsewhere = seatZone !== zone && slots !== null && slots.length > 0;
  const { data: there } = useSlotMomentsQuery(
    elsewhere ? { variables: { of: slots.map(({ startAt }) => ({ at: startAt })), timeZone: zone } } : skipToken,
  );
  if (!elsewhere) return slots && [...slots];
  const moments = new Map(there?.moments.map((moment) => [moment.at, moment]));
  return slots.every(({ startAt }) => moments.has(startAt))
    ? slots.map((slot) => {
        const { local = slot.localStart, offsetMinutes = slot.offsetMinutes } = moments.get(slot.startAt) ?? {};
        return { ...slot, localStart: local, offsetMinutes };
      })
    : null;
}
