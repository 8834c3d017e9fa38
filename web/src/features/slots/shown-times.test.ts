import { expect, test } from "vitest";
import { shownTimes, timesByPart } from "./shown-times.ts";
import type { FullSession, Slot } from "./slot-board.ts";

const at = (time: string) => ({
  startAt: `2026-12-01T${time}:00.000Z`,
  endAt: "",
  localStart: `2026-12-01T${time}`,
  offsetMinutes: 0,
});
const slot = (time: string, change: Partial<Slot> = {}): Slot => ({
  ...{ __typename: "Slot" as const, ...at(time), seatsLeft: 1 },
  ...change,
});
const full = (time: string): FullSession => ({ __typename: "FullSession", ...at(time) });
const said = (times: ReturnType<typeof shownTimes>) =>
  times.map(({ localStart, kind }) => `${localStart.slice(11)} ${kind}`);

test("free times and full sessions stand in order of time", () => {
  const times = shownTimes([{ slot: slot("14:00"), gone: false }], [full("09:00"), full("16:00")]);
  expect(said(times)).toEqual(["09:00 full", "14:00 free", "16:00 full"]);
});

test("a session that has just filled is full, and not also gone", () => {
  const shown = [
    { slot: slot("09:00"), gone: true },
    { slot: slot("10:00"), gone: true },
  ];
  expect(said(shownTimes(shown, [full("09:00")]))).toEqual(["09:00 full", "10:00 gone"]);
});

test("an hour that comes twice is told apart", () => {
  const again = slot("09:30", { startAt: "2026-12-01T10:30:00.000Z" });
  const times = shownTimes(
    [slot("09:30"), again, slot("11:00")].map((each) => ({ slot: each, gone: false })),
    [],
  );
  expect(times.map(({ twice }) => twice)).toEqual([true, true, false]);
});

test("a long day has parts, a short one has none", () => {
  const hours = ["08:00", "09:00", "10:00", "11:00", "12:00", "13:00", "16:30", "17:00"];
  const day = (times: string[]) =>
    shownTimes(
      times.map((time) => ({ slot: slot(time), gone: false })),
      [],
    );
  expect(timesByPart(day(hours)).map(({ name }) => name)).toEqual([null]);
  const parts = timesByPart(day([...hours, "18:00"]));
  expect(parts.map(({ name, times }) => `${name} ${times.length}`)).toEqual(["Morning 4", "Afternoon 3", "Evening 2"]);
});
