import { expect, test } from "vitest";
import { fromSnapshot } from "../../slots/slot-board.ts";
import { slotEdges, slotEvents } from "./slot-events.ts";

const slot = (startAt: string, localStart: string, offsetMinutes: number) => ({
  __typename: "Slot" as const,
  startAt,
  endAt: startAt,
  localStart,
  offsetMinutes,
  seatsLeft: 1,
});
const board = (...slots: ReturnType<typeof slot>[]) =>
  fromSnapshot({ revision: 1, days: [{ __typename: "SlotDay", date: "2026-11-01", slots }], fullSessions: [] });

test("each start is drawn until the next, the last one for its length", () => {
  const events = slotEvents(
    board(
      slot("2026-11-24T14:00:00.000Z", "2026-11-24T09:00", -300),
      slot("2026-11-24T14:30:00.000Z", "2026-11-24T09:30", -300),
    ),
    60,
    "#2f5d50",
    false,
  );
  expect(events.map(({ start, end }) => [start.slice(11), end.slice(11)])).toEqual([
    ["09:00", "09:30"],
    ["09:30", "10:30"],
  ]);
});

test("an hour that comes twice is told apart by its offset", () => {
  const twice = board(
    slot("2026-11-01T05:30:00.000Z", "2026-11-01T01:30", -240),
    slot("2026-11-01T06:30:00.000Z", "2026-11-01T01:30", -300),
  );
  expect(slotEvents(twice, 30, "#2f5d50", false).map(({ title }) => title.slice(-5))).toEqual(["UTC−4", "UTC−5"]);
  expect(slotEdges(twice, 30)).toHaveLength(4);
});
