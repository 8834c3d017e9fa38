import { expect, test } from "vitest";
import { linkOf } from "./link.fixture.ts";
import { closedWords, datesWords, endWords, isOpen, shownAddress, usesWords } from "./link-words.ts";

test.each([
  [{}, "Not used yet"],
  [{ uses: 1 }, "Used once"],
  [{ uses: 7 }, "Used 7 times"],
  [{ uses: 3, maxUses: 10 }, "3 of 10 used"],
  [{ kind: "SINGLE_USE" as const, uses: 1, maxUses: 1 }, "Used"],
])("the uses of %o are said as %j", (fields, words) => {
  expect(usesWords(linkOf(fields))).toBe(words);
});

test("an end at the first moment of a day is the end of the day before", () => {
  expect(endWords("2026-12-25T00:00")).toBe("Dec 24, 2026");
  expect(endWords("2026-12-24T18:00")).toMatch(/^Dec 24, 2026, (18:00|6:00\spm)$/);
});

test("why a link is closed is said, its session type last", () => {
  const off = { ...linkOf().sessionType, active: false };
  expect(closedWords(linkOf(), null)).toBeNull();
  expect(closedWords(linkOf({ state: "USED_UP" }), null)).toBe("Used up");
  expect(closedWords(linkOf({ state: "EXPIRED" }), "2026-12-25T00:00")).toBe("Expired Dec 24, 2026");
  expect(closedWords(linkOf({ state: "OFF", sessionType: off }), null)).toBe("Switched off");
  expect(closedWords(linkOf({ sessionType: off }), null)).toContain("session type");
  expect(isOpen(linkOf({ sessionType: off }))).toBe(false);
});

test("dates are said by what is given of them", () => {
  expect(datesWords(linkOf())).toBeNull();
  expect(datesWords(linkOf({ fromDate: "2026-12-01" }))).toBe("from Dec 1, 2026");
  expect(datesWords(linkOf({ toDate: "2026-12-09" }))).toBe("until Dec 9, 2026");
  expect(datesWords(linkOf({ fromDate: "2026-12-01", toDate: "2026-12-09" }))).toBe("Dec 1 – Dec 9, 2026");
});

test("a secret is shown by its beginning alone", () => {
  const secret = linkOf({ kind: "SECRET", slug: "abcdefghijklmnop", path: "/maya/abcdefghijklmnop" });
  expect(shownAddress(secret, "https://kairos.example")).toBe("kairos.example/maya/abcd…");
  expect(shownAddress(linkOf(), "https://kairos.example")).toBe("kairos.example/maya/coaching");
});
