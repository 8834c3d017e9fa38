import { expect, test } from "vitest";
import { openBetween, openHoursOf, timeOffOn, windowEdges } from "./open-hours.ts";

const WINDOWS = [
  { weekday: 1, start: "09:00", end: "12:00" },
  { weekday: 1, start: "13:00", end: "24:00" },
  { weekday: 0, start: "10:00", end: "11:00" },
];
const VACATION = { fromDate: "2026-11-30", toDate: "2026-12-04", reason: "Vacation" };

test("a day is open in the windows of its weekday", () => {
  const open = openHoursOf(["2026-11-22", "2026-11-23", "2026-11-24"], WINDOWS, []);
  expect(open["2026-11-22"]).toEqual([{ from: 600, to: 660 }]);
  expect(open["2026-11-23"]).toEqual([
    { from: 540, to: 720 },
    { from: 780, to: 1440 },
  ]);
  expect(open["2026-11-24"]).toEqual([]);
});

test("time off closes its days from the first to the last", () => {
  expect(openHoursOf(["2026-11-30"], WINDOWS, [VACATION])["2026-11-30"]).toEqual([]);
  expect(timeOffOn("2026-12-04", [VACATION])?.reason).toBe("Vacation");
  expect(timeOffOn("2026-12-05", [VACATION])).toBeNull();
});

test("hours kept on another clock are shown where they fall here, past midnight too", () => {
  const edges = windowEdges(["2026-11-23"], [{ weekday: 1, start: "09:00", end: "17:00" }]);
  expect(edges).toEqual(["2026-11-23T09:00", "2026-11-23T17:00"]);
  const here = ["2026-11-23T19:00", "2026-11-24T03:00"];
  expect(openBetween(["2026-11-23", "2026-11-24"], here, [])).toEqual({
    "2026-11-23": [{ from: 1140, to: 1440 }],
    "2026-11-24": [{ from: 0, to: 180 }],
  });
});
