import { useEffect, useState } from "react";
import { embedded } from "../../../lib/host-page.ts";
import { useNow } from "../../../lib/use-now.ts";
import { announce } from "../../../ui/Announcer.tsx";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import styles from "./Confirmation.module.css";

const readMs = 8_000;

/**
 * Says where the visitor is taken, leaves time to read what was booked, and goes; unless she would rather stay.
 * The page of another site is left at a press alone.
 */
export function GoOn({ url }: { url: string }) {
  const [goesAt, setGoesAt] = useState<number | null>(() => (embedded ? null : Date.now() + readMs));
  const { host } = new URL(url);
  useEffect(() => {
    if (goesAt === null) return;
    announce(`You are taken on to ${host} in a moment.`);
    const timer = setTimeout(() => location.assign(url), goesAt - Date.now());
    return () => clearTimeout(timer);
  }, [goesAt, host, url]);
  return (
    <div className={styles["goOn"]}>
      <p>
        {goesAt === null ? (
          <>
            Your booking goes on at <strong>{host}</strong>.
          </>
        ) : (
          <>
            You are taken on to <strong>{host}</strong> <SecondsLeft until={goesAt} />
          </>
        )}
      </p>
      <div className={styles["actions"]}>
        <a className={buttonClass({ variant: "primary" })} href={url} target={embedded ? "_top" : undefined}>
          Go on now
          <Icon name="arrowRight" />
        </a>
        {goesAt !== null && <Button onPress={() => setGoesAt(null)}>Stay here</Button>}
      </div>
    </div>
  );
}

function SecondsLeft({ until }: { until: number }) {
  const left = Math.max(0, Math.ceil((until - useNow(250)) / 1000));
  return (
    <span role="timer">
      in {left} {left === 1 ? "second" : "seconds"}.
    </span>
  );
}
