import { BaseNotificationChannel, type JobNotification, toJobId } from "agenda";
import type { WakeUp } from "../wake-up/wake-up.ts";

/**
 * Tells the processes of a job that a run was asked for, by the wake-ups that carry the outbox too. It replaces the
 * channels that come with the backends: one for both, and one that survives a lost connection.
 */
export class WakeUpChannel extends BaseNotificationChannel {
  readonly #wakeUp: WakeUp;
  readonly #names: () => readonly string[];
  readonly #scanEveryMs: number;
  #forget: Array<() => void> = [];

  /** `names` are the jobs of this process. */
  constructor(wakeUp: WakeUp, names: () => readonly string[], scanEveryMs: number) {
    super();
    this.#wakeUp = wakeUp;
    this.#names = names;
    this.#scanEveryMs = scanEveryMs;
  }

  async connect(): Promise<void> {
    this.#forget = this.#names().map((name) => this.#wakeUp.onWake(topicOf(name), () => this.look(name)));
    this.setState("connected");
  }

  /** Has Agenda look for runs of this job that are due. Without an instant, it does so at once. */
  look(jobName: string): void {
    const anyone = { jobId: toJobId(jobName), jobName, nextRunAt: null, priority: 0, timestamp: new Date() };
    void this.notifyHandlers(anyone);
  }

  async disconnect(): Promise<void> {
    for (const forget of this.#forget) forget();
    this.handlers.clear();
    this.setState("disconnected");
  }

  /** What is due later than the next scan is found by a scan. */
  async publish({ jobName, nextRunAt }: JobNotification): Promise<void> {
    const soon = Date.now() + this.#scanEveryMs;
    if (nextRunAt && nextRunAt.getTime() <= soon) this.#wakeUp.publish(topicOf(jobName));
  }
}

function topicOf(jobName: string): string {
  return `job ${jobName}`;
}
