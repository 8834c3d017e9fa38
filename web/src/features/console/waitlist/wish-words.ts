import type { DeskEntryPartsFragment, DeskOfferPartsFragment } from "../../../generated/console.ts";
import { formatDateRange, formatWeekday, weekdayName } from "../../../lib/calendar.ts";
import { formatDate, formatTime, formatTimeRange, zoneCity } from "../../../lib/time.ts";
import { dateOf } from "../../../ui/week-grid/wall-time.ts";

type Wish = Pick<
  DeskEntryPartsFragment,
  "kind" | "localStart" | "fromDate" | "toDate" | "fromTime" | "toTime" | "weekdays"
>;

/** A start that is waited for, as the coach reads her calendar, and behind it the clock of whoever waits where that is another. */
export function startParts(
  { kind, localStart, timeZone }: Pick<DeskEntryPartsFragment, "kind" | "localStart" | "timeZone">,
  coach: { readonly timeZone: string; readonly start: string | null },
): { readonly own: string; readonly theirs: string | null } | null {
  if (localStart === null) return null;
  const own = `${kind === "SESSION" ? "A seat on " : ""}${coach.start ?? "…"}`;
  if (timeZone === coach.timeZone) return { own, theirs: null };
  const date = formatDate(dateOf(localStart), "short");
  const day = coach.start?.startsWith(`${date},`) ? "" : `${date}, `;
  return { own, theirs: `${day}${formatTime(localStart)} in ${zoneCity(timeZone)}` };
}

/** What somebody waits for, on her own clock: "Weekdays from 17:00, 24 Nov – 12 Dec 2026". */
export function wishWords(wish: Wish): string {
  const { kind, localStart, fromDate, toDate } = wish;
  const start = localStart && `${formatDate(dateOf(localStart), "short")}, ${formatTime(localStart)}`;
  if (kind === "SESSION") return `A seat on ${start}`;
  if (kind === "SLOT") return `${start}`;
  if (kind === "DAY") return `Any time on ${fromDate && formatDate(fromDate, "short")}`;
  const days = [daysWords(wish.weekdays), timesWords(wish)].filter(Boolean).join(" ");
  return fromDate && toDate ? `${days}, ${formatDateRange(fromDate, toDate)}` : days;
}

function daysWords(weekdays: readonly number[]): string {
  const has = (...days: number[]) => weekdays.length === days.length && days.every((day) => weekdays.includes(day));
  if (weekdays.length === 7) return "Any day";
  if (has(1, 2, 3, 4, 5)) return "Weekdays";
  if (has(0, 6)) return "Weekends";
  if (weekdays.length === 1) return `${weekdayName(weekdays[0] ?? 0)}s`;
  // Monday first: a week of wishes reads from its working days on.
  const names = weekdays
    .toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
    .map((day) => formatWeekday(sunday(day), "short"));
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** A date on that weekday: 1 January 2023 was a Sunday. */
const sunday = (weekday: number): string => `2023-01-0${1 + weekday}`;

function timesWords({ fromTime, toTime }: Wish): string {
  const [from, to] = [fromTime !== "00:00", toTime !== "24:00"];
  if (from && to) return formatTimeRange(fromTime, toTime);
  if (from) return `from ${formatTime(fromTime)}`;
  return to ? `until ${formatTime(toTime)}` : "";
}

/** Whether a start suits the wish; both in the zone of whoever waits. */
export function suits(wish: Wish, { localStart, localEnd }: { localStart: string; localEnd: string }): boolean {
  const date = dateOf(localStart);
  if (wish.kind === "SESSION" || wish.kind === "SLOT") return localStart === wish.localStart;
  if (wish.fromDate === null || wish.toDate === null || date < wish.fromDate || date > wish.toDate) return false;
  if (wish.kind === "DAY") return true;
  const ends = dateOf(localEnd) > date ? "24:00" : localEnd.slice(11);
  const weekday = new Date(`${date}T00:00Z`).getUTCDay();
  return wish.weekdays.includes(weekday) && localStart.slice(11) >= wish.fromTime && ends <= wish.toTime;
}

const END_WORDS: Readonly<Record<DeskEntryPartsFragment["status"], string>> = {
  WAITING: "Waits",
  BOOKED: "Has a session",
  LEFT: "Left the list",
  LAPSED: "The time they waited for is over",
  REMOVED: "You took them off the list",
};

export function endWords(entry: Pick<DeskEntryPartsFragment, "status" | "startAt" | "offers">): string {
  return hasDeclined(entry) ? "Declined" : END_WORDS[entry.status];
}

/** Who declines the one start that she waits for waits no longer: that is an answer to the coach, not a change of mind. */
export function hasDeclined({
  status,
  startAt,
  offers,
}: Pick<DeskEntryPartsFragment, "status" | "startAt" | "offers">): boolean {
  const last = offers?.[0];
  return status === "LEFT" && last?.status === "DECLINED" && last.startAt === startAt;
}

const OFFER_WORDS: Readonly<Record<DeskOfferPartsFragment["status"], string>> = {
  OPEN: "Waits for an answer",
  ACCEPTED: "Accepted",
  DECLINED: "Declined",
  LAPSED: "No answer in time",
  WITHDRAWN: "Withdrawn",
};

export const offerWords = ({ status }: Pick<DeskOfferPartsFragment, "status">): string => OFFER_WORDS[status];
