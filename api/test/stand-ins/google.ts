import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler, type Request } from "express";
import type { calendar_v3 } from "googleapis/build/src/apis/calendar/index.js";
import description from "../contracts/google-calendar.json" with { type: "json" };
import { StandInAccounts } from "./accounts.ts";
import { Contract } from "./contract.ts";
import { GoogleCalendar, GoogleProblem } from "./google-calendar.ts";

interface Channel {
  readonly id: string;
  readonly resourceId: string;
  readonly token: string;
  readonly address: string;
  readonly expiration: number;
  readonly calendarId: string;
  messages: number;
}

/** Google's calendar and sign-in on this machine, with sync tokens, channels and everything kept in memory. */
export class GoogleStandIn {
  readonly accounts: StandInAccounts;
  readonly calendars = new Map<string, GoogleCalendar>();
  readonly contract = new Contract(description);
  readonly channels: Channel[] = [];
  /** What was sent to channels and has not been answered. */
  readonly #sending = new Set<Promise<unknown>>();
  #url = "";
  #close: () => Promise<void> = async () => undefined;

  constructor(address = "maya@example.com") {
    this.accounts = new StandInAccounts(address, {
      authorize: "/o/oauth2/v2/auth",
      token: "/token",
      revoke: "/revoke",
    });
    this.addCalendar(address, "America/New_York");
  }

  static async start(address?: string): Promise<GoogleStandIn> {
    const standIn = new GoogleStandIn(address);
    const server = standIn.#app().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    // `listen` on a port gives no path.
    const { port } = server.address() as AddressInfo;
    standIn.#url = `http://127.0.0.1:${port}`;
    standIn.#close = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    return standIn;
  }

  get url(): string {
    return this.#url;
  }

  endpointsAt(origin = this.#url) {
    const at = (path: string) => new URL(path, origin).href;
    return { authorize: at("/o/oauth2/v2/auth"), token: at("/token"), revoke: at("/revoke"), api: at("/") };
  }

  get primary(): GoogleCalendar {
    return this.#calendar("primary");
  }

  addCalendar(id: string, timeZone: string, accessRole = "owner"): GoogleCalendar {
    const calendar = new GoogleCalendar(id, id, timeZone, accessRole);
    calendar.onChange = () => this.#tell(id);
    this.calendars.set(id, calendar);
    return calendar;
  }

  /** When everything that was sent to channels has arrived. */
  async told(): Promise<void> {
    while (this.#sending.size > 0) await Promise.all(this.#sending);
  }

  async close(): Promise<void> {
    await this.told();
    await this.#close();
  }

  #app() {
    const app = express();
    app.use(this.accounts.router());
    app.use(express.json(), this.contract.middleware);
    app.use((request, _response, next) => {
      if (this.accounts.accountOf(request) === null) throw new GoogleProblem(401, "authError");
      next();
    });
    const lists = "/calendar/v3/users/me/calendarList";
    const events = "/calendar/v3/calendars/:calendarId/events";
    app.get(lists, (_request, response) => {
      const items = [...this.calendars.values()].map((calendar) => this.#entry(calendar));
      response.json({ kind: "calendar#calendarList", etag: '"1"', items });
    });
    app.get(`${lists}/:calendarId`, (request, response) => {
      response.json(this.#entry(this.#calendarOf(request)));
    });
    app.get(events, (request, response) => {
      response.json(this.#calendarOf(request).list(request.query));
    });
    app.post(events, (request, response) => {
      response.json(this.#writable(request).insert(request.body));
    });
    app.post(`${events}/watch`, (request, response) => {
      response.json(this.#watch(this.#calendarOf(request).id, request.body));
    });
    const event = `${events}/:eventId`;
    app.get(event, (request, response) => {
      response.json(this.#calendarOf(request).get(param(request, "eventId")));
    });
    app.patch(event, (request, response) => {
      response.json(this.#writable(request).patch(param(request, "eventId"), request.body, request.get("if-match")));
    });
    app.delete(event, (request, response) => {
      this.#writable(request).delete(param(request, "eventId"), request.get("if-match"));
      response.status(204).end();
    });
    app.post("/calendar/v3/channels/stop", (request, response) => {
      const { id, resourceId } = request.body;
      const at = this.channels.findIndex((channel) => channel.id === id && channel.resourceId === resourceId);
      if (at < 0) throw new GoogleProblem(404, "channelUnknown");
      this.channels.splice(at, 1);
      response.status(204).end();
    });
    return app.use(answerProblem);
  }

  #entry(calendar: GoogleCalendar): calendar_v3.Schema$CalendarListEntry {
    const { id, summary, timeZone, accessRole } = calendar;
    const isPrimary = calendar === this.primary && { primary: true };
    return {
      ...{ kind: "calendar#calendarListEntry", etag: '"1"', id, summary, timeZone, accessRole, ...isPrimary },
      ...{
        backgroundColor: "#9fe1e7",
        foregroundColor: "#000000",
        colorId: "14",
        selected: true,
        defaultReminders: [],
      },
    };
  }

  #calendarOf(request: Request): GoogleCalendar {
    return this.#calendar(param(request, "calendarId"));
  }

  #calendar(id: string): GoogleCalendar {
    const [first] = this.calendars.values();
    const calendar = id === "primary" ? first : this.calendars.get(id);
    if (!calendar) throw new GoogleProblem(404, "notFound");
    return calendar;
  }

  #writable(request: Request): GoogleCalendar {
    const calendar = this.#calendarOf(request);
    if (calendar.accessRole === "reader") throw new GoogleProblem(403, "requiredAccessLevel");
    return calendar;
  }

  #watch(calendarId: string, asked: calendar_v3.Schema$Channel): calendar_v3.Schema$Channel {
    const { id, token, address, type, params } = asked;
    if (!id || !address || type !== "web_hook") throw new GoogleProblem(400, "required");
    if (this.channels.some((channel) => channel.id === id)) throw new GoogleProblem(400, "channelIdNotUnique");
    const expiration = Date.now() + Number(params?.["ttl"] ?? 604_800) * 1000;
    const channel = { id, resourceId: randomUUID(), token: token ?? "", address, expiration, calendarId, messages: 0 };
    this.channels.push(channel);
    this.#send(channel, "sync");
    const { resourceId } = channel;
    return { kind: "api#channel", id, resourceId, resourceUri: `${this.#url}/x`, expiration: String(expiration) };
  }

  #tell(calendarId: string): void {
    for (const channel of this.channels) if (channel.calendarId === calendarId) this.#send(channel, "exists");
  }

  #send(channel: Channel, state: string): void {
    const headers = {
      "X-Goog-Channel-ID": channel.id,
      "X-Goog-Channel-Token": channel.token,
      "X-Goog-Channel-Expiration": new Date(channel.expiration).toUTCString(),
      "X-Goog-Resource-ID": channel.resourceId,
      "X-Goog-Resource-URI": `${this.#url}/calendar/v3/calendars/${channel.calendarId}/events?alt=json`,
      "X-Goog-Resource-State": state,
      "X-Goog-Message-Number": String(++channel.messages),
    };
    const sent: Promise<unknown> = fetch(channel.address, { method: "POST", headers })
      .then((answer) => answer.arrayBuffer())
      .catch(() => undefined)
      .finally(() => this.#sending.delete(sent));
    this.#sending.add(sent);
  }
}

function param(request: Request, name: string): string {
  return String(request.params[name]);
}

const answerProblem: ErrorRequestHandler = (error, _request, response, next) => {
  if (!(error instanceof GoogleProblem)) return next(error);
  const { status, reason } = error;
  const errors = [{ domain: "global", reason, message: reason }];
  response.status(status).json({ error: { code: status, message: reason, errors } });
};
