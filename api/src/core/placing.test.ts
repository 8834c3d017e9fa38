import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weeklyTemplate } from "./availability.ts";
import { addDays, DAY, daysBetween, MINUTE, parseTime, weekday } from "./local-date.ts";
import { lastDateOf, type Placing, type PlacingQuestion, type PlacingStep, placeProgram } from "./placing.ts";
import { emptyCalendar, type OwnBooking, type SlotQuery } from "./slot-query.ts";
import { checkSlot, findSlots } from "./slots.ts";
import { zone } from "./zone.ts";

/** A Monday. */
const startDate = "2026-06-01";
const now = Date.parse("2026-05-01T08:00:00Z");
const berlin = zone("Europe/Berlin");
const hours = {
  timeZone: "Europe/Berlin",
  templates: [weeklyTemplate([{ days: [1, 2, 3, 4, 5], start: "09:00", end: "12:00" }])],
};
const own = (local: string, minutes = 60): OwnBooking => {
  const start = berlin.toInstant(local);
  return { start, end: start + minutes * MINUTE, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
};

function queryOf(bookings: readonly OwnBooking[], more: Partial<SlotQuery> = {}): SlotQuery {
  const session = { minutes: 60, stepMinutes: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, capacity: 1 };
  return {
    now,
    range: { start: now, end: now + 400 * DAY },
    availability: hours,
    session: { ...session, noticeMinutes: 0, grid: "window" },
    calendar: { ...emptyCalendar, bookings },
    ...more,
  };
}
const step = (wished: number, more: Partial<PlacingStep> = {}): PlacingStep => ({
  ...{ sessionTypeId: "type", minutes: 60, after: { min: Math.max(0, wished - 3), wished, max: wished + 3 } },
  ...more,
});
function place(steps: readonly PlacingStep[], query: SlotQuery, more: Partial<PlacingQuestion> = {}): Placing {
  const queries = new Map([
    ["type", query],
    [
      "other",
      {
        ...query,
        calendar: { ...query.calendar, bookings: query.calendar.bookings.map((it) => ({ ...it, otherType: true })) },
      },
    ],
  ]);
  const lastDate = lastDateOf(startDate, steps, 1);
  return placeProgram({ queries, asker: "coach", timeZone: "Europe/Berlin", startDate, lastDate, steps, ...more });
}
function locals(placing: Placing): string[] {
  if (placing.kind === "impossible") throw new Error(`Nothing for step ${placing.step}.`);
  return placing.steps.map(({ start }) => berlin.toLocal(start).slice(5));
}

describe("a program", () => {
  const weekly = (count: number, more: Partial<PlacingStep> = {}) => Array.from({ length: count }, () => step(7, more));

  test("is placed with its gaps, on the wished weekdays and times", () => {
    const intake = step(0, { minutes: 90, after: { min: 0, wished: 0, max: 6 } });
    const steps = [
      intake,
      ...weekly(3, { weekdays: [2], fromTime: "10:00", toTime: "12:00" }),
      step(14, { minutes: 30 }),
    ];
    expect(locals(place(steps, queryOf([])))).toEqual([
      "06-01T09:00",
      "06-09T10:00",
      "06-16T10:00",
      "06-23T10:00",
      "07-07T09:00",
    ]);
  });

  test("goes around what a greedy pass runs into", () => {
    // The first free Monday would leave nothing within reach of it: the whole next week is closed but for Friday.
    const closed = { ...hours, timeOff: [{ fromDate: "2026-06-08", toDate: "2026-06-11" }] };
    const query = queryOf([], { availability: closed });
    const steps = [
      step(0, { after: { min: 0, wished: 0, max: 4 } }),
      step(7, { after: { min: 6, wished: 7, max: 8 } }),
    ];
    expect(locals(place(steps, query))).toEqual(["06-04T09:00", "06-12T09:00"]);
  });

  test("says which wish could not be kept, and why", () => {
    const query = queryOf([own("2026-06-02T10:00", 120)]);
    const placing = place(
      [step(1, { weekdays: [2], fromTime: "10:00", toTime: "12:00", after: { min: 1, wished: 1, max: 1 } })],
      query,
    );
    expect(locals(placing)).toEqual(["06-02T09:00"]);
    const unkept = placing.kind === "placed" ? placing.steps[0]?.unkept : [];
    expect(unkept).toMatchObject([{ wish: "time", why: "taken", reasons: [{ code: "booking" }] }]);
  });

  test("says that a wish gave way to another one", () => {
    const query = queryOf([own("2026-06-08T09:00", 60)]);
    const early = { fromTime: "09:00", toTime: "10:00" };
    const steps = [
      step(0, { weekdays: [1], ...early, after: { min: 0, wished: 0, max: 1 } }),
      step(7, { weekdays: [1], ...early, after: { min: 7, wished: 7, max: 7 } }),
    ];
    const placing = place(steps, query);
    expect(locals(placing)).toEqual(["06-01T09:00", "06-08T10:00"]);
    expect(placing.kind === "placed" && placing.steps[1]?.unkept.map(({ wish, why }) => [wish, why])).toEqual([
      ["time", "taken"],
    ]);
  });

  test("says where it ends when there is no way", () => {
    const closed = { ...hours, timeOff: [{ fromDate: "2026-06-08", toDate: "2026-06-21" }] };
    expect(place(weekly(3), queryOf([], { availability: closed }))).toMatchObject({
      ...{ kind: "impossible", step: 1, fromDate: "2026-06-09", toDate: "2026-06-15" },
      reasons: [{ code: "timeOff" }],
    });
  });

  test("goes around a step that somebody moved", () => {
    const moved = berlin.toInstant("2026-06-11T20:00");
    const steps = weekly(3).map((one, i) => (i === 1 ? { ...one, at: moved } : one));
    expect(locals(place(steps, queryOf([])))).toEqual(["06-05T09:00", "06-11T20:00", "06-18T09:00"]);
  });

  test("counts its own sessions against a limit", () => {
    const query = queryOf([], { coachLimits: { perWeek: 1 } });
    const close = { after: { min: 1, wished: 2, max: 9 } };
    expect(
      locals(
        place([step(0, { after: { min: 0, wished: 0, max: 3 } }), step(2, close), step(2, close)], query, {
          lastDate: "2026-06-30",
        }),
      ),
    ).toEqual(["06-03T09:00", "06-08T09:00", "06-15T09:00"]);
  });

  test("of 52 steps over a year is placed in a moment", () => {
    const before = performance.now();
    const query = { ...queryOf([]), session: { ...queryOf([]).session, stepMinutes: 15 } };
    const steps = Array.from({ length: 52 }, () => step(7, { weekdays: [2, 4], fromTime: "10:00", toTime: "11:00" }));
    expect(place(steps, query).kind).toBe("placed");
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test("of far too many times is refused, unless days lie between its sessions", () => {
    const always = weeklyTemplate([{ days: [0, 1, 2, 3, 4, 5, 6], start: "00:00", end: "24:00" }]);
    const base = queryOf([], { availability: { ...hours, templates: [always] } });
    const query = { ...base, session: { ...base.session, stepMinutes: 5 } };
    const many = (min: number) => Array.from({ length: 30 }, () => step(7, { after: { min, wished: 7, max: 14 } }));
    expect(() => place(many(0), query)).toThrow(/too many possible times/);
    expect(place(many(2), query).kind).toBe("placed");
  });
});

/** Every plan there is, one time after the other: the cheapest, or null. */
function bruteForce(question: PlacingQuestion): number | null {
  const { steps } = question;
  const dateOf = (start: number) => berlin.localDate(start);
  let best: number | null = null;
  const costOf = (asked: PlacingStep, start: number, gap: number) => {
    const local = berlin.toLocal(start);
    const minute = parseTime(local.slice(11));
    const outside = Math.max(
      0,
      parseTime(asked.fromTime ?? "00:00") - minute,
      minute + asked.minutes - parseTime(asked.toTime ?? "24:00"),
    );
    const off = Math.abs(gap - asked.after.wished);
    const unkept = [
      outside > 0,
      off > 3,
      asked.weekdays !== undefined && !asked.weekdays.includes(weekday(local.slice(0, 10))),
    ];
    return unkept.filter(Boolean).length * 1_000_000 + outside + off * 60;
  };
  const visit = (index: number, taken: readonly { start: number; type: string; minutes: number }[], cost: number) => {
    const asked = steps[index];
    if (asked === undefined) {
      if (best === null || cost < best) best = cost;
      return;
    }
    const query = question.queries.get(asked.sessionTypeId);
    const last = taken.at(-1);
    if (query === undefined) return;
    const calendar = [...query.calendar.bookings];
    for (const { start, type, minutes } of taken) {
      const buffers = question.queries.get(type)?.session;
      calendar.push({
        ...{ start, end: start + minutes * MINUTE, otherType: type !== asked.sessionTypeId },
        bufferBeforeMinutes: buffers?.bufferBeforeMinutes ?? 0,
        bufferAfterMinutes: buffers?.bufferAfterMinutes ?? 0,
      });
    }
    const session = { ...query.session, minutes: asked.minutes };
    const now_ = { ...query, session, calendar: { ...emptyCalendar, bookings: calendar } };
    const range = { start: berlin.startOfDay(question.startDate), end: berlin.endOfDay(question.lastDate) };
    for (const { start } of findSlots({ ...now_, range })) {
      const gap = daysBetween(last === undefined ? question.startDate : dateOf(last.start), dateOf(start));
      if (gap < asked.after.min || gap > asked.after.max || (last !== undefined && start < last.start)) continue;
      if (!checkSlot(now_, start).offered) continue;
      visit(
        index + 1,
        [...taken, { start, type: asked.sessionTypeId, minutes: asked.minutes }],
        cost + costOf(asked, start, gap),
      );
    }
  };
  visit(0, [], 0);
  return best;
}

describe("the search", () => {
  test("finds a plan whenever there is one, and the best one", { timeout: 120_000 }, () => {
    const gap = fc.record({
      // From four days on, sessions cannot meet, and the search looks at dates alone.
      min: fc.constantFrom(0, 0, 1, 2, 3, 4, 5),
      more: fc.integer({ min: 0, max: 3 }),
      wished: fc.integer({ min: 0, max: 4 }),
    });
    const steps = fc.array(
      fc.record({
        type: fc.constantFrom("type", "other"),
        minutes: fc.constantFrom(60, 90),
        gap,
        weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 2 }), {
          nil: undefined,
        }),
        fromTime: fc.constantFrom(undefined, "10:00", "11:00"),
        toTime: fc.constantFrom(undefined, "12:00"),
      }),
      { minLength: 1, maxLength: 4 },
    );
    const taken = fc.array(
      fc.record({ day: fc.nat(9), hour: fc.integer({ min: 9, max: 11 }), minutes: fc.constantFrom(60, 180) }),
      { maxLength: 9 },
    );
    const limits = fc.constantFrom(
      undefined,
      undefined,
      { perWeek: 2 },
      { perDay: 1 },
      { minutesPerDay: 100, perMonth: 3 },
    );
    let placedOnes = 0;
    let impossible = 0;
    fc.assert(
      fc.property(
        steps,
        taken,
        limits,
        limits,
        fc.constantFrom(0, 30),
        fc.integer({ min: 4, max: 10 }),
        (drawn, busy, session, coach, buffer, days) => {
          const bookings = busy.map(({ day, hour, minutes }) =>
            own(`${addDays(startDate, day)}T${String(hour).padStart(2, "0")}:00`, minutes),
          );
          const base = queryOf(bookings, { coachLimits: coach });
          const queryFor = (bufferAfterMinutes: number) => ({
            ...base,
            session: { ...base.session, limits: session, bufferAfterMinutes },
          });
          const other = {
            ...queryFor(0),
            calendar: { ...emptyCalendar, bookings: bookings.map((it) => ({ ...it, otherType: true })) },
          };
          const question: PlacingQuestion = {
            queries: new Map([
              ["type", queryFor(buffer)],
              ["other", other],
            ]),
            asker: "coach",
            timeZone: "Europe/Berlin",
            startDate,
            lastDate: addDays(startDate, days),
            steps: drawn.map(({ type, gap: { min, more, wished }, ...rest }) => ({
              ...rest,
              sessionTypeId: type,
              after: { min, wished, max: min + more },
            })),
          };
          const placing = placeProgram(question);
          const best = bruteForce(question);
          expect(placing.kind === "placed" ? placing.cost : null).toBe(best);
          if (best === null) impossible++;
          else placedOnes++;
        },
      ),
      { numRuns: 250 },
    );
    expect(placedOnes).toBeGreaterThan(50);
    expect(impossible).toBeGreaterThan(20);
  });
});
