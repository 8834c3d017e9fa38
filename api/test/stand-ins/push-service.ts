import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from "node:crypto";
import type { AddressInfo } from "node:net";
import express, { type Request } from "express";

const origin = "https://push.example.com";

interface Browser {
  readonly pair: ECDH;
  readonly auth: Buffer;
  readonly applicationServerKey: string;
  ended: boolean;
}

/** What a page was told, and how. */
interface Shown {
  readonly text: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: number;
}

/** A push service on this machine, and the browsers that it serves: it opens what it gets as they do (RFC 8291). */
export class PushService {
  readonly shown: Shown[] = [];
  readonly #browsers = new Map<string, Browser>();
  #url = "";
  #close: () => Promise<void> = async () => undefined;

  static async start(): Promise<PushService> {
    const service = new PushService();
    const server = service.#app().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    // `listen` on a port gives no path.
    service.#url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    service.#close = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    return service;
  }

  get url(): string {
    return this.#url;
  }

  close(): Promise<void> {
    return this.#close();
  }

  /** The `fetch` for which the service, over `road`, is at the address that its subscriptions name. */
  static fetchBy(road: string): typeof fetch {
    return (input, init) => {
      const { pathname } = new URL(input instanceof globalThis.Request ? input.url : input);
      return fetch(road + pathname, init);
    };
  }

  subscribe(applicationServerKey: string) {
    const pair = createECDH("prime256v1");
    const auth = randomBytes(16);
    const id = randomBytes(12).toString("base64url");
    this.#browsers.set(id, { pair, auth, applicationServerKey, ended: false });
    const keys = { p256dh: pair.generateKeys("base64url"), auth: auth.toString("base64url") };
    return { endpoint: `${origin}/p/${id}`, keys };
  }

  end({ endpoint }: { endpoint: string }): void {
    const browser = this.#browsers.get(endpoint.split("/").at(-1) ?? "");
    if (browser) browser.ended = true;
  }

  #app() {
    // No body parser: none knows this encoding.
    const app = express();
    app.post("/p/:id", async (request, response) => {
      const browser = this.#browsers.get(String(request.params["id"]));
      if (!browser) return void response.status(404).json({ errno: 102, message: "Request did not validate" });
      if (browser.ended) return void response.status(410).json({ errno: 106, message: "No such subscription" });
      const body = await bytesOf(request);
      const wrong = wrongAuthorization(request.get("authorization") ?? "", browser);
      if (wrong !== null) return void response.status(403).json({ message: wrong });
      if (body.length > 4096) return void response.status(413).end();
      const headers = { ttl: request.get("ttl"), urgency: request.get("urgency"), topic: request.get("topic") };
      this.shown.push({ text: open(body, browser), headers, bytes: body.length });
      response
        .status(201)
        .set("location", `${origin}/m/${randomBytes(6).toString("hex")}`)
        .end();
    });
    return app;
  }
}

async function bytesOf(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** RFC 8292: a token for this service, signed with the key that the page subscribed with, good for a day at most. */
function wrongAuthorization(text: string, { applicationServerKey }: Browser): string | null {
  const [, token = "", key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(text) ?? [];
  if (key !== applicationServerKey) return "the key is not the one of the subscription";
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const signed = { key: publicKey, dsaEncoding: "ieee-p1363" } as const;
  if (!verify("sha256", Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature, "base64url")))
    return "wrong signature";
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
  const isSoon = exp > Date.now() / 1000 && exp <= Date.now() / 1000 + 86_400;
  return aud === origin && isSoon && /^(mailto|https):/.test(sub) ? null : "wrong claims";
}

/** RFC 8188 and 8291, one record. */
function open(body: Buffer, { pair, auth }: Browser): string {
  const salt = body.subarray(0, 16);
  const theirs = body.subarray(21, 21 + body.readUInt8(20));
  const sealed = body.subarray(21 + theirs.length);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), theirs]);
  const secret = Buffer.from(hkdfSync("sha256", pair.computeSecret(theirs), auth, info, 32));
  const derive = (what: string, size: number) =>
    Buffer.from(hkdfSync("sha256", secret, salt, `Content-Encoding: ${what}\0`, size));
  const cipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
  cipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}
