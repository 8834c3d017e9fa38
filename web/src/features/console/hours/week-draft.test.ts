import { describe, expect, test } from "vitest";
import {
  checkWeek,
  tidied,
  type WeekDraft,
  weekOf,
  withChange,
  withCopies,
  withoutWindow,
  withWindow,
} from "./week-draft.ts";

const MONDAY = 1;
const HOURS = [
  { weekday: 1, start: "13:00", end: "17:00" },
  { weekday: 1, start: "09:00", end: "12:00" },
  { weekday: 5, start: "18:00", end: "24:00" },
];
const typed = (start: string, end: string): WeekDraft =>
  withChange(weekOf([{ weekday: MONDAY, start: "09:00", end: "10:00" }]), MONDAY, { key: "1-0", start, end });

describe("the week in the form", () => {
  test("saves what it was made of, in order", () => {
    expect(checkWeek(weekOf(HOURS)).windows).toEqual([HOURS[1], HOURS[0], HOURS[2]]);
  });

  test("reads what people type", () => {
    expect(checkWeek(typed("9", "5")).windows).toEqual([{ weekday: MONDAY, start: "09:00", end: "17:00" }]);
    expect(tidied({ key: "k", start: "1300", end: "17h" })).toEqual(tidied({ key: "k", start: "13:00", end: "17:00" }));
  });

  test("names what cannot be read, and what ends too early, at its field", () => {
    expect(checkWeek(typed("nine", "5pm")).problems.get("1-0")?.start).toContain("9:30");
    expect(checkWeek(typed("5pm", "9am")).problems.get("1-0")?.end).toContain("after");
  });

  test("names an overlap at the later window, wherever it stands in the form", () => {
    const week = withChange(weekOf(HOURS), MONDAY, { key: "1-1", start: "11:00", end: "14:00" });
    expect([...checkWeek(week).problems.keys()]).toEqual(["1-1"]);
  });

  test("windows that touch do not overlap", () => {
    const week = withChange(weekOf(HOURS), MONDAY, { key: "1-1", start: "12:00", end: "14:00" });
    expect(checkWeek(week).problems.size).toBe(0);
  });

  test("adds a window after the last, and removes it again", () => {
    const more = withWindow(weekOf(HOURS), MONDAY);
    expect(
      checkWeek(more)
        .windows.filter(({ weekday }) => weekday === MONDAY)
        .at(-1),
    ).toEqual({ weekday: MONDAY, start: "18:00", end: "20:00" });
    expect(withoutWindow(more, MONDAY, "1-2")).toEqual(weekOf(HOURS));
  });

  test("a closed day opens with a working day", () => {
    expect(checkWeek(withWindow(weekOf([]), 3)).windows).toEqual([{ weekday: 3, start: "09:00", end: "17:00" }]);
  });

  test("copies a day to others, in place of their hours", () => {
    const copied = withCopies(weekOf(HOURS), MONDAY, [2, 5]);
    expect(checkWeek(copied).windows.filter(({ weekday }) => weekday === 5)).toEqual([
      { weekday: 5, start: "09:00", end: "12:00" },
      { weekday: 5, start: "13:00", end: "17:00" },
    ]);
  });
});
