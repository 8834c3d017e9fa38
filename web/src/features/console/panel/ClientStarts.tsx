import { useMomentsQuery } from "../../../generated/console.ts";
import { formatDate, formatTime, zoneCity } from "../../../lib/time.ts";
import { dateOf, type WallTime } from "../../../ui/week-grid/wall-time.ts";
import type { Session } from "../calendar/bookings.ts";
import { useCoach } from "../shell/coach.ts";
import styles from "./Panel.module.css";

/** What a proposed start means on the clocks of the clients who live elsewhere. */
export function ClientStarts({ session, start }: { readonly session: Session; readonly start: WallTime }) {
  const coach = useCoach();
  const zones = new Set((session.attendees ?? []).map(({ timeZone }) => timeZone));
  zones.delete(coach.timeZone);
  return [...zones].map((zone) => <StartIn key={zone} zone={zone} start={start} />);
}

function StartIn({ zone, start }: { readonly zone: string; readonly start: WallTime }) {
  const coach = useCoach();
  const { data } = useMomentsQuery({ variables: { of: [{ local: start, timeZone: coach.timeZone }], timeZone: zone } });
  const there = data?.moments[0]?.local;
  return (
    <p className={styles.zone}>
      {there === undefined ? (
        `Looking up the time in ${zoneCity(zone)}…`
      ) : (
        <>
          <b>{formatTime(there)}</b> in {zoneCity(zone)}
          {dateOf(there) !== dateOf(start) && `, ${formatDate(dateOf(there), "short")}`}
        </>
      )}
    </p>
  );
}
