import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains, type Interval, intersect, merge, overlaps, subtract } from "./interval.ts";

const lists = fc.array(fc.record({ start: fc.integer({ min: 0, max: 30 }), end: fc.integer({ min: 0, max: 30 }) }), {
  maxLength: 8,
});
const moments = Array.from({ length: 31 }, (_, i) => i);
const covers = (list: readonly Interval[], moment: number) => list.some((it) => it.start <= moment && moment < it.end);
const isTidy = (list: readonly Interval[]) =>
  list.every((it, i) => it.start < it.end && (i === 0 || (list[i - 1]?.end ?? 0) < it.start));

describe("intervals", () => {
  test("merge, subtract and intersect cover the moments they should, sorted and apart", () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const merged = merge([...a, ...b]);
        const left = subtract(a, b);
        const common = intersect(a, b);
        for (const moment of moments) {
          expect(covers(merged, moment)).toBe(covers(a, moment) || covers(b, moment));
          expect(covers(left, moment)).toBe(covers(a, moment) && !covers(b, moment));
          expect(covers(common, moment)).toBe(covers(a, moment) && covers(b, moment));
        }
        expect(isTidy(merged)).toBe(true);
        expect(isTidy(left)).toBe(true);
      }),
    );
  });

  test("that touch or are empty do not overlap", () => {
    expect(overlaps({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(false);
    expect(overlaps({ start: 0, end: 5 }, { start: 4, end: 9 })).toBe(true);
    expect(overlaps({ start: 0, end: 5 }, { start: 3, end: 3 })).toBe(false);
    expect(contains({ start: 0, end: 5 }, { start: 0, end: 5 })).toBe(true);
    expect(contains({ start: 0, end: 5 }, { start: 0, end: 6 })).toBe(false);
  });
});
