import { expect, test } from "vitest";
import { noteRuns } from "./note-runs.ts";

test("neighbouring days with the same note share it", () => {
  expect(noteRuns([null, "Lisbon", "Lisbon", "Lisbon", null, "Holiday", "Lisbon"])).toEqual([
    { note: "Lisbon", from: 1, length: 3 },
    { note: "Holiday", from: 5, length: 1 },
    { note: "Lisbon", from: 6, length: 1 },
  ]);
});

test("days without a note have none", () => {
  expect(noteRuns([null, null])).toEqual([]);
});
