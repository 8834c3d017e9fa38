import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDate, MINUTE } from "./local-date.ts";
import { expandSeries } from "./recurrence.ts";
import { parseRule } from "./recurrence-rule.ts";
import { type Actual, occurrencesUntil, type SeriesState } from "./series.ts";
import { startPlan, withTerms } from "./series-plan.ts";
import { formatRule as format } from "./series-rule.ts";
import { readRecurrence, writeRecurrence } from "./series-text.ts";

const berlin = { timeZone: "Europe/Berlin", start: "2026-06-02T10:00" };
const read = (text: string) => readRecurrence(text, berlin);

describe("a recurrence in text", () => {
  test("is read from a bare rule, or from the lines of an event", () => {
    const rule = { ...berlin, rule: "FREQ=WEEKLY;COUNT=5", excluded: [], added: [] };
    expect(read("FREQ=WEEKLY;COUNT=5")).toEqual(rule);
    expect(read("RRULE:FREQ=WEEKLY;COUNT=5")).toEqual(rule);
    const lines = [
      "DTSTART;TZID=America/New_York:20260602T093000",
      "RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=",
      " TU,TH",
      "EXDATE;TZID=America/New_York:20260604T093000,20260616T093000",
      "EXDATE;VALUE=DATE:20260630",
      "RDATE:20260605T140000Z",
    ];
    expect(read(lines.join("\r\n"))).toEqual({
      timeZone: "America/New_York",
      start: "2026-06-02T09:30",
      rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU",
      excluded: ["2026-06-04T09:30", "2026-06-16T09:30", "2026-06-30"],
      added: ["2026-06-05T10:00"],
    });
  });

  test.each([
    ["SUMMARY:Coaching", /“SUMMARY:Coaching” is no line of a recurrence/],
    ["RRULE:FREQ=SECONDLY", /FREQ=SECONDLY is not supported/],
    ["RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY", /has one RRULE/],
    ["EXDATE:tomorrow", /“tomorrow” of EXDATE is not a time/],
    ["RDATE;VALUE=PERIOD:20260601T100000Z/PT1H", /“;VALUE=PERIOD” of RDATE is not supported/],
    ["DTSTART;TZID=Mars/Base:20260601T100000\nFREQ=DAILY", null],
    ["DTSTART;VALUE=DATE:20260601", /not a date alone/],
    ["x".repeat(20_001), /at most 20000 characters/],
  ])("is refused with the reason: %.40s", (text, message) => {
    const dates = () => startPlan(read(text), { minutes: 60, sessionTypeId: "type" });
    expect(dates).toThrow(message ?? /“Mars\/Base” is not a known time zone/);
  });

  test("of a series that moved says the rule as it is now", () => {
    const plan = startPlan(
      { ...read("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=3") },
      { minutes: 60, sessionTypeId: "type" },
    );
    const moved = withTerms(plan, "2026-06-02T10:00", { shiftMinutes: 24 * 60 + 30 });
    const actual = new Map<string, Actual>(
      occurrencesUntil(moved, Date.UTC(2027, 0)).map((one) => [one.id, { kind: "booked", ...one }]),
    );
    expect(writeRecurrence({ plan: moved, actual, filledUntil: 0 }).split("\n")).toEqual([
      "DTSTART;TZID=Europe/Berlin:20260603T103000",
      "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=MO,WE;WKST=TU",
    ]);
  });

  test("names just the sessions that are booked, whatever became of the series", () => {
    const rules = fc.constantFrom(
      "FREQ=WEEKLY;COUNT=6",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20260901",
      "FREQ=MONTHLY;BYDAY=1TU;COUNT=4",
      "FREQ=DAILY;INTERVAL=3;UNTIL=20260801T100000",
      "FREQ=MONTHLY;BYMONTHDAY=2,-1;COUNT=7",
      "FREQ=WEEKLY",
    );
    const change = fc.record({ from: fc.nat(60), shiftMinutes: fc.integer({ min: -4000, max: 4000 }) });
    const fates = fc.array(fc.constantFrom("planned", "moved", "left"), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(rules, fc.array(change, { maxLength: 2 }), fates, fc.boolean(), (rule, changes, fate, extra) => {
        const added = extra ? ["2026-06-17T15:00"] : [];
        let plan = startPlan(
          { ...berlin, rule, excluded: ["2026-06-16T10:00"], added },
          { minutes: 60, sessionTypeId: "type" },
        );
        for (const { from, shiftMinutes } of changes) {
          plan = withTerms(plan, `${formatDate(20_606 + from)}T00:00`, { shiftMinutes });
        }
        const filledUntil = rule === "FREQ=WEEKLY" ? Date.UTC(2027, 5) : 0;
        const planned = occurrencesUntil(plan, filledUntil || Date.UTC(2028, 0));
        const actual = new Map<string, Actual>();
        for (const [i, { id, start, minutes, sessionTypeId }] of planned.entries()) {
          const moved = fate[i % 60] === "moved" ? 90 * MINUTE : 0;
          if (fate[i % 60] === "left") actual.set(id, { kind: "skipped", reason: "Clash" });
          else actual.set(id, { kind: "booked", start: start + moved, minutes, sessionTypeId });
        }
        const state: SeriesState = { plan, actual, filledUntil };
        const dates = readRecurrence(writeRecurrence(state), { timeZone: "UTC", start: "2000-01-01T00:00" });
        const end = filledUntil || Date.UTC(2030, 0);
        const { timeZone, start, rule: text, excluded, added: more } = dates;
        const found = expandSeries({ timeZone, start, rule: text, exclude: excluded, add: more }, { start: 0, end });
        const booked = [...actual.values()].flatMap((it) => (it.kind === "booked" ? [it.start] : []));
        expect(found.map((one) => one.start)).toEqual(
          [...new Set(booked)].filter((at) => at < end).sort((a, b) => a - b),
        );
      }),
    );
  });

  test("is the same rule when it is read again", () => {
    for (const rule of [
      "FREQ=YEARLY;BYWEEKNO=-1,20;BYDAY=MO",
      "FREQ=DAILY;BYHOUR=9,14;BYMINUTE=0,30;UNTIL=20261231T235959Z",
    ]) {
      expect(format(parseRule(format(parseRule(rule))))).toBe(format(parseRule(rule)));
      expect(parseRule(format(parseRule(rule)))).toEqual(parseRule(rule));
    }
  });
});
