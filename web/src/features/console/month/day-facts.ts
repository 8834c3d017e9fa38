import { formatShortRange } from "../../../lib/calendar.ts";
import { formatDate, formatTimeRange } from "../../../lib/time.ts";
import { describeDay } from "../hours/dates/day-draft.ts";
import type { MonthDay } from "./month-store.ts";

/** What is to be said about a date, each as one short mark. */
export interface DayFact {
  readonly kind: "holiday" | "worked" | "timeOff" | "exact" | "own" | "closed" | "travel";
  readonly key: string;
  readonly text: string;
}

/** In the order in which they decide: away, holidays, hours of its own, and where the coach is. */
export function factsOf(day: MonthDay): DayFact[] {
  const { timeOff, holidays, dateOverride, travel } = day;
  return [
    ...timeOff.map(({ id, reason, localStart, localEnd }): DayFact => {
      const whole = localStart === null || localEnd === null;
      const times = whole
        ? null
        : localStart.slice(0, 10) === localEnd.slice(0, 10)
          ? formatShortRange(localStart, localEnd)
          : null;
      return {
        kind: whole ? "timeOff" : "exact",
        key: id,
        text: [reason ?? "Time off", times].filter(Boolean).join(", "),
      };
    }),
    ...holidays.map(
      ({ id, name, observed }): DayFact => ({ kind: observed ? "holiday" : "worked", key: id, text: name }),
    ),
    ...(dateOverride ? [ownHours(dateOverride)] : []),
    ...(travel ? [{ kind: "travel" as const, key: travel.id, text: travel.place }] : []),
  ];
}

/** Its own hours are said as they were set, though time off may close them. */
function ownHours({ id, windows }: NonNullable<MonthDay["dateOverride"]>): DayFact {
  return { kind: windows.length === 0 ? "closed" : "own", key: id, text: describeDay(windows) };
}

/** Minutes from midnight; a window that ends at midnight ends with the day. */
export function barsOf({ windows, date }: MonthDay): { readonly from: number; readonly to: number }[] {
  const minute = (local: string) => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
  return windows.map(({ localStart, localEnd }) => ({
    from: minute(localStart),
    to: localEnd.slice(0, 10) > date ? 1440 : minute(localEnd),
  }));
}

export const sessionWords = (count: number): string => (count === 1 ? "1 session" : `${count} sessions`);

const KIND_WORDS: Readonly<Record<DayFact["kind"], string>> = {
  holiday: "public holiday",
  worked: "public holiday on which you work",
  timeOff: "off",
  exact: "off",
  own: "hours of its own",
  closed: "hours of its own",
  travel: "travel",
};

/** The whole day in a sentence, for those who hear it. */
export function spokenDay(date: string, day: MonthDay | undefined, count: number | undefined, today: boolean): string {
  const facts = day ? factsOf(day) : [];
  const open = day?.windows.map(({ localStart, localEnd }) => formatTimeRange(localStart, localEnd)).join(" and ");
  return [
    formatDate(date, "full"),
    today && "today",
    count !== undefined && (count === 0 ? "no sessions" : sessionWords(count)),
    ...facts.map(({ kind, text }) => `${KIND_WORDS[kind]}: ${text}`),
    day && (open ? `open ${open}` : "closed"),
  ]
    .filter(Boolean)
    .join(", ");
}
