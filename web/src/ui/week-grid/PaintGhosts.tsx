import { useMemo } from "react";
import { classes } from "../classes.ts";
import { placeStyle } from "./EventBlock.tsx";
import { layOutDays } from "./layout.ts";
import { Times } from "./PaintColumn.tsx";
import styles from "./PaintGrid.module.css";
import type { PaintWords } from "./paint-block.ts";
import type { PaintDrag } from "./paint-moves.ts";
import week from "./WeekGrid.module.css";
import { type LocalDate, wallTime } from "./wall-time.ts";

interface PaintGhostsProps {
  readonly drag: PaintDrag;
  readonly days: readonly LocalDate[];
  readonly words: PaintWords;
}

/** What would be painted if the pointer let go. */
export function PaintGhosts({ drag, days, words }: PaintGhostsProps) {
  const parts = useMemo(() => {
    const stretches =
      drag.kind === "place"
        ? [{ id: drag.id, start: drag.start, end: drag.end }]
        : drag.days.map((day) => ({ id: day, start: wallTime(day, drag.from), end: wallTime(day, drag.to) }));
    const byDay = layOutDays(stretches, days);
    return days.flatMap((day, column) => (byDay.get(day) ?? []).map((part) => ({ part, column })));
  }, [drag, days]);
  return parts.map(({ part: { event, from, to }, column }) => (
    <div
      key={column}
      className={classes(week.place, styles.ghostPlace)}
      style={placeStyle({ from, to, left: column / days.length, width: 1 / days.length })}
      aria-hidden="true"
    >
      <div className={classes(styles.block, styles.ghost)} data-short={to - from < 45 || undefined}>
        <Times
          of={{
            time: words.range(event.start, event.end),
            startTime: words.start(event.start),
            endTime: words.start(event.end),
          }}
        />
      </div>
    </div>
  ));
}
