import { useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useNow } from "../../../lib/use-now.ts";
import { announce } from "../../../ui/Announcer.tsx";
import { WeekGrid, type WeekGridHandle } from "../../../ui/week-grid/WeekGrid.tsx";
import type { LocalDate, WallTime } from "../../../ui/week-grid/wall-time.ts";
import { canComeBack } from "../panel/undo-offers.ts";
import { useSessionActions } from "../panel/use-session-actions.ts";
import { useCoach } from "../shell/coach.ts";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { covers } from "./agenda-store.ts";
import styles from "./Calendar.module.css";
import { CalendarHeader } from "./CalendarHeader.tsx";
import { CalendarNotices } from "./CalendarNotices.tsx";
import { CalendarPanel } from "./CalendarPanel.tsx";
import { useCalendarPreferences } from "./calendar-preferences.ts";
import type { CalendarSetting } from "./calendar-setting.ts";
import { ClocksContext, commonZone, zoneOnDates } from "./clocks.ts";
import { openHoursOf } from "./coach-days.ts";
import { ghostFor } from "./ghost-for.ts";
import { createEventMaker } from "./grid-events.ts";
import { coachAxis, gridWords } from "./grid-words.ts";
import { Legend } from "./Legend.tsx";
import { LiveNews } from "./LiveNews.tsx";
import type { News } from "./news.ts";
import { secondZoneOf } from "./second-zone.ts";
import { useAgenda } from "./use-agenda.ts";
import { useCalendarDays } from "./use-calendar-days.ts";
import { useCalendarFocus } from "./use-calendar-focus.ts";
import { useCoachDays } from "./use-coach-days.ts";
import { useNarrow } from "./use-narrow.ts";
import { useSecondAxis } from "./use-second-axis.ts";

interface CalendarBoardProps {
  readonly setting: CalendarSetting;
  readonly now: WallTime;
  readonly today: LocalDate;
  readonly onHoursChanged: () => void;
}

const STEP_MINUTES = 15;
const UNDO_TICK_MS = 5000;

export function CalendarBoard({ setting, now, today, onHoursChanged }: CalendarBoardProps) {
  const coach = useCoach();
  const [, navigate] = useLocation();
  const narrow = useNarrow();
  const grid = useRef<WeekGridHandle>(null);
  const { preferences, prefer } = useCalendarPreferences(narrow);
  const view = useCalendarDays(today, preferences.days);
  const [news, setNews] = useState<readonly News[]>([]);
  const { agenda, error, retry, take } = useAgenda({ range: view.range, onNews: hear });
  const days = useCoachDays({ range: view.range, onChange: onHoursChanged, onOtherPlace: retry });
  const zoneOn = useMemo(() => zoneOnDates(setting.travel, coach.timeZone), [setting.travel, coach.timeZone]);
  const actions = useSessionActions(zoneOn, take);
  function hear(heard: readonly News[]) {
    if (actions.isWaiting()) return;
    setNews(heard);
    for (const { sentence } of heard) announce(sentence);
  }

  const words = useMemo(() => gridWords(days), [days]);
  const makeEvents = useMemo(createEventMaker, []);
  const { showCancelled } = preferences;
  const { underway } = actions;
  const instant = useNow(UNDO_TICK_MS);
  const events = useMemo(
    () =>
      makeEvents(agenda.bookings.values(), {
        ...{ now, underway, showCancelled, words },
        canComeBack: (session) => canComeBack(session, instant),
      }),
    [makeEvents, agenda.bookings, now, underway, showCancelled, words, instant],
  );
  const open = useMemo(() => openHoursOf(days, view.days), [days, view.days]);
  const focus = useCalendarFocus({ setting, sessions: agenda.bookings, view, grid, actions, now, open });
  const zone = commonZone(view.days, zoneOn);
  const axis = useMemo(() => coachAxis(zone), [zone]);
  const axisDay = view.days.includes(today) ? today : (view.days[0] ?? today);
  const axisZone = zoneOn(axisDay);
  const clientZone = preferences.secondZone ? secondZoneOf(focus.focus, agenda.bookings, axisZone) : null;
  const secondAxis = useSecondAxis({ day: axisDay, from: axisZone, to: clientZone });
  const ghost = ghostFor(focus.focus, agenda.bookings, setting.types, words);

  const showMonth = () => navigate(view.date === today ? "/console/month" : `/console/month?date=${view.date}`);

  useShortcuts({
    today: () => view.show(today),
    previous: () => view.turn(-1),
    next: () => view.turn(1),
    month: showMonth,
    new: focus.startNew,
    cursor: () => grid.current?.focusCursor(),
    "second-zone": () => prefer({ secondZone: !preferences.secondZone }),
    cancelled: () => prefer({ showCancelled: !showCancelled }),
    ...(focus.focus.kind !== "none" && { close: focus.close }),
  });

  return (
    <div className={styles.calendar} data-panel={focus.focus.kind === "none" ? undefined : true}>
      <div className={styles.week}>
        <CalendarHeader
          view={view}
          today={today}
          narrow={narrow}
          preferences={preferences}
          prefer={prefer}
          onNew={focus.startNew}
          onMonth={showMonth}
          news={<LiveNews news={news} onOpen={focus.open} onHeard={() => setNews([])} />}
        />
        <CalendarNotices error={error} refusal={agenda.refusal} onRetry={retry} waiting={!covers(agenda, view.days)} />
        <div className={styles.grid} aria-busy={!covers(agenda, view.days)}>
          <WeekGrid
            label="Calendar"
            days={view.days}
            events={events}
            open={open}
            now={now}
            stepMinutes={STEP_MINUTES}
            axis={axis}
            secondAxis={secondAxis}
            words={words}
            selectedId={focus.focus.kind === "session" ? focus.focus.id : null}
            ghost={ghost}
            handle={grid}
            onSelect={focus.open}
            onPick={focus.pick}
            onCarry={focus.carry}
            onConfirmGhost={focus.confirm}
            onDropGhost={focus.back}
          />
        </div>
        <Legend narrow={narrow} />
      </div>
      <ClocksContext value={zoneOn}>
        <CalendarPanel at={focus} setting={setting} agenda={agenda} actions={actions} now={now} />
      </ClocksContext>
    </div>
  );
}
