import type { CalendarChanged, DomainEvent, SignedOut } from "./events.ts";

type Listener<Event> = (event: Event) => void;

/** Events within one process. Listeners are called in order of subscription and must not throw. */
export interface Pubsub {
  publish(event: DomainEvent): void;
  /** Gives the function that ends the subscription. */
  onCalendarChanged(coachId: string, listener: Listener<CalendarChanged>): () => void;
  onSignedOut(listener: Listener<SignedOut>): () => void;
}

export function createPubsub(): Pubsub {
  const calendars = new Map<string, Set<Listener<CalendarChanged>>>();
  const signOuts = new Set<Listener<SignedOut>>();

  return {
    publish(event) {
      if (event.type === "signedOut") for (const listener of [...signOuts]) listener(event);
      else for (const listener of [...(calendars.get(event.coachId) ?? [])]) listener(event);
    },
    onCalendarChanged(coachId, listener) {
      const listeners = calendars.get(coachId) ?? new Set();
      calendars.set(coachId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && calendars.get(coachId) === listeners) calendars.delete(coachId);
      };
    },
    onSignedOut(listener) {
      signOuts.add(listener);
      return () => signOuts.delete(listener);
    },
  };
}
