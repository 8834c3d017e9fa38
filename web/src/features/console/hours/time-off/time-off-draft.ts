import type { TimeOffPartsFragment } from "../../../../generated/console.ts";
import type { CreateTimeOffInput } from "../../../../generated/schema.ts";
import { formatDateRange } from "../../../../lib/calendar.ts";
import { formatDate, formatTime, formatTimeRange } from "../../../../lib/time.ts";
import { localTimeOf, minutesOfLocalTime, readTime } from "../time-text.ts";
import { writeTime } from "../window-text.ts";

/** Time off as it stands in the form. */
export interface TimeOffDraft {
  /** Null for a new one. */
  readonly id: string | null;
  readonly kind: "dates" | "exact";
  readonly fromDate: string;
  readonly toDate: string;
  readonly fromTime: string;
  readonly toTime: string;
  readonly timeZone: string;
  readonly yearly: boolean;
  readonly reason: string;
}

export type TimeOffField = "fromDate" | "toDate" | "fromTime" | "toTime" | "timeZone" | "reason";
export type TimeOffProblems = { readonly [field in TimeOffField]?: string };

export const newTimeOff = (timeZone: string): TimeOffDraft => ({
  id: null,
  kind: "dates",
  fromDate: "",
  toDate: "",
  fromTime: "",
  toTime: "",
  timeZone,
  yearly: false,
  reason: "",
});

export function timeOffDraftOf(timeOff: TimeOffPartsFragment, homeZone: string): TimeOffDraft {
  const { id, fromDate, toDate, localStart, localEnd, yearly, reason, timeZone } = timeOff;
  const exact = localStart !== null && localEnd !== null;
  return {
    id,
    kind: exact ? "exact" : "dates",
    fromDate: exact ? localStart.slice(0, 10) : fromDate,
    toDate: exact ? localEnd.slice(0, 10) : toDate,
    fromTime: exact ? writeTime(minutesOfLocalTime(localStart.slice(11, 16))) : "",
    toTime: exact ? writeTime(minutesOfLocalTime(localEnd.slice(11, 16))) : "",
    timeZone: timeZone ?? homeZone,
    yearly,
    reason: reason ?? "",
  };
}

type Read = { readonly input: CreateTimeOffInput } | { readonly problems: TimeOffProblems };

/** What the form means, or what in it is missing or cannot be read. Whether the dates make sense is the server's to judge. */
export function readTimeOff(draft: TimeOffDraft): Read {
  const { fromDate, timeZone } = draft;
  const toDate = draft.toDate || fromDate;
  const common = { yearly: draft.yearly, reason: draft.reason.trim() || null };
  if (draft.kind === "dates") {
    if (fromDate === "") return { problems: { fromDate: "Choose the first day." } };
    return { input: { fromDate, toDate, ...common } };
  }
  const [start, end] = [readTime(draft.fromTime), readTime(draft.toTime)];
  const unreadable = "Write a time like 9, 9:30 or 5pm.";
  if (fromDate === "" || start === null || end === null) {
    return {
      problems: {
        ...(fromDate === "" && { fromDate: "Choose the day on which it begins." }),
        ...(start === null && { fromTime: unreadable }),
        ...(end === null && { toTime: unreadable }),
      },
    };
  }
  const local = (date: string, minutes: number) => `${date}T${localTimeOf(Math.min(minutes, 1439))}`;
  return {
    input: {
      start: { local: local(fromDate, start), timeZone },
      end: { local: local(toDate, end), timeZone },
      ...common,
    },
  };
}

/** "3 – 20 May 2026", or an exact period with its times. */
export function describeTimeOff({ fromDate, toDate, localStart, localEnd }: TimeOffPartsFragment): string {
  if (localStart === null || localEnd === null) return formatDateRange(fromDate, toDate);
  const [first, last] = [localStart.slice(0, 10), localEnd.slice(0, 10)];
  if (first === last) return `${formatDate(first, "short")}, ${formatTimeRange(localStart, localEnd)}`;
  return `${formatDate(first, "short")}, ${formatTime(localStart)} – ${formatDate(last, "short")}, ${formatTime(localEnd)}`;
}
