/** The one source of "now", in epoch milliseconds, so that tests and core can be given another. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
