export interface FeedListener<Event> {
  next(event: Event): void;
  /** Nothing more will come: with an error, something broke and a new start will mend it. */
  end(error?: Error): void;
}

export interface LiveFeedOptions<Event> {
  /**
   * What a newcomer must know to be right after every change pushed so far. Synchronous, from memory: that is what
   * makes the moment of joining exact.
   */
  readonly snapshot: () => Event;
  /** The last listener left; let go of timers and of the place in any map. A feed is not used again after that. */
  readonly onIdle?: () => void;
}

/**
 * The source of a live subscription: a state in memory, known by its snapshot, and the changes to it.
 * The owner changes the state and pushes the change in one synchronous step; then a listener that reads the snapshot
 * and attaches in one step misses nothing and hears nothing twice.
 */
export class LiveFeed<Event extends object> implements AsyncIterable<Event> {
  readonly #options: LiveFeedOptions<Event>;
  readonly #listeners = new Set<FeedListener<Event>>();
  #ended: { readonly error?: Error } | null = null;
  #retired = false;

  constructor(options: LiveFeedOptions<Event>) {
    this.#options = options;
  }

  /** A feed of this one event, for answers after which nothing can follow, such as a refusal. */
  static of<Event extends object>(event: Event): LiveFeed<Event> {
    const feed = new LiveFeed({ snapshot: () => event });
    feed.end();
    return feed;
  }

  /** Whether its owner has let it go; who got hold of it just before must ask for another. */
  get retired(): boolean {
    return this.#retired;
  }

  snapshot(): Event {
    return this.#options.snapshot();
  }

  push(change: Event): void {
    if (this.#ended) return;
    for (const listener of [...this.#listeners]) listener.next(change);
  }

  /** Complete every subscription. */
  end(): void {
    this.#end({});
  }

  /** The state can no longer be kept right: subscribers are sent away to come back and start anew. */
  fail(error: Error): void {
    this.#end({ error });
  }

  /** Gives the function that detaches. A listener of an ended feed is told at once. */
  attach(listener: FeedListener<Event>): () => void {
    if (this.#ended) {
      listener.end(this.#ended.error);
      return () => undefined;
    }
    this.#listeners.add(listener);
    return () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0 && !this.#ended) this.#retire();
    };
  }

  /** The snapshot, then the changes: for graphql's own `subscribe`, as tests use it. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    const inbox: Inbox<Event> = { events: [this.snapshot()], ended: null, wake: () => undefined };
    const detach = this.attach({
      next: (event) => {
        inbox.events.push(event);
        inbox.wake();
      },
      end: (error) => {
        inbox.ended = error ? { error } : {};
        inbox.wake();
      },
    });
    try {
      for (;;) {
        for (let event = inbox.events.shift(); event; event = inbox.events.shift()) yield event;
        if (inbox.ended?.error) throw inbox.ended.error;
        if (inbox.ended) return;
        await new Promise<void>((resolve) => {
          inbox.wake = resolve;
        });
      }
    } finally {
      detach();
    }
  }

  #end(how: { error?: Error }): void {
    if (this.#ended) return;
    this.#ended = how;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener.end(how.error);
    if (listeners.length > 0) this.#retire();
  }

  #retire(): void {
    this.#retired = true;
    this.#options.onIdle?.();
  }
}

interface Inbox<Event> {
  readonly events: Event[];
  ended: { readonly error?: Error } | null;
  wake: () => void;
}
