import type { SeriesSummaryFragment } from "../../../generated/console.ts";
import { formatDate, formatTime, relativeDay } from "../../../lib/time.ts";
import { list } from "./pattern-words.ts";

export type Series = SeriesSummaryFragment;

export const sessionCount = (count: number): string => (count === 1 ? "1 session" : `${count} sessions`);

export const namesOf = ({ members }: Pick<Series, "members">): string => list(members.map(({ client }) => client.name));

/** What a list calls it: by who takes part; a group by what it is. */
export function titleOf(series: Series): string {
  return series.members.length === 1 || (series.capacity === 1 && series.members.length > 0)
    ? namesOf(series)
    : series.sessionType.name;
}

export function bookedWords(series: Series, count: number): { news: string; says: string } {
  const what = sessionCount(count);
  return {
    news: `${what} ${count === 1 ? "is" : "are"} booked for ${namesOf(series)}.`,
    says: `You booked ${what}.`,
  };
}

type Standing = { readonly kind: "runs" | "paused" | "over"; readonly words: string };

/** How a series stands: how many sessions are left, that it rests, or that it is over. */
export function standing(
  { isEndless, pauses, sessionsToCome }: Pick<Series, "isEndless" | "pauses" | "sessionsToCome">,
  today: string,
): Standing {
  const rests = pauses.find(({ fromDate, toDate }) => fromDate <= today && (toDate === null || today <= toDate));
  if (rests) {
    const until = rests.toDate === null ? "until you resume it" : `until ${formatDate(rests.toDate, "short")}`;
    return { kind: "paused", words: `Paused ${until}` };
  }
  if (sessionsToCome === 0 && !isEndless) return { kind: "over", words: "Ended" };
  return { kind: "runs", words: isEndless ? `${sessionsToCome} booked ahead` : `${sessionsToCome} to come` };
}

/** "Today, 10:00", "Tue, 8 Dec, 10:00". */
export const nextWords = (local: string, today: string): string =>
  `${relativeDay(local, today) ?? formatDate(local, "short")}, ${formatTime(local)}`;

export const firstName = (name: string): string => name.trim().split(/\s+/)[0] || "the client";

/** Whom the other clock belongs to: whoever lives by another one than the coach. */
export function clientOf({ members }: Pick<Series, "members">, coachZone: string): { zone: string; name: string } {
  const away = members.find(({ client }) => client.timeZone !== coachZone) ?? members[0];
  if (away === undefined) return { zone: coachZone, name: "the client" };
  return { zone: away.client.timeZone, name: members.length > 1 ? "the clients" : firstName(away.client.name) };
}
