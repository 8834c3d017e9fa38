import { davRequest } from "tsdav";
import type { Access } from "../calendar-provider.ts";
import { type Failure, failureOfStatus, invalid, Refusal, unavailable } from "../failure.ts";
import { type BadAnswer, Transport } from "../transport.ts";

export interface DavOptions {
  /** Should refuse addresses within one's own net: the coach chooses the server. */
  readonly fetch?: typeof fetch;
  /** Events in one page. */
  readonly pageSize?: number;
  readonly timeoutMs?: number;
}

/** One resource in an answer. Names are camel case without their prefix, as tsdav gives them. */
export interface DavResource {
  readonly path: string;
  readonly status: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Multistatus {
  readonly resources: readonly DavResource[];
  readonly syncToken: string | null;
}

type Xml = Readonly<Record<string, unknown>>;

/** The namespaces that bodies of ours use, by their prefix. */
const namespaces = {
  "xmlns:d": "DAV:",
  "xmlns:c": "urn:ietf:params:xml:ns:caldav",
  "xmlns:cs": "http://calendarserver.org/ns/",
  "xmlns:ca": "http://apple.com/ns/ical/",
};

const MOST_REDIRECTS = 3;

/** Requests to one server with one coach's password, which goes to no other site. */
export class DavClient {
  readonly #transport: Transport;
  readonly #authorization: string;
  /** Where the last answer came from, after redirects. */
  at: URL;

  constructor(options: DavOptions, account: { url: string; username: string; password: string; signal: AbortSignal }) {
    this.at = addressOf(account.url);
    const { username, password, signal } = account;
    this.#authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
    this.#transport = new Transport({
      ...{ fetch: options.fetch ?? fetch, signal, timeoutMs: options.timeoutMs ?? 20_000 },
      failureOf: failureOfDav,
    });
  }

  /** PROPFIND or REPORT. */
  async ask(path: string, method: "PROPFIND" | "REPORT", depth: "0" | "1", body: Xml): Promise<Multistatus> {
    const url = this.urlOf(path);
    const [named = ""] = Object.keys(body);
    const root = { _attributes: namespaces, ...asXml(body[named]) };
    const init = { method, headers: { depth, authorization: this.#authorization }, body: { [named]: root } };
    const answers = await this.#transport.call(() => davRequest({ url, init, fetch: this.#follow }));
    const raw = asXml(answers[0]?.raw);
    // An answer that is no multistatus, or breaks off, comes as text.
    if (!("multistatus" in raw)) throw unavailable("cut off");
    const resources = answers.flatMap(({ href, status, props }): DavResource[] =>
      href === undefined ? [] : [{ path: this.pathOf(String(href)), status, properties: asXml(props) }],
    );
    return { resources, syncToken: textOf(asXml(raw["multistatus"])["syncToken"]) };
  }

  /** PUT or DELETE, for tsdav's own functions to send. */
  async write(send: (fetched: typeof fetch, headers: Record<string, string>) => Promise<Response>): Promise<Response> {
    const response = await this.#transport.call(() => send(this.#follow, { authorization: this.#authorization }));
    if (!response.ok) throw unavailable(`${response.status}`);
    return response;
  }

  urlOf(path: string): string {
    return new URL(path, this.at).href;
  }

  /** Servers name resources by path or by whole address, and encode them as they like; this is one form of all. */
  pathOf(href: string): string {
    return new URL(href, this.at).pathname.split("/").map(reencode).join("/");
  }

  /** Redirects keep the method, and the password stays at home. */
  readonly #follow: typeof fetch = async (input, init) => {
    let url = new URL(String(input));
    for (let hops = 0; ; hops++) {
      const response = await this.#transport.fetch(url, init);
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || location === null) {
        this.at = url;
        return response;
      }
      const next = new URL(location, url);
      if (hops === MOST_REDIRECTS) throw invalid("too many redirects");
      if (!isSameSite(url, next)) throw invalid("redirected to another site");
      url = next;
    }
  };
}

export function openDav(options: DavOptions, { credentials, signal }: Access): DavClient {
  if (credentials.kind !== "password") throw invalid("not an account with a password");
  const { homeUrl: url, username, password } = credentials;
  return new DavClient(options, { url, username, password, signal });
}

function reencode(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    return segment;
  }
}

function addressOf(text: string): URL {
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || url.username !== "" || url.password !== "") throw invalid("not a server’s address");
  return url;
}

/** The same host, one below it, or another of the same domain (p42-caldav.icloud.com for caldav.icloud.com), and never less safe. */
export function isSameSite(from: URL, to: URL): boolean {
  if (to.protocol !== from.protocol && to.protocol !== "https:") return false;
  if (to.hostname === from.hostname || to.hostname.endsWith(`.${from.hostname}`)) return true;
  const domain = (url: URL) => url.hostname.split(".").slice(-2).join(".");
  const isName = /[a-z]$/i.test(from.hostname) && from.hostname.split(".").length > 2;
  // Under co.uk and its like, two labels are nobody's own.
  return isName && domain(from) === domain(to) && !/^(co|com|net|org|ac|gov)\.[a-z]{2}$/.test(domain(from));
}

function failureOfDav({ status, headers, body }: BadAnswer): Failure {
  const condition = /<(?:[\w-]+:)?(valid-sync-token|no-uid-conflict|need-privileges|quota-not-exceeded)\b/.exec(
    body,
  )?.[1];
  const detail = `${status} ${condition ?? ""}`.trim();
  if (condition === "valid-sync-token") return { kind: "cursorExpired", detail };
  return failureOfStatus(status, headers, condition ?? "");
}

export function refused(kind: "notFound" | "cursorExpired", detail: string): Refusal {
  return new Refusal({ kind, detail });
}

export function asXml(value: unknown): Xml {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** Text of an element; tsdav makes numbers of what looks like one, and keeps CDATA apart, in pieces if need be. */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const { _cdata: data, _text: text } = asXml(value);
  const found = data ?? text;
  if (Array.isArray(found)) return found.join("");
  return typeof found === "string" ? found : null;
}
