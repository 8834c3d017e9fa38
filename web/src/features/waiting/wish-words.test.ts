import { expect, test } from "vitest";
import { placeWords, wishWords } from "./wish-words.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const days = {
  kind: "WISH" as const,
  ...{ fromDate: "2026-11-23", toDate: "2026-12-14", weekdays: [1, 2, 3, 4, 5], fromTime: "17:00", toTime: "24:00" },
};

test("a wish is one readable phrase", () => {
  const said = (change: Partial<typeof days>) => plain(wishWords({ ...days, ...change }));
  expect(said({})).toBe("weekdays from 5:00 pm on, November 23 to December 14");
  expect(said({ weekdays: [0, 6], fromTime: "00:00", toTime: "12:00" })).toBe(
    "weekends until 12:00 pm, November 23 to December 14",
  );
  expect(said({ weekdays: [5, 2], toTime: "20:00" })).toBe(
    "Tuesdays and Fridays between 5:00 pm and 8:00 pm, November 23 to December 14",
  );
  expect(said({ weekdays: [0, 1, 2, 3, 4, 5, 6], fromTime: "00:00", toDate: "2026-11-23" })).toBe(
    "any day at any time, on November 23",
  );
});

test("a start, a day and a seat are named", () => {
  const localStart = "2026-11-24T13:30";
  expect(plain(wishWords({ kind: "SLOT", localStart }))).toBe("Tuesday, November 24 at 1:30 pm");
  expect(plain(wishWords({ kind: "SESSION", localStart }))).toBe("a seat on Tuesday, November 24 at 1:30 pm");
  expect(wishWords({ kind: "DAY", fromDate: "2026-11-24" })).toBe("any time on Tuesday, November 24");
});

test("a place in the line is counted as people count", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103].map(placeWords)).toEqual([
    "next in line",
    ...["2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "103rd"].map((place) => `${place} in line`),
  ]);
});
