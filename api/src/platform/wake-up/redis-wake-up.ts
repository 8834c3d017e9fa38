import type { Logger } from "../logger.ts";
import type { WakeUpOptions } from "./postgres-wake-up.ts";
import { createSwitchboard, type WakeUp, wakeUpChannel } from "./wake-up.ts";

const PATIENCE_MS = 2_000;
const LONGEST_WAIT_MS = 2_000;

/**
 * Hints over Redis pub/sub. Without Redis everything still arrives, later: the connection is sought again and again,
 * at the start too, and nothing waits for it.
 */
export async function openRedisWakeUp({ url, logger }: WakeUpOptions): Promise<WakeUp> {
  // Costs 0.2 s, which only those pay who use it.
  const { createClient } = await import("redis");
  const publisher = createClient({
    url,
    // What cannot be sent now is kept by the switchboard, once a topic.
    disableOfflineQueue: true,
    socket: { connectTimeout: 5_000, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, LONGEST_WAIT_MS) },
  });
  const subscriber = publisher.duplicate();
  const switchboard = createSwitchboard({
    logger,
    send: async (messages) => {
      if (!publisher.isReady) return false;
      await Promise.all(messages.map((message) => publisher.publish(wakeUpChannel, message)));
      return true;
    },
  });

  const subscribed = new Promise<void>((resolve) => {
    subscriber.on("ready", () => {
      // Once subscribed the client subscribes again by itself; a first try that broke off has to be repeated.
      subscriber.subscribe(wakeUpChannel, switchboard.hear).then(
        () => {
          resolve();
          switchboard.connected();
        },
        (error: Error) => logger.warn("wake-ups not subscribed to", { error: error.message }),
      );
    });
  });
  publisher.on("ready", switchboard.connected);
  const clients = [publisher, subscriber];
  for (const client of clients) client.on("error", complainOnce(client, logger));
  // Rejects when it is closed before it ever connected; then nobody is interested any more.
  for (const client of clients) client.connect().catch(() => undefined);
  await Promise.race([subscribed, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);

  return {
    publish: switchboard.publish,
    onWake: switchboard.onWake,
    async close() {
      await switchboard.idle();
      for (const client of clients) if (client.isOpen) client.destroy();
    },
  };
}

/** Every attempt to come back fails with an error of its own; one line about it is enough. */
function complainOnce(client: { on(event: "ready", listener: () => void): unknown }, logger: Logger) {
  let complained = false;
  client.on("ready", () => {
    if (complained) logger.info("wake-up connection to Redis is back");
    complained = false;
  });
  return (error: Error): void => {
    if (!complained) logger.warn("wake-up connection to Redis lost", { error: error.message });
    complained = true;
  };
}
