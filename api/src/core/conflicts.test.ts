import { describe, expect, test } from "vitest";
import { weeklyTemplate } from "./availability.ts";
import { findConflicts, outsideHours } from "./conflicts.ts";
import { HOUR, MINUTE } from "./local-date.ts";
import { emptyCalendar } from "./slot-query.ts";
import { zone } from "./zone.ts";

const noon = Date.UTC(2027, 5, 7, 12);
const session = {
  minutes: 60,
  stepMinutes: 15,
  bufferBeforeMinutes: 10,
  bufferAfterMinutes: 10,
  capacity: 1,
  noticeMinutes: 0,
  grid: "window",
} as const;
const wanted = { start: noon, end: noon + HOUR };
const booking = (id: string, start: number) => ({
  id,
  start,
  end: start + HOUR,
  bufferBeforeMinutes: 5,
  bufferAfterMinutes: 5,
});

describe("findConflicts", () => {
  test("adds the buffers of both sessions, and only the new one's beside outside events", () => {
    const calendar = {
      ...emptyCalendar,
      bookings: [booking("near", noon + HOUR + 14 * MINUTE), booking("far", noon + HOUR + 15 * MINUTE)],
      busy: [
        { id: "close", start: noon - HOUR, end: noon - 9 * MINUTE },
        { id: "apart", start: noon - HOUR, end: noon - 10 * MINUTE },
      ],
    };
    const found = findConflicts({ now: 0, session, calendar }, wanted);
    expect(found.map(({ code, id }) => [code, id])).toEqual([
      ["buffer", "near"],
      ["busy", "close"],
    ]);
  });

  test("takes nothing without length for a conflict", () => {
    const calendar = { ...emptyCalendar, busy: [{ start: noon, end: noon }] };
    expect(findConflicts({ now: 0, session, calendar }, wanted)).toEqual([]);
  });

  test("lets a group session with seats left be joined", () => {
    const calendar = { ...emptyCalendar, bookings: [{ ...booking("yoga", noon), seatsTaken: 3 }] };
    expect(findConflicts({ now: 0, session: { ...session, capacity: 4 }, calendar }, wanted)).toEqual([]);
    expect(findConflicts({ now: 0, session: { ...session, capacity: 3 }, calendar }, wanted)).toMatchObject([
      { code: "seatsFull", id: "yoga", taken: 3, capacity: 3 },
    ]);
  });
});

describe("outsideHours", () => {
  const availability = {
    timeZone: "Europe/Lisbon",
    templates: [weeklyTemplate([{ days: [1, 2, 3, 4, 5], start: "09:00", end: "17:00" }])],
  };
  const at = (wall: string) => zone("Europe/Lisbon").toInstant(wall);
  const hour = (wall: string) => ({ wall, start: at(wall), end: at(wall) + HOUR });

  test("gives the sessions that new hours leave out", () => {
    const sessions = ["2027-06-07T08:30", "2027-06-07T09:00", "2027-06-11T16:30", "2027-06-12T10:00"].map(hour);
    expect(outsideHours(availability, sessions).map(({ wall }) => wall)).toEqual([
      "2027-06-07T08:30",
      "2027-06-11T16:30",
      "2027-06-12T10:00",
    ]);
  });

  test("gives the sessions in new time off, and all of them when nothing is open", () => {
    const sessions = ["2027-06-07T10:00", "2027-06-08T10:00"].map(hour);
    const timeOff = [{ fromDate: "2027-06-08", toDate: "2027-06-08" }];
    expect(outsideHours({ ...availability, timeOff }, sessions)).toEqual([sessions[1]]);
    expect(outsideHours({ ...availability, templates: [] }, sessions)).toEqual(sessions);
    expect(outsideHours(availability, [])).toEqual([]);
  });
});
