import { dateOf, formatDate, formatSpan, formatZone, type Instants } from "../../lib/time.ts";
import styles from "./BothTimes.module.css";
import { ClockChange } from "./ClockChange.tsx";

export type LocalTimes = Instants & { localStart: string; localEnd: string; coachStart: string; coachEnd: string };

/** The client's time large; the coach's beside it, with its date where that is another one. */
export function BothTimes({
  times,
  clientZone,
  coachZone,
  coachName,
}: {
  times: LocalTimes;
  clientZone: string;
  coachZone: string;
  coachName: string;
}) {
  const same = times.localStart === times.coachStart && times.localEnd === times.coachEnd;
  const otherDate = dateOf(times.localStart) !== dateOf(times.coachStart);
  return (
    <div className={styles["times"]}>
      <p className={styles["date"]}>{formatDate(times.localStart, "full")}</p>
      <p className={styles["time"]}>
        {formatSpan(times.localStart, times.localEnd, times)}{" "}
        <span className={styles["zone"]}>{formatZone(clientZone, times.localStart, times.startAt)}</span>
      </p>
      {!same && (
        <p className={styles["coach"]}>
          For {coachName}: {otherDate && `${formatDate(times.coachStart, "short")}, `}
          {formatSpan(times.coachStart, times.coachEnd, times)} in{" "}
          {formatZone(coachZone, times.coachStart, times.startAt)}
        </p>
      )}
      {!same && <ClockChange times={times} clientZone={clientZone} coachZone={coachZone} />}
    </div>
  );
}
