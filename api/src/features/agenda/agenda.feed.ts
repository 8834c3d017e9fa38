import type { Booking } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { LiveFeed } from "../../platform/live/live-feed.ts";
import { openLiveQuery } from "../../platform/live/live-query.ts";
import type { Logger } from "../../platform/logger.ts";
import type { Pubsub } from "../../platform/pubsub.ts";
import { AgendaChange, type AgendaRangeArgs, AgendaSnapshot } from "./agenda.inputs.ts";
import type { AgendaState, AgendaViewService } from "./agenda-view.service.ts";

export interface AgendaFeedDependencies {
  readonly view: AgendaViewService;
  readonly pubsub: Pubsub;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A stretch of a coach's calendar, live. */
export class AgendaFeeds {
  private readonly deps: AgendaFeedDependencies;

  constructor(deps: AgendaFeedDependencies) {
    this.deps = deps;
  }

  of(coachId: string, args: AgendaRangeArgs): Promise<LiveFeed<AgendaSnapshot | AgendaChange>> {
    const { view, pubsub, clock, logger } = this.deps;
    return openLiveQuery<AgendaState, AgendaSnapshot | AgendaChange>({
      read: async () => {
        const state = await view.read(coachId, args);
        return { state, staleAt: nextHoldEnd(state) };
      },
      snapshot: ({ revision, bookings }) => Object.assign(new AgendaSnapshot(), { revision, bookings }),
      change: changeBetween,
      watch: (refresh) => pubsub.onCalendarChanged(coachId, refresh),
      onIdle: () => undefined,
      now: () => clock.now(),
      logger,
    });
  }
}

function nextHoldEnd({ bookings }: AgendaState): number | null {
  const ends = bookings.flatMap(({ holdExpiresAt }) => holdExpiresAt?.getTime() ?? []);
  return ends.length === 0 ? null : Math.min(...ends);
}

function changeBetween(before: AgendaState, after: AgendaState): AgendaChange | null {
  const versions = new Map(before.bookings.map((booking) => [booking.id, booking.version]));
  const bookings = after.bookings.filter((booking) => versions.get(booking.id) !== booking.version);
  const kept = new Set(after.bookings.map(({ id }) => id));
  const removed = before.bookings.filter(({ id }) => !kept.has(id)).map((booking: Booking) => booking.globalId);
  if (bookings.length === 0 && removed.length === 0) return null;
  return Object.assign(new AgendaChange(), { revision: after.revision, bookings, removed });
}
