import { describe, expect, test } from "vitest";
import { datesOfPattern } from "../../../../test/stand-ins/graph-pattern.ts";
import { expandDates } from "../../../core/recurrence.ts";
import type { EventTime } from "../calendar-provider.ts";
import { Refusal } from "../failure.ts";
import { windowsZone } from "./graph-event.ts";
import { patternOf, ruleOfPattern } from "./graph-recurrence.ts";

const start = "2027-03-01";
const recurrenceOf = (rule: string) => ({
  ...{ start: `${start}T10:00`, timeZone: "America/New_York", rules: [rule], excluded: [], added: [] },
});
const until = "2029-12-01";
const early = (dates: readonly string[]) => dates.filter((date) => date < until);

describe("a rule as Graph's pattern", () => {
  test.each([
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=20",
    "FREQ=WEEKLY;UNTIL=20270601",
    "FREQ=WEEKLY;UNTIL=20270601T135959Z",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=MO",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO",
  ])("%s falls on the same dates there, and comes back as it was", (rule) => {
    const dates = early(expandDates({ start, rule }, { from: start, until }));
    const pattern = { ...patternOf(recurrenceOf(rule), windowsZone) };
    expect(early(datesOfPattern(pattern, start))).toEqual(dates);
    const begin = Date.UTC(2027, 2, 1, 15);
    const time: EventTime = { kind: "timed", start: begin, end: begin + 3_600_000, timeZone: "America/New_York" };
    const back = ruleOfPattern(pattern, time);
    expect(back).toMatchObject({ start: "2027-03-01T10:00", timeZone: "America/New_York" });
    expect(early(expandDates({ start, rule: back?.rules[0] ?? "" }, { from: start, until }))).toEqual(dates);
  });

  test.each([
    "FREQ=DAILY;BYDAY=MO",
    "FREQ=DAILY;BYHOUR=9,15",
    "FREQ=MONTHLY;BYMONTHDAY=1,15",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=1MO,3MO",
    "FREQ=MONTHLY;BYDAY=5MO",
    "FREQ=MONTHLY;BYMONTH=3",
    "FREQ=YEARLY;BYDAY=20MO",
    "FREQ=YEARLY;BYYEARDAY=100",
    "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1",
  ])("%s has none, and is refused rather than bent", (rule) => {
    expect(() => patternOf(recurrenceOf(rule), windowsZone)).toThrow(Refusal);
  });

  test.each([
    ["America/New_York", "Eastern Standard Time"],
    ["Europe/Kyiv", "FLE Standard Time"],
    ["Asia/Calcutta", "India Standard Time"],
    ["America/Nuuk", "Greenland Standard Time"],
    ["UTC", "UTC"],
  ])("%s is Windows's %s", (timeZone, name) => {
    expect(windowsZone(timeZone)).toBe(name);
  });
});
