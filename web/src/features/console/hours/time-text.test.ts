import fc from "fast-check";
import { expect, test } from "vitest";
import { localTimeOf, minutesOfLocalTime, readEnd, readTime } from "./time-text.ts";

test.each([
  ["9", "09:00"],
  ["9:30", "09:30"],
  ["9.30", "09:30"],
  ["0930", "09:30"],
  ["930", "09:30"],
  ["17h", "17:00"],
  ["17h15", "17:15"],
  ["5pm", "17:00"],
  [" 5:30 PM ", "17:30"],
  ["5:30 p.m.", "17:30"],
  ["5p", "17:00"],
  ["12am", "00:00"],
  ["12 pm", "12:00"],
  ["noon", "12:00"],
  ["midnight", "00:00"],
  ["24:00", "24:00"],
])("reads %j as %s", (typed, expected) => {
  expect(localTimeOf(readTime(typed) ?? -1)).toBe(expected);
});

test.each(["", "nine", "25", "24:30", "9:60", "13pm", "0am", "9:3", "9:30:00", "-1", "9m"])(
  "does not guess at %j",
  (typed) => {
    expect(readTime(typed)).toBeNull();
  },
);

test("takes an end before the start as the afternoon, unless it says otherwise", () => {
  expect(readEnd("5", 540)).toBe(1020);
  expect(readEnd("5:30", 540)).toBe(1050);
  expect(readEnd("5am", 540)).toBe(300);
  expect(readEnd("05:00", 540)).toBe(300);
  expect(readEnd("2", 1080)).toBe(120);
  expect(readEnd("12", 540)).toBe(720);
});

test("takes an end at midnight as the end of the day", () => {
  expect(readEnd("midnight", 1080)).toBe(1440);
  expect(readEnd("00:00", 1080)).toBe(1440);
  expect(readEnd("12am", 1080)).toBe(1440);
});

test("reads back every minute of the day it has written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
      expect(readTime(localTimeOf(minutes))).toBe(minutes);
      expect(minutesOfLocalTime(localTimeOf(minutes))).toBe(minutes);
    }),
  );
});
