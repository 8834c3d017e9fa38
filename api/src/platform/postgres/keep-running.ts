import { StartError } from "../start-error.ts";

export interface Kept {
  readonly isRunning: () => boolean;
  readonly restart: () => Promise<void>;
  readonly onRestarted: () => void;
  /** It is not started again any more: the process had better end. */
  readonly onLost: (error: unknown) => void;
  /** Where its own words are, for the person who looks for the cause. */
  readonly log: string;
}

const LOOK_EVERY_MS = 500;
/** Once is an accident; a server that ends again and again has a cause that a restart does not mend. */
const MAX_RESTARTS = 3;
const WITHIN_MINUTES = 5;

/** Looks whether something runs and starts it again when it does not. @returns what ends the looking. */
export function keepRunning({ isRunning, restart, onRestarted, onLost, log }: Kept): { stop(): Promise<void> } {
  const restarts: number[] = [];
  let working: Promise<void> | null = null;

  const mend = async (): Promise<void> => {
    const since = performance.now() - WITHIN_MINUTES * 60_000;
    restarts.push(performance.now());
    if (restarts.filter((at) => at > since).length > MAX_RESTARTS) {
      throw new StartError(
        `PostgreSQL ended ${MAX_RESTARTS + 1} times within ${WITHIN_MINUTES} minutes and is not started again. Its log is ${log}.`,
      );
    }
    await restart();
    onRestarted();
  };
  const look = (): void => {
    if (working || isRunning()) return;
    working = mend()
      .catch((error: unknown) => {
        clearInterval(timer);
        onLost(error);
      })
      .finally(() => {
        working = null;
      });
  };
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  return {
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}
