import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { expectedSlots, type SlotCase, slotAnswer } from "../../test/slot-cases.ts";
import { type Availability, weeklyTemplate } from "./availability.ts";
import { MINUTE } from "./local-date.ts";
import { emptyCalendar } from "./slot-query.ts";
import { checkSlot, findSlots, fullSessions, groupByLocalDay, nearestSlots, type SlotQuery } from "./slots.ts";
import { zone } from "./zone.ts";

const { cases }: { cases: SlotCase[] } = JSON.parse(
  readFileSync(new URL("../../test/cases/slots.json", import.meta.url), "utf8"),
);

describe("published slot cases", () => {
  test.each(cases)("$id: $title", (row) => {
    expect(slotAnswer(row, "window")).toEqual(expectedSlots(row, "window"));
    expect(slotAnswer(row, "restart")).toEqual(expectedSlots(row, "restart"));
  });
});

const berlin = zone("Europe/Berlin");
const at = (wall: string) => berlin.toInstant(wall);
const hours: Availability = {
  timeZone: "Europe/Berlin",
  templates: [weeklyTemplate([{ days: [1, 2, 3, 4, 5], start: "09:00", end: "12:00" }])],
};

/** An hour in Berlin's mornings of the week of 7 June 2027, a Monday. */
function query(change: Partial<SlotQuery> = {}, session: Partial<SlotQuery["session"]> = {}): SlotQuery {
  return {
    now: at("2027-06-01T08:00"),
    range: { start: at("2027-06-07T00:00"), end: at("2027-06-12T00:00") },
    availability: hours,
    calendar: emptyCalendar,
    ...change,
    session: {
      minutes: 60,
      stepMinutes: 60,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      capacity: 1,
      noticeMinutes: 0,
      grid: "window",
      ...session,
    },
  };
}

const walls = (slots: readonly { start: number }[]) => slots.map((slot) => berlin.toLocal(slot.start));
const monday = { start: at("2027-06-07T00:00"), end: at("2027-06-08T00:00") };

describe("fullSessions", () => {
  const group = (wall: string, seatsTaken: number) => {
    const start = at(wall);
    const buffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
    return { start, end: start + 60 * MINUTE, seatsTaken, ...buffers };
  };
  const bookings = [
    group("2027-06-09T10:00", 4),
    group("2027-06-08T10:30", 5),
    group("2027-06-10T10:00", 3),
    { ...group("2027-06-11T10:00", 4), end: at("2027-06-11T11:30") },
    group("2027-06-10T13:00", 4),
    group("2027-06-07T09:00", 4),
  ];
  const full = (change: Partial<SlotQuery> = {}) =>
    walls(fullSessions(query({ calendar: { ...emptyCalendar, bookings }, ...change }, { capacity: 4 })));

  test("are those of this length within the hours without a seat left, in order of time", () => {
    expect(full()).toEqual(["2027-06-07T09:00", "2027-06-08T10:30", "2027-06-09T10:00"]);
  });

  test("are told while they could still be booked", () => {
    expect(full({ now: at("2027-06-08T10:30") })).toEqual(["2027-06-09T10:00"]);
    expect(full({ range: monday })).toEqual(["2027-06-07T09:00"]);
  });
});

describe("findSlots", () => {
  test("goes on with a window's grid past midnight", () => {
    const night = { ...hours, templates: [weeklyTemplate([{ days: [1], start: "22:30", end: "01:30" }])] };
    const slots = findSlots(query({ availability: night }));
    expect(walls(slots)).toEqual(["2027-06-07T22:30", "2027-06-07T23:30", "2027-06-08T00:30"]);
  });

  test("lets a session run on into the touching window of the next day", () => {
    const templates = [
      weeklyTemplate([
        { days: [1], start: "23:00", end: "24:00" },
        { days: [2], start: "00:00", end: "01:00" },
      ]),
    ];
    const slots = findSlots(query({ availability: { ...hours, templates } }, { minutes: 90, stepMinutes: 30 }));
    expect(walls(slots)).toEqual(["2027-06-07T23:00", "2027-06-07T23:30"]);
  });

  test("packs starts that do not depend on the range, even where open time never began", () => {
    const always = {
      ...hours,
      templates: [weeklyTemplate([{ days: [0, 1, 2, 3, 4, 5, 6], start: "00:00", end: "24:00" }])],
    };
    const busy = [{ start: at("2027-06-16T10:00"), end: at("2027-06-16T10:10") }];
    const endless = (from: string, to: string) =>
      walls(
        findSlots(
          query(
            { availability: always, calendar: { ...emptyCalendar, busy }, range: { start: at(from), end: at(to) } },
            { grid: "restart", stepMinutes: 50, minutes: 50 },
          ),
        ),
      );
    const month = endless("2027-06-07T00:00", "2027-07-07T00:00");
    expect(month.slice(0, 2)).toEqual(["2027-06-07T00:10", "2027-06-07T01:00"]);
    expect(month).toContain("2027-06-13T00:00");
    expect(month).toContain("2027-06-16T10:10");
    for (const [from, to] of [
      ["2027-06-09T05:00", "2027-06-14T00:00"],
      ["2027-06-12T21:00", "2027-06-20T03:00"],
      ["2027-06-20T00:00", "2027-06-21T00:00"],
      ["2027-07-05T11:00", "2027-07-06T00:00"],
    ] as const) {
      const inRange = month.filter((wall) => wall >= from && at(wall) + 50 * MINUTE <= at(to));
      expect(endless(from, to)).toEqual(inRange);
    }
  });

  test("offers the seats that are left of a group session, and no other start over it", () => {
    const start = at("2027-06-07T09:30");
    const group = { start, end: start + 60 * MINUTE, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, seatsTaken: 3 };
    const busy = query({ range: monday, calendar: { ...emptyCalendar, bookings: [group] } }, { capacity: 5 });
    expect(findSlots(busy)).toEqual([
      { start, end: group.end, seatsLeft: 2 },
      { start: at("2027-06-07T11:00"), end: at("2027-06-07T12:00"), seatsLeft: 5 },
    ]);
    expect(walls(findSlots({ ...busy, session: { ...busy.session, capacity: 3 } }))).toEqual(["2027-06-07T11:00"]);
  });

  test("counts limits of the type and limits of the coach apart", () => {
    const booking = {
      start: at("2027-06-07T07:00"),
      end: at("2027-06-07T08:00"),
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
    };
    const calendar = { ...emptyCalendar, bookings: [{ ...booking, otherType: true }] };
    expect(findSlots(query({ range: monday, calendar }, { limits: { perDay: 1 } }))).toHaveLength(3);
    expect(findSlots(query({ range: monday, calendar, coachLimits: { perDay: 1 } }))).toHaveLength(0);
  });

  test("keeps the buffers of somebody's hold clear when it has buffers", () => {
    const hold = { start: at("2027-06-07T10:00"), end: at("2027-06-07T11:00"), expiresAt: at("2027-06-01T09:00") };
    const held = (buffer: number | undefined) =>
      query({
        range: monday,
        calendar: { ...emptyCalendar, holds: [{ ...hold, bufferBeforeMinutes: buffer, bufferAfterMinutes: buffer }] },
      });
    expect(walls(findSlots(held(undefined)))).toEqual(["2027-06-07T09:00", "2027-06-07T11:00"]);
    expect(walls(findSlots(held(15)))).toEqual([]);
  });

  test.each([
    [
      "an unknown zone",
      { availability: { ...hours, timeZone: "Mars/Olympus" } },
      {},
      /Mars\/Olympus.*not a known time zone/,
    ],
    ["a session without length", {}, { minutes: 0 }, /at least one minute/],
    ["a step without length", {}, { stepMinutes: 0 }, /at least one minute/],
    [
      "a time that is none",
      { availability: { ...hours, templates: [weeklyTemplate([{ days: [1], start: "9:00", end: "12:00" }])] } },
      {},
      /“9:00” is not a time/,
    ],
    [
      "a date that is none",
      { availability: { ...hours, timeOff: [{ fromDate: "2027-02-30", toDate: "2027-03-01" }] } },
      {},
      /2027-02-30.*not a date/,
    ],
  ])("refuses %s", (_, change, session, message) => {
    expect(() => findSlots(query(change, session))).toThrow(message);
  });
});

describe("nearestSlots", () => {
  test("gives the nearest starts first, the earlier of two equally near", () => {
    const around = at("2027-06-08T10:00");
    const nearest = nearestSlots(
      query({ calendar: { ...emptyCalendar, busy: [{ start: around, end: around + MINUTE }] } }),
      around,
      3,
    );
    expect(walls(nearest)).toEqual(["2027-06-08T09:00", "2027-06-08T11:00", "2027-06-07T11:00"]);
  });

  test("looks no farther than the range", () => {
    expect(walls(nearestSlots(query({ range: monday }), at("2027-06-09T10:00"), 10))).toEqual([
      "2027-06-07T11:00",
      "2027-06-07T10:00",
      "2027-06-07T09:00",
    ]);
  });
});

describe("checkSlot", () => {
  test("gives the slot, whatever the range of the query", () => {
    const start = at("2027-06-21T10:00");
    expect(checkSlot(query(), start)).toEqual({
      offered: true,
      slot: { start, end: start + 60 * MINUTE, seatsLeft: 1 },
    });
  });

  test("gives the reasons when there is none", () => {
    expect(checkSlot(query(), at("2027-06-07T10:30"))).toEqual({
      offered: false,
      reasons: [{ code: "offGrid", nearest: [at("2027-06-07T10:00"), at("2027-06-07T11:00")] }],
    });
  });
});

describe("groupByLocalDay", () => {
  test("puts each start on the viewer's own date", () => {
    const slots = findSlots(query({ range: monday }));
    expect(groupByLocalDay(slots, "Pacific/Auckland").map((day) => [day.date, day.slots.length])).toEqual([
      ["2027-06-07", 3],
    ]);
    expect(groupByLocalDay(slots, "Pacific/Honolulu").map((day) => [day.date, day.slots.length])).toEqual([
      ["2027-06-06", 3],
    ]);
    expect(groupByLocalDay(slots, "America/Los_Angeles").map((day) => [day.date, day.slots.length])).toEqual([
      ["2027-06-07", 3],
    ]);
  });
});
