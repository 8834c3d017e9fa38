import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler, type Request, type Response } from "express";
import description from "../contracts/microsoft-graph-calendar.json" with { type: "json" };
import { StandInAccounts } from "./accounts.ts";
import { Contract } from "./contract.ts";
import { GraphCalendar, GraphProblem, type Json } from "./graph-calendar.ts";

interface Subscription {
  readonly id: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string;
  readonly clientState: string;
  readonly resource: string;
  expirationDateTime: string;
}

const WEEK_MS = 7 * 86_400_000;

/** Microsoft's calendar and sign-in on this machine, with delta links and subscriptions, everything kept in memory. */
export class GraphStandIn {
  readonly accounts: StandInAccounts;
  readonly calendars = new Map<string, GraphCalendar>();
  readonly subscriptions: Subscription[] = [];
  readonly contract = new Contract(description, {
    prefix: "/v1.0",
    query: ["startDateTime", "endDateTime", "$deltatoken", "$skiptoken"],
    answers: { "/delta": { $ref: "#/components/schemas/microsoft.graph.eventCollectionResponse" } },
  });
  readonly #sending = new Set<Promise<unknown>>();
  #url = "";
  #close: () => Promise<void> = async () => undefined;

  constructor(address = "maya@example.com") {
    const tokens = "/common/oauth2/v2.0/token";
    const paths = { authorize: "/common/oauth2/v2.0/authorize", token: tokens, revoke: "/none" };
    this.accounts = new StandInAccounts(address, paths, identityOf);
    this.addCalendar("Calendar");
  }

  static async start(address?: string): Promise<GraphStandIn> {
    const standIn = new GraphStandIn(address);
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

  addCalendar(name: string, canEdit = true): GraphCalendar {
    const calendar = new GraphCalendar(`AQMk${randomUUID().replaceAll("-", "")}=`, name, canEdit);
    calendar.onChange = (id, changeType) => this.#tell(calendar, id, changeType);
    this.calendars.set(calendar.id, calendar);
    return calendar;
  }

  /** Sends a notice about a subscription itself. */
  tellOfLife(subscription: Subscription, lifecycleEvent: "reauthorizationRequired" | "subscriptionRemoved" | "missed") {
    this.#send(subscription.lifecycleNotificationUrl, { ...headOf(subscription), lifecycleEvent });
  }

  /** When everything that was sent to subscribers has arrived. */
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
      if (this.accounts.accountOf(request) === null) throw new GraphProblem(401, "InvalidAuthenticationToken");
      next();
    });
    app.get("/v1.0/me/calendars", (_request, response) => {
      const value = [...this.calendars.values()].map((calendar, i) => ({
        ...{ id: calendar.id, name: calendar.name, canEdit: calendar.canEdit, isDefaultCalendar: i === 0 },
        ...{ color: "auto", hexColor: "", canShare: true },
      }));
      response.json({ value });
    });
    const calendar = "/v1.0/me/calendars/:calendarId";
    app.get(`${calendar}/calendarView/delta`, (request, response) => {
      const link = { origin: this.#url, path: request.path };
      response.json(this.#calendar(request).delta({ ...request.query }, sizeOf(request), link));
    });
    app.get(`${calendar}/calendarView`, (request, response) => {
      this.#page(request, response, this.#calendar(request).view(rangeOf(request)));
    });
    app.get(`${calendar}/events`, (request, response) => {
      const value = /ep\/value eq '([^']+)'/.exec(String(request.query["$filter"]))?.[1];
      const own = (fields: Json) =>
        JSON.stringify(fields["singleValueExtendedProperties"] ?? "").includes(String(value));
      response.json({ value: this.#calendar(request).find(own) });
    });
    app.post(`${calendar}/events`, (request, response) => {
      response.status(201).json(this.#writable(request).create(request.body));
    });
    const event = `${calendar}/events/:eventId`;
    app.get(event, (request, response) => {
      response.json(this.#calendar(request).get(param(request, "eventId")));
    });
    app.patch(event, (request, response) => {
      const { body } = request;
      response.json(this.#writable(request).patch(param(request, "eventId"), body, request.get("if-match")));
    });
    app.delete(event, (request, response) => {
      this.#writable(request).delete(param(request, "eventId"), request.get("if-match"));
      response.status(204).end();
    });
    app.get("/v1.0/me/events/:eventId/instances", (request, response) => {
      const id = param(request, "eventId");
      const holder = [...this.calendars.values()].find((it) => it.find(() => true).some((found) => found["id"] === id));
      if (!holder) throw new GraphProblem(404, "ErrorItemNotFound");
      this.#page(request, response, holder.instances(id, rangeOf(request)));
    });
    this.#subscriptionRoutes(app);
    return app.use(answerProblem);
  }

  #subscriptionRoutes(app: express.Express): void {
    app.post("/v1.0/subscriptions", async (request, response) => {
      response.status(201).json(await this.#subscribe(request.body));
    });
    const one = "/v1.0/subscriptions/:id";
    app.patch(one, (request, response) => {
      const subscription = this.#subscription(request);
      subscription.expirationDateTime = expiry(request.body);
      response.json(subscription);
    });
    app.delete(one, (request, response) => {
      this.subscriptions.splice(this.subscriptions.indexOf(this.#subscription(request)), 1);
      response.status(204).end();
    });
  }

  async #subscribe(asked: Json): Promise<Subscription> {
    const { notificationUrl, lifecycleNotificationUrl, clientState, resource } = asked;
    for (const address of [notificationUrl, lifecycleNotificationUrl]) {
      const token = `Validation: ${randomUUID()} & more`;
      const url = `${address}?validationToken=${encodeURIComponent(token)}`;
      const answer = await fetch(url, { method: "POST" }).catch(() => null);
      const isRight = answer?.headers.get("content-type")?.startsWith("text/plain") && (await answer.text()) === token;
      if (!isRight || answer?.status !== 200) throw new GraphProblem(400, "ValidationError");
    }
    const subscription = {
      ...{ id: randomUUID(), notificationUrl: String(notificationUrl), resource: String(resource) },
      ...{ lifecycleNotificationUrl: String(lifecycleNotificationUrl), clientState: String(clientState) },
      ...{ changeType: String(asked["changeType"]), expirationDateTime: expiry(asked) },
    };
    this.subscriptions.push(subscription);
    return subscription;
  }

  #tell(calendar: GraphCalendar, id: string, changeType: string): void {
    for (const subscription of this.subscriptions) {
      if (!subscription.resource.includes(calendar.id)) continue;
      const resource = `Users/1/Events/${id}`;
      const resourceData = { "@odata.type": "#Microsoft.Graph.Event", "@odata.id": resource, id };
      this.#send(subscription.notificationUrl, { ...headOf(subscription), changeType, resource, resourceData });
    }
  }

  #send(address: string, notice: Json): void {
    const body = JSON.stringify({ value: [notice] });
    const headers = { "content-type": "application/json" };
    const sent: Promise<unknown> = fetch(address, { method: "POST", headers, body })
      .then((answer) => answer.arrayBuffer())
      .catch(() => undefined)
      .finally(() => this.#sending.delete(sent));
    this.#sending.add(sent);
  }

  /** A list in pages, by `$skip` as Graph's own links do it. */
  #page(request: Request, response: Response, all: readonly Json[]): void {
    const skip = Number(request.query["$skip"] ?? 0);
    const size = sizeOf(request);
    const next = new URL(`${this.#url}${request.originalUrl}`);
    next.searchParams.set("$skip", String(skip + size));
    const link = skip + size < all.length ? { "@odata.nextLink": next.href } : {};
    response.json({ value: all.slice(skip, skip + size), ...link });
  }

  #calendar(request: Request): GraphCalendar {
    const calendar = this.calendars.get(param(request, "calendarId"));
    if (!calendar) throw new GraphProblem(404, "ErrorItemNotFound");
    return calendar;
  }

  #writable(request: Request): GraphCalendar {
    const calendar = this.#calendar(request);
    if (!calendar.canEdit) throw new GraphProblem(403, "ErrorAccessDenied");
    return calendar;
  }

  #subscription(request: Request): Subscription {
    const found = this.subscriptions.find(({ id }) => id === param(request, "id"));
    if (!found) throw new GraphProblem(404, "ResourceNotFound");
    return found;
  }
}

function param(request: Request, name: string): string {
  return String(request.params[name]);
}

function sizeOf(request: Request): number {
  return Number(/odata\.maxpagesize=(\d+)/.exec(request.get("prefer") ?? "")?.[1] ?? 10);
}

function rangeOf({ query }: Request): { start: number; end: number } {
  return { start: Date.parse(String(query["startDateTime"])), end: Date.parse(String(query["endDateTime"])) };
}

function expiry({ expirationDateTime }: Json): string {
  const at = Date.parse(String(expirationDateTime));
  if (!(at > Date.now()) || at > Date.now() + WEEK_MS) throw new GraphProblem(400, "InvalidRequest");
  return new Date(at).toISOString();
}

function headOf({ id, expirationDateTime, clientState }: Subscription): Json {
  return { subscriptionId: id, subscriptionExpirationDateTime: expirationDateTime, clientState, tenantId: "tenant" };
}

/** Who signed in, as Microsoft tells it beside the tokens. */
function identityOf({ address }: { address: string }): Record<string, string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: "kairos-client",
    iss: "https://login.microsoftonline.com/tenant/v2.0",
    iat: now,
    exp: now + 3600,
  };
  const who = { oid: address, sub: address, tid: "tenant", preferred_username: address, name: "Maya", ver: "2.0" };
  return {
    id_token: `${part({ alg: "none", typ: "JWT" })}.${part({ ...claims, ...who })}.x`,
    client_info: part({ uid: address, utid: "tenant" }),
  };
}

const answerProblem: ErrorRequestHandler = (error, _request, response, next) => {
  if (!(error instanceof GraphProblem)) return next(error);
  const { status, code } = error;
  response.status(status).json({ error: { code, message: code, innererror: {} } });
};
