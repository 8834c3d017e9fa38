// Bookable starts of a range, from plain inputs to days of the viewer, beside the plain reading of the same rules.
import { fileURLToPath } from "node:url";
import { weeklyTemplate } from "../src/core/availability.ts";
import { DAY, HOUR, MINUTE } from "../src/core/local-date.ts";
import { emptyCalendar } from "../src/core/slot-query.ts";
import { findSlots, groupByLocalDay, type SlotQuery } from "../src/core/slots.ts";
import { bruteForceStarts } from "../test/brute-force.ts";

export interface SlotsResult {
  readonly range: string;
  readonly busy: number;
  readonly slots: number;
  readonly medianMicroseconds: number;
  readonly bruteForceMicroseconds: number;
  /** How many times faster core is. */
  readonly ratio: number;
  readonly barMicroseconds: number | undefined;
}

const ranges = [
  { name: "week", days: 7 },
  { name: "month", days: 31 },
  { name: "3 months", days: 92 },
  { name: "year", days: 365 },
];
const bars = new Map([
  ["month/500", 75],
  ["year/5000", 1500],
]);
const from = Date.UTC(2027, 0, 4);
const workdays = [1, 2, 3, 4, 5];

/** Deterministic numbers from 0 to below 1 (mulberry32), so that every run measures the same calendar. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The yardstick of the design: a coach in New York, hour sessions every quarter of an hour, buffers of 10 minutes. */
export function slotQuery(days: number, busyCount: number): SlotQuery {
  const next = random(days * 10_000 + busyCount);
  // In no order, as outside calendars give them, and of 10 to 40 minutes, so that open starts are left.
  const busy = Array.from({ length: busyCount }, () => {
    const start = from + Math.floor((next() * days * DAY) / (5 * MINUTE)) * 5 * MINUTE;
    return { start, end: start + (10 + Math.floor(next() * 4) * 10) * MINUTE };
  });
  return {
    now: from - HOUR,
    range: { start: from, end: from + days * DAY },
    availability: {
      timeZone: "America/New_York",
      templates: [
        weeklyTemplate([
          { days: workdays, start: "09:00", end: "12:00" },
          { days: workdays, start: "13:00", end: "17:00" },
        ]),
      ],
    },
    session: {
      minutes: 60,
      stepMinutes: 15,
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 10,
      capacity: 1,
      noticeMinutes: 0,
      grid: "window",
    },
    calendar: { ...emptyCalendar, busy },
  };
}

/** Median microseconds of one call, after warming up. */
function median(call: () => void, calls: number): number {
  for (let i = 0; i < Math.min(calls, 200); i++) call();
  const times: number[] = [];
  for (let i = 0; i < calls; i++) {
    const before = performance.now();
    call();
    times.push((performance.now() - before) * 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(calls / 2)] ?? Number.NaN;
}

export function benchSlots(): SlotsResult[] {
  const results: SlotsResult[] = [];
  for (const { name, days } of ranges) {
    for (const busy of [0, 50, 500, 5_000]) {
      const query = slotQuery(days, busy);
      const slots = findSlots(query).length;
      if (slots !== bruteForceStarts(query).length)
        throw new Error(`Two answers for ${name} with ${busy} busy events.`);
      const medianMicroseconds = median(
        () => groupByLocalDay(findSlots(query), "Europe/Berlin"),
        days > 100 ? 300 : 1000,
      );
      const bruteForceMicroseconds = median(() => bruteForceStarts(query), 3);
      const ratio = bruteForceMicroseconds / medianMicroseconds;
      const barMicroseconds = bars.get(`${name}/${busy}`);
      results.push({ range: name, busy, slots, medianMicroseconds, bruteForceMicroseconds, ratio, barMicroseconds });
    }
  }
  return results;
}

export function printSlots(results: readonly SlotsResult[]): void {
  console.table(
    results.map((result) => ({
      range: result.range,
      busy: result.busy,
      slots: result.slots,
      "core µs": result.medianMicroseconds.toFixed(1),
      "bar µs": result.barMicroseconds ?? "",
      "brute force µs": Math.round(result.bruteForceMicroseconds),
      "times faster": Math.round(result.ratio),
    })),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = benchSlots();
  printSlots(results);
  const missed = results.filter(
    ({ medianMicroseconds, barMicroseconds }) => medianMicroseconds > (barMicroseconds ?? Infinity),
  );
  for (const { range, busy } of missed) console.error(`The bar of ${range} with ${busy} busy events was missed.`);
  if (missed.length > 0) process.exitCode = 1;
}
