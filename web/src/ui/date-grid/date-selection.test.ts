import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, weeksOf } from "../../lib/dates.ts";
import { extendedTo, NO_DATES, onlyDate, toggledDate } from "./date-selection.ts";
import { walkedDate } from "./walk-dates.ts";

const always = () => true;
const sorted = (dates: ReadonlySet<string>) => [...dates].toSorted();

describe("choosing dates", () => {
  test("one, one more, and a stretch besides", () => {
    const two = toggledDate(onlyDate("2026-11-02"), "2026-11-10");
    expect(sorted(two.dates)).toEqual(["2026-11-02", "2026-11-10"]);
    const more = extendedTo(two, "2026-11-12", always);
    expect(sorted(more.dates)).toEqual(["2026-11-02", "2026-11-10", "2026-11-11", "2026-11-12"]);
    expect(sorted(extendedTo(more, "2026-11-09", always).dates)).toEqual(["2026-11-02", "2026-11-09", "2026-11-10"]);
  });

  test("a stretch without a beginning begins where it is", () => {
    expect(sorted(extendedTo(NO_DATES, "2026-11-12", always).dates)).toEqual(["2026-11-12"]);
  });

  test("what cannot be chosen is passed over", () => {
    const from = onlyDate("2026-11-10");
    expect(sorted(extendedTo(from, "2026-11-12", (date) => date !== "2026-11-11").dates)).toEqual([
      "2026-11-10",
      "2026-11-12",
    ]);
  });

  test("twice the same date is as before", () => {
    const days = fc.nat({ max: 60 }).map((day) => addDays("2026-11-01", day));
    fc.assert(
      fc.property(fc.array(days), days, (dates, date) => {
        const before = dates.reduce(toggledDate, NO_DATES);
        expect(sorted(toggledDate(toggledDate(before, date), date).dates)).toEqual(sorted(before.dates));
      }),
    );
  });
});

test("keys lead over dates, over the ends of months too", () => {
  const weeks = weeksOf("2026-11-15", 1);
  const press = (key: string, from: string, shiftKey = false) =>
    walkedDate({ key, shiftKey, altKey: false, ctrlKey: false, metaKey: false }, from, weeks);
  expect(press("ArrowRight", "2026-11-30")).toBe("2026-12-01");
  expect(press("ArrowUp", "2026-11-02")).toBe("2026-10-26");
  expect(press("Home", "2026-11-19")).toBe("2026-11-16");
  expect(press("End", "2026-11-19")).toBe("2026-11-22");
  expect(press("PageDown", "2026-11-30")).toBe("2026-12-30");
  expect(press("PageUp", "2026-11-30", true)).toBe("2025-11-30");
  expect(press("a", "2026-11-30")).toBeNull();
});
