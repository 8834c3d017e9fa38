import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, MINUTE } from "./local-date.ts";
import { compete, fits, reachOf, type Wish, wantedBy } from "./wish.ts";
import { zone } from "./zone.ts";

const at = (text: string) => Date.parse(text);
const hour = (start: string, minutes = 60) => ({ start: at(start), end: at(start) + minutes * MINUTE });
const evenings: Wish = {
  ...{ kind: "days", minutes: 60, timeZone: "Europe/Berlin" },
  ...{ fromDate: "2026-06-01", toDate: "2026-06-19", weekdays: [1, 2, 3, 4, 5], fromTime: "17:00", toTime: "20:00" },
};

describe("weekdays after 17:00 in the next three weeks, 60 minutes", () => {
  test.each([
    ["a session from 17:00", hour("2026-06-01T15:00:00Z"), true],
    ["one that ends at 20:00", hour("2026-06-01T17:00:00Z"), true],
    ["one that begins a minute before", hour("2026-06-01T14:59:00Z"), false],
    ["one that ends a minute after", hour("2026-06-01T17:01:00Z"), false],
    ["one of another length", hour("2026-06-01T15:00:00Z", 90), false],
    ["one on a Saturday", hour("2026-06-06T15:00:00Z"), false],
    ["one on the last date", hour("2026-06-19T16:00:00Z"), true],
    ["one on the date after it", hour("2026-06-22T16:00:00Z"), false],
  ])("%s: %o", (_, slot, wanted) => {
    expect(fits(wantedBy(evenings), slot)).toBe(wanted);
  });
});

test("times of day are those of the wish's zone, on both sides of a change of the clocks", () => {
  const wanted = wantedBy({ ...evenings, fromDate: "2026-10-23", toDate: "2026-10-26", weekdays: [1, 5] });
  expect(fits(wanted, hour("2026-10-23T15:00:00Z"))).toBe(true);
  expect(fits(wanted, hour("2026-10-26T15:00:00Z"))).toBe(false);
  expect(fits(wanted, hour("2026-10-26T16:00:00Z"))).toBe(true);
});

test("a day is every start on that date, also of a session that runs into the next", () => {
  const wanted = wantedBy({ kind: "day", minutes: 60, timeZone: "America/New_York", date: "2026-06-01" });
  expect(fits(wanted, hour("2026-06-02T03:30:00Z"))).toBe(true);
  expect(fits(wanted, hour("2026-06-02T04:00:00Z"))).toBe(false);
  expect(fits(wanted, hour("2026-06-01T04:00:00Z"))).toBe(true);
});

test("a date that the zone leaves out has nothing to wait for", () => {
  const wanted = wantedBy({ kind: "day", minutes: 60, timeZone: "Pacific/Apia", date: "2011-12-30" });
  expect(wanted.starts.every(({ start, end }) => start >= end)).toBe(true);
});

const clock = (hours: number) => `${String(hours).padStart(2, "0")}:00`;
const wishes: fc.Arbitrary<Wish> = fc
  .record({
    minutes: fc.constantFrom(30, 60, 90),
    timeZone: fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kathmandu"),
    from: fc.integer({ min: 0, max: 20 }),
    days: fc.integer({ min: 0, max: 10 }),
    weekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
    fromHour: fc.integer({ min: 0, max: 20 }),
    hours: fc.integer({ min: 2, max: 24 }),
    kind: fc.constantFrom("start", "day", "days"),
  })
  .map(({ kind, minutes, timeZone, from, days, weekdays, fromHour, hours }): Wish => {
    const dateOf = (day: number) => new Date(at("2026-10-15T00:00:00Z") + day * DAY).toISOString().slice(0, 10);
    const base = { minutes, timeZone };
    if (kind === "start")
      return { ...base, kind, start: zone(timeZone).toInstant(`${dateOf(from)}T0${fromHour % 10}:00`) };
    if (kind === "day") return { ...base, kind, date: dateOf(from) };
    const dates = { fromDate: dateOf(from), toDate: dateOf(from + days) };
    return {
      ...base,
      kind: "days",
      ...dates,
      weekdays,
      fromTime: clock(fromHour),
      toTime: clock(Math.min(24, fromHour + hours)),
    };
  });
const slots = fc
  .record({ quarter: fc.integer({ min: -96, max: 33 * 96 }), minutes: fc.constantFrom(30, 60, 90) })
  .map(({ quarter, minutes }) => {
    const start = at("2026-10-15T00:00:00Z") + quarter * 15 * MINUTE;
    return { start, end: start + minutes * MINUTE };
  });

describe("whatever is wished", () => {
  test("is judged as the wall clock tells it", () => {
    fc.assert(
      fc.property(wishes, slots, (wish, slot) => {
        const home = zone(wish.timeZone);
        const [from, to] = [home.toLocal(slot.start), home.toLocal(slot.end)];
        const right = slot.end - slot.start === wish.minutes * MINUTE;
        const expected =
          wish.kind === "start"
            ? slot.start === wish.start
            : wish.kind === "day"
              ? from.slice(0, 10) === wish.date
              : wish.weekdays.includes(new Date(`${from.slice(0, 10)}T00:00:00Z`).getUTCDay()) &&
                from.slice(0, 10) >= wish.fromDate &&
                from.slice(0, 10) <= wish.toDate &&
                from.slice(11) >= wish.fromTime &&
                (to.slice(0, 10) === from.slice(0, 10)
                  ? to.slice(11) <= wish.toTime
                  : wish.toTime === "24:00" && to.slice(11) === "00:00");
        expect(fits(wantedBy(wish), slot)).toBe(right && expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("lies within its reach, and two wishes that one slot fits compete", () => {
    fc.assert(
      fc.property(wishes, wishes, slots, (a, b, slot) => {
        const [one, two] = [wantedBy(a), wantedBy(b)];
        if (!fits(one, slot)) return;
        const reach = reachOf(one);
        expect(reach && reach.start <= slot.start && slot.end <= reach.end).toBe(true);
        if (fits(two, slot)) expect(compete(one, two)).toBe(true);
        expect(compete(one, two)).toBe(compete(two, one));
      }),
      { numRuns: 2000 },
    );
  });
});
