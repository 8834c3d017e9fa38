import { DAY } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import type { Clock } from "../../platform/clock.ts";
import type { CalendarChanged } from "../../platform/events.ts";
import { LiveFeed } from "../../platform/live/live-feed.ts";
import { openLiveQuery, type Reading } from "../../platform/live/live-query.ts";
import type { Logger } from "../../platform/logger.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Pubsub } from "../../platform/pubsub.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import type { LinkService } from "../links/link.service.ts";
import { type FullSession, SlotChange, type SlotDay, type SlotList, type SlotsArgs } from "./slot.inputs.ts";
import type { SlotService } from "./slot.service.ts";

/** A booking changes what limits leave open in its week and month. */
const LIMITS_REACH_MS = 32 * DAY;

type SlotsEvent = SlotList | SlotChange | LinkUnavailable;

export interface SlotFeedDependencies {
  readonly slots: SlotService;
  readonly links: LinkService;
  readonly pubsub: Pubsub;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The live slots of links. Whoever looks at the same range of the same link in the same zone shares one feed. */
export class SlotFeeds {
  private readonly deps: SlotFeedDependencies;
  private readonly open = new Map<string, Promise<LiveFeed<SlotsEvent>>>();

  constructor(deps: SlotFeedDependencies) {
    this.deps = deps;
  }

  /** Refuses what the query `slots` refuses. */
  of(args: SlotsArgs): Promise<LiveFeed<SlotsEvent>> {
    const { coach, link, from, to, timeZone, minutes, bookingToken, holdToken } = args;
    const key = JSON.stringify([coach, link, from, to, timeZone, minutes, bookingToken, holdToken]);
    const known = this.open.get(key);
    if (known) return known;
    const feed = this.start(args, () => {
      if (this.open.get(key) === feed) this.open.delete(key);
    });
    this.open.set(key, feed);
    return feed;
  }

  private async start(args: SlotsArgs, onIdle: () => void): Promise<LiveFeed<SlotsEvent>> {
    const { slots, links, pubsub, clock, logger } = this.deps;
    const coachId = await links.coachOf(args.coach);
    if (!coachId) {
      onIdle();
      return LiveFeed.of(new LinkUnavailable());
    }
    return openLiveQuery<SlotList | LinkUnavailable, SlotsEvent>({
      read: () => readOrUnavailable(slots, args),
      snapshot: (state) => state,
      change: changeBetween,
      watch: (refresh) => pubsub.onCalendarChanged(coachId, (event) => concerns(event, args) && refresh()),
      onIdle,
      now: () => clock.now(),
      logger,
    });
  }
}

/** A link may close and open again while somebody is looking. */
async function readOrUnavailable(slots: SlotService, args: SlotsArgs): Promise<Reading<SlotList | LinkUnavailable>> {
  try {
    const { list, staleAt } = await slots.read(args);
    return { state: list, staleAt };
  } catch (error) {
    if (error instanceof Refusal && error.problem instanceof LinkUnavailable)
      return { state: error.problem, staleAt: null };
    throw error;
  }
}

function concerns({ touched }: CalendarChanged, { from, to, timeZone }: SlotsArgs): boolean {
  if (!touched) return true;
  const viewer = zone(timeZone);
  return (
    touched.start < viewer.endOfDay(to) + LIMITS_REACH_MS && touched.end > viewer.startOfDay(from) - LIMITS_REACH_MS
  );
}

/** The days that differ, each whole; a link that closed or opened again is told as a new beginning. */
function changeBetween(before: SlotList | LinkUnavailable, after: SlotList | LinkUnavailable): SlotsEvent | null {
  if (after instanceof LinkUnavailable) return before instanceof LinkUnavailable ? null : after;
  if (before instanceof LinkUnavailable) return after;
  const known = new Map(before.days.map((day) => [day.date, day]));
  const changed: SlotDay[] = after.days.filter((day) => !sameSlots(known.get(day.date), day));
  const kept = new Set(after.days.map((day) => day.date));
  const closed = before.days.filter((day) => !kept.has(day.date)).map(({ date }): SlotDay => ({ date, slots: [] }));
  const days = [...changed, ...closed].sort((a, b) => (a.date < b.date ? -1 : 1));
  const { revision, fullSessions } = after;
  if (days.length === 0 && sameStarts(before.fullSessions, fullSessions)) return null;
  return Object.assign(new SlotChange(), { revision, days, fullSessions });
}

function sameStarts(before: readonly FullSession[], after: readonly FullSession[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ startAt }, index) => before[index]?.startAt.getTime() === startAt.getTime())
  );
}

function sameSlots(before: SlotDay | undefined, after: SlotDay): boolean {
  return (
    before?.slots.length === after.slots.length &&
    after.slots.every((slot, index) => {
      const other = before.slots[index];
      return other?.startAt.getTime() === slot.startAt.getTime() && other.seatsLeft === slot.seatsLeft;
    })
  );
}
