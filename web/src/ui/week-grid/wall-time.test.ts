import { describe, expect, test } from "vitest";
import { addDays } from "../../lib/dates.ts";
import { addMinutes, daysBetween, minutesBetween, startOfWeek, wallTime, weekdayOf } from "./wall-time.ts";

describe("wall time", () => {
  test("adds days across the end of a month, a leap day and a year", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  });

  test("turns minutes outside the day into the day before or after", () => {
    expect(wallTime("2026-03-08", -30)).toBe("2026-03-07T23:30");
    expect(wallTime("2026-03-08", 1440)).toBe("2026-03-09T00:00");
    expect(wallTime("2026-03-08", 570)).toBe("2026-03-08T09:30");
  });

  test("measures and moves by the face of the clock, whatever the zone does that night", () => {
    expect(minutesBetween("2026-03-07T23:00", "2026-03-08T04:00")).toBe(300);
    expect(addMinutes("2026-11-01T00:30", 120)).toBe("2026-11-01T02:30");
  });

  test("finds the first day of the week for any first weekday", () => {
    expect(weekdayOf("2026-11-22")).toBe(0);
    expect(startOfWeek("2026-11-22", 1)).toBe("2026-11-16");
    expect(startOfWeek("2026-11-22", 0)).toBe("2026-11-22");
    expect(startOfWeek("2026-11-25", 6)).toBe("2026-11-21");
    expect(daysBetween("2026-10-30", "2026-11-02")).toBe(3);
  });

  test("knows weekdays before 1970", () => {
    expect(weekdayOf("1969-12-31")).toBe(3);
    expect(weekdayOf("1969-12-28")).toBe(0);
  });
});
