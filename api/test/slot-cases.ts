import { type Availability, type DayWindow, weeklyTemplate } from "../src/core/availability.ts";
import { findSlots, type Grid, type Horizon, type Limits, type SlotQuery } from "../src/core/slots.ts";

type Span = { start: string; end: string };

/** One row of slots.json; all but the session, the clock, the zone and the range may be left out. */
export type SlotCase = {
  id: string;
  group?: string;
  title?: string;
  now: string;
  coachTimeZone: string;
  viewerTimeZone?: string;
  weekly?: (DayWindow & { days: number[] })[];
  overrides?: { date: string; windows?: DayWindow[] }[];
  daysOff?: string[];
  zoneSchedule?: { fromDate: string; toDate?: string; timeZone: string }[];
  session: {
    minutes: number;
    stepMinutes?: number;
    bufferBeforeMinutes?: number;
    bufferAfterMinutes?: number;
    capacity?: number;
  };
  noticeMinutes?: number;
  busy?: Span[];
  bookings?: (Span & { bufferBeforeMinutes?: number; bufferAfterMinutes?: number })[];
  holds?: (Span & { expiresAt: string; mine?: boolean })[];
  seated?: (Span & { taken: number })[];
  limits?: Limits;
  horizon?: Horizon;
  range: { from: string; to: string };
  expect: Partial<Record<Grid, string[]>>;
};

/** Epoch milliseconds of an ISO instant. */
function at(instant: string): number {
  return Date.parse(instant);
}

function span({ start, end }: Span): { start: number; end: number } {
  return { start: at(start), end: at(end) };
}

function availabilityOf(row: SlotCase): Availability {
  return {
    timeZone: row.coachTimeZone,
    templates: [weeklyTemplate(row.weekly ?? [])],
    overrides: (row.overrides ?? []).map(({ date, windows }) => ({ date, windows: windows ?? [] })),
    timeOff: (row.daysOff ?? []).map((date) => ({ fromDate: date, toDate: date })),
    travel: row.zoneSchedule ?? [],
  };
}

/** The query of a case on one of the two grids. */
function slotQueryOf(row: SlotCase, grid: Grid): SlotQuery {
  const { session } = row;
  return {
    now: at(row.now),
    range: { start: at(row.range.from), end: at(row.range.to) },
    availability: availabilityOf(row),
    session: {
      minutes: session.minutes,
      stepMinutes: session.stepMinutes ?? session.minutes,
      bufferBeforeMinutes: session.bufferBeforeMinutes ?? 0,
      bufferAfterMinutes: session.bufferAfterMinutes ?? 0,
      capacity: session.capacity ?? 1,
      noticeMinutes: row.noticeMinutes ?? 0,
      grid,
      horizon: row.horizon,
      limits: row.limits,
    },
    calendar: {
      busy: (row.busy ?? []).map(span),
      bookings: (row.bookings ?? []).map((booking) => ({
        ...span(booking),
        bufferBeforeMinutes: booking.bufferBeforeMinutes ?? 0,
        bufferAfterMinutes: booking.bufferAfterMinutes ?? 0,
      })),
      holds: (row.holds ?? []).map((hold) => ({
        ...span(hold),
        expiresAt: at(hold.expiresAt),
        mine: hold.mine ?? false,
      })),
      seated: (row.seated ?? []).map((seated) => ({ ...span(seated), taken: seated.taken })),
    },
  };
}

/** What core answers to a case, in the form of its expectation. */
export function slotAnswer(row: SlotCase, grid: Grid): string[] {
  return findSlots(slotQueryOf(row, grid)).map((slot) => new Date(slot.start).toISOString());
}

/** The expectation with every instant in the same spelling. */
export function expectedSlots(row: SlotCase, grid: Grid): string[] | undefined {
  return row.expect[grid]?.map((instant) => new Date(at(instant)).toISOString());
}
