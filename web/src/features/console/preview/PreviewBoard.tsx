import { useMemo, useRef, useState } from "react";
import { addDays } from "../../../lib/dates.ts";
import { useHabits } from "../../../lib/habits.ts";
import { formatDate, formatTimeRange, wallTime } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { WeekGrid, type WeekGridHandle } from "../../../ui/week-grid/WeekGrid.tsx";
import { addMinutes, dateOf } from "../../../ui/week-grid/wall-time.ts";
import { useNextFree } from "../../slots/use-next-free.ts";
import { useSlotBoard } from "../../slots/use-slot-board.ts";
import { useZoneClock } from "../../slots/viewer-zone.ts";
import calendar from "../calendar/Calendar.module.css";
import { daysShown } from "../calendar/calendar-view.ts";
import { coachAxis, gridWords } from "../calendar/grid-words.ts";
import { openBetween } from "../calendar/open-hours.ts";
import { useNarrow } from "../calendar/use-narrow.ts";
import { useCoach } from "../shell/coach.ts";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { PreviewHeader, type PreviewLink } from "./PreviewHeader.tsx";
import { slotEdges, slotEvents } from "./slot-events.ts";
import { type Picked, WhyPanel } from "./WhyPanel.tsx";

interface PreviewBoardProps {
  readonly link: PreviewLink;
  readonly links: readonly PreviewLink[];
  readonly onLink: (id: string) => void;
}

const STEP_MINUTES = 15;

/** One week of a booking page on the clocks of any zone. What is offered is drawn; every other place answers why not. */
export function PreviewBoard({ link, links, onLink }: PreviewBoardProps) {
  const coach = useCoach();
  const narrow = useNarrow();
  const { firstWeekday } = useHabits();
  const grid = useRef<WeekGridHandle>(null);
  const [chosen, setZone] = useState({ id: coach.timeZone, offsetMinutes: coach.offsetMinutes });
  const zone = useZoneClock(chosen);
  const now = wallTime(useNow(15_000), zone.offsetMinutes);
  const [date, setDate] = useState(dateOf(now));
  const [length, setLength] = useState(link.minutes[0] ?? 60);
  const [picked, setPicked] = useState<Picked | null>(null);
  const count = narrow ? 3 : 7;
  const days = useMemo(() => daysShown(date, count, firstWeekday), [date, count, firstWeekday]);
  const [from, to] = [days[0] ?? date, days.at(-1) ?? date];
  const source = { coach: coach.slug, link: link.slug, minutes: length, timeZone: zone.id };
  const { board, problem, unreachable } = useSlotBoard({
    ...source,
    from: addDays(from, -1),
    to,
  });
  const { colour, capacity } = link.sessionType;
  const events = useMemo(
    () => (board ? slotEvents(board, length, colour, capacity > 1) : []),
    [board, length, colour, capacity],
  );
  const open = useMemo(() => (board ? openBetween(days, slotEdges(board, length)) : null), [board, days, length]);
  const empty = board !== null && events.every(({ end }) => dateOf(end) < from);
  const nextFree = useNextFree(empty ? { ...source, from: addDays(to, 1), to: addDays(to, 365) } : null);
  const axis = useMemo(() => coachAxis(zone.id), [zone.id]);
  const turn = (pages: number) => setDate(addDays(date, pages * count));
  const close = () => setPicked(null);
  const pick = (start: string) => setPicked({ start, at: null });
  useShortcuts({
    today: () => setDate(dateOf(now)),
    previous: () => turn(-1),
    next: () => turn(1),
    cursor: () => grid.current?.focusCursor(),
    ...(picked && { close }),
  });
  const ghost = picked?.at === null ? ghostAt(picked.start, length) : null;
  return (
    <div className={calendar.calendar} data-panel={picked ? true : undefined}>
      <div className={calendar.week}>
        <PreviewHeader
          {...{ link, links, onLink, length, narrow, days, zone }}
          today={dateOf(now)}
          onLength={(minutes) => {
            close();
            setLength(minutes);
          }}
          onZone={(next) => {
            close();
            setZone(next);
          }}
          onTurn={turn}
          onDate={setDate}
        />
        {(problem || unreachable) && (
          <div className={calendar.notice}>
            <Notice tone="warning" live>
              {problem?.message ?? "The booking page cannot be reached. Trying again…"}
            </Notice>
          </div>
        )}
        {board && nextFree !== undefined && (
          <div className={calendar.notice}>
            <EmptyWeek nextFree={nextFree} onDate={setDate} />
          </div>
        )}
        <div className={calendar.grid} aria-busy={board === null}>
          <WeekGrid
            key={zone.id}
            label="What clients are offered"
            {...{ days, events, open, now, axis, words, ghost }}
            stepMinutes={STEP_MINUTES}
            secondAxis={null}
            selectedId={picked?.at ?? null}
            handle={grid}
            onSelect={(at) => setPicked({ start: events.find(({ id }) => id === at)?.start ?? at, at })}
            onPick={pick}
            onCarry={(_id, start) => pick(start)}
            onConfirmGhost={() => undefined}
            onDropGhost={close}
          />
        </div>
      </div>
      {picked && (
        <div className={calendar.panel}>
          <WhyPanel
            key={`${picked.start} ${picked.at}`}
            {...{ picked, link }}
            minutes={length}
            timeZone={zone.id}
            revision={board?.revision ?? 0}
            onClose={close}
          />
        </div>
      )}
    </div>
  );
}

function EmptyWeek({ nextFree, onDate }: { nextFree: string | null; onDate: (date: string) => void }) {
  return (
    <Notice
      live
      {...(nextFree && {
        actions: (
          <Button size="s" onPress={() => onDate(nextFree)}>
            Next free: {formatDate(nextFree, "short")}
          </Button>
        ),
      })}
    >
      {nextFree ? "Clients find nothing free in these days." : "Clients find nothing free in these days or later."}
    </Notice>
  );
}

const words = {
  ...gridWords(new Map()),
  newTitle: "Why not?",
  head: (date: string) => ({ ...gridWords(new Map()).head(date), label: `Free times on ${formatDate(date, "long")}` }),
};

function ghostAt(start: string, minutes: number) {
  const end = addMinutes(start, minutes);
  const time = formatTimeRange(start, end);
  return {
    movesId: null,
    ...{ start, end, time },
    title: "Why not?",
    startTime: time,
    label: words.spoken(start, end),
    colour: "#5b6470",
  };
}
