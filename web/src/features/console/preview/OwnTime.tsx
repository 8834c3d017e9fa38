import { useMomentsQuery } from "../../../generated/console.ts";
import type { MomentInput } from "../../../generated/schema.ts";
import { dateOf, formatDate, formatTime, zoneCity } from "../../../lib/time.ts";
import styles from "../panel/Panel.module.css";
import { useCoach } from "../shell/coach.ts";

/** What the coach's own clock shows then, with the date where it is another one. */
export function OwnTime({ moment, date }: { readonly moment: MomentInput; readonly date: string }) {
  const { timeZone } = useCoach();
  const { data } = useMomentsQuery({ variables: { of: [moment], timeZone } });
  const local = data?.moments[0]?.local;
  if (!local) return null;
  return (
    <p className={styles.zone}>
      <b>{formatTime(local)}</b> for you, in {zoneCity(timeZone)}
      {dateOf(local) !== date && `, ${formatDate(dateOf(local), "short")}`}
    </p>
  );
}
