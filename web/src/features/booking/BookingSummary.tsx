import { dateOf, formatDate, formatDuration, formatOffset, formatTime, zoneCity } from "../../lib/time.ts";
import { classes } from "../../ui/classes.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import card from "../session/Card.module.css";
import { placeFact, SessionSummary } from "../session/SessionSummary.tsx";
import type { Slot } from "../slots/slot-board.ts";
import type { ViewerZone } from "../slots/viewer-zone.ts";
import type { Page } from "./BookingFlow.tsx";
import styles from "./BookingSummary.module.css";
import type { Hold } from "./hold.ts";

type BookingSummaryProps = {
  page: Page | null;
  minutes: number | null;
  onMinutes: (minutes: number) => void;
  hold: Hold;
  step: "date" | "time" | "details";
  zone: ViewerZone;
};

export function BookingSummary({ page, minutes, onMinutes, hold, step, zone }: BookingSummaryProps) {
  if (!page) return <SummarySkeleton />;
  const { coach, sessionType } = page;
  const length = minutes ?? sessionType.minutes[0] ?? 0;
  const slot = hold.kind === "none" ? null : hold.slot;
  const lengths = sessionType.minutes.map((each) => ({ id: String(each), label: formatDuration(each) }));
  return (
    <div className={classes(card["about"], styles["about"])} data-step={step}>
      <SessionSummary
        coach={coach}
        session={sessionType}
        facts={[
          ...(lengths.length > 1 && step !== "details"
            ? []
            : [{ icon: "clock" as const, label: "Length", text: formatDuration(length) }]),
          placeFact(sessionType.place, false),
          ...(step === "details"
            ? [
                {
                  icon: "calendar" as const,
                  label: "When",
                  text: slot ? (
                    <When local={slot.localStart} lost={hold.kind === "lost"} />
                  ) : (
                    <Skeleton width="11rem" />
                  ),
                },
              ]
            : []),
          ...(step === "details"
            ? [{ icon: "globe" as const, label: "Time zone", text: zoneText(zone.id, slot) }]
            : []),
        ]}
      >
        {lengths.length > 1 && step !== "details" && (
          <Segmented
            label="Length"
            hideLabel
            options={lengths}
            value={String(length)}
            onChange={(id) => onMinutes(Number(id))}
          />
        )}
      </SessionSummary>
      <div className={styles["brief"]}>
        <h1 className={styles["briefName"]}>{sessionType.name}</h1>
        <span>
          {slot && step === "details"
            ? `${formatDate(dateOf(slot.localStart), "short")}, ${formatTime(slot.localStart)}`
            : formatDuration(length)}{" "}
          with {coach.name}, {zoneCity(zone.id)} time
        </span>
      </div>
    </div>
  );
}

/** "Kathmandu time, UTC+5:45"; the offset tells an hour that comes twice apart. */
function zoneText(zone: string, slot: Slot | null): string {
  const city = zoneCity(zone);
  return slot ? `${city} time, ${formatOffset(slot.offsetMinutes)}` : `${city} time`;
}

function When({ local, lost }: { local: string; lost: boolean }) {
  const text = (
    <>
      {formatDate(dateOf(local), "long")}, <strong className={styles["time"]}>{formatTime(local)}</strong>
    </>
  );
  return lost ? <s className={styles["lost"]}>{text}</s> : text;
}

function SummarySkeleton() {
  return (
    <div className={classes(card["about"], styles["bones"])} aria-busy="true">
      <Skeleton width="60%" height="2.5rem" />
      <Skeleton width="80%" height="1.75rem" />
      <Skeleton width="100%" height="2.5rem" />
      <Skeleton width="45%" />
      <Skeleton width="50%" />
    </div>
  );
}
