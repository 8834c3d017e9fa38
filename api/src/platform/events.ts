/** Everything that one part of Kairos tells the others. Written to the outbox by the transaction that caused it. */
export type DomainEvent = BulkChanged | CalendarChanged | SignedOut | WaitlistChanged;

/** A bulk run of a coach changed: it was started, or went on by one client. */
export interface BulkChanged {
  readonly type: "bulkChanged";
  readonly coachId: string;
  readonly runId: string;
  /** Whether it waits to be worked on. */
  readonly isRunning: boolean;
}

/** A coach's calendar, hours, session types or links changed. */
export interface CalendarChanged {
  readonly type: "calendarChanged";
  readonly coachId: string;
  /** The coach's revision after the change. */
  readonly revision: number;
  /** What time it touches, epoch milliseconds, half-open; null when it may touch all of it. */
  readonly touched: { readonly start: number; readonly end: number } | null;
  /** Bookings that were added, changed or removed. */
  readonly bookingIds: readonly string[];
  /** When time alone may next change something for those who wait, epoch milliseconds; only where that is news. */
  readonly waitlistDueAt?: number;
}

/** Entries of a coach's waitlist changed, or offers to them. */
export interface WaitlistChanged {
  readonly type: "waitlistChanged";
  readonly coachId: string;
  /** When somebody is to be told of a new offer, epoch milliseconds; null without one. */
  readonly tellAt: number | null;
}

/** A sign-in ended: its open sockets must close. */
export interface SignedOut {
  readonly type: "signedOut";
  readonly sessionId: string;
}
