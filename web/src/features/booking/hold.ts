import type { Slot } from "../slots/slot-board.ts";

/** What stands between choosing a time and having it. */
export type Hold =
  | { kind: "none" }
  | { kind: "asking"; startAt: string; slot: Slot | null; token: string | null }
  | { kind: "held"; startAt: string; slot: Slot; token: string; expiresAt: number }
  /** Chosen but kept by nobody: booking it still works while nobody is quicker. */
  | {
      kind: "loose";
      startAt: string;
      slot: Slot | null;
      why: "expired" | "tooMany" | "offline" | "refused";
      message: string;
    }
  | { kind: "lost"; startAt: string; slot: Slot | null; message: string; alternatives: readonly Slot[] };

export type HoldEvent =
  | { type: "asked"; startAt: string; slot: Slot | null }
  | { type: "held"; slot: Slot; token: string; expiresAt: number }
  | { type: "loose"; why: "tooMany" | "offline" | "refused"; message: string }
  | { type: "lost"; message: string; alternatives: readonly Slot[] }
  | { type: "expired" }
  | { type: "released" };

export function reduceHold(hold: Hold, event: HoldEvent): Hold {
  if (event.type === "released") return { kind: "none" };
  if (event.type === "asked") return { kind: "asking", startAt: event.startAt, slot: event.slot, token: tokenOf(hold) };
  if (hold.kind === "none") return hold;
  const { startAt, slot } = hold;
  switch (event.type) {
    case "held":
      return { ...event, kind: "held", startAt };
    case "loose":
      return { kind: "loose", startAt, slot, why: event.why, message: event.message };
    case "lost":
      return { kind: "lost", startAt, slot, message: event.message, alternatives: event.alternatives };
    case "expired":
      return hold.kind === "held"
        ? {
            kind: "loose",
            startAt,
            slot,
            why: "expired",
            message: "The five minutes are over, and others may take this time now.",
          }
        : hold;
  }
}

/** The token to give up or to use; none when nothing of ours is kept. */
export function tokenOf(hold: Hold): string | null {
  return hold.kind === "held" || hold.kind === "asking" ? hold.token : null;
}

const holdMs = 5 * 60_000;

/** When a hold ends by this browser's clock; a clock that is far off is not believed, and the hold counts from now. */
export function expiryByOwnClock(expiresAt: string, now: number): number {
  const left = Date.parse(expiresAt) - now;
  return Math.abs(left - holdMs) < 45_000 ? now + left : now + holdMs;
}
