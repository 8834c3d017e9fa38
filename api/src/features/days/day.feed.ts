import type { Clock } from "../../platform/clock.ts";
import type { LiveFeed } from "../../platform/live/live-feed.ts";
import { openLiveQuery } from "../../platform/live/live-query.ts";
import type { Logger } from "../../platform/logger.ts";
import type { Pubsub } from "../../platform/pubsub.ts";
import type { AvailabilityDays, AvailabilityDaysArgs } from "./day.inputs.ts";
import type { DayService } from "./day.service.ts";

export interface DayFeedDependencies {
  readonly days: DayService;
  readonly pubsub: Pubsub;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A coach's dates with their hours, live: what she changes in one window is seen in the others. */
export class DayFeeds {
  private readonly deps: DayFeedDependencies;

  constructor(deps: DayFeedDependencies) {
    this.deps = deps;
  }

  of(coachId: string, args: AvailabilityDaysArgs): Promise<LiveFeed<AvailabilityDays>> {
    const { days, pubsub, clock, logger } = this.deps;
    return openLiveQuery<AvailabilityDays, AvailabilityDays>({
      read: async () => ({ state: await days.read(coachId, args), staleAt: null }),
      snapshot: (state) => state,
      change: (before, after) => (JSON.stringify(before.days) === JSON.stringify(after.days) ? null : after),
      // A booking changes no hours; changes of hours say that they may have touched everything.
      watch: (refresh) => pubsub.onCalendarChanged(coachId, ({ touched }) => touched === null && refresh()),
      onIdle: () => undefined,
      now: () => clock.now(),
      logger,
    });
  }
}
