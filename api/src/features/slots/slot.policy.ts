import type { Reason } from "../../core/explain.ts";
import type { CoachHours } from "./hours.service.ts";
import type { CalendarRow } from "./offering.service.ts";
import { type SlotReason, SlotReasonCode, type WhyNotCode } from "./slot.inputs.ts";

/** What made a reason: rows of the coach's hours, to be shown to her alone. */
interface Cause {
  readonly dateOverrideId?: string | undefined;
  readonly timeOffId?: string | undefined;
  readonly holidayId?: string | undefined;
  readonly travelId?: string | undefined;
}
export type CausedReason = SlotReason & { readonly cause: Cause };

/** Core's reasons in the API's words, in the same order, each with what made it. */
export function describeReasons(
  reasons: readonly Reason[],
  rows: readonly CalendarRow[],
  hours: CoachHours,
): CausedReason[] {
  return reasons.map((reason) => ({ ...describe(reason, rows, hours), cause: causeOf(reason, hours) }));
}

function causeOf(reason: Reason, hours: CoachHours): Cause {
  switch (reason.code) {
    case "timeOff":
      return isHoliday(hours, reason.id) ? { holidayId: reason.id } : { timeOffId: reason.id };
    case "override":
      return { dateOverrideId: reason.id, travelId: travelOn(hours, reason.date) };
    case "skippedHour":
    case "outsideHours":
      return { travelId: travelOn(hours, reason.date) };
    default:
      return {};
  }
}

function isHoliday({ holidays }: CoachHours, id: string | undefined): boolean {
  return holidays.some((holiday) => holiday.id === id);
}

/** The stay in whose zone the hours of a date are read. */
function travelOn({ travel }: CoachHours, date: string): string | undefined {
  return travel.find((stay) => !stay.keepHomeHours && stay.fromDate <= date && date <= stay.toDate)?.id;
}

/** The first reason as far as a visitor may know it: nothing about other people or the coach's private life. */
export function visitorReason(reasons: readonly SlotReason[]): SlotReasonCode {
  const code = reasons[0]?.code ?? SlotReasonCode.OUTSIDE_HOURS;
  return code === "TIME_OFF" || code === "HOLIDAY" || code === "DATE_OVERRIDE" || code === "SKIPPED_HOUR"
    ? SlotReasonCode.OUTSIDE_HOURS
    : code;
}

/** Whether the start would be offered if nobody had booked, held or filled anything. */
export function isTaken(reasons: readonly SlotReason[]): boolean {
  return reasons.every(({ code }) => takenCodes.has(code));
}

const takenCodes = new Set<SlotReasonCode>(["BOOKING", "BUFFER", "BUSY", "HOLD", "SEATS_FULL", "LIMIT"]);

const whyNotCodes: Record<SlotReasonCode, WhyNotCode> = {
  IN_PAST: "PAST",
  NOTICE: "TOO_SOON",
  HORIZON: "TOO_FAR",
  OUTSIDE_HOURS: "CLOSED",
  DATE_OVERRIDE: "CLOSED",
  TIME_OFF: "CLOSED",
  HOLIDAY: "CLOSED",
  SKIPPED_HOUR: "CLOSED",
  OFF_GRID: "OTHER_TIMES",
  BOOKING: "TAKEN",
  BUFFER: "TAKEN",
  BUSY: "TAKEN",
  HOLD: "TAKEN",
  LIMIT: "TAKEN",
  SEATS_FULL: "TAKEN",
};
const whyNotMessages: Record<WhyNotCode, string> = {
  PAST: "This time is over.",
  TOO_SOON: "This is too soon: sessions are booked further ahead.",
  TOO_FAR: "This is further ahead than can be booked yet.",
  CLOSED: "There are no sessions at this time.",
  OTHER_TIMES: "Sessions begin at other times.",
  TAKEN: "This time is taken.",
};

/** The first reason as roughly as a visitor may know it. */
export function whyNot([first]: readonly SlotReason[]): { reason: WhyNotCode; message: string } | null {
  if (!first) return null;
  const reason = whyNotCodes[first.code];
  return { reason, message: whyNotMessages[reason] };
}

function describe(reason: Reason, rows: readonly CalendarRow[], hours: CoachHours): SlotReason {
  switch (reason.code) {
    case "inPast":
      return { code: "IN_PAST", message: "This time is over." };
    case "notice":
      return {
        code: "NOTICE",
        message: "This is closer than the notice the session type asks for.",
        until: new Date(reason.earliest),
      };
    case "horizon":
      return {
        code: "HORIZON",
        message: "This is further ahead than the session type can be booked.",
        ...until(reason.until),
      };
    case "timeOff":
      return isHoliday(hours, reason.id)
        ? { code: "HOLIDAY", message: "This is a public holiday.", ...times(reason) }
        : { code: "TIME_OFF", message: "This falls into time off.", ...times(reason) };
    case "override":
      return { code: "DATE_OVERRIDE", message: "The hours of this date were replaced by others." };
    case "skippedHour":
      return {
        code: "SKIPPED_HOUR",
        message: "The clocks skip part of these hours on this date.",
        startAt: new Date(reason.at),
      };
    case "outsideHours":
      return { code: "OUTSIDE_HOURS", message: "The session does not lie within open hours." };
    case "offGrid":
      return { code: "OFF_GRID", message: "Sessions of this type begin at other times." };
    case "booking":
      return describeBooking(reason, rows);
    case "buffer":
      return {
        code: "BUFFER",
        message: "The buffer between this and another session would be too short.",
        ...bookingOf(reason),
      };
    case "busy":
      return { code: "BUSY", message: "An event of a connected calendar is in the way.", ...times(reason) };
    case "hold":
      return {
        code: "HOLD",
        message: "Somebody is about to book this.",
        ...times(reason),
        until: new Date(reason.until),
      };
    case "seatsFull":
      return {
        code: "SEATS_FULL",
        message: "All seats are taken.",
        ...bookingOf(reason),
        count: reason.taken,
        limit: reason.capacity,
      };
    case "limit":
      return {
        code: "LIMIT",
        message: limitMessages[reason.limit],
        count: reason.count,
        limit: reason.max,
        countedIn: reason.limit.startsWith("minutes") ? "MINUTES" : "SESSIONS",
      };
  }
}

const limitMessages = {
  perDay: "No more sessions fit on this date.",
  perWeek: "No more sessions fit in this week.",
  perMonth: "No more sessions fit in this month.",
  minutesPerDay: "No more session time is left on this date.",
  minutesPerWeek: "No more session time is left in this week.",
  minutesPerMonth: "No more session time is left in this month.",
};

function describeBooking(reason: Extract<Reason, { code: "booking" }>, rows: readonly CalendarRow[]): SlotReason {
  const row = rows.find(({ id }) => id === reason.id);
  if (row?.status === "held") {
    return {
      code: "HOLD",
      message: "Somebody is about to book this.",
      ...bookingOf(reason),
      ...until(row.holdExpiresAt),
    };
  }
  return { code: "BOOKING", message: "Another session is booked at this time.", ...bookingOf(reason) };
}

function bookingOf(reason: { id: string | undefined; start: number; end: number }) {
  return { ...times(reason), ...(reason.id === undefined ? {} : { bookingId: reason.id }) };
}

function times({ start, end }: { start: number; end: number }) {
  return { startAt: new Date(start), endAt: new Date(end) };
}

function until(instant: number | null) {
  return instant === null ? {} : { until: new Date(instant) };
}
