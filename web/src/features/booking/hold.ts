import type { Slot } from "../slots/slot-board.ts";

/** What stands between choosing a time and having it. */
export type Hold =
  | { kind: "none" }
  | { kind: "asking"; startAt: string; slot: Slot | null; token: string | null }
  | {
      kind: "held";
      startAt: string;
      slot: Slot | null;
      token: string;
      expiresAt: number;
      /** Where a code was sent that must be entered before it ends. */
      unproven: string | null;
    }
  /** Chosen but kept by nobody: booking it still works while nobody is quicker. */
  | { kind: "loose"; startAt: string; slot: Slot | null; why: LooseReason; message: string }
  | { kind: "lost"; startAt: string; slot: Slot | null; message: string; alternatives: readonly Slot[] };
type LooseReason = "expired" | "tooMany" | "wait" | "offline" | "refused";

export type HoldEvent =
  | { type: "asked"; startAt: string; slot: Slot | null }
  | { type: "held"; slot: Slot | null; token: string; expiresAt: number }
  /** A code was sent for it, or is no longer waited for. */
  | { type: "unproven"; email: string; token: string; expiresAt: number }
  | { type: "proofGivenUp" }
  | { type: "loose"; why: LooseReason; message: string }
  | { type: "lost"; message: string; alternatives: readonly Slot[] }
  | { type: "expired" }
  | { type: "released" };

export function reduceHold(hold: Hold, event: HoldEvent): Hold {
  if (event.type === "released") return { kind: "none" };
  if (event.type === "asked") return { kind: "asking", startAt: event.startAt, slot: event.slot, token: tokenOf(hold) };
  if (hold.kind === "none") return hold;
  const { startAt, slot } = hold;
  switch (event.type) {
    case "held": {
      const { token, expiresAt } = event;
      return { kind: "held", startAt, slot: event.slot ?? slot, token, expiresAt, unproven: null };
    }
    case "unproven": {
      const { token, expiresAt, email } = event;
      return { kind: "held", startAt, slot, token, expiresAt, unproven: email };
    }
    case "proofGivenUp":
      return hold.kind === "held" ? { ...hold, unproven: null } : hold;
    case "loose":
      return { kind: "loose", startAt, slot, why: event.why, message: event.message };
    case "lost":
      return { kind: "lost", startAt, slot, message: event.message, alternatives: event.alternatives };
    case "expired":
      return hold.kind === "held"
        ? { kind: "loose", startAt, slot, why: "expired", message: hold.unproven ? codeLate : formLate }
        : hold;
  }
}

const formLate = "The five minutes are over, and others may take this time now.";
const codeLate =
  "The code was not entered within ten minutes, and others may take this time now. Book it again to get a new code.";

/** The token to give up or to use; none when nothing of ours is kept. */
export function tokenOf(hold: Hold): string | null {
  return hold.kind === "held" || hold.kind === "asking" ? hold.token : null;
}

const holdMs = 5 * 60_000;
export const proofMs = 10 * 60_000;

/** When a hold ends by this browser's clock; a clock that is far off is not believed, and the hold counts from now. */
export function expiryByOwnClock(expiresAt: string, now: number, length: number = holdMs): number {
  const left = Date.parse(expiresAt) - now;
  return Math.abs(left - length) < 45_000 ? now + left : now + length;
}
