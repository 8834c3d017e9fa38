import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { walkedDate } from "./walk-dates.ts";

interface DateWalk {
  readonly grid: RefObject<HTMLElement | null>;
  readonly focused: string;
  readonly weeks: readonly (readonly string[])[];
  readonly onFocus: (date: string, extend: boolean) => void;
}

/** Keys that walk a grid of dates, one tab stop for all: the focus goes along once the date is drawn. */
export function useDateWalk({ grid, focused, weeks, onFocus }: DateWalk): (event: KeyboardEvent) => boolean {
  const walked = useRef(false);
  useEffect(() => {
    if (!walked.current) return;
    walked.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-date="${focused}"]`)?.focus();
  }, [grid, focused]);
  return (event) => {
    const target = walkedDate(event, focused, weeks);
    if (target === null) return false;
    event.preventDefault();
    // Single keys of the page mean other things by the arrows.
    event.stopPropagation();
    walked.current = true;
    onFocus(target, event.shiftKey && event.key.startsWith("Arrow"));
    return true;
  };
}
