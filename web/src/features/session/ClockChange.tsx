import { offsetOf } from "../../lib/time.ts";
import { useOffsetNow } from "../slots/viewer-zone.ts";
import styles from "./BothTimes.module.css";
import type { LocalTimes } from "./BothTimes.tsx";
import { sayClockChange } from "./clock-change.ts";

type ClockChangeProps = { times: LocalTimes; clientZone: string; coachZone: string };

/** A note where the two are not as far apart at the session as they are today. */
export function ClockChange({ times, clientZone, coachZone }: ClockChangeProps) {
  const client = useOffsetNow(clientZone);
  const coach = useOffsetNow(coachZone);
  if (client === null || coach === null) return null;
  const { startAt, localStart, coachStart } = times;
  const note = sayClockChange(
    { zone: clientZone, now: client, atSession: offsetOf(localStart, startAt) },
    { zone: coachZone, now: coach, atSession: offsetOf(coachStart, startAt) },
  );
  return note && <p className={styles["change"]}>{note}</p>;
}
