import { expect, test } from "vitest";
import type { Slot, SlotBoard } from "../../slots/slot-board.ts";
import type { Wish } from "../../waiting/wish-words.ts";
import { freeNow } from "./free-now.ts";

const slot = (localStart: string): Slot => ({
  __typename: "Slot",
  ...{ startAt: `${localStart}:00.000Z`, endAt: `${localStart}:00.000Z`, localStart, offsetMinutes: 0 },
  ...{ seatsLeft: 1 },
});
const board: SlotBoard = {
  revision: 1,
  days: new Map([
    ["2026-12-01", [slot("2026-12-01T09:00"), slot("2026-12-01T17:00")]],
    ["2026-12-05", [slot("2026-12-05T10:00")]],
  ]),
  full: new Map(),
};
const free = (wish: Wish | null) => freeNow(wish, board, 60).map(({ localStart }) => localStart);
const wish = {
  kind: "WISH",
  fromDate: "2026-12-01",
  toDate: "2026-12-31",
  fromTime: "00:00",
  toTime: "24:00",
} as const;
const everyDay = [0, 1, 2, 3, 4, 5, 6];

test("a time, a day or a narrow wish that is free already is told", () => {
  expect(free({ kind: "SLOT", localStart: "2026-12-01T17:00" })).toEqual(["2026-12-01T17:00"]);
  expect(free({ kind: "DAY", fromDate: "2026-12-01" })).toEqual(["2026-12-01T09:00", "2026-12-01T17:00"]);
  expect(free({ ...wish, weekdays: [6, 0] })).toEqual(["2026-12-05T10:00"]);
  expect(free({ ...wish, weekdays: everyDay, fromTime: "16:30", toTime: "18:00" })).toEqual(["2026-12-01T17:00"]);
});

test("nothing is told of what is taken, too long for the wish, or open to everything", () => {
  expect(free({ kind: "SLOT", localStart: "2026-12-01T18:00" })).toEqual([]);
  expect(free({ ...wish, weekdays: everyDay, fromTime: "16:30", toTime: "17:30" })).toEqual([]);
  expect(free({ ...wish, weekdays: everyDay })).toEqual([]);
  expect(free(null)).toEqual([]);
});
