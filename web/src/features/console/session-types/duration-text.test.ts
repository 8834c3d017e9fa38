import fc from "fast-check";
import { expect, test } from "vitest";
import { readDuration, readDurations, writeDuration } from "./duration-text.ts";

test.each([
  ["30", 30],
  ["30 min", 30],
  ["1 h", 60],
  ["1h30", 90],
  ["1 h 30 min", 90],
  ["1:30", 90],
  ["1.5 h", 90],
  ["1,5h", 90],
  ["2 days", 2880],
  ["1 day 6 hours", 1800],
  ["1 week", 10_080],
  ["0", 0],
])("reads %j as %d minutes", (typed, expected) => {
  expect(readDuration(typed)).toBe(expected);
});

test.each(["", "soon", "-5", "1.234 h", "5 apples", "min"])("does not guess at %j", (typed) => {
  expect(readDuration(typed)).toBeNull();
});

test("reads back what it has written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000 }), (minutes) => {
      expect(readDuration(writeDuration(minutes))).toBe(minutes);
    }),
  );
});

test("reads several lengths, in order and each once", () => {
  expect(readDurations("60, 30 and 1 h")).toEqual([30, 60]);
  expect(readDurations("30; 45 min")).toEqual([30, 45]);
  expect(readDurations("30, soon")).toBeNull();
  expect(readDurations(" ")).toBeNull();
});
