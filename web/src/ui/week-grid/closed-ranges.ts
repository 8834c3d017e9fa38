import type { MinuteRange } from "./grid-event.ts";
import { MINUTES_PER_DAY } from "./wall-time.ts";

/** What the open ranges leave of a day. They may touch, overlap and come in any order. */
export function closedRanges(open: readonly MinuteRange[]): MinuteRange[] {
  const closed: MinuteRange[] = [];
  let closedFrom = 0;
  for (const { from, to } of open.toSorted((a, b) => a.from - b.from)) {
    if (from > closedFrom) closed.push({ from: closedFrom, to: from });
    closedFrom = Math.max(closedFrom, to);
  }
  if (closedFrom < MINUTES_PER_DAY) closed.push({ from: closedFrom, to: MINUTES_PER_DAY });
  return closed;
}
