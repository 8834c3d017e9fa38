import { expect, test } from "vitest";
import { sizeOfSms } from "./sms.ts";

test.each([
  ["", 1, "gsm7"],
  ["a".repeat(160), 1, "gsm7"],
  ["a".repeat(161), 2, "gsm7"],
  ["a".repeat(306), 2, "gsm7"],
  ["a".repeat(307), 3, "gsm7"],
  ["€".repeat(80), 1, "gsm7"],
  ["€".repeat(81), 2, "gsm7"],
  // An escape and its character stay together: 76 of them in 153 places.
  ["€".repeat(153), 3, "gsm7"],
  [`${"a".repeat(159)}’`, 3, "ucs2"],
  ["ж".repeat(70), 1, "ucs2"],
  ["ж".repeat(71), 2, "ucs2"],
  ["ж".repeat(135), 3, "ucs2"],
  ["😀".repeat(35), 1, "ucs2"],
  ["😀".repeat(36), 2, "ucs2"],
  // 33 whole emoji in 67 places.
  ["😀".repeat(67), 3, "ucs2"],
  ["Ä Ö Ü ß é à ñ § @ _ Δ £ ¥ ¿ ¡", 1, "gsm7"],
] as const)("%j is %i segments of %s", (body, segments, encoding) => {
  expect(sizeOfSms(body)).toMatchObject({ segments, encoding });
});

test("what makes a message dear is named once", () => {
  expect(sizeOfSms("I’ll be there – I’ll").costly).toEqual(["’", "–"]);
  expect(sizeOfSms("I'll be there - {ok} €").costly).toEqual([]);
});
