import { useSyncExternalStore } from "react";
import { announce } from "./Announcer.tsx";
import { Button, IconButton } from "./Button.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import type { Tone } from "./Notice.tsx";
import styles from "./Toaster.module.css";

export type Toast = {
  message: string;
  tone?: Tone;
  action?: { label: string; onPress: () => void };
  /** Takes the place of an earlier one about the same thing. */
  about?: string;
  /** When its action comes to nothing, epoch milliseconds. */
  until?: number;
};
type Shown = Toast & { id: number };

const showMs = 6_000;
let shown: readonly Shown[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** A short word about what was done. Never the only place of an error: those stand where they happened. */
export function toast(message: Toast): void {
  const id = ++lastId;
  const others = shown.filter(({ about }) => about === undefined || about !== message.about);
  update([...others, { ...message, id }].slice(-3));
  announce(message.message);
  // One that offers something to press stays while that can be had: time must not run out on slow hands.
  const lasts = message.action ? message.until && message.until - Date.now() : showMs;
  if (lasts) setTimeout(() => dismiss(id), lasts);
}

export function Toaster() {
  const toasts = useSyncExternalStore(subscribe, () => shown);
  if (toasts.length === 0) return null;
  return (
    <section className={styles["stack"]} aria-label="Notifications">
      {toasts.map(({ id, message, tone = "neutral", action }) => (
        <div key={id} className={classes(styles["toast"], styles[tone])}>
          {tone !== "neutral" && <Icon name={tone === "success" ? "check" : "alert"} />}
          <p className={styles["message"]}>{message}</p>
          {action && (
            <Button
              size="s"
              variant="quiet"
              onPress={() => {
                action.onPress();
                dismiss(id);
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton icon="close" label="Dismiss" size="s" onPress={() => dismiss(id)} />
        </div>
      ))}
    </section>
  );
}

function dismiss(id: number): void {
  update(shown.filter((toast) => toast.id !== id));
}

function update(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
