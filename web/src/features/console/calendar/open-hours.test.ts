import { expect, test } from "vitest";
import { openBetween } from "./open-hours.ts";

test("a stretch past midnight is open on both days", () => {
  const edges = ["2026-11-23T19:00", "2026-11-24T03:00", "2026-11-24T09:00", "2026-11-24T10:00"];
  expect(openBetween(["2026-11-23", "2026-11-24"], edges)).toEqual({
    "2026-11-23": [{ from: 1140, to: 1440 }],
    "2026-11-24": [
      { from: 0, to: 180 },
      { from: 540, to: 600 },
    ],
  });
});
