import type { RequestHandler, Response } from "express";

/** Directives of the Content-Security-Policy; nothing is allowed that is not named. */
export interface ContentPolicy {
  /** Value for `style-src` besides nothing, such as `'self'`. */
  readonly style: string;
  readonly script: string;
  /** Value for `frame-src`: which pages this one may hold. */
  readonly frames?: string;
  /** Value for `frame-ancestors`: which pages may hold this one. */
  readonly framedBy?: string;
}

const nothing: ContentPolicy = { style: "'none'", script: "'none'" };

/** Headers for every answer. The pages that need scripts or styles loosen the policy for themselves alone. */
export function securityHeaders({ https }: { readonly https: boolean }): RequestHandler {
  return (_request, response, next) => {
    response.set({
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      // Addresses of pages hold secret tokens: no other site gets them.
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
      ...(https && { "Strict-Transport-Security": "max-age=31536000" }),
    });
    setContentPolicy(response, nothing);
    next();
  };
}

export function setContentPolicy(response: Response, policy: ContentPolicy): void {
  const { style, script, frames = "'none'", framedBy = "'none'" } = policy;
  response.set(
    "Content-Security-Policy",
    [
      "default-src 'none'",
      `script-src ${script}`,
      `style-src ${style}`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      `frame-src ${frames}`,
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${framedBy}`,
    ].join("; "),
  );
}

/**
 * Lets pages of every site hold this one in a frame, isolated ones included. Only for pages that act with nobody's
 * sign-in: whoever is led to press something there unawares does what the leading page could have done by itself.
 */
export function allowFraming(response: Response): void {
  response.removeHeader("X-Frame-Options");
  response.set({ "Cross-Origin-Resource-Policy": "cross-origin", "Cross-Origin-Embedder-Policy": "require-corp" });
}

/** Lets pages of every site load this file. */
export function shareWithSites(response: Response): void {
  response.set({ "Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*" });
}
