import type { AddressInfo } from "node:net";
import express from "express";
import type { CalendarProvider } from "../../src/integrations/calendar/calendar-provider.ts";
import type { Notice } from "../../src/integrations/calendar/notice.ts";

/** An address that notices are sent to, and that answers handshakes. */
export class NoticeBox {
  /** Every request's headers and body as they came. */
  readonly raw: unknown[] = [];
  readonly #provider: CalendarProvider;
  readonly #told: () => Promise<void>;
  readonly #notices: Notice[] = [];
  #address = "";
  #close: () => void = () => undefined;

  private constructor(provider: CalendarProvider, told: () => Promise<void>) {
    this.#provider = provider;
    this.#told = told;
  }

  /** `told` waits until the stand-in has sent what it has to send. */
  static async open(provider: CalendarProvider, told: () => Promise<void>): Promise<NoticeBox> {
    const box = new NoticeBox(provider, told);
    const app = express().use(express.json(), (request, response) => {
      const { headers, query, body } = request;
      const reading = box.#provider.readNotices({ headers, query, body });
      if (reading.kind === "handshake") {
        response.type("text/plain").send(reading.answer);
        return;
      }
      box.raw.push({ headers, body });
      box.#notices.push(...reading.notices);
      response.status(202).end();
    });
    const server = app.listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    // `listen` on a port gives no path.
    const { port } = server.address() as AddressInfo;
    box.#address = `http://127.0.0.1:${port}/notices`;
    box.#close = () => {
      server.close();
      server.closeAllConnections();
    };
    return box;
  }

  get address(): string {
    return this.#address;
  }

  /** What came since one last looked. */
  async arrived(): Promise<Notice[]> {
    await this.#told();
    return this.#notices.splice(0);
  }

  close(): void {
    this.#close();
  }
}
