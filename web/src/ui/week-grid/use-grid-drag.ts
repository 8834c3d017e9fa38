import type { RefObject } from "react";
import { carried, type GridPoint, stretch } from "./moves.ts";
import { usePointerDrag } from "./pointer-drag.ts";
import { addMinutes, type LocalDate, minutesBetween, type WallTime } from "./wall-time.ts";

/** Something in the grid that a pointer can take hold of. */
export interface Handle {
  readonly id: string;
  readonly start: WallTime;
  readonly end: WallTime;
}

export interface Drag {
  /** What is carried, or null while a new stretch is drawn. */
  readonly id: string | null;
  readonly start: WallTime;
  readonly end: WallTime;
}

interface DragOptions {
  readonly body: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly days: readonly LocalDate[];
  readonly stepMinutes: number;
  /** The handle an element belongs to: null on an empty place, "fixed" where nothing may be dragged. */
  readonly handleAt: (target: Element) => Handle | "fixed" | null;
  readonly onDrop: (drag: Drag) => void;
}

interface Held {
  readonly handle: Handle | null;
}

/** Events are carried, and on an empty place a new stretch is drawn. */
export function useGridDrag({ body, scroller, days, stepMinutes, handleAt, onDrop }: DragOptions) {
  return usePointerDrag<Held, Drag>({
    body,
    scroller,
    days,
    hold: (target) => {
      const handle = handleAt(target);
      return handle === "fixed" ? null : { handle };
    },
    dragOf: ({ handle }, grip, pointer) => dragOf(handle, grip, pointer, stepMinutes),
    same: (before, after) => before.id === after.id && before.start === after.start && before.end === after.end,
    onDrop: (drag, { handle }) => {
      if (drag.start !== handle?.start) onDrop(drag);
    },
  });
}

function dragOf(handle: Handle | null, grip: GridPoint, pointer: GridPoint, stepMinutes: number): Drag {
  if (handle === null) return { id: null, ...stretch(grip, pointer, stepMinutes) };
  const { id, start, end } = handle;
  const moved = carried(start, grip, pointer, stepMinutes);
  return { id, start: moved, end: addMinutes(moved, minutesBetween(start, end)) };
}
