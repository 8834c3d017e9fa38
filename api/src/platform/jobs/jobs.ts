// The one place that knows Agenda 6. Agenda is the clock and the hands, never the memory: what is due stands in tables
// of ours, a job reads it from there, and whatever Agenda loses or does twice costs a delay or an idle run. Seen with
// Agenda 6.2.6, and mended here or in the stores beside:
// - `ready` never settles when its database is away: the stores connect first, and say so.
// - Without start() a process that only asks for runs tells nobody: every process starts, with or without jobs to do.
// - every() moves the next run or skips one missed while down: a start asks for one run of each job.
// - A job that takes longer than its lock runs twice: the lock is short and is kept alive while the job runs.
// - unique() makes two rows under load: the stores have a unique index of ours, and a second request is refused there.
// - A job that is waiting in some process's memory does not hear that its time changed: requests are rows of their own.
import { hostname } from "node:os";
import { Agenda } from "agenda";
import type { Logger } from "../logger.ts";
import type { WakeUp } from "../wake-up/wake-up.ts";
import type { JobStore } from "./job-store.ts";
import { WakeUpChannel } from "./wake-up-channel.ts";

/** Something that is done again and again, and soon when it is asked for. */
export interface Job {
  readonly name: string;
  /** Between two runs that nobody asked for: how late a run may be whose request was lost. */
  readonly everySeconds: number;
  /** Reads what is due from our tables, may run twice at the same time, and stops at a good place when the signal aborts. */
  readonly run: (signal: AbortSignal) => Promise<void>;
}

export interface Jobs {
  /** Before `start`. A process without jobs only asks for runs. */
  define(job: Job): void;
  start(): Promise<void>;
  /** Asks for a run by whichever process has the job, now or at an instant. Never throws: the next regular run is the net. */
  wake(name: string, at?: Date): void;
  /** Begins nothing more, waits a while for what runs, and closes the connections. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  readonly store: JobStore;
  readonly wakeUp: WakeUp;
  readonly logger: Logger;
  readonly scanEverySeconds?: number;
  readonly lockSeconds?: number;
}

/** Several regular jobs at once, and room for those that were asked for. */
const MAX_CONCURRENT = 20;
const STOP_GRACE_MS = 8_000;

export function createJobs(options: JobsOptions): Jobs {
  return new AgendaJobs(options);
}

class AgendaJobs implements Jobs {
  readonly #options: JobsOptions;
  readonly #agenda: Agenda;
  readonly #channel: WakeUpChannel;
  readonly #jobs = new Map<string, Job>();
  readonly #stopping = new AbortController();
  /** Runs and requests under way. */
  readonly #pending = new Set<Promise<unknown>>();
  readonly #lockMs: number;

  constructor(options: JobsOptions) {
    const { store, wakeUp, logger, scanEverySeconds = 5, lockSeconds = 30 } = options;
    const scanEveryMs = scanEverySeconds * 1_000;
    this.#options = options;
    this.#lockMs = lockSeconds * 1_000;
    this.#channel = new WakeUpChannel(wakeUp, () => [...this.#jobs.keys()], scanEveryMs);
    this.#agenda = new Agenda({
      name: `${hostname()} ${process.pid}`,
      backend: store.backend,
      notificationChannel: this.#channel,
      processEvery: scanEveryMs,
      defaultLockLifetime: this.#lockMs,
      defaultConcurrency: 1,
      maxConcurrency: MAX_CONCURRENT,
    });
    this.#agenda.on("error", (error) => logger.warn("jobs not looked after", { error: error.message }));
    this.#trackRuns();
  }

  define(job: Job): void {
    this.#jobs.set(job.name, job);
    // The form with `done`, since the one with a promise cannot be told from it by its type.
    this.#agenda.define(job.name, (execution, done) => void this.#run(job, execution).then(() => done()), {
      // More would wait in the memory of this process while another is free.
      lockLimit: 1,
    });
  }

  async start(): Promise<void> {
    await this.#options.store.removeFinished();
    await this.#agenda.start();
    for (const { name, everySeconds } of this.#jobs.values()) {
      const regular = this.#agenda.every(everySeconds * 1_000, name, undefined, { skipImmediate: true });
      await regular.catch(this.#unlessDuplicate);
      this.wake(name);
    }
  }

  wake(name: string, at?: Date): void {
    const request = this.#agenda.create(name, { key: at?.toISOString() ?? "now" }).schedule(at ?? new Date());
    this.#track(
      request
        .save()
        .catch(this.#unlessDuplicate)
        .catch((error: unknown) => this.#options.logger.warn("a run was not asked for", { job: name, error })),
    );
  }

  async stop(): Promise<void> {
    const { store, logger } = this.#options;
    this.#stopping.abort();
    await this.#agenda.stop(false).catch((error: unknown) => logger.warn("jobs not let go", { error }));
    const grace = new Promise((resolve) => setTimeout(resolve, STOP_GRACE_MS).unref());
    await Promise.race([this.#settle(), grace]);
    await store.close();
  }

  /** A failure is told and left to the next run, since all that is due still stands in the tables. */
  async #run({ name, run }: Job, execution: Execution): Promise<void> {
    const { logger } = this.#options;
    let touched: Promise<unknown> = Promise.resolve();
    const touching = setInterval(() => {
      touched = execution.touch().catch((error: unknown) => logger.warn("a job lost its lock", { job: name, error }));
    }, this.#lockMs / 3);
    try {
      await run(this.#stopping.signal);
    } catch (error) {
      logger.error("A job failed; its next run tries again", { job: name, error });
    } finally {
      clearInterval(touching);
      // Heard of by the database after the end of the run, it would lock the job again.
      await touched;
    }
  }

  /** After a run, its request is removed, and one that came meanwhile is looked for: Agenda would wait for its next scan. */
  #trackRuns(): void {
    const { store, logger } = this.#options;
    const ends = new Map<object, () => void>();
    this.#agenda.on("start", (execution) => {
      this.#track(new Promise<void>((resolve) => ends.set(execution, resolve)));
    });
    this.#agenda.on("complete", (execution, remote) => {
      const removed = store.removeFinished().catch((error: unknown) => logger.warn("finished jobs stay", { error }));
      this.#track(removed);
      ends.get(execution)?.();
      ends.delete(execution);
      // It lets go of the lock that it counts right after it told of the end.
      if (!remote) setImmediate(() => this.#channel.look(execution.attrs.name));
    });
  }

  async #settle(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.finally(() => this.#pending.delete(tracked));
    this.#pending.add(tracked);
  }

  /** Somebody asked for the same before, which is as good. */
  readonly #unlessDuplicate = (error: unknown): void => {
    if (!this.#options.store.isDuplicate(error)) throw error;
  };
}

/** What of Agenda's own job a run needs. */
interface Execution {
  touch(): Promise<void>;
}
