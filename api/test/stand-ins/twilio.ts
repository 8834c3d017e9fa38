import type { AddressInfo } from "node:net";
import { createEmulator, type Emulator } from "emulate";
import express from "express";
import description from "../contracts/twilio-messages.json" with { type: "json" };
import { Contract } from "./contract.ts";

export const twilioNumber = "+15005550006";
export const twilioAccount = { accountSid: `AC${"0123456789abcdef".repeat(2)}`, authToken: "twilio-auth-token" };

/** Twilio on this machine: `emulate`'s, behind a door that holds both sides to the published description. */
export class TwilioStandIn {
  /** What was taken, as it was answered. */
  readonly taken: Record<string, unknown>[] = [];
  readonly contract = new Contract(withPaths());
  readonly #emulator: Emulator;
  #url = "";
  #close: () => Promise<void> = async () => undefined;

  private constructor(emulator: Emulator) {
    this.#emulator = emulator;
  }

  static async start(): Promise<TwilioStandIn> {
    const { accountSid: sid, authToken: auth_token } = twilioAccount;
    const account = { account: { sid, auth_token }, phone_numbers: [{ phone_number: twilioNumber }] };
    const standIn = new TwilioStandIn(await createEmulator({ service: "twilio", port: 0, seed: { twilio: account } }));
    const server = standIn.#app().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    // `listen` on a port gives no path.
    standIn.#url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    standIn.#close = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await standIn.#emulator.close();
    };
    return standIn;
  }

  get url(): string {
    return this.#url;
  }

  close(): Promise<void> {
    return this.#close();
  }

  /** Lets a message come to something, which Twilio tells to its callback before this is done. */
  async tell(MessageSid: string, Status: string): Promise<void> {
    await this.#ask("POST", "/_twilio/simulate/message-status", new URLSearchParams({ MessageSid, Status }).toString());
  }

  #app() {
    const app = express();
    app.use(express.text({ type: "*/*" }), (request, response, next) => {
      const text = typeof request.body === "string" ? request.body : "";
      response.locals["text"] = text;
      request.body = Object.fromEntries(new URLSearchParams(text));
      next();
    });
    app.use(this.contract.middleware, async (request, response) => {
      const { method, originalUrl, headers } = request;
      const answer = await this.#ask(method, originalUrl, String(response.locals["text"]), headers.authorization ?? "");
      if (method === "POST" && answer.status === 201) this.taken.push(answer.body);
      response.status(answer.status).json(answer.body);
    });
    return app;
  }

  async #ask(method: string, path: string, text: string, authorization?: string) {
    const { accountSid, authToken } = twilioAccount;
    const ours = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
    const { port } = new URL(this.#emulator.url);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: authorization ?? ours, "content-type": "application/x-www-form-urlencoded" },
      body: method === "GET" ? null : text,
    });
    const body: Record<string, unknown> = JSON.parse(await answer.text());
    return { status: answer.status, body };
  }
}

/** Twilio’s lists name themselves by paths, where its description says a whole address. */
function withPaths(): typeof description {
  const text = JSON.stringify(description).replaceAll(/("(?:\w+_)?uri":\{)"format":"uri",/g, "$1");
  return JSON.parse(text);
}
