import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Fault =
  /** Answered on the way; the server never hears of the request. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }
  /** The server does it, and the connection breaks before the answer. */
  | { readonly kind: "lostAnswer" }
  /** The server does it, and the connection breaks within the answer. */
  | { readonly kind: "cutOff" }
  /** The server does it, and the answer ends early as if it were whole. */
  | { readonly kind: "shortened" }
  /** Nobody ever answers. */
  | { readonly kind: "silence" };

interface Passed {
  readonly method: string;
  readonly path: string;
}

/** A way to a server on this machine on which things go wrong when asked. */
export class FaultyRoad {
  /** Everything that was sent, in order. */
  readonly passed: Passed[] = [];
  readonly #target: URL;
  readonly #faults: { fault: Fault; when: (passed: Passed) => boolean }[] = [];
  readonly #server = createServer((incoming, outgoing) => void this.#carry(incoming, outgoing));
  #url = "";

  private constructor(target: string) {
    this.#target = new URL(target);
  }

  static async to(target: string): Promise<FaultyRoad> {
    const road = new FaultyRoad(target);
    road.#server.listen(0, "127.0.0.1");
    await new Promise((resolve) => road.#server.once("listening", resolve));
    // `listen` on a port gives no path.
    const { port } = road.#server.address() as AddressInfo;
    road.#url = `http://127.0.0.1:${port}`;
    return road;
  }

  get url(): string {
    return this.#url;
  }

  /** The next request that fits meets this, once. */
  meet(fault: Fault, when: (passed: Passed) => boolean = () => true): void {
    this.#faults.push({ fault, when });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #carry(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const passed = { method: incoming.method ?? "", path: incoming.url ?? "" };
    this.passed.push(passed);
    const at = this.#faults.findIndex(({ when }) => when(passed));
    const fault = at < 0 ? null : (this.#faults.splice(at, 1)[0]?.fault ?? null);
    const body = await bytesOf(incoming);
    if (fault?.kind === "silence") return;
    if (fault?.kind === "answer") {
      outgoing.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    }
    const answer = await this.#forward(incoming, body);
    const bytes = await bytesOf(answer);
    if (fault?.kind === "lostAnswer") {
      outgoing.destroy();
      return;
    }
    const { "transfer-encoding": _chunked, ...headers } = answer.headers;
    const half = bytes.subarray(0, Math.floor(bytes.length / 2));
    const length = fault?.kind === "shortened" ? half.length : bytes.length;
    const lengths = bytes.length === 0 ? {} : { "content-length": String(length) };
    outgoing.writeHead(answer.statusCode ?? 502, { ...headers, ...lengths });
    if (fault?.kind === "cutOff") outgoing.write(half, () => outgoing.destroy());
    else outgoing.end(fault?.kind === "shortened" ? half : bytes);
  }

  #forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { "transfer-encoding": _chunked, ...kept } = headers;
      const lengths = body.length === 0 ? {} : { "content-length": String(body.length) };
      const target = new URL(url ?? "/", this.#target);
      const onward = request(target, { method: method ?? "GET", headers: { ...kept, ...lengths } }, resolve);
      onward.on("error", reject).end(body);
    });
  }
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
