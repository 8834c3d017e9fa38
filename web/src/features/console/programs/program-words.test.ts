import { expect, test } from "vitest";
import {
  apartWords,
  extentOf,
  type Gap,
  gapOfWeek,
  type SpokenStep,
  summaryOf,
  weekOfGap,
  wishWords,
} from "./program-words.ts";

const weeks = (wished: number): Gap => ({ unit: "WEEKS", min: wished, wished, max: wished });
const days = (wished: number): Gap => ({ unit: "DAYS", min: wished, wished, max: wished });
const step = (fields: Partial<SpokenStep>): SpokenStep => ({
  name: null,
  sessionType: { name: "Coaching" },
  minutes: 60,
  count: 1,
  after: weeks(1),
  every: null,
  weekdays: [],
  fromTime: null,
  toTime: null,
  ...fields,
});
const plain = (text: string | null) => text?.replaceAll("\u00a0", " ");

test("a program reads as a sentence", () => {
  const steps = [
    step({ name: "Intake", minutes: 90, after: gapOfWeek(1) }),
    step({ count: 8, every: weeks(1) }),
    step({ name: "Review", minutes: 30, after: weeks(2) }),
    step({ name: "Check-in", minutes: 30, count: 3, after: weeks(4), every: weeks(4) }),
  ];
  expect(plain(summaryOf(steps))).toBe(
    "Intake 1 h 30 min in week 1; then weekly Coaching 1 h × 8; then Review 30 min two weeks later; then every four weeks Check-in 30 min × 3",
  );
  expect(extentOf(steps)).toBe("13 sessions over about 23 weeks");
});

test("distances in days, and a row that begins later than it goes on, are told", () => {
  expect(plain(summaryOf([step({ after: days(0) }), step({ count: 4, after: weeks(3), every: days(10) })]))).toBe(
    "Coaching 1 h on the start date; then every ten days Coaching 1 h × 4, from three weeks on",
  );
  expect(plain(summaryOf([step({ count: 2, after: gapOfWeek(2), every: days(1) })]))).toBe(
    "daily Coaching 1 h × 2, from week 2",
  );
});

test("a week of the program is a distance of seven days", () => {
  expect(weekOfGap(gapOfWeek(3))).toBe(3);
  expect(weekOfGap(weeks(1))).toBeNull();
  expect(weekOfGap(days(7))).toBeNull();
});

test("wishes are told in few words, and none where there are none", () => {
  expect(wishWords(step({}))).toBeNull();
  expect(plain(wishWords(step({ weekdays: [1, 3], fromTime: "09:00", toTime: "12:00" })))).toMatch(
    /^Mon or Wed, .*9.* – 12/,
  );
});

test("room around a distance is told", () => {
  const every: Gap = { unit: "WEEKS", min: 2, wished: 3, max: 4 };
  expect(apartWords(step({ count: 3, every }), false)).toBe("2 to 4 weeks apart");
  expect(apartWords(step({ after: { unit: "DAYS", min: 5, wished: 7, max: 9 } }), false)).toBe("5 to 9 days apart");
  expect(apartWords(step({ after: gapOfWeek(1) }), true)).toBeNull();
});
