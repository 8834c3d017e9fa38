import { describe, expect, test } from "vitest";
import { type Availability, weeklyTemplate } from "./availability.ts";
import { explainSlot } from "./explain.ts";
import { MINUTE } from "./local-date.ts";
import { emptyCalendar } from "./slot-query.ts";
import type { SlotQuery } from "./slots.ts";
import { zone } from "./zone.ts";

const newYork = zone("America/New_York");
const at = (wall: string) => newYork.toInstant(wall);
const span = (from: string, to: string) => ({ start: at(from), end: at(to) });

type Change = Partial<Omit<SlotQuery, "session" | "availability">> & {
  session?: Partial<SlotQuery["session"]>;
  availability?: Partial<Availability>;
};

/** Hours sessions on Mondays to Fridays from nine to noon, asked for on 1 March 2027. */
function query(change: Change = {}): SlotQuery {
  return {
    now: at("2027-03-01T08:00"),
    range: { start: 0, end: 0 },
    calendar: emptyCalendar,
    ...change,
    availability: {
      timeZone: "America/New_York",
      templates: [weeklyTemplate([{ days: [1, 2, 3, 4, 5], start: "09:00", end: "12:00" }])],
      ...change.availability,
    },
    session: {
      minutes: 60,
      stepMinutes: 30,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      capacity: 1,
      noticeMinutes: 0,
      grid: "window",
      ...change.session,
    },
  };
}

const reasons = (wall: string, change: Change = {}) => explainSlot(query(change), at(wall)).reasons;
const tuesday = "2027-03-09T10:00";
const booked = { ...span("2027-03-09T09:30", "2027-03-09T10:30"), bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };

describe("explainSlot", () => {
  test("says nothing against a start that is offered", () => {
    expect(explainSlot(query(), at(tuesday))).toEqual({ offered: true, reasons: [] });
  });

  test("names the past, and the notice from the first start that it allows", () => {
    expect(reasons("2027-03-01T08:00")).toContainEqual({ code: "inPast", now: at("2027-03-01T08:00") });
    expect(reasons("2027-03-01T10:00", { session: { noticeMinutes: 1440 } })).toEqual([
      { code: "notice", noticeMinutes: 1440, earliest: at("2027-03-02T08:00") },
    ]);
  });

  test("names the horizon by its first and last moment", () => {
    expect(reasons(tuesday, { session: { horizon: { kind: "rollingDays", days: 7 } } })).toEqual([
      { code: "horizon", from: null, until: at("2027-03-09T00:00") },
    ]);
    const horizon = { kind: "dateRange", fromDate: "2027-03-10", toDate: "2027-03-11" } as const;
    expect(reasons(tuesday, { session: { horizon } })).toEqual([
      { code: "horizon", from: at("2027-03-10T00:00"), until: at("2027-03-12T00:00") },
    ]);
  });

  test("names closed hours, also for a session that runs out of them", () => {
    const closed = [{ code: "outsideHours", date: "2027-03-09" }];
    expect(reasons("2027-03-09T14:00")).toEqual(closed);
    expect(reasons("2027-03-09T11:30")).toEqual(closed);
  });

  test("names the override that changed the hours of the date", () => {
    const overrides = [{ id: "short", date: "2027-03-09", windows: [{ start: "14:00", end: "16:00" }] }];
    expect(reasons(tuesday, { availability: { overrides } })).toEqual([
      { code: "override", id: "short", date: "2027-03-09" },
    ]);
    expect(reasons("2027-03-09T14:30", { availability: { overrides } })).toEqual([]);
  });

  test("names time off by its dates or its period, and the hours beside it only when they are closed too", () => {
    const dates = { availability: { timeOff: [{ id: "skiing", fromDate: "2027-03-08", toDate: "2027-03-12" }] } };
    const off = { code: "timeOff", id: "skiing", ...span("2027-03-09T00:00", "2027-03-10T00:00") };
    expect(reasons(tuesday, dates)).toEqual([off]);
    expect(reasons("2027-03-09T15:00", dates)).toEqual([off, { code: "outsideHours", date: "2027-03-09" }]);
    const period = { id: "dentist", ...span("2027-03-09T10:30", "2027-03-09T11:00") };
    expect(reasons(tuesday, { availability: { timeOff: [period] } })).toEqual([{ code: "timeOff", ...period }]);
  });

  test("names the skipped hour that swallowed the hours of the date", () => {
    const night = { overrides: [{ date: "2027-03-14", windows: [{ start: "02:00", end: "03:00" }] }] };
    expect(reasons("2027-03-14T03:00", { availability: night })).toEqual([
      { code: "override", id: undefined, date: "2027-03-14" },
      { code: "skippedHour", date: "2027-03-14", at: at("2027-03-14T03:00") },
    ]);
  });

  test("names the nearest starts of the grid", () => {
    expect(reasons("2027-03-09T10:10")).toEqual([{ code: "offGrid", nearest: [at(tuesday), at("2027-03-09T10:30")] }]);
  });

  test("tells a session in the way from one whose buffers are", () => {
    const calendar = { ...emptyCalendar, bookings: [{ ...booked, id: "anna", bufferAfterMinutes: 15 }] };
    const of = { id: "anna", start: booked.start, end: booked.end };
    expect(reasons(tuesday, { calendar })).toEqual([{ code: "booking", ...of }]);
    expect(reasons("2027-03-09T10:30", { calendar })).toEqual([{ code: "buffer", ...of }]);
    expect(reasons("2027-03-09T11:00", { calendar })).toEqual([]);
  });

  test("names outside events, holds with their end, and full sessions", () => {
    const taken = span("2027-03-09T10:00", "2027-03-09T10:30");
    const expiresAt = at("2027-03-01T08:05");
    expect(reasons(tuesday, { calendar: { ...emptyCalendar, busy: [{ id: "lunch", ...taken }] } })).toEqual([
      { code: "busy", id: "lunch", ...taken, byBuffer: false },
    ]);
    expect(reasons(tuesday, { calendar: { ...emptyCalendar, holds: [{ id: "h", ...taken, expiresAt }] } })).toEqual([
      { code: "hold", id: "h", ...taken, until: expiresAt },
    ]);
    expect(reasons(tuesday, { calendar: { ...emptyCalendar, seated: [{ id: "yoga", ...taken, taken: 1 }] } })).toEqual([
      { code: "seatsFull", id: "yoga", ...taken, taken: 1, capacity: 1 },
    ]);
    const group = { id: "yoga", ...span(tuesday, "2027-03-09T11:00"), bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
    const full = { ...emptyCalendar, bookings: [{ ...group, seatsTaken: 4 }] };
    expect(reasons(tuesday, { calendar: full, session: { capacity: 4 } })).toMatchObject([
      { code: "seatsFull", taken: 4 },
    ]);
    expect(reasons(tuesday, { calendar: full, session: { capacity: 5 } })).toEqual([]);
  });

  test("names each limit with its count", () => {
    const calendar = { ...emptyCalendar, bookings: [{ ...booked, ...span("2027-03-09T07:00", "2027-03-09T08:00") }] };
    const limits = { perDay: 1, perWeek: 5, minutesPerDay: 90 };
    expect(reasons(tuesday, { calendar, session: { limits }, coachLimits: { perMonth: 1 } })).toEqual([
      { code: "limit", scope: "session", limit: "perDay", count: 1, max: 1 },
      { code: "limit", scope: "session", limit: "minutesPerDay", count: 60, max: 90 },
      { code: "limit", scope: "coach", limit: "perMonth", count: 1, max: 1 },
    ]);
  });

  test("gives all reasons, in the order of the rules", () => {
    const calendar = { ...emptyCalendar, bookings: [booked], busy: [span(tuesday, "2027-03-09T12:00")] };
    const codes = reasons("2027-03-09T10:10", {
      now: at("2027-03-09T10:00"),
      calendar,
      session: { noticeMinutes: 60, horizon: { kind: "dateRange", toDate: "2027-03-08" }, limits: { perDay: 1 } },
    }).map((reason) => reason.code);
    expect(codes).toEqual(["notice", "horizon", "offGrid", "booking", "busy", "limit"]);
  });

  test("does not blame a packed grid for what a booking hides", () => {
    const calendar = { ...emptyCalendar, bookings: [booked] };
    const packed = { calendar, session: { grid: "restart" } } as const;
    expect(reasons(tuesday, packed).map((reason) => reason.code)).toEqual(["booking"]);
    expect(reasons("2027-03-09T10:45", packed)).toEqual([
      { code: "offGrid", nearest: [booked.end, booked.end + 30 * MINUTE] },
    ]);
  });
});
