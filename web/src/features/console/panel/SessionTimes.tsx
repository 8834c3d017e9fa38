import { formatDate, formatDuration, formatSpan, formatZone } from "../../../lib/time.ts";
import { dateOf } from "../../../ui/week-grid/wall-time.ts";
import { minutesOf, type Seat, type Session, seatsOf } from "../calendar/bookings.ts";
import styles from "./Panel.module.css";

/** When it is: on the coach's clock, and on the clock of every client who lives by another one. */
export function SessionTimes({ session }: { readonly session: Session }) {
  const elsewhere = new Map(seatsOf(session).map((seat) => [seat.timeZone, seat]));
  elsewhere.delete(session.coachZone);
  return (
    <div className={styles.times}>
      <p className={styles.date}>{formatDate(dateOf(session.localStart), "full")}</p>
      <p className={styles.time}>
        {formatSpan(session.localStart, session.localEnd, session)}
        <span className={styles.length}>{formatDuration(minutesOf(session))}</span>
      </p>
      <p className={styles.zone}>{ownClock(session)}</p>
      {[...elsewhere.values()].map((there) => (
        <ClientTimes key={there.timeZone} there={there} session={session} />
      ))}
    </div>
  );
}

function ownClock({ coachZone, coachPlace, localStart, startAt }: Session): string {
  const zone = formatZone(coachZone, localStart, startAt);
  return coachPlace === null ? `${zone}, your time` : `${zone}, as you are in ${coachPlace} then`;
}

function ClientTimes({ there, session }: { readonly there: Seat; readonly session: Session }) {
  const theirDate = dateOf(there.localStart);
  return (
    <p className={styles.zone}>
      {theirDate !== dateOf(session.localStart) && `${formatDate(theirDate, "short")}, `}
      <b>{formatSpan(there.localStart, there.localEnd, session)}</b> in{" "}
      {formatZone(there.timeZone, there.localStart, session.startAt)}
    </p>
  );
}
