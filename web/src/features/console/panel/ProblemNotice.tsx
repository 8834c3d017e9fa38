import { useEffect, useRef } from "react";
import { formatDate, formatTime } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { dateOf, type WallTime } from "../../../ui/week-grid/wall-time.ts";
import { useZoneOn } from "../calendar/clocks.ts";
import type { Outcome } from "./outcome.ts";
import styles from "./Panel.module.css";

interface ProblemNoticeProps {
  readonly outcome: Outcome | null;
  /** The start that was asked for. */
  readonly start?: WallTime;
  /** Takes one of the times that are free instead. */
  readonly onAlternative?: (start: WallTime) => void;
}

/** Why it was not done, where it was asked for, and the times that would do. */
export function ProblemNotice({ outcome, start, onAlternative }: ProblemNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome !== null) place.current?.scrollIntoView({ block: "nearest" });
  }, [outcome]);
  return (
    <div ref={place} className={styles.problem}>
      <NoticeOf outcome={outcome} {...(start && { start })} {...(onAlternative && { onAlternative })} />
    </div>
  );
}

function NoticeOf({ outcome, start, onAlternative }: ProblemNoticeProps) {
  const zoneOn = useZoneOn();
  if (outcome === null || outcome.kind === "done") return null;
  if (outcome.kind !== "taken") {
    return (
      <Notice tone={outcome.kind === "unknown" ? "warning" : "danger"} live>
        {outcome.message}
      </Notice>
    );
  }
  const { message } = outcome;
  // They are told in the zone of the start: on a day in another one their wall time would mean another moment.
  const zone = start && zoneOn(dateOf(start));
  const alternatives = outcome.alternatives.filter(({ localStart }) => zoneOn(dateOf(localStart)) === zone);
  const actions =
    onAlternative &&
    alternatives.length > 0 &&
    alternatives.map(({ startAt, localStart }) => (
      <Button key={startAt} size="s" onPress={() => onAlternative(localStart)}>
        {formatDate(dateOf(localStart), "short")}, {formatTime(localStart)}
      </Button>
    ));
  return (
    <Notice tone="warning" title="This time is not free" actions={actions} live>
      {message}
    </Notice>
  );
}
