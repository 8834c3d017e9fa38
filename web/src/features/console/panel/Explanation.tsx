import { useEffect, useMemo } from "react";
import { type ReasonPartsFragment, useExplainSlotQuery, useMomentsQuery } from "../../../generated/console.ts";
import type { MomentInput } from "../../../generated/schema.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import styles from "./Panel.module.css";
import { instantsOf, type LocalTimes, reasonDetail } from "./reason-detail.ts";

interface ExplanationProps {
  readonly sessionTypeId: string;
  readonly minutes: number;
  readonly start: MomentInput;
  /** Whose clock the causes are read on. */
  readonly timeZone: string;
  /** Changes whenever the calendar does, so that the reasons stay true. */
  readonly revision: number;
}

/** Whether clients are offered this start, and if not, every rule that hides it with its cause, in the server's order. */
export function Explanation({ sessionTypeId, minutes, start, timeZone, revision }: ExplanationProps) {
  const { data, error, refetch } = useExplainSlotQuery({
    variables: { sessionType: sessionTypeId, start, minutes },
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
      <Reasons reasons={answer.reasons} timeZone={timeZone} />
    </div>
  );
}

function Reasons({
  reasons,
  timeZone,
}: {
  readonly reasons: readonly ReasonPartsFragment[];
  readonly timeZone: string;
}) {
  const local = useLocalTimes(reasons, timeZone);
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => {
        const detail = reasonDetail(reason, local);
        return (
          <li key={`${reason.code} ${reason.message} ${reason.startAt}`} className={styles.reason}>
            <Icon name="info" size="1.125em" />
            <span>
              {reason.message}
              {detail && <span className={styles.cause}>{detail}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function useLocalTimes(reasons: readonly ReasonPartsFragment[], timeZone: string): LocalTimes {
  const of = useMemo(() => [...new Set(reasons.flatMap(instantsOf))].map((at) => ({ at })), [reasons]);
  const { data } = useMomentsQuery({ variables: { of, timeZone }, skip: of.length === 0 });
  return useMemo(() => new Map(data?.moments.map(({ local }, index) => [of[index]?.at ?? "", local])), [data, of]);
}
