import type { LinkPartsFragment } from "../../../generated/console.ts";
import type { LinkKind } from "../../../generated/schema.ts";
import { formatDateRange } from "../../../lib/calendar.ts";
import { addDays } from "../../../lib/dates.ts";
import { dateOf, formatTime } from "../../../lib/time.ts";

export type Link = LinkPartsFragment;
type Facts<Field extends keyof Link> = Pick<Link, Field>;

export const KIND_WORDS: Readonly<Record<LinkKind, string>> = {
  PUBLIC: "Public",
  SECRET: "Secret",
  SINGLE_USE: "Single use",
};

/** What a coach calls a link: by its own name, else by what it opens. */
export const nameOf = ({ name, sessionType }: Facts<"name" | "sessionType">): string => name ?? sessionType.name;

export const isOpen = ({ state, sessionType }: Facts<"state" | "sessionType">): boolean =>
  state === "OPEN" && sessionType.active;

/** Why nobody can book through a link, in a word or two; null while somebody can. `end` is when it ended on the coach's clock. */
export function closedWords({ state, sessionType }: Facts<"state" | "sessionType">, end: string | null): string | null {
  if (state === "OFF") return "Switched off";
  if (state === "EXPIRED") return end === null ? "Expired" : `Expired ${endWords(end)}`;
  if (state === "USED_UP") return "Used up";
  return sessionType.active ? null : "Closed: its session type is switched off";
}

/** "3 of 10 used", "Used 3 times", "Not used yet". */
export function usesWords({ uses, maxUses, kind }: Facts<"uses" | "maxUses" | "kind">): string {
  const used = uses ?? 0;
  if (kind === "SINGLE_USE") return used === 0 ? "Not used yet" : "Used";
  if (maxUses !== null) return `${used} of ${maxUses} used`;
  return used === 0 ? "Not used yet" : used === 1 ? "Used once" : `Used ${used} times`;
}

/** "29 Nov 2026, 18:00"; the first moment of a day is said as the end of the day before. */
export function endWords(local: string): string {
  const date = dateOf(local);
  const time = local.slice(11, 16);
  const day = time === "00:00" ? addDays(date, -1) : date;
  return time === "00:00" ? formatDateRange(day, day) : `${formatDateRange(day, day)}, ${formatTime(local)}`;
}

/** "3 – 20 May 2026", "from 3 May 2026", "until 20 May 2026"; null without any. */
export function datesWords({ fromDate, toDate }: Facts<"fromDate" | "toDate">): string | null {
  if (fromDate && toDate) return formatDateRange(fromDate, toDate);
  if (fromDate) return `from ${formatDateRange(fromDate, fromDate)}`;
  return toDate && `until ${formatDateRange(toDate, toDate)}`;
}

export const hasSomeLengths = ({ minutes, sessionType }: Facts<"minutes" | "sessionType">): boolean =>
  minutes.length < sessionType.minutes.length;

/** Without the scheme; of a secret only the beginning, for whoever looks over the shoulder. */
export function shownAddress({ path, slug, kind }: Facts<"path" | "slug" | "kind">, origin: string): string {
  const address = `${origin}${path}`.replace(/^https?:\/\//, "");
  return kind === "PUBLIC" ? address : `${address.slice(0, address.length - slug.length + 4)}…`;
}
