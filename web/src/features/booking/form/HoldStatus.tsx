import { useEffect } from "react";
import { formatCountdown } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { announce } from "../../../ui/Announcer.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import type { Hold } from "../hold.ts";
import styles from "./DetailsStep.module.css";

/** Whether, and for how long, the chosen time is kept. */
export function HoldStatus({ hold, onAgain }: { hold: Hold; onAgain: () => void }) {
  if (hold.kind === "asking")
    return (
      <p className={styles["hold"]}>
        <Icon name="clock" />
        Keeping this time for you…
      </p>
    );
  if (hold.kind === "held") return <Countdown expiresAt={hold.expiresAt} />;
  if (hold.kind !== "loose") return null;
  return (
    <Notice
      tone="warning"
      live
      actions={
        hold.why !== "refused" &&
        hold.why !== "wait" && (
          <Button size="s" onPress={onAgain}>
            {hold.why === "expired" ? "Keep it for me again" : "Keep it for me"}
          </Button>
        )
      }
    >
      {hold.message}
    </Notice>
  );
}

export function Countdown({ expiresAt }: { expiresAt: number }) {
  const left = expiresAt - useNow(1_000);
  const lastMinute = left <= 60_000;
  useEffect(() => {
    if (lastMinute) announce("This time is kept for you for one more minute.");
  }, [lastMinute]);
  return (
    <p className={styles["hold"]}>
      <Icon name="clock" />
      <span>
        Kept for you for{" "}
        <span className={styles["count"]} role="timer">
          {formatCountdown(left)}
        </span>
      </span>
    </p>
  );
}
