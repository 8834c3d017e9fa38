import { expect, test } from "vitest";
import { aWait } from "./waiting.fixture.ts";
import { suits, wishWords } from "./wish-words.ts";

const words = (given: Parameters<typeof aWait>[0]) => wishWords(aWait(given)).replaceAll("\u00a0", " ");

test("a wish is told in words: days, times, dates", () => {
  expect(words({})).toMatch(/^Weekdays from 5:00 pm, .*24.*12.*2026$/);
  expect(words({ weekdays: [0, 1, 2, 3, 4, 5, 6], fromTime: "00:00" })).toMatch(/^Any day, /);
  expect(words({ weekdays: [0, 6], fromTime: "00:00", toTime: "12:00" })).toMatch(/^Weekends until 12:00 pm, /);
  expect(words({ weekdays: [5, 0, 1], toTime: "20:00" })).toMatch(/^Mon, Fri and Sun 5:00 pm – 8:00 pm, /);
  expect(words({ weekdays: [2], fromTime: "00:00" })).toMatch(/^Tuesdays, /);
});

test("a seat, a start and a day are told by their date", () => {
  expect(words({ kind: "SESSION", localStart: "2026-11-24T14:00" })).toMatch(/^A seat on Tue.*2:00 pm$/);
  expect(words({ kind: "SLOT", localStart: "2026-11-24T14:00" })).toMatch(/^Tue.*2:00 pm$/);
  expect(words({ kind: "DAY", fromDate: "2026-11-24", toDate: "2026-11-24" })).toMatch(/^Any time on Tue/);
});

test("a start suits a wish on its days, from its first time, and over by its last", () => {
  const wish = aWait({ toTime: "19:00" });
  const at = (localStart: string, localEnd: string) => suits(wish, { localStart, localEnd });
  expect(at("2026-11-24T17:00", "2026-11-24T18:00")).toBe(true);
  expect(at("2026-11-24T16:45", "2026-11-24T17:45")).toBe(false);
  expect(at("2026-11-24T18:30", "2026-11-24T19:30")).toBe(false);
  expect(at("2026-11-24T23:30", "2026-11-25T00:30")).toBe(false);
  expect(at("2026-11-28T17:00", "2026-11-28T18:00")).toBe(false);
  expect(at("2026-12-14T17:00", "2026-12-14T18:00")).toBe(false);
});
