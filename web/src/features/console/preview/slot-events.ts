import { formatShortRange, formatStart } from "../../../lib/calendar.ts";
import { formatDate, formatOffset } from "../../../lib/time.ts";
import type { GridEvent } from "../../../ui/week-grid/grid-event.ts";
import { addMinutes, dateOf, minuteOf, type WallTime, wallTime } from "../../../ui/week-grid/wall-time.ts";
import type { Slot, SlotBoard } from "../../slots/slot-board.ts";

const MINUTE = 60_000;

/** A start a client is offered, drawn until the next one: lengths overlap, starts do not. */
export function slotEvents(board: SlotBoard, minutes: number, colour: string, seats: boolean): GridEvent[] {
  const slots = [...board.days.values()].flat().toSorted((a, b) => (a.startAt < b.startAt ? -1 : 1));
  const twice = repeated(slots);
  return slots.map((slot, index) => {
    const next = slots[index + 1];
    const gap = next ? (Date.parse(next.startAt) - Date.parse(slot.startAt)) / MINUTE : minutes;
    const offset = twice.has(slot.localStart) ? ` ${formatOffset(slot.offsetMinutes)}` : "";
    const left = seats ? `${slot.seatsLeft} left` : "";
    const end = addMinutes(slot.localStart, minutes);
    return {
      id: slot.startAt,
      start: slot.localStart,
      end: drawnEnd(slot.localStart, Math.min(minutes, gap)),
      title: formatStart(slot.localStart) + offset,
      time: left,
      startTime: left,
      detail: "",
      label:
        `${formatDate(dateOf(slot.localStart), "long")}, ${formatShortRange(slot.localStart, end)}, free ${left}`.trim(),
      look: "solid",
      colour,
      movable: false,
      repeats: false,
      saving: false,
    };
  });
}

/** A start before midnight is drawn on its own day alone, unless much of it lies on the next. */
function drawnEnd(start: WallTime, minutes: number): WallTime {
  const end = addMinutes(start, minutes);
  return dateOf(end) !== dateOf(start) && minuteOf(end) < 30 ? wallTime(dateOf(end), 0) : end;
}

/** Beginnings and ends in turn, of all that a client could be in a session. */
export const slotEdges = (board: SlotBoard, minutes: number): WallTime[] =>
  [...board.days.values()].flat().flatMap(({ localStart }) => [localStart, addMinutes(localStart, minutes)]);

/** When clocks go back an hour comes twice. */
function repeated(slots: readonly Slot[]): Set<string> {
  const times = slots.map(({ localStart }) => localStart);
  return new Set(times.filter((time, index) => times.indexOf(time) !== index));
}
