import { type PointerEvent, type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { type GridPoint, pointAt } from "./moves.ts";
import type { LocalDate } from "./wall-time.ts";

export interface PointerDragOptions<Held, Drag> {
  readonly body: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly days: readonly LocalDate[];
  /** What a press on an element takes hold of; null where nothing may be dragged. */
  readonly hold: (target: Element) => Held | null;
  readonly dragOf: (held: Held, grip: GridPoint, pointer: GridPoint) => Drag;
  /** Whether nothing moved by a whole step: then React has nothing to draw. */
  readonly same: (before: Drag, after: Drag) => boolean;
  readonly onDrop: (drag: Drag, held: Held) => void;
}

interface Press<Held> {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly grip: GridPoint;
  readonly held: Held;
  active: boolean;
  timer: number | null;
}

const MOVED_PIXELS = 4;
const LONG_PRESS_MS = 350;
const EDGE_PIXELS = 44;
const EDGE_SPEED = 9;

/** Dragging with one set of listeners for the whole grid. A mouse drags at once, a finger after a long press, so that a swipe still scrolls. */
export function usePointerDrag<Held, Drag>(options: PointerDragOptions<Held, Drag>) {
  const latest = useRef(options);
  latest.current = options;
  const press = useRef<Press<Held> | null>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const suppressClick = useRef(false);
  const [drag, setDrag] = useState<Drag | null>(null);

  const follow = useCallback(() => {
    const held = press.current;
    if (!held?.active) return;
    const after = dragTo(held, pointer.current, latest.current);
    setDrag((before) =>
      before !== null && after !== null && latest.current.same(before, after) ? before : (after ?? before),
    );
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
      const held = latest.current.hold(event.target);
      const grip = gripAt(event.clientX, event.clientY, latest.current);
      if (held === null || grip === null) return;
      pointer.current = { x: event.clientX, y: event.clientY };
      const timer = event.pointerType === "touch" ? window.setTimeout(begin, LONG_PRESS_MS) : null;
      press.current = { pointerId: event.pointerId, ...pointer.current, grip, held, active: false, timer };
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
      const dropped = dragTo(held, pointer.current, latest.current);
      if (dropped !== null) latest.current.onDrop(dropped, held.held);
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

type Ground = Pick<PointerDragOptions<unknown, unknown>, "body" | "days">;

function gripAt(x: number, y: number, { body, days }: Ground): GridPoint | null {
  const box = body.current?.getBoundingClientRect();
  return box ? pointAt(x, y, box, days) : null;
}

function dragTo<Held, Drag>(
  { held, grip }: Press<Held>,
  pointer: { x: number; y: number },
  options: PointerDragOptions<Held, Drag>,
): Drag | null {
  const point = gripAt(pointer.x, pointer.y, options);
  return point === null ? null : options.dragOf(held, grip, point);
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
function useTouchHold(body: RefObject<HTMLElement | null>, press: RefObject<{ readonly active: boolean } | null>) {
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
