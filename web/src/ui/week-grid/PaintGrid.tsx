import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { classes } from "../classes.ts";
import { Hidden } from "../Hidden.tsx";
import { Cursor } from "./Cursor.tsx";
import { DayHeads } from "./DayHeads.tsx";
import type { Axis } from "./grid-event.ts";
import { layOutDays } from "./layout.ts";
import { emptyPlace, idAt } from "./lookups.ts";
import { isMoveKey, keptWithin, type MoveKey, nudged } from "./moves.ts";
import { PaintColumn } from "./PaintColumn.tsx";
import { PaintGhosts } from "./PaintGhosts.tsx";
import styles from "./PaintGrid.module.css";
import type { PaintBlock, PaintWords } from "./paint-block.ts";
import { type PaintDrag, type PaintHold, paintDragOf, resized, sameDrag } from "./paint-moves.ts";
import { usePointerDrag } from "./pointer-drag.ts";
import { TimeAxis } from "./TimeAxis.tsx";
import { openingPlace, useOpeningScroll } from "./use-opening-scroll.ts";
import week from "./WeekGrid.module.css";
import {
  addMinutes,
  dateOf,
  type LocalDate,
  MINUTES_PER_DAY,
  minuteOf,
  minutesBetween,
  type WallTime,
} from "./wall-time.ts";

export interface PaintGridHandle {
  readonly focusBlock: (id: string) => void;
}

export interface PaintGridProps {
  readonly label: string;
  readonly days: readonly LocalDate[];
  /** A block that reaches into the days from outside may stand for one that is shown: then both have one id. */
  readonly blocks: readonly PaintBlock[];
  readonly stepMinutes: number;
  readonly axis: Axis;
  readonly words: PaintWords;
  readonly selectedId: string | null;
  readonly handle: RefObject<PaintGridHandle | null>;
  readonly onSelect: (id: string | null) => void;
  /** Opens the same minutes of each of the days. */
  readonly onPaint: (days: readonly LocalDate[], from: number, to: number) => void;
  readonly onPlace: (id: string, start: WallTime, end: WallTime, by: "pointer" | "keyboard") => void;
  readonly onRemove: (id: string) => void;
  /** Somebody wants to write the times of a block. */
  readonly onWrite: (id: string) => void;
  /** The keyboard has left a block: what was moved step by step stays where it is. */
  readonly onSettle: (id: string) => void;
}

const FIRST_LENGTH = 60;

/** Days to paint on: draw on empty ground, carry a block, pull its edges; and each of it by keyboard. */
export function PaintGrid(props: PaintGridProps) {
  const { days, blocks, stepMinutes, axis, words, selectedId } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const cursor = useRef<HTMLButtonElement>(null);
  const landing = useRef<string | null>(null);
  const helpId = useId();
  const byDay = useMemo(() => layOutDays(blocks, days), [blocks, days]);
  const open = useMemo(() => Object.fromEntries(days.map((day) => [day, byDay.get(day) ?? []])), [byDay, days]);

  const { drag, endsDrag, handlers } = usePointerDrag<PaintHold, PaintDrag>({
    body,
    scroller,
    days,
    hold: (target) => holdAt(target, blocks),
    dragOf: (hold, grip, pointer) => paintDragOf(hold, grip, pointer, { days, stepMinutes }),
    same: sameDrag,
    onDrop: (dropped, hold) => {
      if (dropped.kind === "draw") return props.onPaint(dropped.days, dropped.from, dropped.to);
      const stayed = hold.kind !== "ground" && hold.start === dropped.start && hold.end === dropped.end;
      if (stayed) return undefined;
      landing.current = dropped.id;
      return props.onPlace(dropped.id, dropped.start, dropped.end, "pointer");
    },
  });

  useOpeningScroll(scroller, body, { days, open, now: null });
  useImperativeHandle(props.handle, () => ({ focusBlock: (id) => blockElement(body.current, id)?.focus() }), []);
  // A block that came into another column is another element: the focus goes along.
  useLayoutEffect(() => {
    if (landing.current === null) return;
    const element = blockElement(body.current, landing.current);
    landing.current = null;
    element?.focus({ preventScroll: false });
  });

  function onClick(event: MouseEvent) {
    if (endsDrag() || !(event.target instanceof Element) || event.target.closest("[data-cursor]")) return;
    const id = idAt(event.target);
    if (id !== null) {
      blockElement(body.current, id)?.focus({ preventScroll: true });
      return props.onSelect(id);
    }
    if (selectedId !== null) return props.onSelect(null);
    const place = emptyPlace(event, body.current, days);
    if (place)
      props.onPaint([dateOf(place)], minuteOf(place), Math.min(minuteOf(place) + FIRST_LENGTH, MINUTES_PER_DAY));
  }

  function onKeyDown(event: KeyboardEvent) {
    const id = event.target instanceof Element ? idAt(event.target) : null;
    const block = blocks.find((one) => one.id === id && days.includes(dateOf(one.start)));
    if (id === null || block === undefined || event.metaKey || event.ctrlKey) return;
    const step = stepOf(event, block, props);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (step.kind === "place") {
      landing.current = id;
      props.onPlace(id, step.start, step.end, "keyboard");
    } else if (step.kind === "remove") {
      landing.current = neighbourOf(body.current, id);
      props.onRemove(id);
    } else if (step.kind === "write") props.onWrite(id);
    else props.onSelect(null);
  }

  function onFocus(event: FocusEvent) {
    const id = idAt(event.target);
    if (id !== null && id !== selectedId) props.onSelect(id);
  }
  function onBlur(event: FocusEvent) {
    const id = idAt(event.target);
    if (id !== null && landing.current === null) props.onSettle(id);
  }

  return (
    <section ref={scroller} className={classes(week.grid, styles.grid)} aria-label={props.label}>
      <DayHeads days={days} now={null} words={words} axis={axis} secondAxis={null} />
      <div className={week.frame}>
        <TimeAxis axis={axis} />
        <div
          ref={body}
          className={classes(week.body, styles.body)}
          data-dragging={drag === null ? undefined : drag.kind === "draw" ? "draw" : "carry"}
          onClick={onClick}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={onBlur}
          {...handlers}
        >
          {days.map((day) => (
            <PaintColumn
              key={day}
              day={day}
              label={words.head(day).label}
              placed={byDay.get(day) ?? []}
              selectedId={selectedId}
              awayId={drag?.kind === "place" ? drag.id : null}
              helpId={helpId}
            />
          ))}
          <Cursor
            days={days}
            stepMinutes={stepMinutes}
            home={openingPlace({ days, open, now: null })}
            button={cursor}
            range={words.range}
            spoken={words.spoken}
            onPick={(start, end) => {
              const from = minuteOf(start);
              const minutes = end === null ? FIRST_LENGTH : minutesBetween(start, end);
              props.onPaint([dateOf(start)], from, Math.min(from + minutes, MINUTES_PER_DAY));
            }}
          />
          {drag && <PaintGhosts drag={drag} days={days} words={words} />}
        </div>
      </div>
      <Hidden>
        <span id={helpId}>{words.keys}</span>
      </Hidden>
    </section>
  );
}

type Step =
  | { readonly kind: "place"; readonly start: WallTime; readonly end: WallTime }
  | { readonly kind: "remove" | "write" | "leave" };

/** What a key means on a block: arrows move it, with Shift they pull its end, with Alt its start. */
function stepOf(event: KeyboardEvent, block: PaintBlock, { stepMinutes, days }: PaintGridProps): Step | null {
  const { start, end } = block;
  if (isMoveKey(event.key)) {
    const key: MoveKey = event.key;
    const sideways = key === "ArrowLeft" || key === "ArrowRight";
    if (event.shiftKey || event.altKey) {
      if (sideways) return null;
      const side = event.shiftKey ? "end" : "start";
      const edge = nudged(side === "end" ? end : start, key, stepMinutes);
      return { kind: "place", ...resized(start, end, side, edge, stepMinutes) };
    }
    const moved = keptWithin(nudged(start, key, stepMinutes), days);
    return { kind: "place", start: moved, end: addMinutes(moved, minutesBetween(start, end)) };
  }
  if (event.shiftKey || event.altKey) return null;
  if (event.key === "Delete" || event.key === "Backspace") return { kind: "remove" };
  if (event.key === "Enter") return { kind: "write" };
  return event.key === "Escape" ? { kind: "leave" } : null;
}

/** A block and one that stands for it have one id: what is taken is the one that lies on the day of the press. */
function holdAt(target: Element, blocks: readonly PaintBlock[]): PaintHold | null {
  if (target.closest("[data-cursor]")) return null;
  const id = idAt(target);
  if (id === null) return { kind: "ground" };
  const day = target.closest("[data-day]")?.getAttribute("data-day") ?? "";
  const block = blocks.find((one) => one.id === id && dateOf(one.start) <= day && day <= dateOf(one.end));
  if (block === undefined) return null;
  const edge = target.getAttribute("data-edge");
  return { kind: edge === "start" || edge === "end" ? edge : "block", id, start: block.start, end: block.end };
}

function blockElement(body: HTMLElement | null, id: string): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[data-event="${CSS.escape(id)}"]:not([data-continued])`) ?? null;
}

/** Where the focus goes when a block is taken away: the next one, else the one before. */
function neighbourOf(body: HTMLElement | null, id: string): string | null {
  const all = [...(body?.querySelectorAll("[data-event]:not([data-continued])") ?? [])].map((element) =>
    element.getAttribute("data-event"),
  );
  const index = all.indexOf(id);
  return all[index + 1] ?? all[index - 1] ?? null;
}
