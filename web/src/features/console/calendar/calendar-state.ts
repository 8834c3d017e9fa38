import { GHOST_ID } from "../../../ui/week-grid/grid-event.ts";
import { minutesBetween, type WallTime } from "../../../ui/week-grid/wall-time.ts";

/** What can be booked, as far as a draft needs it. */
export interface DraftType {
  readonly id: string;
  readonly minutes: readonly number[];
}

export interface Draft {
  readonly start: WallTime;
  readonly sessionTypeId: string;
  readonly minutes: number;
}

/** What the coach is at: nothing, a session, a session on its way to another time, an empty place, a new session. */
export type Focus =
  | { readonly kind: "none" }
  | { readonly kind: "session"; readonly id: string }
  | { readonly kind: "move"; readonly id: string; readonly start: WallTime }
  | { readonly kind: "place"; readonly draft: Draft }
  | { readonly kind: "new"; readonly draft: Draft };

export const NOTHING: Focus = { kind: "none" };

/** A draft for an empty place; a length that was drawn finds the offered one next to it. */
export function draftAt(start: WallTime, end: WallTime | null, types: readonly DraftType[]): Draft | null {
  const wanted = end === null ? null : minutesBetween(start, end);
  const best = wanted === null ? types[0] : nearestType(types, wanted);
  if (best === undefined) return null;
  return { start, sessionTypeId: best.id, minutes: nearest(best.minutes, wanted ?? best.minutes[0] ?? 60) };
}

/** The same place with another type, at a length that type has. */
export function withType(draft: Draft, type: DraftType): Draft {
  return { ...draft, sessionTypeId: type.id, minutes: nearest(type.minutes, draft.minutes) };
}

/** Something was carried to another start: the proposal that stands there, or a session that now becomes one. */
export function carriedTo(focus: Focus, id: string, start: WallTime, startNow: WallTime | null): Focus {
  if (id !== GHOST_ID) return start === startNow ? { kind: "session", id } : { kind: "move", id, start };
  if (focus.kind === "move") return { ...focus, start };
  if (focus.kind === "place" || focus.kind === "new") return { ...focus, draft: { ...focus.draft, start } };
  return focus;
}

function nearestType(types: readonly DraftType[], wanted: number): DraftType | undefined {
  const distance = ({ minutes }: DraftType) => Math.abs(nearest(minutes, wanted) - wanted);
  return types.toSorted((a, b) => distance(a) - distance(b))[0];
}

function nearest(offered: readonly number[], wanted: number): number {
  return offered.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? wanted;
}
