import { expect, test } from "vitest";
import { paintDragOf, resized, sameDrag } from "./paint-moves.ts";

const days = ["2023-01-02", "2023-01-03", "2023-01-04"];
const ground = { days, stepMinutes: 15 };
const at = (day: number, minute: number) => ({ date: days[day] ?? "", minute });
const window = { id: "w", start: "2023-01-02T09:00", end: "2023-01-02T12:00" };

test("a stretch is drawn over several days, from wherever the press was", () => {
  const drawn = { kind: "draw", days: days.slice(0, 2), from: 540, to: 720 };
  expect(paintDragOf({ kind: "ground" }, at(0, 544), at(1, 718), ground)).toEqual(drawn);
  expect(paintDragOf({ kind: "ground" }, at(1, 710), at(0, 541), ground)).toEqual({ ...drawn, to: 720 });
});

test("a press alone is one step, also at the end of the day", () => {
  expect(paintDragOf({ kind: "ground" }, at(0, 1439), at(0, 1440), ground)).toEqual({
    kind: "draw",
    days: days.slice(0, 1),
    from: 1425,
    to: 1440,
  });
});

test("a block is carried with its length", () => {
  expect(paintDragOf({ kind: "block", ...window }, at(0, 600), at(2, 633), ground)).toEqual({
    kind: "place",
    id: "w",
    start: "2023-01-04T09:30",
    end: "2023-01-04T12:30",
  });
});

test("an edge follows the pointer over midnight, and stops before a block would be nothing or a day", () => {
  expect(resized(window.start, window.end, "end", "2023-01-03T02:00", 15)).toMatchObject({ end: "2023-01-03T02:00" });
  expect(resized(window.start, window.end, "end", "2023-01-02T08:00", 15)).toMatchObject({ end: "2023-01-02T09:15" });
  expect(resized(window.start, window.end, "end", "2023-01-04T12:00", 15)).toMatchObject({ end: "2023-01-03T08:59" });
  expect(resized(window.start, window.end, "start", "2023-01-01T22:00", 15)).toMatchObject({
    start: "2023-01-01T22:00",
  });
  expect(resized("2023-01-02T00:00", window.end, "end", "2023-01-03T00:00", 15)).toMatchObject({
    end: "2023-01-03T00:00",
  });
});

test("tells a drag that moved by a step from one that did not", () => {
  const one = paintDragOf({ kind: "ground" }, at(0, 540), at(1, 700), ground);
  expect(sameDrag(one, paintDragOf({ kind: "ground" }, at(0, 540), at(1, 703), ground))).toBe(true);
  expect(sameDrag(one, paintDragOf({ kind: "ground" }, at(0, 540), at(2, 700), ground))).toBe(false);
});
