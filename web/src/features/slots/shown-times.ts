import type { FullSession, Slot } from "./slot-board.ts";
import type { ShownSlot } from "./use-vanishing.ts";

type Start = { readonly startAt: string; readonly localStart: string; readonly offsetMinutes: number };
/** `twice`: when clocks go back an hour comes twice, and the offset tells which is meant. */
export type ShownTime = Start & { readonly twice: boolean } & (
    | { readonly kind: "free" | "gone"; readonly slot: Slot }
    | { readonly kind: "full" }
  );

const parts = [
  { name: "Morning", until: "12:00" },
  { name: "Afternoon", until: "17:00" },
  { name: "Evening", until: "24:00" },
] as const;
const groupFrom = 9;

/** Free times, those that have just gone, and full sessions, in order. A session that has just filled is full, not gone. */
export function shownTimes(shown: readonly ShownSlot[], full: readonly FullSession[]): ShownTime[] {
  const filled = new Set(full.map(({ startAt }) => startAt));
  const left = shown.filter(({ slot, gone }) => !gone || !filled.has(slot.startAt));
  const walls = [...left.filter(({ gone }) => !gone).map(({ slot }) => slot), ...full].map((at) => at.localStart);
  const start = ({ startAt, localStart, offsetMinutes }: Start) => {
    const twice = walls.indexOf(localStart) !== walls.lastIndexOf(localStart);
    return { startAt, localStart, offsetMinutes, twice };
  };
  const free = left.map(({ slot, gone }): ShownTime => ({ ...start(slot), kind: gone ? "gone" : "free", slot }));
  return [...free, ...full.map((at): ShownTime => ({ ...start(at), kind: "full" }))].toSorted((a, b) =>
    a.startAt.localeCompare(b.startAt),
  );
}

/** A long day by its parts; a short one as a whole. */
export function timesByPart(times: readonly ShownTime[]): { name: string | null; times: readonly ShownTime[] }[] {
  if (times.length < groupFrom) return [{ name: null, times }];
  const part = ({ localStart }: ShownTime) => parts.find(({ until }) => localStart.slice(11) < until)?.name;
  return parts
    .map(({ name }) => ({ name, times: times.filter((time) => part(time) === name) }))
    .filter((found) => found.times.length > 0);
}
