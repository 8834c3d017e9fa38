import type { ReasonPartsFragment } from "../../../generated/console.ts";
import { formatDateRange } from "../../../lib/calendar.ts";
import { dateOf, formatDate, formatDuration, formatTime, formatTimeRange } from "../../../lib/time.ts";

/** What clocks show at an instant; undefined while that is looked up. */
export type LocalTimes = ReadonlyMap<string, string>;

/** The instants of a reason that have to be read on somebody's clock. */
export const instantsOf = ({ startAt, endAt, until }: ReasonPartsFragment): string[] =>
  [startAt, endAt, until].filter((at) => at !== null);

/** What made a reason, as far as it says more than the rule alone; null where it does not, or while it is looked up. */
export function reasonDetail(reason: ReasonPartsFragment, local: LocalTimes): string | null {
  const until = reason.until && local.get(reason.until);
  switch (reason.code) {
    case "NOTICE":
      return until ? `The earliest start now is ${moment(until)}.` : null;
    case "HORIZON":
      return until ? `Starts before ${moment(until)} can be booked.` : null;
    case "HOLD":
      return until ? `It is kept until ${formatTime(until)}.` : null;
    case "BOOKING":
    case "BUFFER":
      return [whoOf(reason), spanOf(reason, local)].filter(Boolean).join(", ") || null;
    case "BUSY":
      return spanOf(reason, local);
    case "LIMIT":
      return limitText(reason);
    case "SEATS_FULL":
      return reason.limit === null ? null : `${reason.count ?? 0} of ${reason.limit} seats.`;
    case "TIME_OFF":
      return timeOffText(reason);
    case "HOLIDAY":
      return reason.holiday && `${reason.holiday.name}.`;
    case "DATE_OVERRIDE":
      return [overrideText(reason), travelText(reason)].filter(Boolean).join(" ") || null;
    case "OUTSIDE_HOURS":
    case "SKIPPED_HOUR":
      return travelText(reason);
    default:
      return null;
  }
}

/** "1 h of 1 h 30 min are taken.", "3 of 3 sessions are booked." */
function limitText({ count, limit, countedIn }: ReasonPartsFragment): string | null {
  if (limit === null) return null;
  const used = count ?? 0;
  if (countedIn === "MINUTES") return `${formatDuration(used)} of ${formatDuration(limit)} are taken.`;
  return `${used} of ${limit} ${limit === 1 ? "session is" : "sessions are"} booked.`;
}

const moment = (local: string): string => `${formatDate(dateOf(local), "short")}, ${formatTime(local)}`;

function whoOf({ booking }: ReasonPartsFragment): string | null {
  if (!booking) return null;
  const names = booking.attendees?.map(({ name }) => name) ?? [];
  return names.length > 0 ? `${names.join(", ")} (${booking.sessionType.name})` : booking.sessionType.name;
}

function spanOf({ startAt, endAt }: ReasonPartsFragment, local: LocalTimes): string | null {
  const [start, end] = [startAt && local.get(startAt), endAt && local.get(endAt)];
  if (!start || !end) return null;
  return `${formatDate(dateOf(start), "short")}, ${formatTimeRange(start, end)}`;
}

function timeOffText({ timeOff }: ReasonPartsFragment): string | null {
  if (!timeOff) return null;
  const dates = timeOff.fromDate && timeOff.toDate ? formatDateRange(timeOff.fromDate, timeOff.toDate) : null;
  return [timeOff.reason, dates].filter(Boolean).join(", ") || null;
}

function overrideText({ dateOverride }: ReasonPartsFragment): string | null {
  if (!dateOverride) return null;
  const day = formatDate(dateOverride.date, "short");
  const hours = dateOverride.windows.map(({ start, end }) => formatTimeRange(start, end)).join(" and ");
  return hours ? `Open on ${day}: ${hours}.` : `Closed on ${day}.`;
}

function travelText({ travel }: ReasonPartsFragment): string | null {
  return travel && `Hours are read in ${travel.place} from ${formatDateRange(travel.fromDate, travel.toDate)}.`;
}
