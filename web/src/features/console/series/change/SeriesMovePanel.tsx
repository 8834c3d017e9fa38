import { useEffect, useRef, useState } from "react";
import { useSeriesOfSessionQuery } from "../../../../generated/console.ts";
import { wallTime } from "../../../../lib/time.ts";
import { GHOST_ID } from "../../../../ui/week-grid/grid-event.ts";
import { dateOf, type WallTime } from "../../../../ui/week-grid/wall-time.ts";
import { minutesOf, type Session, titleOf } from "../../calendar/bookings.ts";
import { useZoneOn } from "../../calendar/clocks.ts";
import type { CalendarFocus } from "../../calendar/use-calendar-focus.ts";
import { ChangeLine } from "../../panel/MovePanel.tsx";
import styles from "../../panel/Panel.module.css";
import { StartFields } from "../../panel/StartFields.tsx";
import type { OwnChanges } from "../../panel/use-own-changes.ts";
import { useCoach } from "../../shell/coach.ts";
import { ChangePanel } from "./ChangePanel.tsx";
import { type ChangeDraft, newChange } from "./change-draft.ts";
import { ScopeField } from "./ScopeField.tsx";

interface SeriesMovePanelProps {
  readonly session: Session;
  /** Where it was carried to. */
  readonly start: WallTime;
  readonly at: CalendarFocus;
  readonly during: OwnChanges["during"];
}

/** A session of a series on its way to another time: alone, or with those after it, or with all. */
export function SeriesMovePanel({ session, start, at, during }: SeriesMovePanelProps) {
  const coach = useCoach();
  const zoneOn = useZoneOn();
  const { data } = useSeriesOfSessionQuery({ variables: { id: session.series?.id ?? "" } });
  const series = data?.node?.__typename === "Series" ? data.node : null;
  const minutes = minutesOf(session);
  const [rest, setRest] = useState<ChangeDraft>(() =>
    newChange({
      kind: "move",
      recurrenceId: session.recurrenceId ?? "",
      start,
      minutes,
      sessionTypeId: session.sessionType.id,
    }),
  );
  const scope = useRef<HTMLDivElement>(null);
  const asked = useRef(at.asking);
  useEffect(() => {
    if (asked.current === at.asking) return;
    asked.current = at.asking;
    scope.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, [at.asking]);
  return (
    <ChangePanel
      title={`Move ${titleOf(session)}`}
      series={series}
      draft={{ ...rest, start, message: at.message }}
      idle={start === session.localStart}
      today={dateOf(wallTime(Date.now(), coach.offsetMinutes))}
      startZone={zoneOn(dateOf(start))}
      during={during}
      onChange={({ message, ...change }) => {
        if (message !== undefined) at.write(message);
        setRest((before) => ({ ...before, ...change }));
      }}
      onClose={at.back}
      onDone={() => at.arrived(session.id)}
    >
      <dl className={styles.change}>
        <ChangeLine name="From" start={session.localStart} minutes={minutes} old />
        <ChangeLine name="To" start={start} minutes={minutes} />
      </dl>
      <StartFields
        start={start}
        minutes={minutes}
        onChange={(next) => at.carry(GHOST_ID, next, "pointer")}
        error={undefined}
      />
      <div ref={scope}>
        <ScopeField
          label="Which sessions move"
          scope={rest.scope}
          onChange={(next) => setRest((before) => ({ ...before, scope: next, choices: new Map() }))}
        />
      </div>
    </ChangePanel>
  );
}
