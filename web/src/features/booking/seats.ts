import type { Slot, SlotBoard } from "../slots/slot-board.ts";

/**
 * How many seats of a slot others can still take; null where the board shows another month. A slot of the board's
 * month that is not on it is full.
 */
export function seatsLeft(board: SlotBoard, { startAt, localStart }: Slot): number | null {
  const slots = board.days.get(localStart.slice(0, 10));
  const shown = slots?.find((slot) => slot.startAt === startAt);
  if (shown) return shown.seatsLeft;
  const month = localStart.slice(0, 7);
  return [...board.days.keys()].some((date) => date.startsWith(month)) ? 0 : null;
}
