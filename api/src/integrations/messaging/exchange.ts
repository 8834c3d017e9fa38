import type { Finding, Handover, Retry } from "./channel.ts";
import { wordsOf } from "./text.ts";

/** How a call over HTTP went wrong. */
export type Trouble =
  | { readonly kind: "answered"; readonly status: number; readonly headers: Headers; readonly body: string }
  /** No connection: nothing left. */
  | { readonly kind: "notSent"; readonly words: string }
  /** It left, and no whole answer came. */
  | { readonly kind: "lost"; readonly words: string };

export interface ExchangeOptions {
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
}

type Exchanged<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

const LARGEST_ANSWER = 4 * 1024 * 1024;

/**
 * Runs a library's call with a `fetch` that has a deadline, sends once, and takes an answer whole or not at all. What
 * libraries make of failures differs; what is told here is what happened on the wire. An answer that the library cannot
 * read is a lost one; an error before any answer is a defect and goes on.
 */
export async function exchange<T>(
  options: ExchangeOptions,
  work: (through: typeof fetch) => Promise<T>,
): Promise<Exchanged<T>> {
  let trouble: Trouble | null = null;
  const through: typeof fetch = async (input, init) => {
    const answer = await attempt(options, input, init);
    if (answer instanceof Response) {
      trouble = { kind: "lost", words: "the answer could not be read" };
      return answer;
    }
    trouble = answer;
    throw new Error(`The exchange failed: ${answer.kind}.`);
  };
  try {
    return { ok: true, value: await work(through) };
  } catch (error) {
    if (trouble !== null) return { ok: false, trouble };
    throw error;
  }
}

async function attempt(
  options: ExchangeOptions,
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response | Trouble> {
  const { signal: outer, timeoutMs } = options;
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = outer ? AbortSignal.any([outer, deadline]) : deadline;
  if (signal.aborted) return { kind: "notSent", words: "given up before it left" };
  try {
    const response = await (options.fetch ?? fetch)(input, { ...init, redirect: "manual", signal });
    const { status, statusText, headers } = response;
    const body = await readBody(response);
    if (body === null) return { kind: "lost", words: "the answer was too large" };
    if (status < 200 || status > 299) return { kind: "answered", status, headers, body };
    if (headers.get("content-type")?.includes("json") && !isJson(body))
      return { kind: "lost", words: "the answer was cut off" };
    return new Response(body === "" ? null : body, { status, statusText, headers });
  } catch (error) {
    if (signal.aborted) return { kind: "lost", words: deadline.aborted ? "no answer in time" : "given up" };
    return neverConnected(error)
      ? { kind: "notSent", words: "no connection could be made" }
      : { kind: "lost", words: "the connection broke before the answer" };
  }
}

const connecting =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+|ERR_TLS_CERT\w+)$/;

/** Whether an error of `fetch` says for certain that not even a connection was made. */
function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AggregateError) return cause.errors.every((each) => connecting.test(codeOf(each)));
  return connecting.test(codeOf(cause));
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** What trouble means for sending, where the other side's answer says nothing special. */
export function handoverOf(trouble: Trouble, words: string, code = ""): Handover {
  if (trouble.kind === "lost") return { kind: "unclear", words: trouble.words };
  if (trouble.kind === "notSent") return { kind: "retry", afterMs: null, code: "", words: trouble.words };
  const { status, headers } = trouble;
  const told = { code: code || String(status), words: wordsOf(words) || `HTTP ${status}` };
  if (status === 429 || status === 503) return { kind: "retry", afterMs: retryAfterMs(headers), ...told };
  // Something behind the door failed or took too long, perhaps after it did its work.
  if (status === 408 || status >= 500) return { kind: "unclear", words: `${status} ${told.words}` };
  const isOurs = status === 401 || status === 402 || status === 403 || status === 404;
  return { kind: "rejected", cause: isOurs ? "account" : "message", ...told };
}

/** What trouble means for asking. */
export function askAgain(trouble: Trouble): Finding {
  const words = trouble.kind === "answered" ? `HTTP ${trouble.status}` : trouble.words;
  return { kind: "askAgain", afterMs: trouble.kind === "answered" ? retryAfterMs(trouble.headers) : null, words };
}

const LONGEST_WAIT_MS = 24 * 3_600_000;

/** How long Retry-After asks to wait: seconds, or an HTTP date by the server's own clock (RFC 9110 10.2.3). */
export function retryAfterMs(headers: Headers): Retry["afterMs"] {
  const text = headers.get("retry-after")?.trim();
  if (!text) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_WAIT_MS);
  const until = Date.parse(text);
  const serverNow = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(until)) return null;
  return Math.min(Math.max(0, until - (Number.isNaN(serverNow) ? Date.now() : serverNow)), LONGEST_WAIT_MS);
}

async function readBody(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
