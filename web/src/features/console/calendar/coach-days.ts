import type { CoachDaysSubscription } from "../../../generated/console.ts";
import { formatShortRange } from "../../../lib/calendar.ts";
import type { MinuteRange, OpenHours } from "../../../ui/week-grid/grid-event.ts";
import { dateOf, type LocalDate, MINUTES_PER_DAY, minuteOf } from "../../../ui/week-grid/wall-time.ts";

type Event = CoachDaysSubscription["availabilityDaysChanged"];
export type CoachDay = Extract<Event, { readonly __typename: "AvailabilityDays" }>["days"][number];
export type CoachDays = ReadonlyMap<LocalDate, CoachDay>;

/** The open hours of the days, as the server has them; null before it has spoken of each of them. */
export function openHoursOf(known: CoachDays, days: readonly LocalDate[]): OpenHours | null {
  const open = days.flatMap((date) => {
    const day = known.get(date);
    return day === undefined ? [] : [[date, day.windows.map((window) => rangeOf(date, window))] as const];
  });
  return open.length === days.length ? Object.fromEntries(open) : null;
}

/** Why a day is not like others, in a few words for its head: a holiday, time off, other hours, a place. */
export function dayNote({ date, timeOff, holidays, travel, dateOverride }: CoachDay): string | null {
  const reasons = [
    ...holidays.filter(({ observed }) => observed).map(({ name }) => name),
    ...timeOff.map((off) => offWords(date, off)),
    ...(dateOverride === null ? [] : ["Other hours"]),
    ...(travel === null ? [] : [`In ${travel.place}`]),
  ];
  return reasons.length > 0 ? [...new Set(reasons)].join(" · ") : null;
}

/** Whether she is somewhere else than was known on a date that both speak of: sessions then stand at other times of the clock. */
export function differInPlace(before: CoachDays, after: CoachDays): boolean {
  return [...after].some(([date, { timeZone }]) => (before.get(date)?.timeZone ?? timeZone) !== timeZone);
}

type TimeOff = CoachDay["timeOff"][number];

/** Hours off are named with their times on this date; those of whole days need none. */
function offWords(date: LocalDate, { reason, localStart, localEnd }: TimeOff): string {
  const name = reason ?? "Time off";
  if (localStart === null || localEnd === null || dateOf(localStart) !== date || dateOf(localEnd) !== date) return name;
  return `${name}, ${formatShortRange(localStart, localEnd)}`;
}

function rangeOf(date: LocalDate, { localStart, localEnd }: CoachDay["windows"][number]): MinuteRange {
  return { from: minuteOf(localStart), to: dateOf(localEnd) > date ? MINUTES_PER_DAY : minuteOf(localEnd) };
}
