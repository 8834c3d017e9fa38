/** Longer than a message takes to be handed over: after it, another process tries again with the same message id. */
export const CLAIM_SECONDS = 60;
/** How many are claimed at once. */
export const BATCH = 50;

interface Mailing<Due> {
  /** Takes up to a batch of what is due, so that no other process does for a while. */
  readonly claim: () => Promise<Due[]>;
  readonly send: (due: Due) => Promise<void>;
  readonly signal: AbortSignal;
  /** What those are called that were not sent. */
  readonly words: string;
}

/** Sends all that is due. What fails keeps nothing else waiting, and is tried again when its claim is over. */
export async function sendInBatches<Due>({ claim, send, signal, words }: Mailing<Due>): Promise<void> {
  let claimed = BATCH;
  const failures: unknown[] = [];
  while (claimed === BATCH && !signal.aborted) {
    const due = await claim();
    claimed = due.length;
    await Promise.all(due.map((one) => send(one).catch((error: unknown) => failures.push(error))));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} ${words} were not told.`);
}
