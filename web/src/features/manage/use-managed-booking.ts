import { useEffect, useRef } from "react";
import {
  ManagedBookingDocument,
  type ManagedBookingQuery,
  useBookingChangedSubscription,
  useBookingTimesQuery,
  useManagedBookingQuery,
} from "../../generated/manage.ts";
import { useConnection } from "../../lib/connection.ts";
import { useSettled } from "../../lib/use-settled.ts";
import type { LocalTimes } from "../session/BothTimes.tsx";

type ManagedBooking = { result: ManagedBookingQuery["booking"] | undefined; failed: boolean; refetch: () => void };

const patienceMs = 3_000;
const pollMs = 20_000;

/** The booking as it is: every event of the subscription goes into the cache under the query. */
export function useManagedBooking(token: string): ManagedBooking {
  const cutOff = useSettled(useConnection() !== "live", patienceMs);
  const { data, error, refetch } = useManagedBookingQuery({ variables: { token }, pollInterval: cutOff ? pollMs : 0 });
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const resume = () => {
    clearTimeout(again.current);
    again.current = setTimeout(() => restart(), 1_000 + Math.random() * 2_000);
  };
  const { restart } = useBookingChangedSubscription({
    variables: { token },
    fetchPolicy: "no-cache",
    ignoreResults: true,
    onData: ({ client, data: { data: event } }) => {
      if (event)
        client.writeQuery({
          query: ManagedBookingDocument,
          variables: { token },
          data: { booking: event.bookingChanged },
        });
    },
    onError: resume,
    onComplete: resume,
  });
  useEffect(() => () => clearTimeout(again.current), []);
  return { result: data?.booking, failed: error !== undefined, refetch: () => void refetch().catch(() => undefined) };
}

/** Wall times come from the server; null until they belong to this very start. */
export function useBookingTimes(
  token: string,
  startAt: string,
  clientZone: string,
  coachZone: string,
): LocalTimes | null {
  const { data, refetch } = useBookingTimesQuery({
    variables: { token, clientZone, coachZone },
    fetchPolicy: "no-cache",
  });
  const booking = data?.booking.__typename === "BookingAccess" ? data.booking.booking : null;
  const stale = booking !== null && booking.startAt !== startAt;
  useEffect(() => {
    if (stale) refetch().catch(() => undefined);
  }, [stale, refetch]);
  return stale ? null : booking;
}
