import type { Slot, SlotBoard } from "../../slots/slot-board.ts";
import { endOfDay, startOfDay, type Wish } from "../../waiting/wish-words.ts";

const MOST = 3;

/**
 * What is free of a wish already, as far as the times in view tell: up to three. A wish that leaves everything open has
 * no answer: whoever has just looked at the free times need not be shown them again.
 */
export function freeNow(wish: Wish | null, board: SlotBoard | null, minutes: number): readonly Slot[] {
  if (wish === null || board === null || (wish.kind === "WISH" && isOpen(wish))) return [];
  return [...board.days.values()]
    .flat()
    .filter((slot) => suits(wish, slot.localStart, minutes))
    .slice(0, MOST);
}

const isOpen = ({ weekdays, fromTime, toTime }: Extract<Wish, { kind: "WISH" }>): boolean =>
  weekdays.length === 7 && fromTime === startOfDay && toTime === endOfDay;

function suits(wish: Wish, localStart: string, minutes: number): boolean {
  const date = localStart.slice(0, 10);
  if (wish.kind === "DAY") return date === wish.fromDate;
  if (wish.kind !== "WISH") return localStart.slice(0, 16) === wish.localStart.slice(0, 16);
  const start = minutesOf(localStart.slice(11));
  return (
    date >= wish.fromDate &&
    date <= wish.toDate &&
    wish.weekdays.includes(new Date(`${date}T00:00Z`).getUTCDay()) &&
    start >= minutesOf(wish.fromTime) &&
    start + minutes <= minutesOf(wish.toTime)
  );
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
