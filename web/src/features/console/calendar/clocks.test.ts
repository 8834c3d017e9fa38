import { expect, test } from "vitest";
import { commonZone, wallTimeOf, zoneOnDates } from "./clocks.ts";

const TOKYO = { fromDate: "2026-11-24", toDate: "2026-11-25", timeZone: "Asia/Tokyo" };
const HOME = {
  timeZone: "America/New_York",
  offsetMinutes: -300,
  zones: [{ id: "Asia/Tokyo", aliases: ["Japan"], offsetMinutes: 540 }],
};
const at = (instant: string) => wallTimeOf(Date.parse(instant), [TOKYO], HOME);

test("a date away is read by the clocks of the place, and she comes home the day after", () => {
  const zoneOn = zoneOnDates([TOKYO], "America/New_York");
  expect(["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"].map(zoneOn)).toEqual([
    "America/New_York",
    "Asia/Tokyo",
    "Asia/Tokyo",
    "America/New_York",
  ]);
  expect(commonZone(["2026-11-24", "2026-11-25"], zoneOn)).toBe("Asia/Tokyo");
  expect(commonZone(["2026-11-25", "2026-11-26"], zoneOn)).toBeNull();
});

test("her clock is that of the place while it is a date of her stay there", () => {
  expect(at("2026-11-23T14:59:00Z")).toBe("2026-11-23T09:59");
  expect(at("2026-11-23T15:00:00Z")).toBe("2026-11-24T00:00");
  expect(at("2026-11-25T14:59:00Z")).toBe("2026-11-25T23:59");
  expect(at("2026-11-25T15:00:00Z")).toBe("2026-11-25T10:00");
});

test("a zone that goes by an older name is found all the same", () => {
  const stay = { ...TOKYO, timeZone: "Japan" };
  expect(wallTimeOf(Date.parse("2026-11-24T03:00:00Z"), [stay], HOME)).toBe("2026-11-24T12:00");
});
