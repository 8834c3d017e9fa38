import type { Timed } from "./layout.ts";
import type { LocalDate, WallTime } from "./wall-time.ts";

/** solid: agreed; hatched: waits for a decision; dashed: kept for a moment; faded: over; struck: does not take place. */
export type EventLook = "solid" | "hatched" | "dashed" | "faded" | "struck";

export interface GridEvent extends Timed {
  readonly title: string;
  readonly time: string;
  /** Where there is room for one line only. */
  readonly startTime: string;
  readonly detail: string;
  /** What a screen reader says after the title. */
  readonly label: string;
  readonly look: EventLook;
  readonly colour: string;
  readonly movable: boolean;
  /** There are others like it, week after week. */
  readonly repeats: boolean;
  /** A change of it is on its way to the server. */
  readonly saving: boolean;
}

export const GHOST_ID = "ghost";

/** A place that is only proposed: a new event, or the new place of one that is shown. */
export interface GridGhost {
  /** The event that would move, or null for a new one. */
  readonly movesId: string | null;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly title: string;
  readonly time: string;
  readonly startTime: string;
  /** What a screen reader says after the title. */
  readonly label: string;
  readonly colour: string;
}

/** Minutes since midnight, half-open. */
export interface MinuteRange {
  readonly from: number;
  readonly to: number;
}

interface DayHead {
  readonly weekday: string;
  readonly day: string;
  /** What a screen reader says for the column. */
  readonly label: string;
  readonly note: string | null;
}

export interface Axis {
  readonly name: string;
  readonly title: string;
  /** One for each hour from 0 to 23. */
  readonly hours: readonly string[];
}

/** Everything the grid says, said by whoever knows the language and the clock. */
export interface GridWords {
  /** The title of a new event while it is drawn. */
  readonly newTitle: string;
  readonly head: (date: LocalDate) => DayHead;
  readonly range: (start: WallTime, end: WallTime) => string;
  readonly start: (start: WallTime) => string;
  /** The range with its day, as spoken. */
  readonly spoken: (start: WallTime, end: WallTime) => string;
}

export interface OpenHours {
  readonly [date: LocalDate]: readonly MinuteRange[];
}
