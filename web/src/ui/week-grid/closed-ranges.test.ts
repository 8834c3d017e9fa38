import { expect, test } from "vitest";
import { closedRanges } from "./closed-ranges.ts";

test("a day without hours is closed from midnight to midnight", () => {
  expect(closedRanges([])).toEqual([{ from: 0, to: 1440 }]);
});

test("closed is what lies before, between and after the open hours", () => {
  expect(
    closedRanges([
      { from: 780, to: 1020 },
      { from: 540, to: 720 },
    ]),
  ).toEqual([
    { from: 0, to: 540 },
    { from: 720, to: 780 },
    { from: 1020, to: 1440 },
  ]);
});

test("hours that overlap or reach midnight leave no sliver", () => {
  expect(
    closedRanges([
      { from: 0, to: 600 },
      { from: 540, to: 1440 },
    ]),
  ).toEqual([]);
});
