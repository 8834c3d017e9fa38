import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bruteForceStarts } from "../../test/brute-force.ts";
import { slotQueries } from "../../test/slot-arbitrary.ts";
import { compileAvailability, openWindows } from "./availability.ts";
import { blockedRegions } from "./blocking.ts";
import { explainSlot } from "./explain.ts";
import { openRuns } from "./grid.ts";
import { contains, overlaps } from "./interval.ts";
import { MINUTE } from "./local-date.ts";
import { calendarRange, checkSlot, findSlots, groupByLocalDay, type Slot, type SlotQuery } from "./slots.ts";

const starts = (slots: readonly Slot[]) => slots.map((slot) => slot.start);
const iso = (instants: readonly number[]) => instants.map((instant) => new Date(instant).toISOString());
const both = slotQueries("window", "restart");

function reversed(query: SlotQuery): SlotQuery {
  const { availability, calendar } = query;
  return {
    ...query,
    availability: {
      ...availability,
      templates: availability.templates.toReversed().map((it) => ({ ...it, windows: it.windows.toReversed() })),
      overrides: availability.overrides?.toReversed(),
      timeOff: availability.timeOff?.toReversed(),
    },
    calendar: {
      busy: calendar.busy.toReversed(),
      bookings: calendar.bookings.toReversed(),
      holds: calendar.holds.toReversed(),
      seated: calendar.seated.toReversed(),
    },
  };
}

describe("bookable starts", () => {
  test("on the window grid are those of the brute-force twin", () => {
    fc.assert(
      fc.property(slotQueries("window"), (query) => {
        expect(iso(starts(findSlots(query)))).toEqual(iso(bruteForceStarts(query)));
      }),
      { numRuns: 1000 },
    );
  });

  test("on the packed grid are those of the brute-force twin", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(slotQueries("restart"), (query) => {
        expect(iso(starts(findSlots(query)))).toEqual(iso(bruteForceStarts(query)));
      }),
      { numRuns: 100 },
    );
  });

  test("lie in open hours and touch nothing that blocks, unless they join a session", () => {
    fc.assert(
      fc.property(both, (query) => {
        const { range, session, calendar } = query;
        const windows = openWindows(compileAvailability(query.availability), range.start, range.end);
        const blocked = blockedRegions(calendar, session);
        const joins = new Set(calendar.bookings.filter((it) => it.seatsTaken !== undefined).map((it) => it.start));
        for (const slot of findSlots(query)) {
          expect(openRuns(windows).some((run) => contains(run, slot))).toBe(true);
          expect(slot.seatsLeft).toBeGreaterThan(0);
          if (joins.has(slot.start)) continue;
          for (let i = 0; i < blocked.length; i += 2) {
            expect(overlaps(slot, { start: blocked[i] ?? 0, end: blocked[i + 1] ?? 0 })).toBe(false);
          }
        }
      }),
    );
  });

  test("lose, on the window grid, only what a new booking overlaps", () => {
    fc.assert(
      fc.property(slotQueries("window"), fc.nat(), (drawn, pick) => {
        const query = { ...drawn, session: { ...drawn.session, limits: undefined }, coachLimits: undefined };
        const before = findSlots(query);
        const taken = before[pick % Math.max(1, before.length)];
        if (taken === undefined || query.calendar.bookings.some((it) => it.start === taken.start)) return;
        const { bufferBeforeMinutes, bufferAfterMinutes } = query.session;
        const booking = { start: taken.start, end: taken.end, bufferBeforeMinutes, bufferAfterMinutes };
        const calendar = { ...query.calendar, bookings: [...query.calendar.bookings, booking] };
        const gap = (bufferBeforeMinutes + bufferAfterMinutes) * MINUTE;
        const joins = new Set(
          query.calendar.bookings.filter((it) => it.seatsTaken !== undefined).map((it) => it.start),
        );
        const kept = before.filter(
          (slot) => joins.has(slot.start) || slot.end + gap <= taken.start || slot.start >= taken.end + gap,
        );
        expect(iso(starts(findSlots({ ...query, calendar })))).toEqual(iso(starts(kept)));
      }),
    );
  });

  test("do not depend on the range: its pieces give the whole", () => {
    fc.assert(
      fc.property(both, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }), (query, cuts) => {
        const { start, end } = query.range;
        const length = query.session.minutes * MINUTE;
        const last = Math.max(start, end - length + 1);
        const edges = [start, ...cuts.map((cut) => Math.round(start + cut * (last - start))), last];
        edges.sort((a, b) => a - b);
        const pieces = edges.slice(1).flatMap((edge, i) => {
          const range = { start: edges[i] ?? start, end: edge - 1 + length };
          return range.start < edge ? starts(findSlots({ ...query, range })) : [];
        });
        expect(iso(pieces)).toEqual(iso(starts(findSlots(query))));
      }),
    );
  });

  test("do not depend on the order of anything given", () => {
    fc.assert(
      fc.property(both, (query) => {
        expect(findSlots(reversed(query))).toEqual(findSlots(query));
      }),
    );
  });

  test("are the same for every viewer, only on other dates", () => {
    const viewers = fc.constantFrom("Pacific/Honolulu", "Asia/Kathmandu", "Pacific/Kiritimati", "Europe/Berlin");
    fc.assert(
      fc.property(both, viewers, (query, viewer) => {
        const slots = findSlots(query);
        const days = groupByLocalDay(slots, viewer);
        expect(days.flatMap((day) => day.slots)).toEqual(slots);
        expect(days.map((day) => day.date)).toEqual([...new Set(days.map((day) => day.date))].sort());
      }),
    );
  });

  test("need no more of the calendar than its range says", () => {
    fc.assert(
      fc.property(both, (query) => {
        const needed = calendarRange(query);
        const reach = (it: { start: number; end: number }, before = 0, after = 0) =>
          it.start - before * MINUTE < needed.end && needed.start < it.end + after * MINUTE;
        const { busy, bookings, holds, seated } = query.calendar;
        const calendar = {
          busy: busy.filter((it) => reach(it)),
          bookings: bookings.filter((it) => reach(it, it.bufferBeforeMinutes, it.bufferAfterMinutes)),
          holds: holds.filter((it) => reach(it, it.bufferBeforeMinutes, it.bufferAfterMinutes)),
          seated: seated.filter((it) => reach(it)),
        };
        expect(findSlots({ ...query, calendar })).toEqual(findSlots(query));
      }),
    );
  });
});

describe("the answer for one start", () => {
  test("agrees with the list, and gives reasons exactly when it is not offered", () => {
    fc.assert(
      fc.property(both, (query) => {
        const offered = new Set(starts(findSlots(query)));
        const last = query.range.end - query.session.minutes * MINUTE;
        for (let start = query.range.start; start <= last; start += 25 * MINUTE) {
          const check = checkSlot(query, start);
          const explained = explainSlot(query, start);
          expect(check.offered).toBe(offered.has(start));
          expect(explained.offered).toBe(check.offered);
          expect(explained.reasons.length === 0).toBe(check.offered);
        }
        for (const start of offered) expect(checkSlot(query, start).offered).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
