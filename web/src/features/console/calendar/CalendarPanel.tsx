import { GHOST_ID } from "../../../ui/week-grid/grid-event.ts";
import { MovePanel } from "../panel/MovePanel.tsx";
import { NewSessionPanel } from "../panel/NewSessionPanel.tsx";
import { PlacePanel } from "../panel/PlacePanel.tsx";
import { SessionPanel } from "../panel/SessionPanel.tsx";
import type { SessionActions } from "../panel/use-session-actions.ts";
import { SeriesMovePanel } from "../series/change/SeriesMovePanel.tsx";
import type { Agenda } from "./agenda-store.ts";
import { minutesOf, namesInTheWay } from "./bookings.ts";
import styles from "./Calendar.module.css";
import type { CalendarSetting } from "./calendar-setting.ts";
import type { CalendarFocus } from "./use-calendar-focus.ts";

interface CalendarPanelProps {
  readonly at: CalendarFocus;
  readonly setting: CalendarSetting;
  readonly agenda: Agenda;
  readonly actions: SessionActions;
  readonly now: string;
}

/** Beside the week, never over it: what the coach is at. */
export function CalendarPanel(props: CalendarPanelProps) {
  if (props.at.focus.kind === "none") return null;
  return (
    <div className={styles.panel}>
      <PanelContent {...props} />
    </div>
  );
}

function PanelContent({ at, setting, agenda, actions, now }: CalendarPanelProps) {
  const { focus, progress } = at;
  const session = focus.kind === "session" || focus.kind === "move" ? agenda.bookings.get(focus.id) : undefined;
  if (focus.kind === "session" && session) {
    return (
      <SessionPanel
        key={session.id}
        session={session}
        now={now}
        actions={actions}
        onClose={at.close}
        onMove={() => at.startMove(session.id)}
      />
    );
  }
  if (focus.kind === "move" && session?.series) {
    return <SeriesMovePanel key={session.id} session={session} start={focus.start} at={at} during={actions.during} />;
  }
  if (focus.kind === "move" && session) {
    return (
      <MovePanel
        key={session.id}
        session={session}
        start={focus.start}
        message={at.message}
        outcome={progress.outcome}
        busy={progress.busyId === session.id}
        inTheWay={namesInTheWay(agenda.bookings.values(), focus.start, minutesOf(session), session.id)}
        onStart={(start) => at.carry(GHOST_ID, start, "pointer")}
        onMessage={at.write}
        onConfirm={() => void at.move()}
        onKeep={at.back}
      />
    );
  }
  if (focus.kind === "place") {
    return (
      <PlacePanel
        draft={focus.draft}
        types={setting.types}
        revision={agenda.revision}
        onDraft={at.change}
        onNew={at.startNew}
        onClose={at.close}
      />
    );
  }
  if (focus.kind !== "new") return null;
  const { draft } = focus;
  return (
    <NewSessionPanel
      draft={draft}
      types={setting.types}
      inTheWay={namesInTheWay(agenda.bookings.values(), draft.start, draft.minutes, null)}
      onDraft={at.change}
      onBook={at.book}
      onClose={at.close}
    />
  );
}
