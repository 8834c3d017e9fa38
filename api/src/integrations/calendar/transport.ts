import { type Failure, Refusal, unavailable } from "./failure.ts";

/** An answer that is no success, for an adapter to say what it means. */
export interface BadAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export interface TransportOptions {
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** The longest that one request may take. */
  readonly timeoutMs: number;
  readonly failureOf: (answer: BadAnswer) => Failure;
}

/** More than this in one answer is refused: the largest page of a calendar is a tenth of it. */
const LARGEST_ANSWER = 32 * 1024 * 1024;

/**
 * One call's way out, below whatever library makes the request: a time limit, a bound, the whole answer or none. Each
 * request leaves once. What libraries make of failures differs and often holds the token; so `call` throws our own.
 */
export class Transport {
  readonly #options: TransportOptions;
  #failed: Refusal | null = null;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  /** Runs a library's call. Whatever it throws because of a failed request, what is thrown is the refusal. */
  async call<T>(work: () => Promise<T>): Promise<T> {
    this.#failed = null;
    try {
      return await work();
    } catch (error) {
      throw this.#failed ?? error;
    }
  }

  /** For a library to use in place of the global one. */
  readonly fetch: typeof fetch = async (input, init) => {
    try {
      return await this.#send(input, init);
    } catch (error) {
      this.#failed = error instanceof Refusal ? error : this.#refusalOf(error);
      throw this.#failed;
    }
  };

  async #send(input: RequestInfo | URL, init: RequestInit | undefined): Promise<Response> {
    const signal = AbortSignal.any([this.#options.signal, AbortSignal.timeout(this.#options.timeoutMs)]);
    const response = await this.#options.fetch(input, { redirect: "manual", ...init, signal });
    const { status, statusText, headers } = response;
    const body = await readBody(response);
    if (status >= 400) throw new Refusal(this.#options.failureOf({ status, headers, body }), status);
    // Libraries hand on the text of JSON that breaks off, or show it, with the token in it.
    if (body !== "" && headers.get("content-type")?.includes("json") && !isJson(body)) throw unavailable("cut off");
    const whole = new Response(body === "" ? null : body, { status, statusText, headers });
    // A library that resolves relative addresses needs it, and the constructor cannot set it.
    Object.defineProperty(whole, "url", { value: response.url });
    return whole;
  }

  #refusalOf(error: unknown): Refusal {
    if (this.#options.signal.aborted) return unavailable("given up by the caller");
    if (error instanceof Error && error.name === "TimeoutError") return unavailable("timed out");
    return unavailable("connection failed");
  }
}

async function readBody(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) throw unavailable("answer too large");
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
