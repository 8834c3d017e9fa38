import type { RequestHandler } from "express";

export interface Download {
  readonly name: string;
  readonly type: string;
  /** The file behind a secret token, or null when it opens none. */
  readonly read: (token: string) => Promise<string | null>;
}

/** A file for whoever has its secret token: never kept by caches, never shown inside the browser. */
export function serveDownload({ name, type, read }: Download): RequestHandler<{ token: string }> {
  return async (request, response, next) => {
    const text = await read(request.params.token);
    if (text === null) return next();
    response.set({
      "Cache-Control": "private, no-store",
      "Content-Disposition": `attachment; filename="${name}"`,
    });
    response.type(type).send(text);
  };
}
