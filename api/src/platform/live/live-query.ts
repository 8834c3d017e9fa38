import { coalesce } from "../coalesce.ts";
import type { Logger } from "../logger.ts";
import { LiveFeed } from "./live-feed.ts";

/** What a live query knows, and when time alone will make it wrong. */
export interface Reading<State> {
  readonly state: State;
  /** Epoch milliseconds, or null when only events can change it. */
  readonly staleAt: number | null;
}

export interface LiveQueryOptions<State, Event extends object> {
  readonly read: () => Promise<Reading<State>>;
  readonly snapshot: (state: State) => Event;
  /** What to tell those who know `before`; null when it makes no difference to them. */
  readonly change: (before: State, after: State) => Event | null;
  /** Calls `refresh` whenever an event may have changed the state; gives the function that ends this. */
  readonly watch: (refresh: () => void) => () => void;
  readonly onIdle: () => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** setTimeout overflows beyond 2^31 - 1 ms. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/**
 * A query that is read again when something happens or its time comes, and tells only what changed. It watches before
 * its first read, so that nothing falls between the two. When it cannot be read any more, the subscribers are sent
 * away to come back.
 */
export async function openLiveQuery<State, Event extends object>(
  options: LiveQueryOptions<State, Event>,
): Promise<LiveFeed<Event>> {
  let missed = false;
  let refresh = (): void => {
    missed = true;
  };
  let timer: NodeJS.Timeout | undefined;
  const unwatch = options.watch(() => refresh());
  const close = (): void => {
    clearTimeout(timer);
    unwatch();
    options.onIdle();
  };
  const wait = (staleAt: number | null): void => {
    clearTimeout(timer);
    if (staleAt === null) return;
    timer = setTimeout(refresh, Math.min(Math.max(staleAt - options.now() + 1, 1), LONGEST_WAIT_MS));
    timer.unref();
  };

  let { state, staleAt } = await options.read().catch((error: unknown) => {
    close();
    throw error;
  });
  const feed = new LiveFeed<Event>({ snapshot: () => options.snapshot(state), onIdle: close });
  const readAgain = async (): Promise<void> => {
    const before = state;
    ({ state, staleAt } = await options.read());
    const event = options.change(before, state);
    if (event) feed.push(event);
    wait(staleAt);
  };
  refresh = coalesce(readAgain, (error) => {
    options.logger.error("live query failed", { error });
    feed.fail(error);
    close();
  }).run;
  wait(staleAt);
  if (missed) refresh();
  return feed;
}
