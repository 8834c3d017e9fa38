import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { GHOST_ID, type OpenHours } from "./grid-event.ts";
import { dateOf, type LocalDate, MINUTES_PER_DAY, minuteOf, type WallTime, wallTime } from "./wall-time.ts";

interface Shown {
  readonly days: readonly LocalDate[];
  readonly open: OpenHours | null;
  readonly now: WallTime | null;
}

const USUAL_MINUTE = 8 * 60;

/** Where the day begins for the eye and the keyboard: the first open hour shown, or eight. */
function openingMinute({ days, open }: Shown): number {
  const first = days.flatMap((day) => open?.[day]?.map(({ from }) => from) ?? []);
  return first.length === 0 ? USUAL_MINUTE : Math.min(...first);
}

export const openingPlace = (shown: Shown): WallTime => {
  const today =
    shown.now === null ? undefined : shown.days.find((day) => shown.now !== null && dateOf(shown.now) === day);
  return wallTime(today ?? shown.days[0] ?? "", openingMinute(shown));
};

/** Begins at the usual hour, and once the hours are known, with the working day; a reader who has scrolled by then stays where she is. */
export function useOpeningScroll(
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  shown: Shown,
) {
  const done = useRef(false);
  const usual = useRef<number | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (done.current || element === null || body.current === null) return;
    if (shown.open === null && usual.current !== null) return;
    done.current = shown.open !== null;
    if (usual.current !== null && usual.current !== element.scrollTop) return;
    const minuteHeight = body.current.offsetHeight / MINUTES_PER_DAY;
    const now = shown.now !== null && shown.days.includes(dateOf(shown.now)) ? minuteOf(shown.now) : 0;
    const late = now - (element.clientHeight / minuteHeight) * 0.85;
    element.scrollTop = Math.max(openingMinute(shown) - 30, late) * minuteHeight;
    usual.current = element.scrollTop;
  });
}

/** What the reader has chosen stays in sight when it moves, or when a panel takes room from the grid. */
export function useKeptInSight(
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  chosen: string | null,
) {
  useEffect(() => {
    if (chosen === null || scroller.current === null) return undefined;
    const show = () => {
      const place = body.current?.querySelector(`[data-event="${GHOST_ID}"], [data-selected]`);
      place?.scrollIntoView({ block: "nearest", inline: "nearest" });
    };
    // Observing tells of the present size at once, and of every later one.
    const observer = new ResizeObserver(show);
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [scroller, body, chosen]);
}
