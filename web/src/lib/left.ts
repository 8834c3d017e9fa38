import { formatCountdown, formatDuration } from "./time.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From here on every second is told. */
const SECONDS_FROM = 10 * MINUTE;

/** How long something still lasts, the finer the nearer: "3 days", "5 h 12 min", "12 min", "4:59". Never below zero. */
export function formatLeft(milliseconds: number): string {
  if (milliseconds < SECONDS_FROM) return formatCountdown(milliseconds);
  if (milliseconds < 2 * DAY) return formatDuration(Math.floor(milliseconds / MINUTE));
  return count(milliseconds / DAY, "day");
}

/** How long ago something was: "just now", "12 min ago", "5 hours ago", "3 days ago", "6 weeks ago". */
export function formatAgo(milliseconds: number): string {
  if (milliseconds < MINUTE) return "just now";
  if (milliseconds < HOUR) return `${formatDuration(Math.floor(milliseconds / MINUTE))} ago`;
  if (milliseconds < 2 * DAY) return `${count(milliseconds / HOUR, "hour")} ago`;
  if (milliseconds < 21 * DAY) return `${count(milliseconds / DAY, "day")} ago`;
  return `${count(milliseconds / (7 * DAY), "week")} ago`;
}

function count(amount: number, unit: string): string {
  const whole = Math.floor(amount);
  return `${whole}\u00a0${unit}${whole === 1 ? "" : "s"}`;
}
