/** What one socket may send: a burst, as when a page opens, and from then on some messages a second. */
export interface MessageLimits {
  readonly burst: number;
  readonly perSecond: number;
}

export const messageLimits: MessageLimits = { burst: 200, perSecond: 50 };

export class MessageBudget {
  readonly #limits: MessageLimits;
  #left: number;
  #countedAt: number;

  constructor(limits: MessageLimits, now: number) {
    this.#limits = limits;
    this.#left = limits.burst;
    this.#countedAt = now;
  }

  /** Whether a message may come now, in milliseconds of any one clock. */
  spend(now: number): boolean {
    const { burst, perSecond } = this.#limits;
    this.#left = Math.min(burst, this.#left + ((now - this.#countedAt) / 1_000) * perSecond);
    this.#countedAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
