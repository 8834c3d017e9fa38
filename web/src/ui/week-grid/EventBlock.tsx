import { type CSSProperties, memo } from "react";
import { Icon } from "../Icon.tsx";
import type { GridEvent, MinuteRange } from "./grid-event.ts";
import { type Placed, SHORTEST_DRAWN_MINUTES } from "./layout.ts";
import styles from "./WeekGrid.module.css";

interface EventBlockProps {
  readonly placed: Placed<GridEvent>;
  readonly selected: boolean;
  /** It is being carried elsewhere; what stays behind is a trace. */
  readonly away: boolean;
  readonly tabStop: boolean;
}

/** One event's part of a day. It listens to nothing itself: the grid does, for all of them. */
export const EventBlock = memo(
  function EventBlock({ placed, selected, away, tabStop }: EventBlockProps) {
    const { event, from, to, left, width, continued, continues } = placed;
    return (
      <li className={styles.place} style={placeStyle({ from, to, left, width })}>
        <button
          type="button"
          className={styles.event}
          data-event={event.id}
          data-look={event.look}
          data-size={sizeOf(to - from)}
          data-selected={selected || undefined}
          data-away={away || undefined}
          data-saving={event.saving || undefined}
          data-movable={event.movable || undefined}
          data-continued={continued || undefined}
          data-continues={continues || undefined}
          data-repeats={event.repeats || undefined}
          style={colourStyle(event.colour)}
          tabIndex={tabStop && !continued ? 0 : -1}
          aria-pressed={selected}
        >
          <span className={styles.title}>{event.title}</span>
          <span className={styles.hidden}>{event.label}</span>
          <span className={styles.time} aria-hidden="true">
            {event.time}
          </span>
          <span className={styles.start} aria-hidden="true">
            {event.startTime}
          </span>
          <span className={styles.detail} aria-hidden="true">
            {event.detail}
          </span>
          {event.repeats && (
            <span className={styles.repeats}>
              <Icon name="repeat" size="0.75rem" />
            </span>
          )}
        </button>
      </li>
    );
  },
  (before, after) =>
    before.selected === after.selected &&
    before.away === after.away &&
    before.tabStop === after.tabStop &&
    before.placed.event === after.placed.event &&
    before.placed.from === after.placed.from &&
    before.placed.to === after.placed.to &&
    before.placed.left === after.placed.left &&
    before.placed.width === after.placed.width,
);

interface PlaceVariables extends CSSProperties {
  readonly "--from"?: number;
  readonly "--length"?: number;
  readonly "--colour"?: string;
}

export const rangeStyle = ({ from, to }: MinuteRange): PlaceVariables => ({ "--from": from, "--length": to - from });

interface PlaceShare extends MinuteRange {
  readonly left: number;
  readonly width: number;
}

export function placeStyle({ from, to, left, width }: PlaceShare): PlaceVariables {
  return {
    ...rangeStyle({ from, to: Math.max(to, from + SHORTEST_DRAWN_MINUTES) }),
    left: `${left * 100}%`,
    width: `${width * 100}%`,
  };
}

export const colourStyle = (colour: string): PlaceVariables => ({ "--colour": colour });

/** How much there is room to say. */
export function sizeOf(minutes: number): "line" | "two" | "three" {
  return minutes < 40 ? "line" : minutes < 60 ? "two" : "three";
}
