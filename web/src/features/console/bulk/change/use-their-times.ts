import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { MomentsDocument } from "../../../../generated/console.ts";
import type { ChangedSession } from "./change-words.ts";

const keyOf = (zone: string, at: string): string => `${zone} ${at}`;

/** What the new starts are on the clocks of those who come; null while that is looked up. One question for each zone. */
export function useTheirTimes(sessions: readonly ChangedSession[]): (zone: string, at: string) => string | null {
  const apollo = useApolloClient();
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = new Map<string, Set<string>>();
  for (const { startAt, booking } of sessions) {
    if (startAt === null) continue;
    for (const { timeZone } of booking.attendees ?? []) {
      if (!wanted.has(timeZone)) wanted.set(timeZone, new Set());
      wanted.get(timeZone)?.add(startAt);
    }
  }
  const asked = JSON.stringify([...wanted].map(([zone, starts]) => [zone, [...starts]]));
  useEffect(() => {
    let current = true;
    const zones: [string, string[]][] = JSON.parse(asked);
    for (const [timeZone, starts] of zones) {
      const of = starts.map((at) => ({ at }));
      void apollo.query({ query: MomentsDocument, variables: { of, timeZone } }).then(
        ({ data }) => {
          if (!current) return;
          const found = data?.moments.map(({ local }, index) => [keyOf(timeZone, starts[index] ?? ""), local] as const);
          setKnown((before) => new Map([...before, ...(found ?? [])]));
        },
        () => undefined,
      );
    }
    return () => {
      current = false;
    };
  }, [apollo, asked]);
  return (zone, at) => known.get(keyOf(zone, at)) ?? null;
}
