import { describe, expect, test } from "vitest";
import { firstOf, monthliesOf, newRule, type RuleDraft, readRule, ruleFromText, withStart } from "./rule-draft.ts";

/** A Tuesday, the second of its month. */
const START = "2026-12-08T10:00";
const text = (change: Partial<RuleDraft>, start = START) => readRule({ ...newRule(start), ...change }, start);

describe("a rule that is chosen", () => {
  test.each([
    [{}, "FREQ=WEEKLY;COUNT=12;BYDAY=TU"],
    [{ interval: "2", weekdays: [0, 4, 2] }, "FREQ=WEEKLY;INTERVAL=2;COUNT=12;BYDAY=TU,TH,SU"],
    [{ every: "day", interval: "10", ends: "never" }, "FREQ=DAILY;INTERVAL=10"],
    [{ every: "month", ends: "until", until: "2027-06-30" }, "FREQ=MONTHLY;UNTIL=20270630;BYMONTHDAY=8"],
    [{ every: "month", monthly: "nth" }, "FREQ=MONTHLY;COUNT=12;BYDAY=2TU"],
    [{ every: "month", monthly: "lastNth" }, "FREQ=MONTHLY;COUNT=12;BYDAY=-1TU"],
    [{ every: "month", monthly: "lastDate" }, "FREQ=MONTHLY;COUNT=12;BYMONTHDAY=-1"],
  ] satisfies [Partial<RuleDraft>, string][])("reads %o as %s", (change, rule) => {
    expect(text(change)).toEqual({ text: rule });
  });

  test("says at each field what is wrong with it", () => {
    expect(text({ interval: "0", weekdays: [], count: "501" })).toEqual({
      problems: {
        interval: "A whole number from 1 to 99.",
        weekdays: "Choose at least one day.",
        count: "A whole number from 1 to 500.",
      },
    });
    expect(text({ ends: "until", until: "2026-12-07" })).toEqual({
      problems: { until: "This is before the first session." },
    });
  });

  test("begins with the first of its days", () => {
    expect(firstOf(START, { ...newRule(START), weekdays: [4, 1] })).toBe("2026-12-10T10:00");
    expect(firstOf(START, newRule(START))).toBe(START);
  });

  test("follows its start to another day, unless days were chosen", () => {
    const rule = newRule(START);
    expect(withStart(rule, START, "2026-12-09T10:00").weekdays).toEqual([3]);
    expect(withStart({ ...rule, weekdays: [2, 4] }, START, "2026-12-09T10:00").weekdays).toEqual([2, 4]);
  });

  test("offers the ways to name a date in its month that are true of it", () => {
    expect(monthliesOf(START)).toEqual(["date", "nth"]);
    expect(monthliesOf("2027-01-31T10:00")).toEqual(["date", "lastDate", "lastNth"]);
    expect(monthliesOf("2026-12-28T10:00")).toEqual(["date", "nth", "lastNth"]);
  });
});

describe("a rule that is pasted", () => {
  test.each([
    "FREQ=WEEKLY;COUNT=12;BYDAY=TU",
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270630;BYDAY=MO,TH",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=DAILY;INTERVAL=3",
  ])("fills the fields with %s", (pasted) => {
    const rule = ruleFromText(`RRULE:${pasted}`, START);
    expect(rule && readRule(rule, START)).toEqual({ text: pasted });
  });

  test("may leave the day to its start", () => {
    expect(ruleFromText("FREQ=WEEKLY;COUNT=5", START)?.weekdays).toEqual([2]);
    expect(ruleFromText("FREQ=MONTHLY", START)?.monthly).toBe("date");
  });

  test.each([
    "FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=1",
    "FREQ=YEARLY",
    "nonsense",
    "RRULE:FREQ=DAILY\nEXDATE:20261209T100000",
  ])("stays text where the form has no parts for it: %s", (pasted) => {
    expect(ruleFromText(pasted, START)).toBeNull();
  });
});
