import type { ShiftProgramInput } from "../../../../generated/schema.ts";
import type { Move } from "../apply/wish-to-book.ts";

/** A session of a booked program on its way to another time, and what becomes of those after it. */
export interface ShiftDraft {
  readonly bookingId: string;
  /** Null while it is where it was. */
  readonly place: Move | null;
  readonly follows: boolean;
  /** Those after it that were put by hand, by their number in the program. */
  readonly moves: ReadonlyMap<number, Move>;
  readonly message: string;
}

export const newShift = (bookingId: string): ShiftDraft => ({
  bookingId,
  place: null,
  follows: true,
  moves: new Map(),
  message: "",
});

/** `place` is where it goes. */
export const shiftInput = ({ bookingId, follows, moves }: ShiftDraft, place: Move): ShiftProgramInput => ({
  booking: bookingId,
  start: place,
  shiftFollowing: follows,
  moves: [...moves].map(([session, at]) => ({ session, start: at })),
});
