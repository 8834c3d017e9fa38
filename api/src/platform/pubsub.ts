import type { BulkChanged, CalendarChanged, DomainEvent, SignedOut, WaitlistChanged } from "./events.ts";

type Listener<Event> = (event: Event) => void;

/** Events within one process. Listeners are called in order of subscription and must not throw. */
export interface Pubsub {
  publish(event: DomainEvent): void;
  /** Gives the function that ends the subscription, as all of these do. */
  onBulkChanged(runId: string, listener: Listener<BulkChanged>): () => void;
  onAnyBulkChanged(listener: Listener<BulkChanged>): () => void;
  onCalendarChanged(coachId: string, listener: Listener<CalendarChanged>): () => void;
  onAnyCalendarChanged(listener: Listener<CalendarChanged>): () => void;
  onWaitlistChanged(coachId: string, listener: Listener<WaitlistChanged>): () => void;
  onAnyWaitlistChanged(listener: Listener<WaitlistChanged>): () => void;
  onSignedOut(listener: Listener<SignedOut>): () => void;
}

export function createPubsub(): Pubsub {
  const bulkRuns = createTopic<BulkChanged>();
  const anyBulkRun = createTopic<BulkChanged>();
  const calendars = createTopic<CalendarChanged>();
  const anyCalendar = createTopic<CalendarChanged>();
  const waitlists = createTopic<WaitlistChanged>();
  const anyWaitlist = createTopic<WaitlistChanged>();
  const signOuts = createTopic<SignedOut>();

  return {
    publish(event) {
      switch (event.type) {
        case "bulkChanged":
          bulkRuns.publish(event.runId, event);
          return anyBulkRun.publish("", event);
        case "calendarChanged":
          calendars.publish(event.coachId, event);
          return anyCalendar.publish("", event);
        case "signedOut":
          return signOuts.publish("", event);
        case "waitlistChanged":
          waitlists.publish(event.coachId, event);
          return anyWaitlist.publish("", event);
      }
    },
    onBulkChanged: bulkRuns.on,
    onAnyBulkChanged: (listener) => anyBulkRun.on("", listener),
    onCalendarChanged: calendars.on,
    onAnyCalendarChanged: (listener) => anyCalendar.on("", listener),
    onWaitlistChanged: waitlists.on,
    onAnyWaitlistChanged: (listener) => anyWaitlist.on("", listener),
    onSignedOut: (listener) => signOuts.on("", listener),
  };
}

/** Listeners by what they listen to. */
function createTopic<Event>() {
  const topics = new Map<string, Set<Listener<Event>>>();
  return {
    publish(key: string, event: Event): void {
      for (const listener of [...(topics.get(key) ?? [])]) listener(event);
    },
    on(key: string, listener: Listener<Event>): () => void {
      const listeners = topics.get(key) ?? new Set();
      topics.set(key, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && topics.get(key) === listeners) topics.delete(key);
      };
    },
  };
}
