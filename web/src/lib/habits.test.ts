import { afterEach, expect, test } from "vitest";
import { adoptHabits, chooseHabits, habits, habitsOf, noChoice } from "./habits.ts";
import { formatDate, formatTime } from "./time.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

afterEach(() => {
  adoptHabits(null);
  chooseHabits(noChoice);
});

test.each([
  ["en-US", { locale: "en-US", hour12: true, firstWeekday: 0 }],
  ["de-DE", { locale: "en-GB", hour12: false, firstWeekday: 1 }],
  ["ne-NP", { locale: "en-GB", hour12: false, firstWeekday: 0 }],
  ["ar-EG", { locale: "en-GB", hour12: true, firstWeekday: 6 }],
])("%s brings its own habits", (locale, expected) => {
  expect(habitsOf({ ...noChoice, locale })).toEqual(expected);
});

test("what was chosen goes before what the locale does", () => {
  expect(habitsOf({ locale: "en-US", hourCycle: "H24", firstWeekday: 1 })).toEqual({
    locale: "en-US",
    hour12: false,
    firstWeekday: 1,
  });
});

test("a locale that nobody knows counts as none", () => {
  expect(habitsOf({ ...noChoice, locale: "not a locale" })).toEqual(habitsOf(noChoice));
});

test("times are written anew as soon as something else is chosen", () => {
  chooseHabits({ hourCycle: "H24" });
  expect(plain(formatTime("14:30"))).toBe("14:30");
  chooseHabits({ hourCycle: "H12" });
  expect(plain(formatTime("14:30"))).toBe("2:30 pm");
});

test("a signed-in coach's preferences go before those of her device, and leave with her", () => {
  chooseHabits({ hourCycle: "H12" });
  adoptHabits({ locale: "de-DE", hourCycle: "H24", firstWeekday: 1 });
  expect(habits()).toEqual({ locale: "en-GB", hour12: false, firstWeekday: 1 });
  expect(formatDate("2026-11-24", "short")).toContain("24 Nov");
  adoptHabits(null);
  expect(habits().hour12).toBe(true);
});
