import { expect, test } from "vitest";
import { formatAgo, formatLeft } from "./left.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("what is left is told the finer the nearer the end is", () => {
  const told = [
    6.9 * DAY,
    2 * DAY,
    47 * HOUR + 59 * MINUTE,
    5 * HOUR + 12.9 * MINUTE,
    10 * MINUTE,
    9.99 * MINUTE,
    900,
    -5,
  ];
  expect(told.map(formatLeft).map(plain)).toEqual([
    "6 days",
    "2 days",
    "47 h 59 min",
    "5 h 12 min",
    "10 min",
    "10:00",
    "0:01",
    "0:00",
  ]);
});

test("what is over is told the coarser the longer ago it was", () => {
  const told = [10, 12.5 * MINUTE, 61 * MINUTE, 30 * HOUR, 3 * DAY, 45 * DAY];
  expect(told.map(formatAgo).map(plain)).toEqual([
    "just now",
    "12 min ago",
    "1 hour ago",
    "30 hours ago",
    "3 days ago",
    "6 weeks ago",
  ]);
});
