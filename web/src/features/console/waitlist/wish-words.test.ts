import { expect, test } from "vitest";
import { aWait } from "./waiting.fixture.ts";
import { endWords, startParts, suits, wishWords } from "./wish-words.ts";

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

test("a start is told on the coach's clock, with that of whoever waits behind it, and its date where it is another", () => {
  const entry = aWait({ kind: "SESSION", localStart: "2026-12-16T18:30" });
  const parts = (start: string, timeZone = "America/New_York") =>
    Object.values(startParts(entry, { timeZone, start }) ?? {}).map((text) => text?.replaceAll("\u00a0", " ") ?? null);
  const [date] = words({ kind: "SLOT", localStart: "2026-12-16T18:30" }).split(/, \d/);
  expect(parts(`${date}, 1:30 pm`)).toEqual([`A seat on ${date}, 1:30 pm`, "6:30 pm in Lisbon"]);
  expect(parts("Tue, Dec 15, 1:30 pm")[1]).toBe(`${date}, 6:30 pm in Lisbon`);
  expect(parts(`${date}, 6:30 pm`, "Europe/Lisbon")[1]).toBeNull();
});

test("who declined the one start that she waited for has not just left", () => {
  const startAt = "2026-12-16T18:30:00.000Z";
  const offers = [{ __typename: "Offer" as const, id: "o1", status: "DECLINED" as const, startAt }];
  expect(endWords(aWait({ status: "LEFT", startAt, offers }))).toBe("Declined");
  expect(endWords(aWait({ status: "LEFT", startAt: null, offers }))).toBe("Left the list");
});
