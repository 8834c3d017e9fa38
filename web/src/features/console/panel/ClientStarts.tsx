import { useMomentsQuery } from "../../../generated/console.ts";
import { formatDate, formatTime, formatZone, zoneCity } from "../../../lib/time.ts";
import { dateOf, type WallTime } from "../../../ui/week-grid/wall-time.ts";
import type { Session } from "../calendar/bookings.ts";
import { useZoneOn } from "../calendar/clocks.ts";
import styles from "./Panel.module.css";

/** What a proposed start means on the clocks of the clients who live elsewhere. */
export function ClientStarts({ session, start }: { readonly session: Session; readonly start: WallTime }) {
  const here = useZoneOn()(dateOf(start));
  const zones = new Set((session.attendees ?? []).map(({ timeZone }) => timeZone));
  zones.delete(here);
  return [...zones].map((zone) => <StartIn key={zone} zone={zone} start={start} here={here} />);
}

interface StartInProps {
  readonly zone: string;
  readonly start: WallTime;
  readonly here: string;
}

/** A start on another clock. */
export function StartIn({ zone, start, here }: StartInProps) {
  const { data } = useMomentsQuery({ variables: { of: [{ local: start, timeZone: here }], timeZone: zone } });
  const moment = data?.moments[0];
  return (
    <p className={styles.zone}>
      {moment === undefined ? (
        `Looking up the time in ${zoneCity(zone)}…`
      ) : (
        <>
          {dateOf(moment.local) !== dateOf(start) && `${formatDate(dateOf(moment.local), "short")}, `}
          <b>{formatTime(moment.local)}</b> in {formatZone(zone, moment.local, moment.at)}
        </>
      )}
    </p>
  );
}
