import { type PointerEvent, type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { carried, type GridPoint, pointAt, stretch } from "./moves.ts";
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

interface Press {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly grip: GridPoint;
  readonly handle: Handle | null;
  active: boolean;
  timer: number | null;
}

const MOVED_PIXELS = 4;
const LONG_PRESS_MS = 350;
const EDGE_PIXELS = 44;
const EDGE_SPEED = 9;

/** Dragging with one set of listeners for the whole grid. A mouse drags at once, a finger after a long press, so that a swipe still scrolls. */
export function useGridDrag(options: DragOptions) {
  const latest = useRef(options);
  latest.current = options;
  const press = useRef<Press | null>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const suppressClick = useRef(false);
  const [drag, setDrag] = useState<Drag | null>(null);

  const follow = useCallback(() => {
    const held = press.current;
    if (held?.active) setDrag((before) => sameDrag(before, dragOf(held, pointer.current, latest.current)));
  }, []);
  const begin = useCallback(() => {
    if (!press.current) return;
    press.current.active = true;
    latest.current.body.current?.setPointerCapture(press.current.pointerId);
    follow();
  }, [follow]);
  const stop = useCallback(() => {
    if (press.current?.timer) clearTimeout(press.current.timer);
    press.current = null;
    setDrag(null);
  }, []);

  useEdgeScroll(drag !== null, pointer, options.scroller, follow);
  useTouchHold(options.body, press);
  useEscape(drag !== null, () => {
    suppressClick.current = true;
    stop();
  });

  const onPointerDown = useCallback(
    (event: PointerEvent) => {
      suppressClick.current = false;
      if (event.button !== 0 || !(event.target instanceof Element)) return;
      const handle = latest.current.handleAt(event.target);
      const grip = gripAt(event.clientX, event.clientY, latest.current);
      if (handle === "fixed" || grip === null) return;
      pointer.current = { x: event.clientX, y: event.clientY };
      const timer = event.pointerType === "touch" ? window.setTimeout(begin, LONG_PRESS_MS) : null;
      press.current = { pointerId: event.pointerId, ...pointer.current, grip, handle, active: false, timer };
    },
    [begin],
  );

  const onPointerMove = useCallback(
    (event: PointerEvent) => {
      const held = press.current;
      if (held === null || held.pointerId !== event.pointerId) return;
      pointer.current = { x: event.clientX, y: event.clientY };
      if (held.active) return follow();
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < MOVED_PIXELS) return;
      if (held.timer === null) begin();
      else stop();
    },
    [begin, follow, stop],
  );

  const onPointerUp = useCallback(() => {
    const held = press.current;
    if (held?.active) {
      suppressClick.current = true;
      const dropped = dragOf(held, pointer.current, latest.current);
      const stayed = held.handle !== null && dropped?.start === held.handle.start;
      if (dropped !== null && !stayed) latest.current.onDrop(dropped);
    }
    stop();
  }, [stop]);

  /** Whether the click that follows a drag is to be passed over. */
  const endsDrag = useCallback(() => {
    const ends = suppressClick.current;
    suppressClick.current = false;
    return ends;
  }, []);

  return { drag, endsDrag, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: stop } };
}

function gripAt(x: number, y: number, { body, days }: DragOptions): GridPoint | null {
  const box = body.current?.getBoundingClientRect();
  return box ? pointAt(x, y, box, days) : null;
}

function dragOf(held: Press, pointer: { x: number; y: number }, options: DragOptions): Drag | null {
  const point = gripAt(pointer.x, pointer.y, options);
  if (point === null) return null;
  if (held.handle === null) return { id: null, ...stretch(held.grip, point, options.stepMinutes) };
  const { id, start, end } = held.handle;
  const moved = carried(start, held.grip, point, options.stepMinutes);
  return { id, start: moved, end: addMinutes(moved, minutesBetween(start, end)) };
}

/** Keeps the old object while nothing moved by a whole step, so that React has nothing to draw. */
function sameDrag(before: Drag | null, after: Drag | null): Drag | null {
  return before?.id === after?.id && before?.start === after?.start && before?.end === after?.end ? before : after;
}

function useEdgeScroll(
  active: boolean,
  pointer: RefObject<{ y: number }>,
  scroller: RefObject<HTMLElement | null>,
  follow: () => void,
) {
  useEffect(() => {
    if (!active) return undefined;
    let frame = requestAnimationFrame(function scroll() {
      const element = scroller.current;
      if (element) {
        const box = element.getBoundingClientRect();
        const { y } = pointer.current;
        const by = y < box.top + EDGE_PIXELS ? -EDGE_SPEED : y > box.bottom - EDGE_PIXELS ? EDGE_SPEED : 0;
        if (by !== 0) {
          element.scrollTop += by;
          follow();
        }
      }
      frame = requestAnimationFrame(scroll);
    });
    return () => cancelAnimationFrame(frame);
  }, [active, pointer, scroller, follow]);
}

/** React listens passively for touches; only a listener of our own may keep a drag from scrolling the page. */
function useTouchHold(body: RefObject<HTMLElement | null>, press: RefObject<Press | null>) {
  useEffect(() => {
    const element = body.current;
    const hold = (event: TouchEvent) => {
      if (press.current?.active) event.preventDefault();
    };
    element?.addEventListener("touchmove", hold, { passive: false });
    return () => element?.removeEventListener("touchmove", hold);
  }, [body, press]);
}

function useEscape(active: boolean, stop: () => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    stop();
  });
  useEffect(() => {
    if (!active) return undefined;
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [active]);
}
