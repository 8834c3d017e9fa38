import type { Booking } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { LiveFeed } from "../../platform/live/live-feed.ts";
import { openLiveQuery } from "../../platform/live/live-query.ts";
import type { Logger } from "../../platform/logger.ts";
import type { Pubsub } from "../../platform/pubsub.ts";
import { AgendaChange, type AgendaRangeArgs, AgendaSnapshot, WaitingBookings } from "./agenda.inputs.ts";
import type { AgendaState, AgendaViewService, WaitingState } from "./agenda-view.service.ts";

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
        return { state, staleAt: nextEnd(state, clock.now()) };
      },
      snapshot: ({ revision, bookings }) => Object.assign(new AgendaSnapshot(), { revision, bookings }),
      change: changeBetween,
      watch: (refresh) => pubsub.onCalendarChanged(coachId, refresh),
      onIdle: () => undefined,
      now: () => clock.now(),
      logger,
    });
  }

  /** What waits for the coach's answer, live. */
  waiting(coachId: string): Promise<LiveFeed<WaitingBookings>> {
    const { view, pubsub, clock, logger } = this.deps;
    const tell = ({ bookings }: WaitingState) => Object.assign(new WaitingBookings(), { bookings });
    return openLiveQuery<WaitingState, WaitingBookings>({
      read: async () => {
        const state = await view.readWaiting(coachId);
        return { state, staleAt: state.dueAt };
      },
      snapshot: tell,
      change: (before, after) => (before.mark === after.mark ? null : tell(after)),
      watch: (refresh) => pubsub.onCalendarChanged(coachId, refresh),
      onIdle: () => undefined,
      now: () => clock.now(),
      logger,
    });
  }
}

/** When the next hold ends, or the next booking lapses because nobody approved it. */
function nextEnd({ bookings }: AgendaState, now: number): number | null {
  const ends = bookings.flatMap(({ holdExpiresAt, approveBy }) => (holdExpiresAt ?? approveBy)?.getTime() ?? []);
  const toCome = ends.filter((end) => end > now);
  return toCome.length === 0 ? null : Math.min(...toCome);
}

function changeBetween(before: AgendaState, after: AgendaState): AgendaChange | null {
  // A booking that nobody approved in time lapses without a new version.
  const known = new Map(before.bookings.map(({ id, version, status }) => [id, `${version} ${status}`]));
  const bookings = after.bookings.filter(({ id, version, status }) => known.get(id) !== `${version} ${status}`);
  const kept = new Set(after.bookings.map(({ id }) => id));
  const removed = before.bookings.filter(({ id }) => !kept.has(id)).map((booking: Booking) => booking.globalId);
  if (bookings.length === 0 && removed.length === 0) return null;
  return Object.assign(new AgendaChange(), { revision: after.revision, bookings, removed });
}
