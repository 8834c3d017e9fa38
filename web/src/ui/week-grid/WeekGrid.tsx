import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { Cursor } from "./Cursor.tsx";
import { DayColumn } from "./DayColumn.tsx";
import { DayHeads } from "./DayHeads.tsx";
import { Ghost } from "./Ghost.tsx";
import { type Axis, GHOST_ID, type GridEvent, type GridGhost, type GridWords, type OpenHours } from "./grid-event.ts";
import { layOutDays } from "./layout.ts";
import { emptyPlace, eventElement, firstKnown, ghostOf, handleAt, idAt, idOnDay } from "./lookups.ts";
import { isMoveKey, nudged } from "./moves.ts";
import { NowLine } from "./NowLine.tsx";
import { TimeAxis } from "./TimeAxis.tsx";
import { useGridDrag } from "./use-grid-drag.ts";
import { openingPlace, useKeptInSight, useOpeningScroll } from "./use-opening-scroll.ts";
import styles from "./WeekGrid.module.css";
import { inReadingOrder, isWalkKey, walked } from "./walk.ts";
import { dateOf, type LocalDate, type WallTime } from "./wall-time.ts";

/** What the page may ask of the grid. */
export interface WeekGridHandle {
  readonly focusEvent: (id: string) => void;
  readonly focusGhost: () => void;
  readonly focusCursor: () => void;
}

export interface WeekGridProps {
  readonly label: string;
  readonly days: readonly LocalDate[];
  readonly events: readonly GridEvent[];
  /** Null while it is not known; then nothing is shaded. */
  readonly open: OpenHours | null;
  readonly now: WallTime | null;
  readonly stepMinutes: number;
  readonly axis: Axis;
  readonly secondAxis: Axis | null;
  readonly words: GridWords;
  readonly selectedId: string | null;
  readonly ghost: GridGhost | null;
  readonly handle: RefObject<WeekGridHandle | null>;
  readonly onSelect: (id: string) => void;
  /** An empty place, with its end when one was drawn. */
  readonly onPick: (start: WallTime, end: WallTime | null) => void;
  /** An event, or the ghost, is to start elsewhere. */
  readonly onCarry: (id: string, start: WallTime, by: "pointer" | "keyboard") => void;
  readonly onConfirmGhost: () => void;
  readonly onDropGhost: () => void;
}

/** Days side by side with their events. It knows wall times and no zones, places and no meaning. */
export function WeekGrid(props: WeekGridProps) {
  const { days, events, open, now, axis, secondAxis, words, selectedId, stepMinutes } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const ghostButton = useRef<HTMLButtonElement>(null);
  const cursorButton = useRef<HTMLButtonElement>(null);
  const byDay = useMemo(() => layOutDays(events, days), [events, days]);
  const ordered = useMemo(() => inReadingOrder(events), [events]);
  const byId = useMemo(() => new Map(events.map((event) => [event.id, event])), [events]);
  const [walkedId, setWalkedId] = useState<string | null>(null);
  const tabStopId = firstKnown(byId, walkedId, selectedId, ordered[0]?.id);

  const { drag, endsDrag, handlers } = useGridDrag({
    body,
    scroller,
    days,
    stepMinutes,
    handleAt: (target) => handleAt(target, byId, props.ghost),
    onDrop: ({ id, start, end }) => (id === null ? props.onPick(start, end) : props.onCarry(id, start, "pointer")),
  });
  const ghost = ghostOf(drag, props.ghost, byId, words);

  useOpeningScroll(scroller, body, props);
  useKeptInSight(scroller, body, drag === null ? (props.ghost?.start ?? selectedId) : null);
  useImperativeHandle(
    props.handle,
    () => ({
      focusEvent: (id) => eventElement(body.current, id)?.focus(),
      focusGhost: () => ghostButton.current?.focus(),
      focusCursor: () => cursorButton.current?.focus(),
    }),
    [],
  );

  function onClick(event: MouseEvent) {
    if (endsDrag() || !(event.target instanceof Element) || event.target.closest("[data-cursor]")) return;
    const id = idAt(event.target);
    if (id === GHOST_ID) return event.detail === 0 ? props.onConfirmGhost() : undefined;
    if (id !== null) {
      setWalkedId(id);
      return props.onSelect(id);
    }
    const place = emptyPlace(event, body.current, days);
    if (place) props.onPick(place, null);
  }

  function onKeyDown(event: KeyboardEvent) {
    const id = event.target instanceof Element ? idAt(event.target) : null;
    if (id === null || event.metaKey || event.ctrlKey || event.altKey) return;
    if (id === GHOST_ID) return onGhostKey(event, props);
    const from = byId.get(id);
    if (from === undefined) return;
    if (event.shiftKey && isMoveKey(event.key) && from.movable) {
      consume(event);
      return props.onCarry(id, nudged(from.start, event.key, stepMinutes), "keyboard");
    }
    if (event.shiftKey || !isWalkKey(event.key)) return;
    consume(event);
    const next = walked(ordered, from, event.key).id;
    setWalkedId(next);
    eventElement(body.current, next)?.focus();
  }

  return (
    <section
      ref={scroller}
      className={styles.grid}
      data-second={secondAxis !== null || undefined}
      aria-label={props.label}
    >
      <DayHeads days={days} now={now} words={words} axis={axis} secondAxis={secondAxis} />
      <div className={styles.frame}>
        {secondAxis && <TimeAxis axis={secondAxis} />}
        <TimeAxis axis={axis} />
        <div
          ref={body}
          className={styles.body}
          data-dragging={drag === null ? undefined : drag.id === null ? "draw" : "carry"}
          onClick={onClick}
          onKeyDown={onKeyDown}
          {...handlers}
        >
          {days.map((day) => (
            <DayColumn
              key={day}
              label={words.head(day).label}
              today={now !== null && dateOf(now) === day}
              placed={byDay.get(day) ?? []}
              open={open === null ? null : (open[day] ?? CLOSED)}
              selectedId={idOnDay(byDay.get(day), selectedId)}
              awayId={idOnDay(byDay.get(day), ghost?.movesId ?? null)}
              tabStopId={idOnDay(byDay.get(day), tabStopId)}
            />
          ))}
          {now !== null && <NowLine now={now} days={days} />}
          <Cursor
            days={days}
            stepMinutes={stepMinutes}
            home={openingPlace(props)}
            button={cursorButton}
            range={words.range}
            spoken={words.spoken}
            onPick={props.onPick}
          />
          {ghost && <Ghost ghost={ghost} days={days} carried={drag !== null} button={ghostButton} />}
        </div>
      </div>
    </section>
  );
}

const CLOSED: readonly never[] = [];

function consume(event: KeyboardEvent) {
  event.preventDefault();
  event.stopPropagation();
}

function onGhostKey(event: KeyboardEvent, { ghost, stepMinutes, onCarry, onConfirmGhost, onDropGhost }: WeekGridProps) {
  if (ghost === null) return;
  if (isMoveKey(event.key)) {
    consume(event);
    onCarry(GHOST_ID, nudged(ghost.start, event.key, stepMinutes), "keyboard");
  } else if (event.key === "Enter") {
    consume(event);
    onConfirmGhost();
  } else if (event.key === "Escape") {
    consume(event);
    onDropGhost();
  }
}
