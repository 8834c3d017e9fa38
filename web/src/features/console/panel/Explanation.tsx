import { useEffect } from "react";
import { useExplainSlotQuery } from "../../../generated/console.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import type { Draft } from "../calendar/calendar-state.ts";
import { useCoach } from "../shell/coach.ts";
import styles from "./Panel.module.css";

/** Whether clients are offered this start, and if not, every rule that hides it, in the server's order and words. */
export function Explanation({ draft, revision }: { readonly draft: Draft; readonly revision: number }) {
  const coach = useCoach();
  const { data, error, refetch } = useExplainSlotQuery({
    variables: {
      sessionType: draft.sessionTypeId,
      start: { local: draft.start, timeZone: coach.timeZone },
      minutes: draft.minutes,
    },
    fetchPolicy: "cache-and-network",
  });
  useEffect(() => {
    if (revision >= 0) void refetch();
  }, [revision, refetch]);
  const answer = data?.explainSlot;
  if (error && !answer)
    return <Notice tone="warning">Whether clients see this time could not be found out. {error.message}</Notice>;
  if (!answer) return <Skeleton width="80%" height="1.25rem" />;
  if (answer.__typename !== "SlotExplanation") return <Notice tone="warning">{answer.message}</Notice>;
  if (answer.offered) {
    return (
      <p className={styles.verdict} data-offered>
        Clients can book this time.
      </p>
    );
  }
  return (
    <div className={styles.reasons}>
      <p className={styles.verdict}>Clients are not offered this time</p>
      <ul className={styles.reasons}>
        {answer.reasons.map(({ code, message }) => (
          <li key={`${code} ${message}`} className={styles.reason}>
            <Icon name="info" size="1.125em" />
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
