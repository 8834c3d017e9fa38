import type { AgendaBackend, JobRepository } from "agenda";
import type { Logger } from "../logger.ts";

/** Where Agenda keeps its jobs, connected. */
export interface JobStore {
  readonly backend: AgendaBackend;
  /** Whether a request was refused because the same one waits already. */
  isDuplicate(error: unknown): boolean;
  /** Removes requests whose run ended together with its process. */
  removeFinished(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Agenda connects its backend by itself and waits for ever when that fails. Here it was connected before, and Agenda is
 * given one that has nothing left to do.
 */
export async function connectBackend<Backend extends AgendaBackend>(
  backend: Backend,
  logger: Logger,
): Promise<Backend> {
  await backend.connect();
  backend.connect = async () => undefined;
  guardUnlock(backend.repository, logger);
  return backend;
}

/** Agenda does not wait for unlockJob, so that a failure would end the process; the lock passes by itself. */
function guardUnlock(repository: JobRepository, logger: Logger): void {
  const unlock = repository.unlockJob.bind(repository);
  repository.unlockJob = async (job) => {
    await unlock(job).catch((error: unknown) =>
      logger.warn("a job stays locked for a while", { job: job.name, error }),
    );
  };
}
