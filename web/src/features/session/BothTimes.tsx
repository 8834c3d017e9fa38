import { dateOf, formatDate, formatTimeRange, zoneCity } from "../../lib/time.ts";
import styles from "./BothTimes.module.css";

export type LocalTimes = { localStart: string; localEnd: string; coachStart: string; coachEnd: string };

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
        {formatTimeRange(times.localStart, times.localEnd)}{" "}
        <span className={styles["zone"]}>{zoneCity(clientZone)}</span>
      </p>
      {!same && (
        <p className={styles["coach"]}>
          For {coachName}: {otherDate && `${formatDate(times.coachStart, "short")}, `}
          {formatTimeRange(times.coachStart, times.coachEnd)} in {zoneCity(coachZone)}
        </p>
      )}
    </div>
  );
}
