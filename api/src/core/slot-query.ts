import type { Availability } from "./availability.ts";
import type { Interval } from "./interval.ts";
import type { LocalDate } from "./local-date.ts";

/** A start that can be booked. Instants are epoch milliseconds; `seatsLeft` is at least 1. */
export type Slot = { readonly start: number; readonly end: number; readonly seatsLeft: number };

/** How far ahead a session can be booked, on the coach's calendar; all dates are included. */
export type Horizon =
  | { readonly kind: "rollingDays"; readonly days: number }
  | {
      readonly kind: "dateRange";
      readonly fromDate?: LocalDate | undefined;
      readonly toDate?: LocalDate | undefined;
    };

/** The most sessions, or session minutes, of one day, week (Sunday to Saturday) or month on the coach's calendar. */
export type Limits = {
  readonly perDay?: number | undefined;
  readonly perWeek?: number | undefined;
  readonly perMonth?: number | undefined;
  readonly minutesPerDay?: number | undefined;
  readonly minutesPerWeek?: number | undefined;
  readonly minutesPerMonth?: number | undefined;
};

/**
 * Where starts lie. `window`: in steps from the opening of each local day's window, whatever is booked.
 * `restart`: in steps from the beginning of each free stretch, so that sessions pack tightly; where open time lasts for a
 * whole week, Sunday to Sunday, also from each Sunday on.
 */
export type Grid = "window" | "restart";

/** What is to be booked. Buffers are free time kept before and after it; they may lie outside the hours. */
export type SessionRules = {
  readonly minutes: number;
  readonly stepMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** Seats of one session; 1 for a session between two. */
  readonly capacity: number;
  /** A start is offered until this long before it. */
  readonly noticeMinutes: number;
  readonly grid: Grid;
  readonly horizon?: Horizon | undefined;
  /** Counted over the bookings that are not `otherType`. */
  readonly limits?: Limits | undefined;
};

/** A session that is already in the calendar. Its own buffers and those of the new session add up. */
export type OwnBooking = Interval & {
  readonly id?: string | undefined;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** Taken seats of a group session of the type asked for: its own start stays bookable while seats are left. */
  readonly seatsTaken?: number | undefined;
  /** A session of another type: it blocks, and counts for the coach's limits, not for the session's. */
  readonly otherType?: boolean | undefined;
};

/** Time that an outside calendar takes. The new session keeps its buffers clear of it. */
export type Busy = Interval & { readonly id?: string | undefined };

/** A start that somebody has reserved until `expiresAt`. Without buffers of its own it hides only what overlaps it. */
export type Hold = Interval & {
  readonly id?: string | undefined;
  readonly expiresAt: number;
  /** The asker's own hold hides nothing from him. */
  readonly mine?: boolean | undefined;
  readonly bufferBeforeMinutes?: number | undefined;
  readonly bufferAfterMinutes?: number | undefined;
};

/** A group session that blocks only when `taken` reaches the capacity. */
export type Seated = Interval & { readonly id?: string | undefined; readonly taken: number };

/** What already fills the coach's time, in any order. `calendarRange` says for which period it is needed. */
export type Calendar = {
  readonly busy: readonly Busy[];
  readonly bookings: readonly OwnBooking[];
  readonly holds: readonly Hold[];
  readonly seated: readonly Seated[];
};

/** Everything that decides which starts are bookable. Instants are epoch milliseconds. */
export type SlotQuery = {
  readonly now: number;
  /** A slot starts at or after `start` and ends at or before `end`. */
  readonly range: Interval;
  readonly availability: Availability;
  readonly session: SessionRules;
  readonly calendar: Calendar;
  /** Limits over sessions of all types. */
  readonly coachLimits?: Limits | undefined;
};

/** A calendar with nothing in it. */
export const emptyCalendar: Calendar = { busy: [], bookings: [], holds: [], seated: [] };
