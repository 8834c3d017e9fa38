import { LiveFeed } from "./live-feed.ts";

/** One subscription of one socket, as far as an execution knows it. */
export interface Subscriber {
  /** Number of the last change that was on its way before it joined; set by the execution. */
  joinedAfter: number;
  deliver(payload: Buffer): void;
  complete(): void;
  /** The source broke: the client must come back and start from a new snapshot. */
  sendAway(): void;
}

export interface SharedExecutionOptions {
  /** The feed, or a ready payload that says why there is none. */
  readonly open: () => Promise<LiveFeed<object> | Buffer>;
  /** Resolve the selection set on an event and write it as JSON. */
  readonly render: (event: object) => Promise<Buffer>;
  /** Takes no more subscribers, because it is empty or its source has ended. */
  readonly onClosed: () => void;
  readonly onFailed: (error: unknown) => void;
}

interface Delivery {
  readonly payload: Promise<Buffer>;
  /** These alone; or, for a change, everyone who had joined before it. */
  readonly to: Subscriber[] | { readonly change: number };
}

const maxWaiting = 64;
/** Fields behind an event, a name or a place, can change without a new event: a written snapshot serves a rush, not a day. */
const snapshotServesMs = 100;

/**
 * One execution for any number of identical subscriptions. Every event is resolved and written once.
 * Deliveries leave in the order in which their events happened: a newcomer's snapshot is taken, and queued, in the
 * same synchronous step in which it joins, so it gets exactly the changes that came after. When rendering falls
 * behind, what waits is replaced by one new snapshot for everybody.
 */
export class SharedExecution {
  readonly #options: SharedExecutionOptions;
  readonly #subscribers = new Set<Subscriber>();
  #queue: Delivery[] = [];
  #running = false;
  #changes = 0;
  #feed: LiveFeed<object> | null = null;
  #snapshot: { readonly payload: Promise<Buffer>; readonly at: number } | null = null;
  #end: { readonly error?: Error } | null = null;
  #detach = (): void => undefined;

  constructor(options: SharedExecutionOptions) {
    this.#options = options;
    void this.#open();
  }

  join(subscriber: Subscriber): void {
    subscriber.joinedAfter = this.#changes;
    this.#subscribers.add(subscriber);
    if (this.#feed) this.#sendSnapshot(this.#feed, subscriber);
  }

  leave(subscriber: Subscriber): void {
    if (!this.#subscribers.delete(subscriber) || this.#subscribers.size > 0) return;
    this.#options.onClosed();
    this.#detach();
  }

  async #open(): Promise<void> {
    try {
      let source = await this.#options.open();
      // Its last listener left between its lookup and now.
      while (source instanceof LiveFeed && source.retired) source = await this.#options.open();
      if (Buffer.isBuffer(source)) return this.#refuse(source);
      this.#feed = source;
      for (const subscriber of this.#subscribers) this.#sendSnapshot(source, subscriber);
      this.#detach = source.attach({
        next: (event) => this.#change(source, event),
        end: (error) => this.#close(error ? { error } : {}),
      });
      // Everybody may have left meanwhile; the feed must learn that nobody listens.
      if (this.#subscribers.size === 0) this.#detach();
    } catch (error) {
      this.#fail(error);
    }
  }

  #refuse(payload: Buffer): void {
    this.#options.onClosed();
    for (const subscriber of this.#subscribers) {
      subscriber.deliver(payload);
      subscriber.complete();
    }
  }

  #sendSnapshot(feed: LiveFeed<object>, subscriber: Subscriber): void {
    const last = this.#queue.at(-1);
    const now = performance.now();
    if (this.#snapshot && now - this.#snapshot.at > snapshotServesMs) this.#snapshot = null;
    if (this.#snapshot && last && Array.isArray(last.to)) {
      last.to.push(subscriber);
      return;
    }
    this.#snapshot ??= { payload: this.#render(feed.snapshot()), at: now };
    this.#enqueue({ payload: this.#snapshot.payload, to: [subscriber] });
  }

  #change(feed: LiveFeed<object>, event: object): void {
    this.#snapshot = null;
    this.#changes += 1;
    const behind = this.#queue.length >= maxWaiting;
    // The first is being delivered already.
    if (behind) this.#queue.splice(1);
    this.#enqueue({ payload: this.#render(behind ? feed.snapshot() : event), to: { change: this.#changes } });
  }

  #close(end: { readonly error?: Error }): void {
    this.#end = end;
    this.#options.onClosed();
    void this.#run();
  }

  #render(event: object): Promise<Buffer> {
    const payload = this.#options.render(event);
    // Awaited in its turn; until then a failure must not count as unhandled.
    payload.catch(() => undefined);
    return payload;
  }

  #enqueue(delivery: Delivery): void {
    this.#queue.push(delivery);
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let delivery = this.#queue[0]; delivery; delivery = this.#queue[0]) {
        const payload = await delivery.payload;
        this.#queue.shift();
        this.#deliver(payload, delivery.to);
      }
    } catch (error) {
      return this.#fail(error);
    } finally {
      this.#running = false;
    }
    if (this.#end) this.#finish(this.#end);
  }

  #deliver(payload: Buffer, to: Delivery["to"]): void {
    if (Array.isArray(to)) {
      for (const subscriber of to) if (this.#subscribers.has(subscriber)) subscriber.deliver(payload);
      return;
    }
    for (const subscriber of this.#subscribers) if (subscriber.joinedAfter < to.change) subscriber.deliver(payload);
  }

  #finish({ error }: { readonly error?: Error }): void {
    if (error) this.#fail(error);
    else for (const subscriber of this.#subscribers) subscriber.complete();
  }

  #fail(error: unknown): void {
    this.#options.onClosed();
    this.#detach();
    this.#queue = [];
    if (this.#subscribers.size > 0) this.#options.onFailed(error);
    for (const subscriber of this.#subscribers) subscriber.sendAway();
  }
}
