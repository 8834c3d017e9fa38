import type { Clock } from "../../platform/clock.ts";
import type { LiveFeed } from "../../platform/live/live-feed.ts";
import { openLiveQuery } from "../../platform/live/live-query.ts";
import type { Logger } from "../../platform/logger.ts";
import type { Pubsub } from "../../platform/pubsub.ts";
import type { BookingAccess } from "./booking.inputs.ts";
import type { BookingService } from "./booking.service.ts";

export interface BookingFeedDependencies {
  readonly bookings: BookingService;
  readonly pubsub: Pubsub;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** One booking, live, for whoever holds the token of a seat in it. */
export class BookingFeeds {
  private readonly deps: BookingFeedDependencies;

  constructor(deps: BookingFeedDependencies) {
    this.deps = deps;
  }

  /** Refuses a token that opens no booking. */
  async of(token: string): Promise<LiveFeed<BookingAccess>> {
    const { bookings, pubsub, clock, logger } = this.deps;
    const { coachId } = await bookings.seatOf(token);
    return openLiveQuery<BookingAccess, BookingAccess>({
      read: async () => {
        const state = await bookings.access(token);
        return { state, staleAt: nextEnd(state, clock.now()) };
      },
      snapshot: (state) => state,
      change: (before, after) => (signature(before) === signature(after) ? null : after),
      watch: (refresh) => pubsub.onCalendarChanged(coachId, refresh),
      onIdle: () => undefined,
      now: () => clock.now(),
      logger,
    });
  }
}

/** When the booking can no longer be changed, or lapses because nobody approved it. */
function nextEnd({ booking, canChange, changeUntil }: BookingAccess, now: number): number | null {
  const ends = [canChange ? changeUntil : null, booking.approveBy].flatMap((end) => end?.getTime() ?? []);
  const toCome = ends.filter((end) => end >= now);
  return toCome.length === 0 ? null : Math.min(...toCome);
}

function signature({ booking, attendee, canChange }: BookingAccess): string {
  return JSON.stringify([booking.id, booking.version, booking.status, attendee.timeZone, canChange]);
}
