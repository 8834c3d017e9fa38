import { readFileSync } from "node:fs";
import fc from "fast-check";
import rrule from "rrule";
import { describe, expect, test } from "vitest";
import { type RecurrenceCase, recurrenceAnswer } from "../../test/recurrence-cases.ts";
import { DAY, MINUTE } from "./local-date.ts";
import { expandDates, expandSeries, type Series } from "./recurrence.ts";

const { cases }: { cases: RecurrenceCase[] } = JSON.parse(
  readFileSync(new URL("../../test/cases/recurrence.json", import.meta.url), "utf8"),
);

describe("published recurrence cases", () => {
  test.each(cases)("$id: $rrule $note", (row) => {
    expect(recurrenceAnswer(row)).toEqual(row.expected);
  });
});

const berlin = (series: Partial<Series>): Series => ({
  timeZone: "Europe/Berlin",
  start: "2026-03-02T09:00",
  rule: "FREQ=WEEKLY",
  ...series,
});
const year = (from: number, until = from + 1) => ({ start: Date.UTC(from, 0, 1), end: Date.UTC(until, 0, 1) });
const locals = (series: Series, range = year(2026)) => expandSeries(series, range).map(({ local }) => local);

/** Rules that both we and rrule understand alike; dates in UTC, from a start that the rule names. */
const rules = fc.record({
  frequency: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
  interval: fc.integer({ min: 1, max: 4 }),
  byDay: fc.uniqueArray(fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU"), { maxLength: 3 }),
  nth: fc.constantFrom("", "", "1", "2", "-1"),
  // One position, and not by the week: rrule lists a session twice that is both the first and the last, and counts
  // positions in the first week from the start, not from the week's first day.
  bySetPosition: fc.uniqueArray(fc.constantFrom(1, 2, -1), { maxLength: 1 }),
  byYearDay: fc.uniqueArray(fc.constantFrom(1, 60, 200, 366, -1), { maxLength: 2 }),
  byMonth: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
  byMonthDay: fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 })), {
    maxLength: 3,
  }),
  weekStart: fc.constantFrom("MO", "SU", "WE"),
  count: fc.option(fc.integer({ min: 1, max: 30 })),
});

describe("expandSeries", () => {
  test("agrees with rrule wherever the rule names its own start", { timeout: 60_000 }, () => {
    let compared = 0;
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 900 }), (drawn, day, later) => {
        const weekly = drawn.frequency === "WEEKLY";
        const yearly = drawn.frequency === "YEARLY";
        const nth = yearly || drawn.frequency === "MONTHLY" ? drawn.nth : "";
        const parts = [
          `FREQ=${drawn.frequency};INTERVAL=${drawn.interval};WKST=${drawn.weekStart}`,
          drawn.byDay.length > 0 ? `BYDAY=${drawn.byDay.map((name) => nth + name)}` : "",
          drawn.byDay.length > 0 && drawn.bySetPosition.length > 0 && !weekly ? `BYSETPOS=${drawn.bySetPosition}` : "",
          drawn.byYearDay.length > 0 && yearly ? `BYYEARDAY=${drawn.byYearDay}` : "",
          drawn.byMonth.length > 0 ? `BYMONTH=${drawn.byMonth}` : "",
          drawn.byMonthDay.length > 0 && !weekly ? `BYMONTHDAY=${drawn.byMonthDay}` : "",
          drawn.count === null ? "" : `COUNT=${drawn.count}`,
        ];
        const rule = parts.filter((part) => part !== "").join(";");
        // The second session of a first try is a start that the rule names.
        const tried = new Date(Date.UTC(2020, 0, 1, 9) + day * DAY).toISOString().slice(0, 16);
        const years = { start: Date.UTC(2020, 0, 1), end: Date.UTC(2035, 0, 1) };
        const start = expandSeries({ timeZone: "UTC", start: tried, rule }, years)[1]?.local;
        if (start === undefined) return;
        const dtstart = new Date(`${start}Z`);
        const range = { start: dtstart.getTime() + later * DAY, end: dtstart.getTime() + (later + 400) * DAY };
        const theirs = { ...rrule.RRule.parseString(rule), dtstart, until: new Date(range.end) };
        const expected = new rrule.RRule(theirs).all();
        compared++;
        const ours = expandSeries({ timeZone: "UTC", start, rule }, range);
        expect(ours.map(({ start }) => start)).toEqual(
          expected.map((date) => date.getTime()).filter((at) => at >= range.start && at < range.end),
        );
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  test("counts the start as the first session even where the rule does not name it", () => {
    const series = berlin({ rule: "FREQ=WEEKLY;BYDAY=WE;COUNT=3" });
    expect(locals(series)).toEqual(["2026-03-02T09:00", "2026-03-04T09:00", "2026-03-11T09:00"]);
  });

  test("keeps the agreed wall time beside the instant to which the clocks move it", () => {
    const series = berlin({ start: "2026-03-28T02:30", rule: "FREQ=DAILY;COUNT=2" });
    expect(expandSeries(series, year(2026))).toEqual([
      { start: Date.parse("2026-03-28T01:30Z"), local: "2026-03-28T02:30" },
      { start: Date.parse("2026-03-29T01:30Z"), local: "2026-03-29T02:30" },
    ]);
  });

  test("leaves out a whole date as well as a wall time", () => {
    const series = berlin({ rule: "FREQ=WEEKLY;COUNT=4", exclude: ["2026-03-09", "2026-03-16T09:00"] });
    expect(locals(series)).toEqual(["2026-03-02T09:00", "2026-03-23T09:00"]);
  });

  test("takes no longer for a series that is a century old", () => {
    const series = berlin({ start: "1927-01-03T09:00", rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH" });
    const before = performance.now();
    expect(locals(series, { start: Date.UTC(2027, 0, 1), end: Date.UTC(2027, 0, 15) })).toHaveLength(2);
    expect(performance.now() - before).toBeLessThan(20);
  });

  test.each([
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=6",
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
  ])("answers at once for %s, which never falls after its start", (rule) => {
    const before = performance.now();
    expect(locals(berlin({ rule }), year(2026, 2036))).toEqual(["2026-03-02T09:00"]);
    expect(performance.now() - before).toBeLessThan(500);
  });

  test.each([
    ["FREQ=SECONDLY", /FREQ=SECONDLY is not supported/],
    ["FREQ=MINUTELY;COUNT=5", /FREQ=MINUTELY is not supported/],
    ["FREQ=HOURLY", /FREQ=HOURLY is not supported/],
    ["INTERVAL=2", /needs FREQ/],
    ["FREQ=DAILY;INTERVAL=0", /INTERVAL=0 is out of range/],
    ["FREQ=DAILY;COUNT=99999999", /COUNT=99999999 is out of range/],
    ["FREQ=DAILY;COUNT=3;UNTIL=20270101", /not both/],
    ["FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5;BYSECOND=1,2,3,4", /at most 96 times a day; this rule has 100/],
    ["FREQ=WEEKLY;BYDAY=2TU", /numbered weekday/],
    ["FREQ=WEEKLY;BYDAY=XX", /“XX” is not a weekday/],
    ["FREQ=MONTHLY;BYMONTHDAY=32", /BYMONTHDAY=32 is out of range/],
    ["FREQ=WEEKLY;BYMONTHDAY=3", /BYMONTHDAY does not go with FREQ=WEEKLY/],
    ["FREQ=MONTHLY;BYWEEKNO=3", /BYWEEKNO goes with FREQ=YEARLY/],
    ["FREQ=DAILY;UNTIL=tomorrow", /UNTIL=TOMORROW is not a time/],
    ["FREQ=DAILY;FREQ=WEEKLY", /FREQ stands twice/],
    ["FREQ=DAILY;BYEASTER=1", /“BYEASTER=1” is not a part/],
    [`FREQ=DAILY;BYDAY=${"MO,".repeat(300)}TU`, /at most 500 characters/],
  ])("refuses %s", (rule, message) => {
    expect(() => locals(berlin({ rule }))).toThrow(message);
  });

  test("refuses to list more than twenty thousand sessions", () => {
    const minutes = Array.from({ length: 4 }, (_, i) => i * 15);
    const series = berlin({ rule: `FREQ=DAILY;BYHOUR=${Array.from({ length: 24 }, (_, i) => i)};BYMINUTE=${minutes}` });
    expect(() => locals(series, year(2026, 2030))).toThrow(/More than 20000 sessions/);
    expect(() => expandSeries(series, { start: 0, end: Infinity })).toThrow(/a start and an end/);
    expect(locals(series, { start: Date.UTC(2027, 0, 1), end: Date.UTC(2027, 0, 1) + 60 * MINUTE })).toHaveLength(4);
  });
});

describe("expandDates", () => {
  test("keeps whole days on their dates, in no zone", () => {
    const series = {
      start: "2026-12-30",
      rule: "FREQ=DAILY;UNTIL=20270102",
      exclude: ["2026-12-31"],
      add: ["2027-01-09"],
    };
    expect(expandDates(series, { from: "2026-12-01", until: "2027-02-01" })).toEqual([
      "2026-12-30",
      "2027-01-01",
      "2027-01-02",
      "2027-01-09",
    ]);
  });
});
