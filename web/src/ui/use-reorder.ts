import { type KeyboardEvent, type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { announce } from "./Announcer.tsx";

export interface ReorderOptions<Item extends { readonly id: string }> {
  readonly items: readonly Item[];
  readonly list: RefObject<HTMLElement | null>;
  readonly titleOf: (item: Item) => string;
  /** Where the one at `from` comes to stand when it is wanted at `to`. */
  readonly placeOf: (from: number, to: number) => number;
  /** Why it stays where it is. */
  readonly whyNot: (from: number, to: number) => string;
  readonly onMove: (from: number, to: number) => void;
}

/** Handles that carry their row up and down, by pointer and by arrow key. The rows change places under the pointer. */
export function useReorder<Item extends { readonly id: string }>(options: ReorderOptions<Item>) {
  const { items, list, titleOf, placeOf, whyNot, onMove } = options;
  const [carried, setCarried] = useState<string | null>(null);
  const focused = useRef<string | null>(null);
  // A row that changes its place in the page loses the focus on the way.
  useLayoutEffect(() => {
    if (focused.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(focused.current)}"]`)?.focus();
    focused.current = null;
  });

  function move(from: number, to: number, byKey: boolean) {
    const item = items[from];
    if (item === undefined) return;
    const place = placeOf(from, to);
    if (place === from) {
      if (byKey) announce(whyNot(from, to));
      return;
    }
    if (byKey) focused.current = item.id;
    announce(`“${titleOf(item)}” is now ${place + 1} of ${items.length}.`);
    onMove(from, to);
  }
  const handleProps = (item: Item, index: number) => ({
    "data-handle": item.id,
    onKeyDown: (event: KeyboardEvent) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      move(index, index + step, true);
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setCarried(item.id);
    },
    onPointerMove: (event: PointerEvent) => {
      if (carried !== item.id) return;
      const target = rowAt(list.current, event.clientY);
      if (target !== null && target !== index) move(index, target, false);
    },
    onPointerUp: () => setCarried(null),
    onPointerCancel: () => setCarried(null),
  });
  return { carried, handleProps };
}

/** The row whose middle half a height lies in: at its edges the carried one stays, so that tall rows do not flicker. */
function rowAt(list: HTMLElement | null, y: number): number | null {
  for (const [index, row] of [...(list?.children ?? [])].entries()) {
    const { top, height } = row.getBoundingClientRect();
    if (y > top + height / 4 && y < top + (height * 3) / 4) return index;
  }
  return null;
}
