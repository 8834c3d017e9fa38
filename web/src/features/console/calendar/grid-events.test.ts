import { expect, test } from "vitest";
import type { GridWords } from "../../../ui/week-grid/grid-event.ts";
import { createEventMaker, type EventSetting } from "./grid-events.ts";
import { aSeat, aSession } from "./session.fixture.ts";

const WORDS: GridWords = {
  newTitle: "New",
  head: () => ({ weekday: "", day: "", label: "", note: null }),
  range: (start, end) => `${start}–${end}`,
  start: (start) => start,
  spoken: (start, end) => `${start} to ${end}`,
};
const SETTING: EventSetting = {
  ...{ now: "2026-11-23T08:00", underway: new Map(), showCancelled: false, words: WORDS },
  canComeBack: () => false,
};

test("each state of a session has its look", () => {
  const make = createEventMaker();
  const look = (given: Parameters<typeof aSession>[0], now = SETTING.now) =>
    make([aSession(given)], { ...SETTING, now })[0]?.look;
  expect(look({ status: "CONFIRMED" })).toBe("solid");
  expect(look({ status: "PENDING" })).toBe("hatched");
  expect(look({ capacity: 6, attendees: [aSeat(), aSeat({ approveBy: "2026-11-23T10:00:00.000Z" })] })).toBe("hatched");
  expect(look({ status: "HELD" })).toBe("dashed");
  expect(look({ status: "CONFIRMED" }, "2026-11-23T10:00")).toBe("faded");
  expect(look({ status: "NO_SHOW" })).toBe("struck");
});

test("a cancelled session is out of sight until it is asked for, or while it can be undone", () => {
  const cancelled = [aSession({ status: "CANCELLED" })];
  expect(createEventMaker()(cancelled, SETTING)).toEqual([]);
  expect(createEventMaker()(cancelled, { ...SETTING, showCancelled: true })).toHaveLength(1);
  expect(createEventMaker()(cancelled, { ...SETTING, canComeBack: () => true })).toMatchObject([{ look: "struck" }]);
});

test("only a session that is agreed and still to come can be moved", () => {
  const movable = (given: Parameters<typeof aSession>[0], now = SETTING.now) =>
    createEventMaker()([aSession(given)], { ...SETTING, now })[0]?.movable;
  expect(movable({})).toBe(true);
  expect(movable({ status: "HELD" })).toBe(false);
  expect(movable({}, "2026-11-23T09:30")).toBe(false);
});

test("a session on its way to another time is shown there, for as long as it takes", () => {
  const underway = new Map([["b1", "2026-11-24T11:00"]]);
  expect(createEventMaker()([aSession()], { ...SETTING, underway })).toMatchObject([
    { start: "2026-11-24T11:00", end: "2026-11-24T12:00", saving: true, movable: false },
  ]);
});

test("the same session in the same state stays the same object", () => {
  const make = createEventMaker();
  const session = aSession();
  const [first] = make([session], SETTING);
  expect(make([session], { ...SETTING, now: "2026-11-23T08:01" })[0]).toBe(first);
  expect(make([session], { ...SETTING, now: "2026-11-23T11:00" })[0]).not.toBe(first);
});
