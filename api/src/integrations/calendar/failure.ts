/** Why a provider did not do what it was asked: the closed set of what a caller has to be ready for. */
export type Failure = FailureReason & {
  /** The provider's own code or a word of ours, for logs and for the coach; never a token, an address or a text of hers. */
  readonly detail: string;
};

type FailureReason =
  /** The access token or password is not accepted: refresh, then try once more. */
  | { readonly kind: "unauthorized" }
  /** The grant is gone: only the coach can mend it. */
  | { readonly kind: "grantRevoked" }
  /** Signed in, but this is not allowed: a calendar that can only be read, a scope that was not granted. */
  | { readonly kind: "forbidden" }
  | { readonly kind: "notFound" }
  /** The cursor is dead: read everything again, once. */
  | { readonly kind: "cursorExpired" }
  /** Somebody changed the event meanwhile: read it again and decide anew. */
  | { readonly kind: "preconditionFailed" }
  /** Ask later; not before `retryAfterMs` when the provider says so. */
  | { readonly kind: "rateLimited"; readonly retryAfterMs: number | null }
  /** Down, too slow, or cut off in mid-answer. A write may have been done all the same. */
  | { readonly kind: "unavailable"; readonly retryAfterMs: number | null }
  /** What was asked for cannot be; asking again is of no use. */
  | { readonly kind: "invalid" };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A failure on its way through an adapter; it leaves as an `Outcome`. */
export class Refusal extends Error {
  readonly failure: Failure;
  /** The HTTP status it was read from; 0 without one. */
  readonly status: number;

  constructor(failure: Failure, status = 0) {
    super(`${failure.kind}: ${failure.detail}`);
    this.failure = failure;
    this.status = status;
  }
}

export function unavailable(detail: string): Refusal {
  return new Refusal({ kind: "unavailable", detail, retryAfterMs: null });
}

export function invalid(detail: string): Refusal {
  return new Refusal({ kind: "invalid", detail });
}

/** What a piece of work comes to. What is no refusal is a defect and goes on as an exception. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    throw error;
  }
}

/** What a piece of work comes to, and something else where it was refused in an expected way. */
export async function orElse<T, U>(
  work: Promise<T>,
  when: (refusal: Refusal) => boolean,
  instead: (refusal: Refusal) => U | Promise<U>,
): Promise<T | U> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal && when(error)) return instead(error);
    throw error;
  }
}

/** The failure that an HTTP answer stands for where the provider says nothing special (RFC 9110 15). */
export function failureOfStatus(status: number, headers: Headers, code: string): Failure {
  const detail = code === "" ? String(status) : `${status} ${code}`;
  if (status === 401) return { kind: "unauthorized", detail };
  if (status === 403) return { kind: "forbidden", detail };
  if (status === 404 || status === 410) return { kind: "notFound", detail };
  if (status === 412) return { kind: "preconditionFailed", detail };
  if (status === 429) return { kind: "rateLimited", detail, retryAfterMs: retryAfterMs(headers) };
  if (status === 408 || status >= 500) return { kind: "unavailable", detail, retryAfterMs: retryAfterMs(headers) };
  return { kind: "invalid", detail };
}

const LONGEST_WAIT_MS = 24 * 3_600_000;

/** How long Retry-After asks to wait: seconds, or an HTTP date by the server's own clock (RFC 9110 10.2.3). */
export function retryAfterMs(headers: Headers): number | null {
  const text = headers.get("retry-after")?.trim();
  if (!text) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_WAIT_MS);
  const until = Date.parse(text);
  const serverNow = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(until)) return null;
  return Math.min(Math.max(0, until - (Number.isNaN(serverNow) ? Date.now() : serverNow)), LONGEST_WAIT_MS);
}

/** A provider's code as it may be shown and logged: a short word, else nothing. */
export function codeOf(value: unknown): string {
  return typeof value === "string" && /^[\w.:-]{1,80}$/.test(value) ? value : "";
}
