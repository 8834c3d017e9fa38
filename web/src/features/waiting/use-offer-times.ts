import { skipToken } from "@apollo/client/react";
import { useOfferTimesQuery } from "../../generated/waiting.ts";
import type { LocalTimes } from "../session/BothTimes.tsx";
import type { Offer } from "./use-waiting.ts";

type Zones = { readonly client: string; readonly coach: string };
export type OfferTimes = LocalTimes & { readonly until: string };

/** An offer on both sides' clocks, converted by the server; null until it has answered. */
export function useOfferTimes(offer: Offer | null, zones: Zones): OfferTimes | null {
  const { data } = useOfferTimesQuery(
    offer
      ? {
          variables: {
            startAt: offer.startAt,
            endAt: offer.endAt,
            until: offer.expiresAt,
            clientZone: zones.client,
            coachZone: zones.coach,
          },
        }
      : skipToken,
  );
  const [start, end, until] = data?.client ?? [];
  const [coachStart, coachEnd] = data?.coach ?? [];
  if (!offer || !start || !end || !until || !coachStart || !coachEnd) return null;
  return {
    startAt: offer.startAt,
    endAt: offer.endAt,
    localStart: start.local,
    localEnd: end.local,
    until: until.local,
    coachStart: coachStart.local,
    coachEnd: coachEnd.local,
  };
}
