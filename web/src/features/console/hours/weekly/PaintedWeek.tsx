import { type RefObject, useEffect, useMemo, useRef } from "react";
import { formatHour, formatShortRange, formatStart, formatWeekday } from "../../../../lib/calendar.ts";
import { addDays } from "../../../../lib/dates.ts";
import { formatTime, formatTimeRange, zoneCity } from "../../../../lib/time.ts";
import { announce } from "../../../../ui/Announcer.tsx";
import { PaintGrid, type PaintGridHandle } from "../../../../ui/week-grid/PaintGrid.tsx";
import type { PaintBlock, PaintWords } from "../../../../ui/week-grid/paint-block.ts";
import {
  dateOf,
  daysBetween,
  type LocalDate,
  minuteOf,
  minutesBetween,
  type WallTime,
  wallTime,
} from "../../../../ui/week-grid/wall-time.ts";
import { circleOf, closed, DAY, dayOf, type OpenWeek, type OpenWindow, opened, placed, settled } from "./open-week.ts";
import { inDraft } from "./template-edits.ts";
import type { TemplateEditor } from "./use-template-draft.ts";

interface PaintedWeekProps {
  readonly editor: TemplateEditor;
  /** Days of the circle, in the order in which they are shown. */
  readonly days: readonly number[];
  readonly selectedKey: string | null;
  readonly grid: RefObject<PaintGridHandle | null>;
  readonly onSelect: (key: string | null) => void;
  readonly onWrite: () => void;
}

/** A Sunday: the circle of weeks begins there, on a calendar that nobody sees. */
const ORIGIN = "2023-01-01";
const STEP_MINUTES = 15;
const KEYS =
  "Arrow keys move it, Shift with up and down moves its end, Alt with up and down its start. Enter writes its times, Delete closes it.";

/** The week of some hours, painted. */
export function PaintedWeek({ editor, days, selectedKey, grid, onSelect, onWrite }: PaintedWeekProps) {
  const { draft, edit, amend } = editor;
  const dates = useMemo(() => days.map((day) => addDays(ORIGIN, day)), [days]);
  const blocks = useMemo(() => blocksOf(draft, dates), [draft, dates]);
  const axis = { name: zoneCity(draft.timeZone), title: `Times in ${draft.timeZone}`, hours: HOURS.map(formatHour) };
  const landing = useRef<string | null>(null);
  useEffect(() => {
    if (landing.current === null) return;
    grid.current?.focusBlock(landing.current);
    landing.current = null;
  });

  function paint(on: readonly LocalDate[], from: number, to: number) {
    const circleDays = on.map((date) => daysBetween(ORIGIN, date) % (7 * draft.cycleWeeks));
    edit((before) => {
      const next = inDraft((week) => opened(week, circleDays, from, to))(before);
      landing.current = coveringKey(next, (circleDays[0] ?? 0) * DAY + from);
      return next;
    });
    const [first, last] = [on[0] ?? ORIGIN, on.at(-1) ?? ORIGIN];
    const name = on.length > 1 ? `${dayName(first)} to ${dayName(last)}` : dayName(first);
    announce(`Open on ${name}, ${formatTimeRange(wallTime(first, from), wallTime(first, to))}`);
  }
  function place(key: string, start: WallTime, end: WallTime, by: "pointer" | "keyboard") {
    const move = (week: OpenWeek) => placed(week, key, minutesFromOrigin(start), minutesBetween(start, end));
    edit(
      inDraft((week) => (by === "pointer" ? settled(move(week), key) : move(week))),
      by === "keyboard" ? `move ${key}` : null,
    );
    if (by === "keyboard") announce(spoken(start, end));
  }

  return (
    <PaintGrid
      label="Open hours of the week"
      days={dates}
      blocks={blocks}
      stepMinutes={STEP_MINUTES}
      axis={axis}
      words={WORDS}
      selectedId={selectedKey}
      handle={grid}
      onSelect={onSelect}
      onPaint={paint}
      onPlace={place}
      onRemove={(key) => {
        edit(inDraft((week) => closed(week, key)));
        announce("Closed.");
      }}
      onWrite={onWrite}
      onSettle={(key) => amend(settledDraft(key))}
    />
  );
}

const settledDraft = (key: string) => (draft: TemplateEditor["draft"]) => {
  const week = settled(draft, key);
  return week === draft ? draft : { ...draft, windows: week.windows };
};

/** A window that runs over the end of the circle is shown at its beginning too. */
function blocksOf(week: OpenWeek, dates: readonly LocalDate[]): PaintBlock[] {
  const first = wallTime(dates[0] ?? ORIGIN, 0);
  const last = wallTime(dates.at(-1) ?? ORIGIN, DAY);
  const circle = circleOf(week);
  return week.windows.flatMap((window) =>
    [-circle, 0, circle]
      .map((turn) => blockOf(window, window.at + turn))
      .filter(({ start, end }) => start < last && first < end),
  );
}

function blockOf({ key, minutes }: OpenWindow, at: number): PaintBlock {
  const start = wallTime(ORIGIN, at);
  const end = wallTime(ORIGIN, at + minutes);
  return {
    id: key,
    start,
    end,
    time: formatShortRange(start, end),
    startTime: formatStart(start),
    endTime: formatStart(end),
    label: `Open, ${spoken(start, end)}`,
  };
}

const minutesFromOrigin = (wall: WallTime): number => daysBetween(ORIGIN, dateOf(wall)) * DAY + minuteOf(wall);

const coveringKey = ({ windows }: OpenWeek, at: number): string | null =>
  windows.find((window) => window.at <= at && at < window.at + window.minutes)?.key ??
  windows.find((window) => dayOf(window) === Math.floor(at / DAY))?.key ??
  null;

const dayName = (date: LocalDate): string => formatWeekday(date, "long");

/** "Monday, 9:00 – 17:00", or with both days where it runs past midnight. */
function spoken(start: WallTime, end: WallTime): string {
  const over = dateOf(start) !== dateOf(end) && minuteOf(end) > 0;
  if (!over) return `${dayName(dateOf(start))}, ${formatTimeRange(start, end)}`;
  return `${dayName(dateOf(start))}, ${formatTime(start)}, until ${dayName(dateOf(end))}, ${formatTime(end)}`;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const WORDS: PaintWords = {
  head: (date) => ({ weekday: formatWeekday(date, "short"), day: "", label: dayName(date), note: null }),
  range: formatShortRange,
  start: formatStart,
  spoken,
  keys: KEYS,
};
