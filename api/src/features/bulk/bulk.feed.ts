import type { BulkItem } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { LiveFeed } from "../../platform/live/live-feed.ts";
import { openLiveQuery } from "../../platform/live/live-query.ts";
import type { Logger } from "../../platform/logger.ts";
import type { Pubsub } from "../../platform/pubsub.ts";
import { BulkRunProgress } from "./bulk.inputs.ts";
import type { BulkRunState, BulkViewService } from "./bulk-view.service.ts";

export interface BulkFeedDependencies {
  readonly view: BulkViewService;
  readonly pubsub: Pubsub;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A bulk run, live. */
export class BulkFeeds {
  private readonly deps: BulkFeedDependencies;

  constructor(deps: BulkFeedDependencies) {
    this.deps = deps;
  }

  /** Refuses a run that is not hers. */
  async of(coachId: string, globalId: string): Promise<LiveFeed<BulkRunProgress>> {
    const { view, pubsub, clock, logger } = this.deps;
    const id = view.idOf(globalId);
    return openLiveQuery<BulkRunState, BulkRunProgress>({
      read: async () => {
        const state = await view.read(coachId, id);
        return { state, staleAt: undoEnd(state, clock.now()) };
      },
      snapshot: ({ run, items }) => Object.assign(new BulkRunProgress(), { run, items }),
      change: changeBetween,
      watch: (refresh) => pubsub.onBulkChanged(id, refresh),
      onIdle: () => undefined,
      now: () => clock.now(),
      logger,
    });
  }
}

/** When the way back will be closed. */
function undoEnd({ run: { undoUntil } }: BulkRunState, now: number): number | null {
  return undoUntil && undoUntil.getTime() > now ? undoUntil.getTime() : null;
}

function changeBetween(before: BulkRunState, after: BulkRunState): BulkRunProgress {
  const known = new Map(before.items.map((item) => [item.id, signatureOf(item)]));
  const items = after.items.filter((item) => known.get(item.id) !== signatureOf(item));
  return Object.assign(new BulkRunProgress(), { run: after.run, items });
}

function signatureOf({
  status,
  problem,
  field,
  name,
  email,
  phone,
  timeZone,
  note,
  start,
  sessions,
}: BulkItem): string {
  return JSON.stringify([status, problem, field, name, email, phone, timeZone, note, start, sessions]);
}
