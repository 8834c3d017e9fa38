import type { Client, Context, Middleware } from "@microsoft/microsoft-graph-client";
import type { Access } from "../calendar-provider.ts";
import {
  codeOf,
  type Failure,
  failureOfStatus,
  invalid,
  orElse,
  type Refusal,
  retryAfterMs,
  unavailable,
} from "../failure.ts";
import { type BadAnswer, Transport } from "../transport.ts";

export interface GraphOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Other origins than Microsoft's own, for a stand-in. */
  readonly endpoints?: { readonly login: string; readonly api: string };
  readonly fetch?: typeof fetch;
  /** Events in one page. */
  readonly pageSize?: number;
  readonly timeoutMs?: number;
}

const VERSION = "v1.0";

export function openTransport(options: GraphOptions, signal: AbortSignal): Transport {
  return new Transport({
    ...{ fetch: options.fetch ?? fetch, signal, timeoutMs: options.timeoutMs ?? 20_000 },
    failureOf: failureOfGraph,
  });
}

/** Times in UTC, text as text, and ids that stay when an event is moved to another calendar. */
const preferences = ['outlook.timezone="UTC"', 'outlook.body-content-type="text"', 'IdType="ImmutableId"'];

interface Asked {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  readonly body?: object;
  readonly ifMatch?: string;
}

/** Calls to Graph with the tokens of one account. */
export class GraphClient {
  readonly #transport: Transport;
  readonly #client: Client;
  readonly #pageSize: number;

  private constructor(transport: Transport, client: Client, pageSize: number) {
    this.#transport = transport;
    this.#client = client;
    this.#pageSize = pageSize;
  }

  static async open(options: GraphOptions, { credentials, signal }: Access): Promise<GraphClient> {
    if (credentials.kind !== "oauth") throw invalid("not an OAuth account");
    const { Client: GraphApi } = await import("@microsoft/microsoft-graph-client");
    const transport = openTransport(options, signal);
    const client = GraphApi.initWithMiddleware({
      ...{ baseUrl: options.endpoints?.api ?? "https://graph.microsoft.com/", defaultVersion: VERSION },
      // The library's own chain retries by itself, and drops the token without a word for a host it does not know.
      middleware: new Sender(transport, credentials.accessToken),
    });
    return new GraphClient(transport, client, options.pageSize ?? 200);
  }

  /** Makes one request, and gives the answer as it came; an empty one as {}. */
  async ask(path: string, { method = "GET", body, ifMatch }: Asked = {}): Promise<Json> {
    const prefer = [...preferences, `odata.maxpagesize=${this.#pageSize}`].join(", ");
    const request = this.#client.api(path).headers({ Prefer: prefer, ...(ifMatch && { "If-Match": ifMatch }) });
    const answer = this.#transport.call(() => {
      if (method === "GET") return request.get();
      if (method === "DELETE") return request.delete();
      return method === "POST" ? request.post(body) : request.patch(body);
    });
    // Exchange now and then answers 412 where no condition was given, and later answers as it should.
    const isOdd = ({ failure }: Refusal) => failure.kind === "preconditionFailed" && ifMatch === undefined;
    return asJson(
      await orElse(answer, isOdd, ({ failure }) => {
        throw unavailable(failure.detail);
      }),
    );
  }

  /** Everything in a list, page by page. */
  async list(path: string): Promise<Json[]> {
    const items: Json[] = [];
    let next: string | null = path;
    for (let page = 0; next !== null && page < MOST_PAGES; page++) {
      const answer: Json = await this.ask(next);
      items.push(...itemsOf(answer));
      next = linkOf(answer, "@odata.nextLink");
    }
    return items;
  }
}

/** More pages than this in one question are not asked for. */
const MOST_PAGES = 50;

export type Json = Readonly<Record<string, unknown>>;

export function asJson(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

export function itemsOf(answer: Json): Json[] {
  const { value } = answer;
  if (!Array.isArray(value)) throw cutOff();
  return value.map(asJson);
}

/** A link to more, as a path: wherever it points, we go to Graph. */
export function linkOf(answer: Json, name: string): string | null {
  const link = answer[name];
  if (typeof link !== "string") return null;
  const { pathname, search } = new URL(link);
  return pathname.slice(pathname.indexOf(`/${VERSION}/`) + VERSION.length + 1) + search;
}

/** For an answer that lacks what every answer has. */
export function cutOff(): Refusal {
  return unavailable("cut off");
}

class Sender implements Middleware {
  readonly #transport: Transport;
  readonly #accessToken: string;

  constructor(transport: Transport, accessToken: string) {
    this.#transport = transport;
    this.#accessToken = accessToken;
  }

  async execute(context: Context): Promise<void> {
    const headers = new Headers(context.options?.headers);
    headers.set("authorization", `Bearer ${this.#accessToken}`);
    const { method, body } = context.options ?? {};
    const init = { headers, ...(method !== undefined && { method }), ...(body != null && { body }) };
    context.response = await this.#transport.fetch(context.request, init);
  }
}

const deadCursor = /^(resyncRequired|syncState(NotFound|Invalid)|ErrorInvalidSyncStateData)$/i;
const deadGrant = /^(invalid_grant|interaction_required|consent_required|login_required)$/;

function failureOfGraph({ status, headers, body }: BadAnswer): Failure {
  const code = codeIn(body);
  const detail = `${status} ${code}`.trim();
  if (deadGrant.test(code)) return { kind: "grantRevoked", detail };
  if (/^(invalid|unauthorized)_client$/.test(code)) return { kind: "invalid", detail };
  if (status === 410 || deadCursor.test(code)) return { kind: "cursorExpired", detail };
  if (status === 409 && code === "ErrorIrresolvableConflict") return { kind: "preconditionFailed", detail };
  if (status === 509) return { kind: "rateLimited", detail, retryAfterMs: retryAfterMs(headers) };
  return failureOfStatus(status, headers, code);
}

/** The code of an error of the API, or of an OAuth error. */
function codeIn(body: string): string {
  try {
    const { error } = asJson(JSON.parse(body));
    return codeOf(typeof error === "string" ? error : asJson(error)["code"]);
  } catch {
    return "";
  }
}
