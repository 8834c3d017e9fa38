import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOutDays, SHORTEST_DRAWN_MINUTES, type Timed } from "./layout.ts";
import { wallTime } from "./wall-time.ts";

const DAY = "2026-11-23";
const event = (id: string, start: string, end: string): Timed => ({
  id,
  start: `${DAY}T${start}`,
  end: `${DAY}T${end}`,
});
const placesOf = (events: Timed[]) =>
  (layOutDays(events, [DAY]).get(DAY) ?? []).map(({ event: { id }, left, width }) => [id, left, width]);

describe("layout of a day", () => {
  test("gives an event that overlaps nothing the whole width", () => {
    expect(placesOf([event("a", "09:00", "10:00"), event("b", "10:00", "11:00")])).toEqual([
      ["a", 0, 1],
      ["b", 0, 1],
    ]);
  });

  test("puts overlapping events side by side, the longer first", () => {
    expect(placesOf([event("short", "09:00", "09:30"), event("long", "09:00", "10:00")])).toEqual([
      ["long", 0, 0.5],
      ["short", 0.5, 0.5],
    ]);
  });

  test("lets an event grow over lanes that are free beside it", () => {
    const places = placesOf([
      event("a", "09:00", "12:00"),
      event("b", "09:00", "10:00"),
      event("c", "09:00", "10:00"),
      event("d", "10:00", "11:00"),
    ]);
    expect(places).toContainEqual(["d", 1 / 3, 2 / 3]);
  });

  test("cuts an event that passes midnight into a part for each day", () => {
    const days = layOutDays([{ id: "night", start: "2026-11-23T23:00", end: "2026-11-24T01:30" }], [DAY, "2026-11-24"]);
    expect(days.get(DAY)).toMatchObject([{ from: 1380, to: 1440, continued: false, continues: true }]);
    expect(days.get("2026-11-24")).toMatchObject([{ from: 0, to: 90, continued: true, continues: false }]);
  });

  test("an event that ends at midnight stays on its day", () => {
    const days = layOutDays([{ id: "late", start: "2026-11-23T23:00", end: "2026-11-24T00:00" }], [DAY, "2026-11-24"]);
    expect(days.get("2026-11-24")).toEqual([]);
    expect(days.get(DAY)).toMatchObject([{ to: 1440, continues: false }]);
  });

  test("draws a session whose clock was set back in the middle, though it seems to end before it began", () => {
    expect(layOutDays([event("a", "01:45", "01:15")], [DAY]).get(DAY)).toMatchObject([{ from: 105, to: 106 }]);
  });

  test("never lets two events cover the same place", () => {
    const events = fc.array(fc.tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 5, max: 300 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(events, (drawn) => {
        const placed =
          layOutDays(
            drawn.map(([start, length], index) => ({
              id: String(index),
              start: wallTime(DAY, start),
              end: wallTime(DAY, start + length),
            })),
            [DAY],
          ).get(DAY) ?? [];
        const boxes = placed.map(({ from, to, left, width }) => ({
          from,
          to: Math.max(to, from + SHORTEST_DRAWN_MINUTES),
          left,
          right: left + width,
        }));
        for (const [index, a] of boxes.entries()) {
          expect(a.right).toBeLessThanOrEqual(1 + 1e-9);
          for (const b of boxes.slice(index + 1)) {
            const overlapsInTime = a.from < b.to && b.from < a.to;
            expect(overlapsInTime && a.left < b.right - 1e-9 && b.left < a.right - 1e-9).toBe(false);
          }
        }
      }),
    );
  });
});
