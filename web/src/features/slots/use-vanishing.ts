import { useEffect, useState } from "react";
import { difference, type Slot } from "./slot-board.ts";

export type ShownSlot = { slot: Slot; gone: boolean };

const fadeMs = 2_400;

/**
 * Keeps a slot that went in its place for a moment, struck through, so that nothing moves under a finger about to press; the one
 * that has the focus stays until the focus leaves it by itself.
 */
export function useVanishing(slots: readonly Slot[], day: string, focusedStart: string | null): ShownSlot[] {
  const [seen, setSeen] = useState({ slots, day });
  const [ghosts, setGhosts] = useState<readonly Slot[]>([]);
  if (seen.slots !== slots || seen.day !== day) {
    setSeen({ slots, day });
    const { gone } = difference(seen.slots, slots);
    const back = new Set(slots.map((slot) => slot.startAt));
    setGhosts(seen.day === day ? [...ghosts, ...gone].filter((slot) => !back.has(slot.startAt)) : []);
  }
  useEffect(() => {
    if (ghosts.every((slot) => slot.startAt === focusedStart)) return;
    const timer = setTimeout(() => setGhosts((now) => now.filter((slot) => slot.startAt === focusedStart)), fadeMs);
    return () => clearTimeout(timer);
  }, [ghosts, focusedStart]);
  return [...slots.map((slot) => ({ slot, gone: false })), ...ghosts.map((slot) => ({ slot, gone: true }))].toSorted(
    (a, b) => a.slot.startAt.localeCompare(b.slot.startAt),
  );
}
