import { useEffect } from "react";
import { formatCountdown, formatDuration } from "../../lib/time.ts";
import { useNow } from "../../lib/use-now.ts";
import { announce } from "../../ui/Announcer.tsx";
import { useServerClock } from "./use-server-clock.ts";
import styles from "./waiting.module.css";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type CountdownProps = { until: string; onOver: () => void };

/** What is left of an offer, by the server's clock: minutes while they are many, seconds in the last hour. */
export function Countdown({ until, onOver }: CountdownProps) {
  const ahead = useServerClock();
  const left = Date.parse(until) - (useNow(1_000) + ahead);
  const last = left <= 5 * minuteMs;
  const over = left <= 0;
  useEffect(() => {
    if (last && !over) announce("Less than five minutes are left to accept the offer.");
  }, [last, over]);
  useEffect(() => {
    if (over) onOver();
  }, [over, onOver]);
  return (
    <span className={styles["count"]} role="timer" data-last={last || undefined}>
      {left > hourMs ? formatDuration(Math.ceil(left / minuteMs)) : formatCountdown(left)}
    </span>
  );
}
