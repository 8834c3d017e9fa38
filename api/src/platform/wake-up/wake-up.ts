import { randomUUID } from "node:crypto";
import { coalesce } from "../coalesce.ts";
import type { Logger } from "../logger.ts";

/**
 * "Look again", told to every process of Kairos. Only a hint: it may be lost and may come twice, so that whoever
 * listens reads the truth from PostgreSQL and has a slow poll as the net.
 */
export interface WakeUp {
  /** Tells the listeners here at once and the other processes soon; many calls become few messages. Never throws. */
  publish(topic: string): void;
  /** Calls the listener at every hint, and when a lost connection is back. Gives the function that ends this. */
  onWake(topic: string, listener: () => void): () => void;
  close(): Promise<void>;
}

/** Name of what carries the hints: a channel of PostgreSQL or of Redis. */
export const wakeUpChannel = "kairos_wake_up";

/** What both carriers have in common: who listens here, and what still has to be sent. */
export interface Switchboard extends Omit<WakeUp, "close"> {
  /** A message came from a process, maybe from this one. */
  hear(message: string): void;
  /** The carrier is there, or there again: what waits is sent, and everybody looks again. */
  connected(): void;
  idle(): Promise<void>;
}

export interface SwitchboardOptions {
  /** Sends messages to every process; false when there is no connection, and `connected` will be called. */
  readonly send: (messages: readonly string[]) => Promise<boolean>;
  readonly logger: Logger;
}

export function createSwitchboard({ send, logger }: SwitchboardOptions): Switchboard {
  const self = randomUUID();
  const listeners = new Map<string, Set<() => void>>();
  const unsent = new Set<string>();
  const tell = (topic: string): void => {
    for (const listener of [...(listeners.get(topic) ?? [])]) listener();
  };
  const sendAll = async (): Promise<void> => {
    const topics = [...unsent];
    // Emptied before sending: what is published meanwhile is news.
    unsent.clear();
    let sent = topics.length === 0;
    try {
      sent ||= await send(topics.map((topic) => `${self} ${topic}`));
    } finally {
      if (!sent) for (const topic of topics) unsent.add(topic);
    }
  };
  const sending = coalesce(sendAll, (error) => logger.warn("wake-up not sent", { error: error.message }));

  return {
    publish(topic) {
      unsent.add(topic);
      sending.run();
      tell(topic);
    },
    onWake(topic, listener) {
      const known = listeners.get(topic) ?? new Set();
      listeners.set(topic, known.add(listener));
      return () => {
        known.delete(listener);
        if (known.size === 0 && listeners.get(topic) === known) listeners.delete(topic);
      };
    },
    hear(message) {
      const [sender, ...topic] = message.split(" ");
      if (sender !== self) tell(topic.join(" "));
    },
    connected() {
      sending.run();
      for (const topic of [...listeners.keys()]) tell(topic);
    },
    idle: sending.idle,
  };
}
