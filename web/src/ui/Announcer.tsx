import { useSyncExternalStore } from "react";
import styles from "./Announcer.module.css";

const settleMs = 700;
/** What was said does not stay in the page for those who read on later. */
const lingerMs = 6_000;
let spoken = "";
let waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Has a screen reader say this when it is next free, without moving the focus. What comes within a moment is said together. */
export function announce(message: string): void {
  if (!waiting.includes(message)) waiting.push(message);
  clearTimeout(timer);
  timer = setTimeout(() => {
    const next = waiting.join(" ");
    waiting = [];
    // The same words twice in a row would not be read again.
    say(next === spoken ? `${next}\u00a0` : next);
    timer = setTimeout(() => say(""), lingerMs);
  }, settleMs);
}

/** What was about to be said is out of date. */
export function hush(): void {
  clearTimeout(timer);
  waiting = [];
  say("");
}

function say(text: string): void {
  spoken = text;
  for (const listener of listeners) listener();
}

/** The one polite live region; stands once in the page. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => spoken);
  return (
    <div className={styles["hidden"]} role="status" aria-live="polite">
      {text}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
