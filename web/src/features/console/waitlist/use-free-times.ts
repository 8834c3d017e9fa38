import { useMemo } from "react";
import {
  type DeskEntryPartsFragment,
  type FreeSlotsQuery,
  useFreeSlotsQuery,
  useOfferingLinksQuery,
} from "../../../generated/console.ts";
import { addDays } from "../../../lib/dates.ts";
import { dateOf, wallTime } from "../../../lib/time.ts";
import { addMinutes } from "../../../ui/week-grid/wall-time.ts";
import { useCoach } from "../shell/coach.ts";
import { suits } from "./wish-words.ts";

export interface FreeTime {
  readonly startAt: string;
  /** On the coach's clock. */
  readonly localStart: string;
  /** Whether it is what is waited for. */
  readonly fits: boolean;
}

export interface FreeDay {
  readonly date: string;
  readonly times: readonly FreeTime[];
}

const DAYS_AHEAD = 27;

/** The free times of four weeks for the session that somebody waits for; null while they are on their way. */
export function useFreeTimes(entry: DeskEntryPartsFragment): readonly FreeDay[] | null {
  const coach = useCoach();
  const links = useOfferingLinksQuery();
  const link = linkFor(entry, links.data?.viewer?.bookingLinks ?? []);
  const today = dateOf(wallTime(Date.now(), coach.offsetMinutes));
  const from = entry.fromDate !== null && entry.fromDate > today ? entry.fromDate : today;
  const range = {
    coach: coach.slug,
    link: link?.slug ?? "",
    from,
    to: addDays(from, DAYS_AHEAD),
    minutes: entry.minutes,
  };
  const options = { skip: link === null, fetchPolicy: "cache-and-network" } as const;
  const here = useFreeSlotsQuery({ ...options, variables: { ...range, timeZone: coach.timeZone } });
  const there = useFreeSlotsQuery({ ...options, variables: { ...range, timeZone: entry.timeZone } });
  const failed = links.error ?? here.error ?? there.error;
  return useMemo(() => {
    if (failed || (links.data && link === null)) return [];
    return here.data && there.data ? daysOf(here.data, there.data, entry) : null;
  }, [failed, links.data, link, here.data, there.data, entry]);
}

interface LinkChoice {
  readonly slug: string;
  readonly kind: string;
  readonly state: string | null;
  readonly minutes: readonly number[];
  readonly sessionType: { readonly id: string };
}

/** Any open link shows the free times of its session type; a public one is the least restricted. */
function linkFor(entry: DeskEntryPartsFragment, links: readonly LinkChoice[]): LinkChoice | null {
  const fitting = links.filter(
    ({ sessionType, state, minutes }) =>
      sessionType.id === entry.sessionType.id && state === "OPEN" && minutes.includes(entry.minutes),
  );
  return fitting.find(({ kind }) => kind === "PUBLIC") ?? fitting[0] ?? null;
}

function daysOf(here: FreeSlotsQuery, there: FreeSlotsQuery, entry: DeskEntryPartsFragment): readonly FreeDay[] {
  if (here.slots.__typename !== "SlotList" || there.slots.__typename !== "SlotList") return [];
  const theirs = new Map(there.slots.days.flatMap(({ slots }) => slots.map((slot) => [slot.startAt, slot.localStart])));
  return here.slots.days.map(({ date, slots }) => ({
    date,
    times: slots.map(({ startAt, localStart }) => {
      const start = theirs.get(startAt);
      const fits =
        start !== undefined && suits(entry, { localStart: start, localEnd: addMinutes(start, entry.minutes) });
      return { startAt, localStart, fits };
    }),
  }));
}
