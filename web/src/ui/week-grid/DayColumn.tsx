import { memo, useMemo } from "react";
import { closedRanges } from "./closed-ranges.ts";
import { EventBlock, rangeStyle } from "./EventBlock.tsx";
import type { GridEvent, MinuteRange } from "./grid-event.ts";
import type { Placed } from "./layout.ts";
import styles from "./WeekGrid.module.css";

interface DayColumnProps {
  readonly label: string;
  readonly today: boolean;
  readonly placed: readonly Placed<GridEvent>[];
  readonly open: readonly MinuteRange[] | null;
  readonly selectedId: string | null;
  readonly awayId: string | null;
  readonly tabStopId: string | null;
}

export const DayColumn = memo(function DayColumn({
  label,
  today,
  placed,
  open,
  selectedId,
  awayId,
  tabStopId,
}: DayColumnProps) {
  const closed = useMemo(() => (open === null ? [] : closedRanges(open)), [open]);
  return (
    <div className={styles.day} data-today={today || undefined}>
      {closed.map((range) => (
        <div key={range.from} className={styles.closed} style={rangeStyle(range)} />
      ))}
      <ul className={styles.events} aria-label={label}>
        {placed.map((one) => (
          <EventBlock
            key={one.event.id}
            placed={one}
            selected={one.event.id === selectedId}
            away={one.event.id === awayId}
            tabStop={one.event.id === tabStopId}
          />
        ))}
      </ul>
    </div>
  );
});
