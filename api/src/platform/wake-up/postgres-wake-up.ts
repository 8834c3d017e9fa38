import { Client } from "pg";
import type { Logger } from "../logger.ts";
import { createSwitchboard, type WakeUp, wakeUpChannel } from "./wake-up.ts";

export interface WakeUpOptions {
  readonly url: string;
  readonly logger: Logger;
}

const RECONNECT_AFTER_MS = 500;

/**
 * Hints over LISTEN and NOTIFY, on a connection of their own: NOTIFY takes a lock on the whole cluster at commit, which
 * no booking should wait for.
 */
export async function openPostgresWakeUp({ url, logger }: WakeUpOptions): Promise<WakeUp> {
  let current: Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const switchboard = createSwitchboard({
    logger,
    send: async (messages) => {
      await current?.query("select pg_notify($1, message) from unnest($2::text[]) message", [wakeUpChannel, messages]);
      return current !== null;
    },
  });

  const connect = async (): Promise<void> => {
    const client = new Client({ connectionString: url, application_name: "kairos wake-up", keepAlive: true });
    let lost = false;
    const lose = (error: Error): void => {
      if (lost) return;
      lost = true;
      current = null;
      client.end().catch(() => undefined);
      if (closed) return;
      logger.warn("wake-up connection lost", { error: error.message });
      retry = setTimeout(() => void connect(), RECONNECT_AFTER_MS).unref();
    };
    client.on("notification", ({ payload }) => switchboard.hear(payload ?? ""));
    client.on("error", lose);
    client.on("end", () => lose(new Error("The server ended the connection.")));
    try {
      await client.connect();
      await client.query(`listen ${wakeUpChannel}`);
      if (closed) return void (await client.end());
      current = client;
      switchboard.connected();
    } catch (error) {
      lose(error instanceof Error ? error : new Error(String(error)));
    }
  };
  await connect();

  return {
    publish: switchboard.publish,
    onWake: switchboard.onWake,
    async close() {
      closed = true;
      clearTimeout(retry);
      await switchboard.idle();
      await current?.end();
    },
  };
}
