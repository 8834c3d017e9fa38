import { useRef, useState } from "react";
import { formatOffset, formatTime } from "../../lib/time.ts";
import { classes } from "../../ui/classes.ts";
import { Hidden } from "../../ui/Hidden.tsx";
import styles from "./SlotList.module.css";
import { type ShownTime, shownTimes, timesByPart } from "./shown-times.ts";
import type { FullSession, Slot } from "./slot-board.ts";
import { useVanishing } from "./use-vanishing.ts";
import { walkTimes } from "./walk-times.ts";

export type SlotListProps = {
  date: string;
  slots: readonly Slot[];
  onChoose: (slot: Slot) => void;
  /** Full sessions among the times, with a way to wait for a seat. */
  full: readonly FullSession[];
  onWait: (startAt: string) => void;
  /** Shows how many seats are left: for sessions with more than one. */
  seats: boolean;
  labelledBy: string;
  /** The start of a session that is being moved: free to it, and no other time. */
  present?: string | undefined;
};

/** The times of one day: one tab stop, arrow keys within. */
export function SlotList(props: SlotListProps) {
  const { date, slots, onChoose, full, onWait, seats, labelledBy, present } = props;
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [stop, setStop] = useState<string | null>(null);
  const times = shownTimes(useVanishing(slots, date, focused), full);
  const first = times.find(({ kind }) => kind !== "gone");
  const tabStop = times.some(({ startAt }) => startAt === stop) ? stop : first?.startAt;
  const row = (time: ShownTime) => {
    const { startAt, kind } = time;
    const still = kind === "gone" || startAt === present;
    const look = classes(styles["slot"], kind !== "free" && styles[kind], startAt === present && styles["present"]);
    if (kind === "gone" && focused !== startAt)
      return (
        <span key={startAt} className={look} aria-hidden="true">
          <TimeLabel time={time} seats={seats} />
        </span>
      );
    return (
      <button
        key={startAt}
        type="button"
        className={look}
        aria-disabled={still || undefined}
        data-start={kind === "full" ? undefined : startAt}
        data-full={kind === "full" ? startAt : undefined}
        tabIndex={startAt === tabStop ? 0 : -1}
        onFocus={() => {
          setFocused(startAt);
          setStop(startAt);
        }}
        onBlur={() => setFocused(null)}
        onClick={() => {
          if (kind === "free" && !still) onChoose(time.slot);
          if (kind === "full") onWait(startAt);
        }}
      >
        <TimeLabel time={time} seats={seats} present={startAt === present} />
      </button>
    );
  };
  return (
    <div
      ref={list}
      role="group"
      aria-labelledby={labelledBy}
      className={styles["list"]}
      onKeyDown={(event) => walkTimes(event, list.current)}
    >
      {timesByPart(times).map(({ name, times: part }) => (
        <div key={name ?? "all"} className={styles["part"]}>
          {name && <p className={styles["name"]}>{name}</p>}
          <div className={styles["times"]}>{part.map(row)}</div>
        </div>
      ))}
    </div>
  );
}

function TimeLabel({ time, seats, present }: { time: ShownTime; seats: boolean; present?: boolean }) {
  if (present) {
    return (
      <>
        <time>{formatTime(time.localStart)}</time>
        <span className={styles["note"]}>now</span>
      </>
    );
  }
  return (
    <>
      <time>{formatTime(time.localStart)}</time>
      {time.twice && <span className={styles["note"]}>{formatOffset(time.offsetMinutes)}</span>}
      {time.kind === "full" ? (
        <span className={classes(styles["note"], styles["way"])}>
          Full, wait<Hidden> for a seat</Hidden>
        </span>
      ) : (
        seats && <span className={styles["note"]}>{time.slot.seatsLeft} left</span>
      )}
    </>
  );
}
