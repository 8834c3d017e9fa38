import type { Timed } from "./layout.ts";
import { dateOf, minuteOf } from "./wall-time.ts";

export type WalkKey = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End";

const WALK_KEYS: ReadonlySet<string> = new Set<WalkKey>([
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Home",
  "End",
]);
export const isWalkKey = (key: string): key is WalkKey => WALK_KEYS.has(key);

/** In the order in which one reads a calendar. */
export function inReadingOrder<E extends Timed>(events: readonly E[]): E[] {
  return events.toSorted((a, b) => compare(a.start, b.start) || compare(b.end, a.end) || compare(a.id, b.id));
}

/** The event that a key leads to from another: up and down in time, sideways to the nearest time of the next day that has any. */
export function walked<E extends Timed>(ordered: readonly E[], from: E, key: WalkKey): E {
  const index = ordered.findIndex(({ id }) => id === from.id);
  if (index === -1) return from;
  if (key === "Home") return ordered[0] ?? from;
  if (key === "End") return ordered.at(-1) ?? from;
  if (key === "ArrowUp") return ordered[index - 1] ?? from;
  if (key === "ArrowDown") return ordered[index + 1] ?? from;
  return beside(ordered, from, key === "ArrowLeft" ? -1 : 1);
}

function beside<E extends Timed>(ordered: readonly E[], from: E, direction: -1 | 1): E {
  const day = dateOf(from.start);
  const others = ordered.filter(({ start }) => (direction === 1 ? dateOf(start) > day : dateOf(start) < day));
  const next = direction === 1 ? others[0] : others.at(-1);
  if (next === undefined) return from;
  const distance = (event: E) => Math.abs(minuteOf(event.start) - minuteOf(from.start));
  return others
    .filter(({ start }) => dateOf(start) === dateOf(next.start))
    .reduce((nearest, event) => (distance(event) < distance(nearest) ? event : nearest));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
