import { skipToken } from "@apollo/client/react";
import { useMemo } from "react";
import {
  useBookingLinksChangedSubscription,
  useBookingLinksQuery,
  useMomentsQuery,
} from "../../../generated/console.ts";
import { wallTime } from "../../../lib/time.ts";
import { useCoach } from "../shell/coach.ts";
import type { Link } from "./link-words.ts";

const MOST_MOMENTS = 400;

/** The coach's links, and every use and change of them as it happens. */
export function useLinks() {
  const { data, error, refetch } = useBookingLinksQuery({ fetchPolicy: "cache-and-network" });
  // What it brings goes into the cache, and from there into the list.
  useBookingLinksChangedSubscription({ ignoreResults: true, onError: () => void refetch().catch(() => undefined) });
  const viewer = data?.viewer;
  return {
    links: viewer?.bookingLinks ?? null,
    sessionTypes: viewer?.sessionTypes ?? [],
    redirectHosts: viewer?.redirectHosts ?? [],
    error,
    refetch: () => void refetch().catch(() => undefined),
  };
}

/** When links end, on the coach's clock of that day. Until the server has said it, her clock of today says it nearly. */
export function useEnds(links: readonly Link[]): (link: Link) => string | null {
  const { timeZone, offsetMinutes } = useCoach();
  const instants = useMemo(
    () => [...new Set(links.flatMap(({ expiresAt }) => expiresAt ?? []))].toSorted().slice(0, MOST_MOMENTS),
    [links],
  );
  const { data, previousData } = useMomentsQuery(
    instants.length > 0 ? { variables: { of: instants.map((at) => ({ at })), timeZone } } : skipToken,
  );
  const moments = (data ?? previousData)?.moments;
  return useMemo(() => {
    const locals = new Map(moments?.map(({ at, local }) => [Date.parse(at), local]));
    return ({ expiresAt }: Link) =>
      expiresAt && (locals.get(Date.parse(expiresAt)) ?? wallTime(Date.parse(expiresAt), offsetMinutes));
  }, [moments, offsetMinutes]);
}
