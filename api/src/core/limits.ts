import { civilOf, MINUTE } from "./local-date.ts";
import type { Limits, OwnBooking, SlotQuery } from "./slot-query.ts";
import { type Zone, zone } from "./zone.ts";

export type Period = "day" | "week" | "month";
export type Tally = { sessions: number; minutes: number };

/** A limit that leaves no room: `count` sessions or minutes are there, `max` are allowed. */
export type LimitHit = {
  readonly limit: keyof Limits;
  readonly scope: "session" | "coach";
  readonly count: number;
  readonly max: number;
};

const periods = [
  { period: "day", sessions: "perDay", minutes: "minutesPerDay" },
  { period: "week", sessions: "perWeek", minutes: "minutesPerWeek" },
  { period: "month", sessions: "perMonth", minutes: "minutesPerMonth" },
] as const;

/** A number that is the same for all days of one day, week (Sunday to Saturday) or month. */
export function keyOf(period: Period, epochDay: number): number {
  if (period === "day") return epochDay;
  if (period === "week") return Math.floor((epochDay + 4) / 7);
  const { year, month } = civilOf(epochDay);
  return year * 12 + month;
}

/** What is there already, in the periods that have a limit. */
function tallies(bookings: readonly OwnBooking[], calendar: Zone, limits: Limits): Record<Period, Map<number, Tally>> {
  const counted = { day: new Map<number, Tally>(), week: new Map<number, Tally>(), month: new Map<number, Tally>() };
  const limited = periods.filter(
    ({ sessions, minutes }) => limits[sessions] !== undefined || limits[minutes] !== undefined,
  );
  for (const booking of bookings) {
    const epochDay = calendar.localDay(booking.start);
    for (const { period } of limited) {
      const key = keyOf(period, epochDay);
      const tally = counted[period].get(key) ?? { sessions: 0, minutes: 0 };
      tally.sessions += 1;
      tally.minutes += (booking.end - booking.start) / MINUTE;
      counted[period].set(key, tally);
    }
  }
  return counted;
}

/** Sessions that are not in the calendar yet but shall count, in the day, week and month of a start. */
export type Beside = Readonly<Record<Period, Readonly<Record<"session" | "coach", Tally>>>>;

/** Finds the limits that one more session at a start would break. Sessions count on the coach's date of their start. */
export function limitHits(query: SlotQuery): ((start: number, beside?: Beside) => LimitHit[]) | null {
  const { session, calendar, coachLimits } = query;
  const scopes: { scope: "session" | "coach"; limits: Limits; counted: ReturnType<typeof tallies> }[] = [];
  const home = zone(query.availability.timeZone);
  if (session.limits !== undefined) {
    const own = calendar.bookings.filter((booking) => booking.otherType !== true);
    scopes.push({ scope: "session", limits: session.limits, counted: tallies(own, home, session.limits) });
  }
  if (coachLimits !== undefined) {
    scopes.push({ scope: "coach", limits: coachLimits, counted: tallies(calendar.bookings, home, coachLimits) });
  }
  if (scopes.length === 0) return null;
  let lastDay = Number.NaN;
  let lastHits: LimitHit[] = [];
  return (start, beside) => {
    const epochDay = home.localDay(start);
    if (epochDay === lastDay && beside === undefined) return lastHits;
    const hits: LimitHit[] = [];
    for (const { scope, limits, counted } of scopes) {
      for (const { period, sessions, minutes } of periods) {
        const tally = sum(counted[period].get(keyOf(period, epochDay)), beside?.[period][scope]);
        const most = limits[sessions];
        if (most !== undefined && tally.sessions >= most) {
          hits.push({ limit: sessions, scope, count: tally.sessions, max: most });
        }
        const longest = limits[minutes];
        if (longest !== undefined && tally.minutes + session.minutes > longest) {
          hits.push({ limit: minutes, scope, count: tally.minutes, max: longest });
        }
      }
    }
    if (beside === undefined) {
      lastDay = epochDay;
      lastHits = hits;
    }
    return hits;
  };
}

const NONE: Tally = { sessions: 0, minutes: 0 };

function sum(counted: Tally = NONE, beside: Tally = NONE): Tally {
  return { sessions: counted.sessions + beside.sessions, minutes: counted.minutes + beside.minutes };
}
