import type { Clock } from "../../platform/clock.ts";
import type { LiveFeed } from "../../platform/live/live-feed.ts";
import { openLiveQuery } from "../../platform/live/live-query.ts";
import type { Logger } from "../../platform/logger.ts";
import type { Pubsub } from "../../platform/pubsub.ts";
import type { WaitingAccess, Waitlist } from "./waitlist.inputs.ts";
import type { WaitlistService } from "./waitlist.service.ts";
import type { WaitlistViewService } from "./waitlist-view.service.ts";

export interface WaitlistFeedDependencies {
  readonly view: WaitlistViewService;
  readonly waitlist: WaitlistService;
  readonly pubsub: Pubsub;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Waitlists, live: for the coach, and for each of those who wait. */
export class WaitlistFeeds {
  private readonly deps: WaitlistFeedDependencies;

  constructor(deps: WaitlistFeedDependencies) {
    this.deps = deps;
  }

  ofCoach(coachId: string): Promise<LiveFeed<Waitlist>> {
    const { view, pubsub, clock, logger } = this.deps;
    return openLiveQuery<Waitlist, Waitlist>({
      read: async () => ({ state: await view.list(coachId), staleAt: null }),
      snapshot: (state) => state,
      change: (_before, after) => after,
      watch: (refresh) => pubsub.onWaitlistChanged(coachId, refresh),
      onIdle: () => undefined,
      now: () => clock.now(),
      logger,
    });
  }

  /** Refuses a token that opens no entry. Her place in the line changes with others' entries, so every change is told. */
  async ofToken(token: string): Promise<LiveFeed<WaitingAccess>> {
    const { view, waitlist, pubsub, clock, logger } = this.deps;
    const { coachId } = await waitlist.entryOf(token);
    return openLiveQuery<WaitingAccess, WaitingAccess>({
      read: async () => {
        const state = await view.access(token);
        return { state, staleAt: state.offer?.expiresAt.getTime() ?? null };
      },
      snapshot: (state) => state,
      change: (_before, after) => after,
      watch: (refresh) => pubsub.onWaitlistChanged(coachId, refresh),
      onIdle: () => undefined,
      now: () => clock.now(),
      logger,
    });
  }
}
