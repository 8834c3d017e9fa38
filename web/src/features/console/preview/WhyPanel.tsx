import { formatDate, formatTimeRange, zoneCity } from "../../../lib/time.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { addMinutes, dateOf, type WallTime } from "../../../ui/week-grid/wall-time.ts";
import { Explanation } from "../panel/Explanation.tsx";
import styles from "../panel/Panel.module.css";
import { useCoach } from "../shell/coach.ts";
import { OwnTime } from "./OwnTime.tsx";
import type { PreviewLink } from "./PreviewHeader.tsx";

export interface Picked {
  readonly start: WallTime;
  /** The instant of a start that is offered; an empty place is known by the clock alone. */
  readonly at: string | null;
}

interface WhyPanelProps {
  readonly picked: Picked;
  readonly link: PreviewLink;
  readonly minutes: number;
  readonly timeZone: string;
  readonly revision: number;
  readonly onClose: () => void;
}

/** Whether a client can book here, and every reason why not. */
export function WhyPanel({ picked, link, minutes, timeZone, revision, onClose }: WhyPanelProps) {
  const coach = useCoach();
  const moment = picked.at === null ? { local: picked.start, timeZone } : { at: picked.at };
  return (
    <Panel
      title={formatDate(dateOf(picked.start), "long")}
      onClose={onClose}
      footer={
        picked.at && (
          <a
            className={buttonClass({ size: "s" })}
            href={`${link.path}?date=${dateOf(picked.start)}`}
            target="_blank"
            rel="noreferrer"
          >
            Open this day
          </a>
        )
      }
    >
      <div className={styles.times}>
        <p className={styles.time}>{formatTimeRange(picked.start, addMinutes(picked.start, minutes))}</p>
        <p className={styles.zone}>in {zoneCity(timeZone)}</p>
        {timeZone !== coach.timeZone && <OwnTime moment={moment} date={dateOf(picked.start)} />}
      </div>
      <Explanation
        sessionTypeId={link.sessionType.id}
        minutes={minutes}
        start={moment}
        timeZone={coach.timeZone}
        revision={revision}
      />
    </Panel>
  );
}
