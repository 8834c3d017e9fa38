import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import { allowFraming, setContentPolicy, shareWithSites } from "./security-headers.ts";

type Encoding = "br" | "gzip" | "identity";

interface Asset {
  readonly extension: string;
  readonly etag: string;
  readonly cacheControl: string;
  /** Loosens, on its answers alone, what every answer forbids. */
  readonly admit: (response: Response) => void;
  /** The bytes in an encoding, made when first asked for. */
  readonly in: (encoding: Encoding) => Promise<Buffer>;
}

/** The script of pages that hold a booking page; its name stays, so its content may change any time. */
const embedScript = "/embed.js";
/** The one page that other sites may frame: a booking link, without a sign-in, see web/src/lib/host-page.ts. */
const framed = /^\/embed\/[^/]+\/[^/]+\/?$/;
/** Pages with a file of their own. They hold embedded pages of ours, and need nothing inline. */
const ownPages = new Map([["/embed-demo.html", "/embed-demo"]]);

const compressible = new Set([".html", ".js", ".css", ".svg", ".json", ".webmanifest", ".map", ".txt"]);
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * The built web app from memory: a path is looked up in a map, so no path can lead out of it. Hashed files are kept
 * by browsers for good, `index.html` is asked for every time and stands in for every page address.
 * @throws when the directory has no index.html: the web app was not built.
 */
export async function serveWebApp(directory: string): Promise<RequestHandler> {
  const assets = await loadAssets(directory);
  const index = await readFile(join(directory, "index.html"), "utf8").catch(() => {
    throw new Error(`There is no built web app in ${directory}. Run \`npm run build\` first.`);
  });
  return async (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const asset = assets.get(request.path);
    if (asset) return sendAsset(asset, request, response);
    if (isPage(request.path)) return sendIndex(index, request, response);
    next();
  };
}

async function loadAssets(directory: string): Promise<Map<string, Asset>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const assets = await Promise.all(
    files.map(async (file): Promise<[string, Asset]> => {
      const path = `/${relative(directory, file).split(sep).join("/")}`;
      return [ownPages.get(path) ?? path, toAsset(path, await readFile(file))];
    }),
  );
  return new Map(assets.filter(([path]) => path !== "/index.html"));
}

function toAsset(path: string, bytes: Buffer): Asset {
  const extension = extname(path);
  const made = new Map<Encoding, Promise<Buffer>>([["identity", Promise.resolve(bytes)]]);
  const make = (encoding: Encoding): Promise<Buffer> => {
    if (encoding === "gzip") return gzipped(bytes);
    return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  };
  return {
    extension,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    cacheControl: cacheControlOf(path),
    admit: admissionOf(path),
    in(asked) {
      const encoding = compressible.has(extension) ? asked : "identity";
      const known = made.get(encoding) ?? make(encoding);
      made.set(encoding, known);
      return known;
    },
  };
}

function cacheControlOf(path: string): string {
  if (path.startsWith("/assets/")) return "public, max-age=31536000, immutable";
  if (path === embedScript) return "public, max-age=300, stale-while-revalidate=86400";
  return ownPages.has(path) ? "no-cache" : "public, max-age=3600";
}

function admissionOf(path: string): Asset["admit"] {
  if (path === embedScript) return shareWithSites;
  if (!ownPages.has(path)) return () => undefined;
  return (response) => setContentPolicy(response, { script: "'self'", style: "'self'", frames: "'self'" });
}

async function sendAsset(asset: Asset, request: Request, response: Response): Promise<void> {
  response
    .type(asset.extension)
    .set({ ETag: asset.etag, "Cache-Control": asset.cacheControl, Vary: "Accept-Encoding" });
  asset.admit(response);
  if (request.fresh) return void response.status(304).end();
  // One by one: given a list, the order of the browser would decide, and it names gzip first.
  const compressed = (["br", "gzip"] as const).find((one) => request.acceptsEncodings(one));
  const encoding: Encoding = compressed ?? "identity";
  if (encoding !== "identity" && compressible.has(asset.extension)) response.set("Content-Encoding", encoding);
  response.send(await asset.in(encoding));
}

/** react-aria writes one style element by itself and takes the nonce for it from this meta element. */
function sendIndex(index: string, request: Request, response: Response): void {
  const nonce = randomBytes(16).toString("base64url");
  const policy = { script: "'self'", style: `'self' 'nonce-${nonce}'` };
  const mayBeFramed = framed.test(request.path);
  setContentPolicy(response, { ...policy, framedBy: mayBeFramed ? "*" : "'none'" });
  if (mayBeFramed) allowFraming(response);
  response.set("Cache-Control", "no-cache").type("html");
  const page = mayBeFramed ? dressed(index, request) : index;
  response.send(page.replace("</head>", `<meta property="csp-nonce" nonce="${nonce}"></head>`));
}

/** What the page's script would do a moment later: in a frame, no ground of the wrong colour flashes until then. */
function dressed(index: string, { query }: Request): string {
  const theme = query["theme"] === "light" || query["theme"] === "dark" ? ` data-theme="${query["theme"]}"` : "";
  return index.replace("<html", `<html data-embedded="inline"${theme}`);
}

/** Page addresses have no dot in their last part; everything else that is missing is missing. */
function isPage(path: string): boolean {
  return !/^\/(api|graphql|assets|health|mailbox)(\/|$)/.test(path) && !path.slice(path.lastIndexOf("/")).includes(".");
}
