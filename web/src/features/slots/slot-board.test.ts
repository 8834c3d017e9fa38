import { expect, test } from "vitest";
import {
  describeChange,
  difference,
  type FullSession,
  fromSnapshot,
  isOffered,
  nearest,
  type Slot,
  withChange,
  withOwn,
} from "./slot-board.ts";

const slot = (local: string): Slot => ({
  __typename: "Slot",
  startAt: `${local}:00.000Z`,
  endAt: `${local}:00.000Z`,
  localStart: local,
  offsetMinutes: 0,
  seatsLeft: 1,
});
const full = (local: string): FullSession => {
  const { seatsLeft, ...at } = slot(local);
  return { ...at, __typename: "FullSession" };
};
const day = (date: string, ...times: string[]) => ({
  __typename: "SlotDay" as const,
  date,
  slots: times.map((time) => slot(`${date}T${time}`)),
});
const fullSessions = [full("2026-12-01T13:00")];
const board = fromSnapshot({
  revision: 7,
  days: [day("2026-12-01", "09:00", "10:00"), day("2026-12-02", "09:00")],
  fullSessions,
});
const times = (date: string, from = board) => from.days.get(date)?.map(({ localStart }) => localStart.slice(11));
const change = (revision: number, days: ReturnType<typeof day>[], sessions = fullSessions) =>
  withChange(board, { revision, days, fullSessions: sessions });

test("a change replaces its days and leaves the others", () => {
  const next = change(8, [day("2026-12-01", "10:00", "11:00")]);
  expect(times("2026-12-01", next)).toEqual(["10:00", "11:00"]);
  expect(times("2026-12-02", next)).toEqual(["09:00"]);
});

test("a day that comes without slots is gone", () => {
  expect([...change(8, [day("2026-12-01")]).days.keys()]).toEqual(["2026-12-02"]);
});

test("a change at the same revision counts: time itself takes slots away", () => {
  expect(times("2026-12-01", change(7, [day("2026-12-01", "10:00")]))).toEqual(["10:00"]);
});

test("a change older than the snapshot is ignored", () => {
  expect(change(6, [day("2026-12-01")])).toBe(board);
});

test("a snapshot forgets what was there before", () => {
  expect([...fromSnapshot({ revision: 7, days: [], fullSessions: [] }, board).days]).toEqual([]);
});

test("a snapshot that comes late, after what is newer, is ignored", () => {
  expect(fromSnapshot({ revision: 6, days: [], fullSessions: [] }, board)).toBe(board);
});

test("full sessions come whole with every change", () => {
  expect([...board.full.keys()]).toEqual(["2026-12-01"]);
  const next = change(8, [], [full("2026-12-02T13:00"), full("2026-12-02T18:00")]);
  expect([...next.full].map(([date, sessions]) => [date, sessions.length])).toEqual([["2026-12-02", 2]]);
});

test("what the viewer holds herself stays on her board, in order, and is not full for her", () => {
  const own = withOwn(board, [slot("2026-12-01T09:30"), slot("2026-12-01T13:00"), slot("2026-12-01T09:00")]);
  expect(times("2026-12-01", own)).toEqual(["09:00", "09:30", "10:00", "13:00"]);
  expect(own.full.size).toBe(0);
  expect(withOwn(board, [])).toBe(board);
});

test("the nearest times come in order of time and leave out the lost one", () => {
  const found = nearest(board, "2026-12-01T10:00:00.000Z", 2).map(({ localStart }) => localStart);
  expect(found).toEqual(["2026-12-01T09:00", "2026-12-02T09:00"]);
});

test("a slot is offered while its day has it", () => {
  expect(isOffered(board, slot("2026-12-01T09:00"))).toBe(true);
  expect(isOffered(board, slot("2026-12-01T12:00"))).toBe(false);
});

test("the announcement counts what went and came, and says what is left", () => {
  const after = [slot("2026-12-01T11:00")];
  const found = difference(board.days.get("2026-12-01") ?? [], after);
  expect(describeChange(found, after.length, (local) => local.slice(11))).toBe(
    "2 times are no longer free. 11:00 has become free. 1 left.",
  );
  expect(describeChange(difference([slot("2026-12-01T09:00")], []), 0, (local) => local.slice(11))).toBe(
    "09:00 is no longer free. No times are left on this day.",
  );
  expect(describeChange({ gone: [], added: [] }, 3, String)).toBe("");
});
