import { expect, test } from "vitest";
import { draftWords, endWords, ruleWords } from "./pattern-words.ts";
import { newRule } from "./rule-draft.ts";

const pattern = (given: Partial<Parameters<typeof ruleWords>[0]>) => ({
  frequency: "WEEKLY" as const,
  interval: 1,
  weekdays: [{ weekday: 2, nth: null }],
  monthDays: [],
  count: 12,
  until: null,
  isPlain: true,
  ...given,
});

test.each([
  [pattern({}), "Every Tuesday"],
  [
    pattern({ interval: 2, weekdays: [2, 4].map((weekday) => ({ weekday, nth: null })) }),
    "Every 2 weeks on Tuesday and Thursday",
  ],
  [pattern({ weekdays: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, nth: null })) }), "Monday to Friday"],
  [pattern({ frequency: "MONTHLY", weekdays: [{ weekday: 5, nth: -1 }] }), "On the last Friday of every month"],
  [pattern({ frequency: "MONTHLY", weekdays: [], monthDays: [14], interval: 3 }), "On day 14 of every 3 months"],
  [pattern({ frequency: "MONTHLY", weekdays: [], monthDays: [-1] }), "On the last day of every month"],
  [pattern({ frequency: "DAILY", weekdays: [], interval: 10 }), "Every 10 days"],
  [pattern({ isPlain: false }), "Every week, by its own rule"],
  [pattern({ frequency: null }), "Once"],
])("says %o", (one, words) => {
  expect(ruleWords(one)).toBe(words);
});

test("says when it ends", () => {
  expect(endWords({ count: 1, until: null })).toBe("1 session");
  expect(endWords({ count: null, until: null })).toBe("without an end");
  expect(endWords({ count: null, until: "2027-06-30" })).toMatch(/^until .*2027/);
});

test("says of what is being written the same as of what is booked", () => {
  const start = "2026-12-08T10:00";
  expect(draftWords(newRule(start), start)).toBe("Every Tuesday");
  expect(draftWords({ ...newRule(start), every: "month", monthly: "nth" }, start)).toBe(
    "On the second Tuesday of every month",
  );
  expect(draftWords({ ...newRule(start), interval: "" }, start)).toBeNull();
});
