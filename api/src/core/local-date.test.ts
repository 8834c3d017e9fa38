import { describe, expect, test } from "vitest";
import { joda } from "../../test/js-joda.ts";
import {
  addDays,
  civilOf,
  daysBetween,
  epochDayOf,
  formatDate,
  monthOf,
  parseDate,
  parseTime,
  startOfMonth,
  startOfWeek,
  weekday,
  weekdayOfDay,
} from "./local-date.ts";

describe("local dates", () => {
  test("are js-joda's from 1600 to 2400, each with its weekday", () => {
    let date = joda.LocalDate.parse("1600-01-01");
    for (let day = parseDate("1600-01-01"); day < parseDate("2400-01-01"); day += 13, date = date.plusDays(13)) {
      const civil = civilOf(day);
      const expected = { year: date.year(), month: date.monthValue(), day: date.dayOfMonth() };
      if (JSON.stringify(civil) !== JSON.stringify(expected)) expect.fail(`${day} is ${date.toString()}`);
      if (epochDayOf(civil.year, civil.month, civil.day) !== day) expect.fail(`${date.toString()} is day ${day}`);
      if (weekdayOfDay(day) !== date.dayOfWeek().value() % 7) expect.fail(`weekday of ${date.toString()}`);
    }
    expect(formatDate(0)).toBe("1970-01-01");
  });

  test("count days across months, leap years and centuries", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2100-02-28", 1)).toBe("2100-03-01");
    expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
    expect(daysBetween("2027-03-01", "2028-03-01")).toBe(366);
    expect(daysBetween("2027-03-02", "2027-03-01")).toBe(-1);
  });

  test("lie in a week from Sunday to Saturday and in a month", () => {
    expect(weekday("2027-06-06")).toBe(0);
    expect(startOfWeek("2027-06-06")).toBe("2027-06-06");
    expect(startOfWeek("2027-06-05")).toBe("2027-05-30");
    expect(startOfMonth("2027-06-30")).toBe("2027-06-01");
    expect(monthOf("2027-06-30")).toBe("2027-06");
  });

  test.each(["2027-02-29", "2027-13-01", "2027-00-10", "2027-1-1", "27-01-01", "2027-06-31", "", "tomorrow"])(
    "refuses “%s”",
    (text) => {
      expect(() => parseDate(text)).toThrow(/is not a date/);
    },
  );

  test.each(["24:01", "9:00", "09:60", "25:00", "0900", "09:00:00", "-1:00", "٠٩:٠٠", ""])(
    "refuses the time “%s”",
    (text) => {
      expect(() => parseTime(text)).toThrow(/is not a time/);
    },
  );

  test("reads times in minutes, 24:00 as the end of the day", () => {
    expect([parseTime("00:00"), parseTime("09:30"), parseTime("24:00")]).toEqual([0, 570, 1440]);
  });
});
