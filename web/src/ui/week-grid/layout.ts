import { addDays } from "../../lib/dates.ts";
import {
  dateOf,
  daysBetween,
  type LocalDate,
  MINUTES_PER_DAY,
  minuteOf,
  minutesBetween,
  type WallTime,
} from "./wall-time.ts";

export interface Timed {
  readonly id: string;
  readonly start: WallTime;
  readonly end: WallTime;
}

/** The part of an event that lies on one day, placed in the day's column. */
export interface Placed<E extends Timed> {
  readonly event: E;
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
  /** Share of the column's width, 0 to 1. */
  readonly left: number;
  readonly width: number;
  /** The event began on an earlier day, or goes on into a later one. */
  readonly continued: boolean;
  readonly continues: boolean;
}

/** What is shorter is drawn this long, so that it can be read and hit. */
export const SHORTEST_DRAWN_MINUTES = 20;

/** Every event's parts on each of the days, side by side where they overlap. */
export function layOutDays<E extends Timed>(
  events: readonly E[],
  days: readonly LocalDate[],
): Map<LocalDate, Placed<E>[]> {
  const parts = new Map<LocalDate, Part<E>[]>(days.map((day) => [day, []]));
  for (const event of events) {
    for (const part of split(event)) parts.get(part.day)?.push(part);
  }
  return new Map(days.map((day) => [day, placeSideBySide(parts.get(day) ?? [])]));
}

interface Part<E> {
  readonly event: E;
  readonly day: LocalDate;
  readonly from: number;
  readonly to: number;
  readonly drawnTo: number;
  readonly continued: boolean;
  readonly continues: boolean;
}

/** An event that ends at midnight does not touch the next day. One that the clock makes end before it began is drawn at the shortest length. */
function split<E extends Timed>(event: E): Part<E>[] {
  const first = dateOf(event.start);
  const length = Math.max(minutesBetween(event.start, event.end), 1);
  const begin = minuteOf(event.start);
  const lastDay = Math.max(0, daysBetween(first, dateOf(event.end)) - (minuteOf(event.end) === 0 ? 1 : 0));
  const parts: Part<E>[] = [];
  for (let day = 0; day <= lastDay; day += 1) {
    const from = Math.max(0, begin - day * MINUTES_PER_DAY);
    const to = Math.min(MINUTES_PER_DAY, begin + length - day * MINUTES_PER_DAY);
    parts.push({
      event,
      day: day === 0 ? first : addDays(first, day),
      from,
      to,
      drawnTo: Math.max(to, from + SHORTEST_DRAWN_MINUTES),
      continued: day > 0,
      continues: day < lastDay,
    });
  }
  return parts;
}

/** Clusters of overlapping parts share the width; each part then grows to the right as far as nothing is in its way. */
function placeSideBySide<E extends Timed>(parts: Part<E>[]): Placed<E>[] {
  const sorted = parts.toSorted(
    (a, b) => a.from - b.from || b.drawnTo - a.drawnTo || (a.event.id < b.event.id ? -1 : 1),
  );
  const placed: Placed<E>[] = [];
  let cluster: Part<E>[] = [];
  let clusterEnd = 0;
  for (const part of sorted) {
    if (cluster.length > 0 && part.from >= clusterEnd) {
      placed.push(...placeCluster(cluster));
      cluster = [];
      clusterEnd = 0;
    }
    cluster.push(part);
    clusterEnd = Math.max(clusterEnd, part.drawnTo);
  }
  placed.push(...placeCluster(cluster));
  return placed;
}

function placeCluster<E extends Timed>(cluster: Part<E>[]): Placed<E>[] {
  const lanes: Part<E>[][] = [];
  const laneOf = cluster.map((part) => {
    const free = lanes.findIndex((lane) => (lane.at(-1)?.drawnTo ?? 0) <= part.from);
    const lane = free === -1 ? lanes.length : free;
    lanes[lane] = [...(lanes[lane] ?? []), part];
    return lane;
  });
  return cluster.map((part, index) => {
    const lane = laneOf[index] ?? 0;
    const span = freeLanes(part, lane, lanes);
    const { event, from, to, continued, continues } = part;
    return { event, from, to, continued, continues, left: lane / lanes.length, width: span / lanes.length };
  });
}

function freeLanes<E>(part: Part<E>, lane: number, lanes: Part<E>[][]): number {
  let end = lane + 1;
  while (end < lanes.length && !lanes[end]?.some((other) => other.from < part.drawnTo && part.from < other.drawnTo))
    end += 1;
  return end - lane;
}
