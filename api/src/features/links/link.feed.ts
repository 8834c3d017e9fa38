import { Coach } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import type { LiveFeed } from "../../platform/live/live-feed.ts";
import { openLiveQuery } from "../../platform/live/live-query.ts";
import type { Logger } from "../../platform/logger.ts";
import type { Pubsub } from "../../platform/pubsub.ts";
import type { LinkService } from "./link.service.ts";
import { LinksChange } from "./link-saving.inputs.ts";

export interface LinkFeedDependencies {
  readonly db: Database;
  readonly links: LinkService;
  readonly pubsub: Pubsub;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A coach's links, live: every booking may use one, and some end by themselves. */
export class LinkFeeds {
  private readonly deps: LinkFeedDependencies;

  constructor(deps: LinkFeedDependencies) {
    this.deps = deps;
  }

  ofCoach(coachId: string): Promise<LiveFeed<LinksChange>> {
    const { db, links, pubsub, clock, logger } = this.deps;
    return openLiveQuery<LinksChange, LinksChange>({
      read: async () => {
        const coach = await db.em().findOneOrFail(Coach, { id: coachId });
        const staleAt = await links.nextEnd(coachId, clock.now());
        return { state: Object.assign(new LinksChange(), { coach }), staleAt };
      },
      snapshot: (state) => state,
      change: (_before, after) => after,
      watch: (refresh) => pubsub.onCalendarChanged(coachId, refresh),
      onIdle: () => undefined,
      now: () => clock.now(),
      logger,
    });
  }
}
