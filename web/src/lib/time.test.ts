import { expect, test } from "vitest";
import {
  detectZone,
  formatCountdown,
  formatDate,
  formatDuration,
  formatOffset,
  formatSpan,
  formatTime,
  formatZone,
  offsetOf,
  relativeDay,
  wallTime,
  zoneCity,
} from "./time.ts";
import { presentName } from "./zone-names.ts";

test("a wall time that daylight saving skips is shown as the server sent it", () => {
  expect(formatTime("2026-03-29T02:30")).toMatch(/^0?2:30/);
  expect(formatDate("2026-03-29T02:30", "long")).toContain("29");
});

test("midnight and noon are written unmistakably", () => {
  expect(["00:00", "12:00 am"]).toContain(formatTime("00:00").replace("\u00a0", " "));
  expect(["12:00", "12:00 pm"]).toContain(formatTime("12:00").replace("\u00a0", " "));
});

test("days next to today have names, across the end of a year", () => {
  expect(relativeDay("2027-01-01", "2026-12-31")).toBe("Tomorrow");
  expect(relativeDay("2026-12-31T23:30", "2026-12-31")).toBe("Today");
  expect(relativeDay("2026-12-30", "2026-12-31")).toBe("Yesterday");
  expect(relativeDay("2027-01-02", "2026-12-31")).toBeNull();
});

test.each([
  [45, "45 min"],
  [60, "1 h"],
  [90, "1 h 30 min"],
  [120, "2 h"],
])("%i minutes read %s", (minutes, text) => {
  expect(formatDuration(minutes).replaceAll("\u00a0", " ")).toBe(text);
});

test.each([
  [0, "UTC"],
  [60, "UTC+1"],
  [-210, "UTC−3:30"],
  [345, "UTC+5:45"],
])("%i minutes east is %s", (minutes, text) => {
  expect(formatOffset(minutes)).toBe(text);
});

test.each([
  [299_001, "5:00"],
  [61_000, "1:01"],
  [-5, "0:00"],
])("%i ms left count down as %s", (left, text) => {
  expect(formatCountdown(left)).toBe(text);
});

test("a zone goes by the name of its city", () => {
  expect(zoneCity("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  expect(zoneCity("UTC")).toBe("UTC");
});

test("wall time follows the offset over midnight", () => {
  expect(wallTime(Date.UTC(2026, 11, 31, 23, 30), 60)).toBe("2027-01-01T00:30");
});

test.each([
  ["2026-11-24T19:45", "2026-11-24T14:00:00.000Z", 345],
  ["2026-11-24T04:00", "2026-11-24T14:00:00.000Z", -600],
  ["2026-11-25T00:30", "2026-11-24T14:30:00.000Z", 600],
  ["1880-01-01T00:00", "1879-12-31T23:06:28.000Z", 54],
])("clocks that show %s at %s run %i minutes ahead", (local, at, expected) => {
  expect(offsetOf(local, at)).toBe(expected);
});

test("a session says its end's date over midnight, and both offsets over a change of the clocks", () => {
  const text = (start: string, end: string, startAt: string, endAt: string) =>
    formatSpan(start, end, { startAt, endAt }).replaceAll("\u00a0", " ");
  const plain = text("2026-11-24T19:45", "2026-11-24T20:45", "2026-11-24T14:00:00Z", "2026-11-24T15:00:00Z");
  expect(plain).not.toMatch(/UTC|,/);
  const night = text("2026-11-24T23:30", "2026-11-25T00:30", "2026-11-24T14:00:00Z", "2026-11-24T15:00:00Z");
  expect(night).toMatch(/, .*25/);
  const repeated = text("2026-11-01T01:30", "2026-11-01T01:30", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z");
  expect(repeated).toMatch(/\(UTC−4\) – .*\(UTC−5\)$/);
});

test("a zone goes with its offset at the start", () => {
  expect(formatZone("Asia/Kathmandu", "2026-11-24T19:45", "2026-11-24T14:00:00Z")).toBe("Kathmandu, UTC+5:45");
  expect(formatZone("Etc/UTC", "2026-11-24T14:00", "2026-11-24T14:00:00Z")).toBe("UTC");
});

test("a zone that the browser knows by its old name has the new one", () => {
  expect(presentName("Asia/Katmandu")).toBe("Asia/Kathmandu");
  expect(presentName("Asia/Calcutta")).toBe("Asia/Kolkata");
  expect(presentName("Europe/Berlin")).toBe("Europe/Berlin");
});

test("the browser's zone is always something", () => {
  expect(detectZone().id).not.toBe("");
});
