import type { Reason } from "../../core/explain.ts";
import type { CalendarRow } from "./offering.service.ts";
import { type SlotReason, SlotReasonCode } from "./slot.inputs.ts";

/** Core's reasons in the API's words, in the same order. */
export function describeReasons(reasons: readonly Reason[], rows: readonly CalendarRow[]): SlotReason[] {
  return reasons.map((reason) => describe(reason, rows));
}

/** The first reason as far as a visitor may know it: nothing about other people or the coach's private life. */
export function visitorReason(reasons: readonly SlotReason[]): SlotReasonCode {
  const code = reasons[0]?.code ?? SlotReasonCode.OUTSIDE_HOURS;
  return code === "TIME_OFF" || code === "DATE_OVERRIDE" || code === "SKIPPED_HOUR" ? SlotReasonCode.OUTSIDE_HOURS : code;
}

/** Whether the start would be offered if nobody had booked, held or filled anything. */
export function isTaken(reasons: readonly SlotReason[]): boolean {
  return reasons.every(({ code }) => takenCodes.has(code));
}

const takenCodes = new Set<SlotReasonCode>(["BOOKING", "BUFFER", "BUSY", "HOLD", "SEATS_FULL", "LIMIT"]);

function describe(reason: Reason, rows: readonly CalendarRow[]): SlotReason {
  switch (reason.code) {
    case "inPast":
      return { code: "IN_PAST", message: "This time is over." };
    case "notice":
      return { code: "NOTICE", message: "This is closer than the notice the session type asks for.", until: new Date(reason.earliest) };
    case "horizon":
      return { code: "HORIZON", message: "This is further ahead than the session type can be booked.", ...until(reason.until) };
    case "timeOff":
      return { code: "TIME_OFF", message: "This falls into time off.", ...times(reason) };
    case "override":
      return { code: "DATE_OVERRIDE", message: "The hours of this date were replaced by others." };
    case "skippedHour":
      return { code: "SKIPPED_HOUR", message: "The clocks skip part of these hours on this date.", startAt: new Date(reason.at) };
    case "outsideHours":
      return { code: "OUTSIDE_HOURS", message: "The session does not lie within open hours." };
    case "offGrid":
      return { code: "OFF_GRID", message: "Sessions of this type begin at other times." };
    case "booking":
      return describeBooking(reason, rows);
    case "buffer":
      return { code: "BUFFER", message: "The buffer between this and another session would be too short.", ...bookingOf(reason) };
    case "busy":
      return { code: "BUSY", message: "An event of a connected calendar is in the way.", ...times(reason) };
    case "hold":
      return { code: "HOLD", message: "Somebody is about to book this.", ...times(reason), until: new Date(reason.until) };
    case "seatsFull":
      return { code: "SEATS_FULL", message: "All seats are taken.", ...bookingOf(reason), count: reason.taken, limit: reason.capacity };
    case "limit":
      return { code: "LIMIT", message: limitMessages[reason.limit], count: reason.count, limit: reason.max };
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
    return { code: "HOLD", message: "Somebody is about to book this.", ...bookingOf(reason), ...until(row.holdExpiresAt) };
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
