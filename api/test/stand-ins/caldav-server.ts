import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";

/** In memory where that can be had: both servers wait for the disk at every write. */
export const scratch = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A real CalDAV server on this machine, and the one user it has. */
export interface CaldavServer {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** The path of her calendars. */
  readonly home: string;
  stop(): Promise<void>;
}

/** What a calendar program of hers sends to it. */
export class CaldavHand {
  readonly #server: CaldavServer;

  constructor(server: CaldavServer) {
    this.#server = server;
  }

  /** When the server answers. */
  async ready(): Promise<void> {
    for (let tries = 0; ; tries++) {
      const answer = await this.send("OPTIONS", this.#server.home).catch(() => null);
      if (answer !== null && answer.status < 500) return;
      if (tries === 200) throw new Error("The CalDAV server does not start.");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** A new calendar; its path. */
  async createCalendar(): Promise<string> {
    const path = `${this.#server.home}${randomUUID()}/`;
    const { status } = await this.send("MKCALENDAR", path);
    if (status !== 201) throw new Error(`MKCALENDAR was answered with ${status}.`);
    return path;
  }

  async read(path: string): Promise<string> {
    return (await this.send("GET", path)).body;
  }

  async write(path: string, text: string): Promise<void> {
    const { status, body } = await this.send("PUT", path, text, { "content-type": "text/calendar; charset=utf-8" });
    if (status >= 300) throw new Error(`PUT ${path} was answered with ${status}: ${body}\n${text}`);
  }

  async delete(path: string): Promise<void> {
    const { status } = await this.send("DELETE", path);
    if (status >= 300) throw new Error(`DELETE ${path} was answered with ${status}.`);
  }

  async send(method: string, path: string, body?: string, headers: Record<string, string> = {}) {
    const { url, username, password } = this.#server;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
    const response = await fetch(`${url}${path}`, {
      ...{ method, headers: { authorization, ...headers } },
      ...(body !== undefined && { body }),
    });
    return { status: response.status, body: await response.text() };
  }
}
