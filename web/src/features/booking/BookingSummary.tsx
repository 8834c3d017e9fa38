import { dateOf, formatDate, formatDuration, formatOffset, formatTime, zoneCity } from "../../lib/time.ts";
import { ConnectionStatus } from "../../ui/ConnectionStatus.tsx";
import { classes } from "../../ui/classes.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import card from "../session/Card.module.css";
import { placeFact, SessionSummary, type SessionSummaryProps } from "../session/SessionSummary.tsx";
import type { WallMoment } from "../session/use-moment.ts";
import type { SlotBoard } from "../slots/slot-board.ts";
import type { ViewerZone } from "../slots/viewer-zone.ts";
import type { Page } from "./BookingFlow.tsx";
import styles from "./BookingSummary.module.css";
import type { Hold } from "./hold.ts";
import { seatsLeft } from "./seats.ts";

type BookingSummaryProps = {
  page: Page | null;
  minutes: number | null;
  onMinutes: (minutes: number) => void;
  /** The chosen start; null until it is known. */
  chosen: WallMoment | null;
  hold: Hold;
  board: SlotBoard | null;
  step: "date" | "time" | "details" | "wait";
  zone: ViewerZone;
};
type Facts = SessionSummaryProps["facts"];

export function BookingSummary({ page, minutes, onMinutes, chosen, hold, board, step, zone }: BookingSummaryProps) {
  if (!page) return <SummarySkeleton />;
  const { coach, sessionType } = page;
  const length = minutes ?? page.link.minutes[0] ?? 0;
  const lengths = page.link.minutes.map((each) => ({ id: String(each), label: formatDuration(each) }));
  const choosable = lengths.length > 1 && (step === "date" || step === "time");
  const lost = hold.kind === "lost";
  const group = groupFact(page, hold, board);
  const when: Facts = [
    {
      icon: "calendar",
      label: "When",
      text: chosen ? <When local={chosen.local} lost={lost} /> : <Skeleton width="11rem" />,
    },
    { icon: "globe", label: "Time zone", text: zoneText(zone.id, chosen) },
  ];
  return (
    <div className={classes(card["about"], styles["about"])} data-step={step}>
      <SessionSummary
        coach={coach}
        session={sessionType}
        facts={[
          ...(choosable ? [] : [{ icon: "clock" as const, label: "Length", text: formatDuration(length) }]),
          placeFact(sessionType.place, false),
          ...(step === "details" ? when : []),
          ...group,
          ...rulesOf(page),
        ]}
      >
        {choosable && (
          <Segmented
            label="Length"
            hideLabel
            options={lengths}
            value={String(length)}
            onChange={(id) => onMinutes(Number(id))}
          />
        )}
        {(step === "details" || step === "wait") && <ConnectionStatus />}
      </SessionSummary>
      <div className={styles["brief"]}>
        <h1 className={styles["briefName"]}>{sessionType.name}</h1>
        <span>
          {chosen && step === "details" ? (
            <span className={classes(lost && styles["lost"])}>
              {formatDate(dateOf(chosen.local), "short")}, {formatTime(chosen.local)}
            </span>
          ) : (
            formatDuration(length)
          )}{" "}
          with {coach.name}, {zoneCity(zone.id)} time
        </span>
        {step === "details" && group.map(({ label, text }) => <span key={label}>{text}</span>)}
        <ConnectionStatus />
      </div>
    </div>
  );
}

/** How many fit in, and while a seat is kept, how many more are free at this moment. */
function groupFact({ sessionType: { capacity } }: Page, hold: Hold, board: SlotBoard | null): Facts {
  if (capacity === 1) return [];
  const slot = hold.kind === "none" || hold.kind === "lost" ? null : hold.slot;
  const seats = slot && board ? seatsLeft(board, slot) : null;
  const group = `Group of up to ${capacity}`;
  if (seats === null) return [{ icon: "user", label: "Seats", text: group }];
  const left = hold.kind === "held" ? (seats === 0 ? "yours is the last seat" : `${seats} more free`) : `${seats} free`;
  return [{ icon: "user", label: "Seats", text: `${group}, ${left}` }];
}

/** What is different from simply booking. */
function rulesOf({ coach, link, sessionType }: Page): Facts {
  const rules = [
    ...(sessionType.requiresApproval ? [`${coach.name} confirms each request`] : []),
    ...(link.kind === "SINGLE_USE" ? ["Your own link, for one booking"] : []),
  ];
  return rules.map((text) => ({ icon: "info", label: "Good to know", text }));
}

/** "Kathmandu time, UTC+5:45"; the offset tells an hour that comes twice apart. */
function zoneText(zone: string, chosen: WallMoment | null): string {
  const city = zoneCity(zone);
  return chosen ? `${city} time, ${formatOffset(chosen.offsetMinutes)}` : `${city} time`;
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
