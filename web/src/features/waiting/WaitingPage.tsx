import { useCallback } from "react";
import { useRetry } from "../../lib/use-retry.ts";
import { classes } from "../../ui/classes.ts";
import { NotFoundPage } from "../../ui/NotFoundPage.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useAccent } from "../../ui/use-accent.ts";
import card from "../session/Card.module.css";
import { useWaiting } from "./use-waiting.ts";
import { WaitingState } from "./WaitingState.tsx";
import styles from "./waiting.module.css";

/** A wait seen with its secret link: the client's own page. */
export function WaitingPage({ token }: { token: string }) {
  const { result, failed, refetch } = useWaiting(token);
  useRetry(
    failed && !result,
    useCallback(() => refetch(), [refetch]),
  );
  const waiting = result?.__typename === "WaitingAccess" ? result : null;
  useAccent(waiting?.coach.accent);
  if (result?.__typename === "WaitingNotFound") {
    return (
      <NotFoundPage title="Nobody waits behind this link">
        <p>The link may be cut off or mistyped. Open the newest one from your mail, or ask your coach.</p>
      </NotFoundPage>
    );
  }
  if (waiting) return <WaitingState token={token} waiting={waiting} refetch={refetch} />;
  return (
    <main className={card["page"]} aria-busy="true">
      <div className={classes(card["card"], card["narrow"], card["about"], styles["stack"])}>
        {failed && (
          <Notice tone="warning" live>
            The page cannot be reached right now. Trying again…
          </Notice>
        )}
        <Skeleton width="50%" height="2.5rem" />
        <Skeleton width="70%" height="1.75rem" />
        <Skeleton width="60%" height="4rem" />
      </div>
    </main>
  );
}
