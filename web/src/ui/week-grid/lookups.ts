import { GHOST_ID, type GridEvent, type GridGhost, type GridWords } from "./grid-event.ts";
import { type GridPoint, pointAt, snapDown } from "./moves.ts";
import type { Drag, Handle } from "./use-grid-drag.ts";
import { type LocalDate, MINUTES_PER_DAY, type WallTime, wallTime } from "./wall-time.ts";

/** The event an element belongs to. */
export const idAt = (target: Element): string | null =>
  target.closest("[data-event]")?.getAttribute("data-event") ?? null;

export function eventElement(body: HTMLElement | null, id: string): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[data-event="${CSS.escape(id)}"]`) ?? null;
}

export function firstKnown(known: ReadonlyMap<string, unknown>, ...ids: (string | null | undefined)[]): string | null {
  return ids.find((id) => id != null && known.has(id)) ?? null;
}

/** The id, if the day shows it. Columns that do not get null, and so have nothing to draw anew. */
export function idOnDay(
  placed: readonly { readonly event: GridEvent }[] | undefined,
  id: string | null,
): string | null {
  return id !== null && placed?.some(({ event }) => event.id === id) ? id : null;
}

export function handleAt(
  target: Element,
  byId: ReadonlyMap<string, GridEvent>,
  ghost: GridGhost | null,
): Handle | "fixed" | null {
  const id = idAt(target);
  if (id === null) return null;
  if (id === GHOST_ID) return ghost === null ? "fixed" : { id: GHOST_ID, start: ghost.start, end: ghost.end };
  const event = byId.get(id);
  return event?.movable ? event : "fixed";
}

/** What the pointer carries hides the proposal that was there before. */
export function ghostOf(
  drag: Drag | null,
  proposed: GridGhost | null,
  byId: ReadonlyMap<string, GridEvent>,
  words: GridWords,
): GridGhost | null {
  if (drag === null) return proposed;
  const { id, start, end } = drag;
  const time = words.range(start, end);
  const startTime = words.start(start);
  const label = words.spoken(start, end);
  if (id === GHOST_ID && proposed !== null) return { ...proposed, start, end, time, startTime, label };
  const event = id === null ? undefined : byId.get(id);
  return {
    movesId: id,
    start,
    end,
    time,
    startTime,
    label,
    title: event?.title ?? words.newTitle,
    colour: event?.colour ?? "var(--accent)",
  };
}

/** The place a press on empty ground means: the half hour that was hit. */
export function emptyPlace(
  pointer: { clientX: number; clientY: number },
  body: HTMLElement | null,
  days: readonly LocalDate[],
): WallTime | null {
  if (body === null) return null;
  const { date, minute }: GridPoint = pointAt(pointer.clientX, pointer.clientY, body.getBoundingClientRect(), days);
  return wallTime(date, Math.min(snapDown(minute, PICK_MINUTES), MINUTES_PER_DAY - PICK_MINUTES));
}

const PICK_MINUTES = 30;
