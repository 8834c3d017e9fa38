import { formatDate, formatDuration, formatTimeRange, zoneCity } from "../../../lib/time.ts";
import { dateOf } from "../../../ui/week-grid/wall-time.ts";
import { minutesOf, type Session } from "../calendar/bookings.ts";
import { useCoach } from "../shell/coach.ts";
import type { Attendee } from "./AttendeeLines.tsx";
import styles from "./Panel.module.css";

/** When it is: on the coach's clock, and on the clock of every client who lives by another one. */
export function SessionTimes({ session }: { readonly session: Session }) {
  const coach = useCoach();
  const elsewhere = new Map((session.attendees ?? []).map((attendee) => [attendee.timeZone, attendee]));
  elsewhere.delete(coach.timeZone);
  return (
    <div className={styles.times}>
      <p className={styles.date}>{formatDate(dateOf(session.localStart), "full")}</p>
      <p className={styles.time}>
        {formatTimeRange(session.localStart, session.localEnd)}
        <span className={styles.length}>{formatDuration(minutesOf(session))}</span>
      </p>
      <p className={styles.zone}>{zoneCity(coach.timeZone)}, your time</p>
      {[...elsewhere.values()].map((there) => (
        <ClientTimes key={there.timeZone} there={there} date={dateOf(session.localStart)} />
      ))}
    </div>
  );
}

function ClientTimes({ there, date }: { readonly there: Attendee; readonly date: string }) {
  const theirDate = dateOf(there.localStart);
  return (
    <p className={styles.zone}>
      <b>{formatTimeRange(there.localStart, there.localEnd)}</b> in {zoneCity(there.timeZone)}
      {theirDate !== date && `, ${formatDate(theirDate, "short")}`}
    </p>
  );
}
