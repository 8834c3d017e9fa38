import { carried, type GridPoint, snap, snapDown } from "./moves.ts";
import {
  addMinutes,
  type LocalDate,
  MINUTES_PER_DAY,
  minuteOf,
  minutesBetween,
  type WallTime,
  wallTime,
} from "./wall-time.ts";

/** What a pointer took hold of: empty ground, a block, or one of its edges. */
export type PaintHold =
  | { readonly kind: "ground" }
  | {
      readonly kind: "block" | "start" | "end";
      readonly id: string;
      readonly start: WallTime;
      readonly end: WallTime;
    };

export type PaintDrag =
  /** The same stretch of one or more days. */
  | { readonly kind: "draw"; readonly days: readonly LocalDate[]; readonly from: number; readonly to: number }
  | { readonly kind: "place"; readonly id: string; readonly start: WallTime; readonly end: WallTime };

interface Ground {
  readonly days: readonly LocalDate[];
  readonly stepMinutes: number;
}

export function paintDragOf(hold: PaintHold, grip: GridPoint, pointer: GridPoint, ground: Ground): PaintDrag {
  if (hold.kind === "ground") return drawn(grip, pointer, ground);
  const { id, start, end } = hold;
  if (hold.kind === "block") {
    const moved = carried(start, grip, pointer, ground.stepMinutes);
    return { kind: "place", id, start: moved, end: addMinutes(moved, minutesBetween(start, end)) };
  }
  const edge = wallTime(pointer.date, snap(pointer.minute, ground.stepMinutes));
  return { kind: "place", id, ...resized(start, end, hold.kind, edge, ground.stepMinutes) };
}

/** A rectangle: hours down, days across. It is at least one step long. */
function drawn(grip: GridPoint, pointer: GridPoint, { days, stepMinutes }: Ground): PaintDrag {
  const [a, b] = [days.indexOf(grip.date), days.indexOf(pointer.date)];
  const anchor = Math.min(snapDown(grip.minute, stepMinutes), MINUTES_PER_DAY - stepMinutes);
  const edge = snap(pointer.minute, stepMinutes);
  const down = pointer.minute >= grip.minute;
  return {
    kind: "draw",
    days: days.slice(Math.min(a, b), Math.max(a, b) + 1),
    from: down ? anchor : Math.min(anchor, edge),
    to: down ? Math.max(anchor + stepMinutes, edge) : anchor + stepMinutes,
  };
}

/** One edge elsewhere: the block stays at least a step long and, but for a whole day, shorter than a day. */
export function resized(
  start: WallTime,
  end: WallTime,
  side: "start" | "end",
  edge: WallTime,
  stepMinutes: number,
): { start: WallTime; end: WallTime } {
  if (side === "end") {
    const longest = minuteOf(start) === 0 ? MINUTES_PER_DAY : MINUTES_PER_DAY - 1;
    const minutes = clamp(minutesBetween(start, edge), stepMinutes, longest);
    return { start, end: addMinutes(start, minutes) };
  }
  const longest = minuteOf(end) === 0 ? MINUTES_PER_DAY : MINUTES_PER_DAY - 1;
  const minutes = clamp(minutesBetween(edge, end), stepMinutes, longest);
  return { start: addMinutes(end, -minutes), end };
}

export function sameDrag(before: PaintDrag, after: PaintDrag): boolean {
  if (before.kind === "place") {
    return after.kind === "place" && before.start === after.start && before.end === after.end;
  }
  return (
    after.kind === "draw" &&
    before.from === after.from &&
    before.to === after.to &&
    before.days[0] === after.days[0] &&
    before.days.length === after.days.length
  );
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
