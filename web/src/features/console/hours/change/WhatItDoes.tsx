import { Icon } from "../../../../ui/Icon.tsx";
import { Skeleton } from "../../../../ui/Skeleton.tsx";
import { AffectedSessions } from "./AffectedSessions.tsx";
import { affectedWords, datesInWords } from "./decisions.ts";
import type { ChangeFlow } from "./use-change.ts";
import styles from "./WhatItDoes.module.css";

/** What a change would do, in full: the sessions it affects with their choices, and what may not be meant so. */
export function WhatItDoes({ flow, titled = true }: { readonly flow: ChangeFlow; readonly titled?: boolean }) {
  const { preview, decisions, decide } = flow;
  if (preview.state === "asking") {
    return (
      <section className={styles.does} aria-busy="true" aria-label="Looking at your sessions">
        <Skeleton width="60%" height="1rem" />
        <Skeleton width="90%" height="0.75rem" />
      </section>
    );
  }
  if (preview.state !== "known") return null;
  const { affected, warnings } = preview;
  return (
    <section className={styles.does} aria-label="What this does">
      {titled && <h3 className={styles.title}>{affectedWords(affected.length)}</h3>}
      {affected.length > 0 && (
        <p className={styles.lead}>
          What is booked stays booked unless you choose otherwise. Clients hear of it when you save.
        </p>
      )}
      {warnings.length > 0 && (
        <ul className={styles.warnings}>
          {warnings.map(({ message }) => (
            <li key={message} className={styles.warning}>
              <Icon name="alert" />
              <span>{datesInWords(message)}</span>
            </li>
          ))}
        </ul>
      )}
      {affected.length > 0 && <AffectedSessions sessions={affected} decisions={decisions} onDecide={decide} />}
    </section>
  );
}
