import fc from "fast-check";
import type { Availability, DayWindow, TimeOff, Travel } from "../src/core/availability.ts";
import { addDays, DAY, MINUTE } from "../src/core/local-date.ts";
import type { Calendar, Grid, Horizon, Limits, SessionRules, SlotQuery } from "../src/core/slots.ts";

/** Queries around changes of the clocks, of the size of a few days, with every rule in play. Times are in steps of 5 minutes. */

const changes = [
  { timeZone: "America/New_York", date: "2027-03-14" },
  { timeZone: "America/New_York", date: "2027-11-07" },
  { timeZone: "Europe/Berlin", date: "2027-03-28" },
  { timeZone: "Australia/Lord_Howe", date: "2027-04-04" },
  { timeZone: "Australia/Lord_Howe", date: "2027-10-03" },
  { timeZone: "America/Santiago", date: "2027-09-05" },
  { timeZone: "Africa/Cairo", date: "2027-10-29" },
  { timeZone: "Pacific/Apia", date: "2011-12-30" },
  { timeZone: "Asia/Kathmandu", date: "2027-06-02" },
  { timeZone: "Antarctica/Troll", date: "2027-03-28" },
];

const zones = fc.constantFrom("UTC", "Asia/Kolkata", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/London");

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** A value in one case out of four: rules that hide much must not hide everything in nearly every query. */
function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

const time = fc.integer({ min: 0, max: 95 }).map((quarter) => clock(quarter * 15));
const dayWindow: fc.Arbitrary<DayWindow> = fc.record({
  start: time,
  end: fc.oneof({ weight: 4, arbitrary: time }, { weight: 1, arbitrary: fc.constant("24:00") }),
});
/** Weekends stay closed, so that no free stretch is older than the brute-force twin looks back. */
const templateWindows = fc
  .record({
    window: dayWindow,
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 2 }),
    week: rarely(fc.integer({ min: 1, max: 2 })),
  })
  .map(({ window, weekdays, week }) => weekdays.map((weekday) => ({ ...window, weekday, week })));

const minutes = (most: number) => fc.integer({ min: 0, max: most / 5 }).map((fives) => fives * 5);

function around(date: string) {
  const date0 = fc.integer({ min: -3, max: 4 }).map((days) => addDays(date, days));
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const instant = fc.integer({ min: -3 * 288, max: 5 * 288 }).map((fives) => midnight + fives * 5 * MINUTE);
  const interval = fc.tuple(instant, minutes(240)).map(([start, length]) => ({ start, end: start + length * MINUTE }));
  return { date: date0, instant, interval, midnight };
}

type Around = ReturnType<typeof around>;

function availability(timeZone: string, near: Around): fc.Arbitrary<Availability> {
  const dates = fc.tuple(near.date, fc.integer({ min: 0, max: 2 }));
  const timeOff: fc.Arbitrary<TimeOff> = fc.oneof(
    dates.map(([fromDate, days]) => ({ fromDate, toDate: addDays(fromDate, days) })),
    near.interval,
  );
  const travel: fc.Arbitrary<Travel> = fc
    .tuple(dates, zones)
    .map(([[fromDate, days], away]) => ({ fromDate, toDate: addDays(fromDate, days), timeZone: away }));
  return fc.record({
    timeZone: fc.constant(timeZone),
    templates: fc.array(
      fc.record({
        windows: fc.array(templateWindows, { minLength: 1, maxLength: 4 }).map((lists) => lists.flat()),
        cycleWeeks: fc.integer({ min: 1, max: 2 }),
        anchorDate: near.date,
        effectiveFrom: rarely(near.date),
        timeZone: rarely(zones),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    overrides: fc.array(fc.record({ date: near.date, windows: fc.array(dayWindow, { maxLength: 2 }) }), {
      maxLength: 2,
    }),
    timeOff: fc.array(timeOff, { maxLength: 2 }),
    travel: fc.array(travel, { maxLength: 1 }),
  });
}

const limits: fc.Arbitrary<Limits | undefined> = rarely(
  fc.record(
    {
      perDay: fc.integer({ min: 1, max: 3 }),
      perWeek: fc.integer({ min: 1, max: 6 }),
      perMonth: fc.integer({ min: 1, max: 9 }),
      minutesPerDay: minutes(300),
      minutesPerWeek: minutes(900),
      minutesPerMonth: minutes(1200),
    },
    { requiredKeys: [] },
  ),
);

function session(grid: fc.Arbitrary<Grid>, near: Around): fc.Arbitrary<SessionRules> {
  const horizon: fc.Arbitrary<Horizon> = fc.oneof(
    fc.record({ kind: fc.constant("rollingDays" as const), days: fc.integer({ min: 0, max: 6 }) }),
    fc.record({ kind: fc.constant("dateRange" as const), fromDate: near.date, toDate: near.date }),
  );
  return fc.record({
    minutes: fc.constantFrom(15, 30, 45, 50, 60, 90, 120),
    stepMinutes: fc.constantFrom(5, 15, 20, 25, 30, 45, 60),
    bufferBeforeMinutes: fc.constantFrom(0, 0, 10, 30),
    bufferAfterMinutes: fc.constantFrom(0, 0, 5, 20),
    capacity: fc.integer({ min: 1, max: 3 }),
    noticeMinutes: fc.constantFrom(0, 0, 60, 1440),
    grid,
    horizon: rarely(horizon),
    limits,
  });
}

function calendar(near: Around): fc.Arbitrary<Calendar> {
  const booking = fc.record({
    times: near.interval,
    bufferBeforeMinutes: fc.constantFrom(0, 15),
    bufferAfterMinutes: fc.constantFrom(0, 10),
    seatsTaken: rarely(fc.integer({ min: 1, max: 3 })),
    otherType: fc.boolean(),
  });
  const hold = fc.record({ times: near.interval, expiresAt: near.instant, mine: fc.boolean(), buffered: fc.boolean() });
  return fc.record({
    busy: fc.array(near.interval, { maxLength: 6 }),
    bookings: fc.array(
      booking.map(({ times, ...rest }) => ({ ...times, ...rest })),
      { maxLength: 4 },
    ),
    holds: fc.array(
      hold.map(({ times, buffered, ...rest }) => ({
        ...times,
        ...rest,
        ...(buffered ? { bufferBeforeMinutes: 5, bufferAfterMinutes: 10 } : {}),
      })),
      { maxLength: 2 },
    ),
    seated: fc.array(
      fc.tuple(near.interval, fc.integer({ min: 0, max: 4 })).map(([times, taken]) => ({ ...times, taken })),
      { maxLength: 2 },
    ),
  });
}

/** Any query on one of the grids. */
export function slotQueries(...grids: Grid[]): fc.Arbitrary<SlotQuery> {
  return fc.constantFrom(...changes).chain(({ timeZone, date }) => {
    const near = around(date);
    return fc.record({
      now: fc.integer({ min: -6 * 288, max: 288 }).map((fives) => near.midnight + fives * 5 * MINUTE),
      range: fc
        .tuple(near.instant, fc.integer({ min: 1, max: 3 * 288 }))
        .map(([start, fives]) => ({ start, end: Math.min(start + fives * 5 * MINUTE, near.midnight + 5 * DAY) })),
      availability: availability(timeZone, near),
      session: session(fc.constantFrom(...grids), near),
      calendar: calendar(near),
      coachLimits: limits,
    });
  });
}
