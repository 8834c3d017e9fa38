import { dateOf, formatDate, formatTime, formatTimeRange, zoneCity } from "../../../lib/time.ts";
import { addMinutes } from "../../../ui/week-grid/wall-time.ts";
import { useCoach } from "../shell/coach.ts";
import { Swatch } from "../shell/Swatch.tsx";
import styles from "./Bulk.module.css";
import type { Item } from "./bulk-words.ts";

/** Every session of one client, on both sides' clocks, with what could not be as wished. */
export function ItemSessions({ id, item }: { readonly id: string; readonly item: Item }) {
  const { timeZone } = useCoach();
  return (
    <ol id={id} className={styles.sessions}>
      {item.sessions.map((session) => {
        const { coachLocalStart: start, clientLocalStart: there, startAt, endAt } = session;
        const minutes = Math.round((Date.parse(endAt) - Date.parse(startAt)) / 60_000);
        return (
          <li key={startAt} className={styles.session} data-out={session.isLeftOut || undefined}>
            <span className={styles.date}>{formatDate(dateOf(start), "short")}</span>
            <span>
              {formatTimeRange(start, addMinutes(start, minutes))}
              {item.timeZone !== timeZone && (
                <span className={styles.facts}>
                  {" "}
                  {dateOf(there) !== dateOf(start) && `${formatDate(dateOf(there), "short")}, `}
                  {formatTime(there)} in {zoneCity(item.timeZone)}
                </span>
              )}
            </span>
            <span className={styles.type}>
              <Swatch colour={session.sessionType.colour} />
              {session.sessionType.name}
              {session.isLeftOut && <span className={styles.facts}> left out</span>}
            </span>
            {session.notes.length > 0 && <span className={styles.sessionNotes}>{session.notes.join(" ")}</span>}
          </li>
        );
      })}
    </ol>
  );
}
