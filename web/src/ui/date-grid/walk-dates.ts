import { addDays, addMonths } from "../../lib/dates.ts";

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The date that a key leads to, as the ARIA practices have it for grids of dates; null where the key is another's. */
export function walkedDate(pressed: Pressed, from: string, weeks: readonly (readonly string[])[]): string | null {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey) return null;
  const week = weeks.find((days) => days.includes(from)) ?? [from];
  switch (pressed.key) {
    case "ArrowLeft":
      return addDays(from, -1);
    case "ArrowRight":
      return addDays(from, 1);
    case "ArrowUp":
      return addDays(from, -7);
    case "ArrowDown":
      return addDays(from, 7);
    case "Home":
      return week[0] ?? from;
    case "End":
      return week.at(-1) ?? from;
    case "PageUp":
      return addMonths(from, pressed.shiftKey ? -12 : -1);
    case "PageDown":
      return addMonths(from, pressed.shiftKey ? 12 : 1);
    default:
      return null;
  }
}
