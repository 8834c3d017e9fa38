import type { GridWords } from "./grid-event.ts";
import type { Timed } from "./layout.ts";

/** A stretch that is painted: it has no meaning but its time. */
export interface PaintBlock extends Timed {
  readonly time: string;
  /** Where there is no room for both in a line. */
  readonly startTime: string;
  readonly endTime: string;
  /** What a screen reader says. */
  readonly label: string;
}

/** Everything the grid says, said by whoever knows the language and the clock. */
export interface PaintWords extends Pick<GridWords, "head" | "range" | "start" | "spoken"> {
  readonly keys: string;
}
