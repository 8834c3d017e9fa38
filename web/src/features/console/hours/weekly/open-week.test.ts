import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { begun, type History, redone, stepped, undone } from "./history.ts";
import {
  circleOf,
  closed,
  copied,
  DAY,
  dayOf,
  type OpenWeek,
  opened,
  openMinutes,
  placed,
  roomOn,
  settled,
  WEEK,
  windowsOn,
  withCycle,
} from "./open-week.ts";

const MONDAY = 1;
const closedWeek = (cycleWeeks = 1): OpenWeek => ({ cycleWeeks, windows: [] });
const stretches = (week: OpenWeek) =>
  week.windows.map(({ at, minutes }) => [at, at + minutes]).toSorted(([a = 0], [b = 0]) => a - b);
const at = (day: number, hour: number) => day * DAY + hour * 60;

describe("painting a week", () => {
  test("opens the same stretch of several days at once", () => {
    const week = opened(closedWeek(), [1, 2, 3], 540, 1020);
    expect(stretches(week)).toEqual([1, 2, 3].map((day) => [at(day, 9), at(day, 17)]));
  });

  test("joins what is drawn with what it meets and touches", () => {
    const morning = opened(closedWeek(), [MONDAY], 540, 720);
    expect(stretches(opened(morning, [MONDAY], 660, 780))).toEqual([[at(1, 9), at(1, 13)]]);
    expect(stretches(opened(morning, [MONDAY], 720, 780))).toEqual([[at(1, 9), at(1, 13)]]);
  });

  test("keeps whole days apart, though they touch at midnight", () => {
    const week = opened(closedWeek(), [1, 2], 0, DAY);
    expect(stretches(week)).toEqual([
      [at(1, 0), at(2, 0)],
      [at(2, 0), at(3, 0)],
    ]);
  });

  test("joins over midnight what overlaps there, and cuts what would be a day or longer", () => {
    const night = placed(opened(closedWeek(), [MONDAY], 1200, 1320), "w1", at(1, 20), 6 * 60);
    expect(stretches(opened(night, [2], 60, 480))).toEqual([[at(1, 20), at(2, 8)]]);
    expect(stretches(opened(night, [2], 60, 1260))).toEqual([
      [at(1, 20), at(2, 0)],
      [at(2, 0), at(2, 21)],
    ]);
  });

  test("joins the end of Saturday with the beginning of the Sunday that begins the cycle", () => {
    const night = placed(opened(closedWeek(), [6], 1200, 1320), "w1", at(6, 22), 4 * 60);
    expect(stretches(opened(night, [0], 60, 180))).toEqual([[at(6, 22), at(7, 3)]]);
  });

  test("lets a window be carried over another, and joins them where it is let go", () => {
    const two = opened(opened(closedWeek(), [MONDAY], 540, 600), [MONDAY], 720, 780);
    const over = placed(two, "w1", at(1, 12) + 30, 60);
    expect(over.windows).toHaveLength(2);
    expect(stretches(settled(over, "w1"))).toEqual([[at(1, 12), at(1, 13) + 30]]);
  });

  test("copies a day to others, in place of their hours", () => {
    const week = opened(opened(closedWeek(), [MONDAY], 540, 720), [5], 1080, DAY);
    expect(
      stretches(
        copied(week, [
          [1, 2],
          [1, 5],
        ]),
      ),
    ).toEqual([1, 2, 5].map((day) => [at(day, 9), at(day, 12)]));
    expect(copied(week, [[0, 5]]).windows.some((window) => dayOf(window) === 5)).toBe(false);
  });

  test("begins a second week as the first, and keeps the first as it is shown when one goes", () => {
    const one = opened(closedWeek(), [0, 1], 540, 720);
    const two = withCycle(one, 2, 1);
    expect(stretches(two)).toEqual([0, 1, 7, 8].map((day) => [at(day, 9), at(day, 12)]));
    // Shown from Monday on, the first week ends with the Sunday that is day 7 of the circle.
    const closedFirstSunday = closed(two, windowsOn(two, 7)[0]?.key ?? "");
    expect(stretches(withCycle(closedFirstSunday, 1, 1))).toEqual([[at(1, 9), at(1, 12)]]);
  });

  test("finds room for a further window: a working day, after the last, or the widest gap", () => {
    expect(roomOn(closedWeek(), MONDAY)).toEqual({ from: 540, to: 1020 });
    expect(roomOn(opened(closedWeek(), [MONDAY], 540, 1020), MONDAY)).toEqual({ from: 1080, to: 1200 });
    const late = opened(opened(closedWeek(), [MONDAY], 60, 600), [MONDAY], 720, DAY);
    expect(roomOn(late, MONDAY)).toEqual({ from: 600, to: 720 });
    expect(roomOn(opened(closedWeek(), [MONDAY], 0, DAY), MONDAY)).toBeNull();
  });
});

type Edit = (week: OpenWeek) => OpenWeek;
const keyAt = (week: OpenWeek, index: number) => week.windows[index % Math.max(week.windows.length, 1)]?.key ?? "";
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({
      days: fc.array(fc.nat({ max: 27 }), { maxLength: 4 }),
      from: fc.nat({ max: 95 }),
      steps: fc.integer({ min: 1, max: 96 }),
    })
    .map(
      ({ days, from, steps }): Edit =>
        (week) =>
          opened(
            week,
            days.map((day) => day % (7 * week.cycleWeeks)),
            from * 15,
            Math.min(DAY, (from + steps) * 15),
          ),
    ),
  fc.record({ index: fc.nat(), at: fc.nat({ max: 4 * WEEK }), minutes: fc.integer({ min: -60, max: 2 * DAY }) }).map(
    ({ index, at: place, minutes }): Edit =>
      (week) =>
        settled(placed(week, keyAt(week, index), place, minutes), keyAt(week, index)),
  ),
  fc.nat().map(
    (index): Edit =>
      (week) =>
        closed(week, keyAt(week, index)),
  ),
  fc.array(fc.tuple(fc.nat({ max: 27 }), fc.nat({ max: 27 })), { maxLength: 3 }).map(
    (pairs): Edit =>
      (week) => {
        const days = 7 * week.cycleWeeks;
        const once = new Map(pairs.map(([from, to]) => [to % days, from % days]));
        return copied(
          week,
          [...once].map(([to, from]): [number, number] => [from, to]),
        );
      },
  ),
);

const run = (steps: readonly Edit[], cycleWeeks: number): History<OpenWeek> =>
  steps.reduce((history, edit) => stepped(history, edit(history.present)), begun(closedWeek(cycleWeeks)));
const cycles = fc.integer({ min: 1, max: 4 });

describe("whatever is painted", () => {
  test("windows never overlap, lie on the circle, and have lengths that can be saved", () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), cycles, (steps, cycleWeeks) => {
        const week = run(steps, cycleWeeks).present;
        const circle = circleOf(week);
        expect(openMinutes(week)).toBe(coveredMinutes(week));
        expect(new Set(week.windows.map(({ key }) => key)).size).toBe(week.windows.length);
        for (const { at: begin, minutes } of week.windows) {
          expect(begin >= 0 && begin < circle && minutes > 0).toBe(true);
          expect(minutes < DAY || (minutes === DAY && begin % DAY === 0)).toBe(true);
        }
      }),
    );
  });

  test("what is drawn is open, and nothing that was open is closed by it", () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 8 }), cycles, fc.nat({ max: 95 }), (steps, cycleWeeks, from) => {
        const before = run(steps, cycleWeeks).present;
        const after = opened(before, [3], from * 15, DAY);
        const [open, was] = [minutesOpen(after), minutesOpen(before)];
        for (let minute = from * 15; minute < DAY; minute += 15) expect(open.has(3 * DAY + minute)).toBe(true);
        expect([...was].filter((minute) => !open.has(minute))).toEqual([]);
      }),
    );
  });

  test("every step can be undone and done again", () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 10 }), cycles, (steps, cycleWeeks) => {
        const done = run(steps, cycleWeeks);
        const back = done.past.reduce((history) => undone(history), done);
        expect(back.present).toEqual(closedWeek(cycleWeeks));
        expect(undone(back)).toBe(back);
        const forth = done.past.reduce((history) => redone(history), back);
        expect(forth.present).toBe(done.present);
        expect(redone(forth)).toBe(forth);
      }),
    );
  });

  test("more weeks and fewer again are the same hours", () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 8 }), fc.nat({ max: 6 }), (steps, firstWeekday) => {
        const week = run(steps, 1).present;
        expect(stretches(withCycle(withCycle(week, 3, firstWeekday), 1, firstWeekday))).toEqual(stretches(week));
      }),
    );
  });
});

function minutesOpen(week: OpenWeek): Set<number> {
  const circle = circleOf(week);
  return new Set(
    week.windows.flatMap(({ at: begin, minutes }) =>
      Array.from({ length: minutes }, (_, minute) => (begin + minute) % circle),
    ),
  );
}

const coveredMinutes = (week: OpenWeek): number => minutesOpen(week).size;
