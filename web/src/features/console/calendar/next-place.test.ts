import { expect, test } from "vitest";
import { nextPlace } from "./next-place.ts";

const DAYS = ["2026-11-22", "2026-11-23", "2026-11-24"];
const OPEN = {
  "2026-11-22": [],
  "2026-11-23": [
    { from: 540, to: 720 },
    { from: 780, to: 1020 },
  ],
  "2026-11-24": [{ from: 600, to: 660 }],
};

test("a new session begins in the next open half hour", () => {
  expect(nextPlace(DAYS, "2026-11-22T19:31", OPEN)).toBe("2026-11-23T09:00");
  expect(nextPlace(DAYS, "2026-11-23T09:10", OPEN)).toBe("2026-11-23T09:30");
  expect(nextPlace(DAYS, "2026-11-23T11:40", OPEN)).toBe("2026-11-23T13:00");
  expect(nextPlace(DAYS, "2026-11-23T17:00", OPEN)).toBe("2026-11-24T10:00");
});

test("where nothing in view is open any more, it begins soon, or in the morning of the first day", () => {
  expect(nextPlace(DAYS, "2026-11-24T10:40", OPEN)).toBe("2026-11-24T11:00");
  expect(nextPlace(DAYS, "2026-11-24T10:40", null)).toBe("2026-11-24T11:00");
  expect(nextPlace(DAYS, "2026-11-01T10:40", null)).toBe("2026-11-22T09:00");
});
