import type { RequestHandler, Response } from "express";

/** Directives of the Content-Security-Policy; nothing is allowed that is not named. */
export interface ContentPolicy {
  /** Value for `style-src` besides nothing, such as `'self'`. */
  readonly style: string;
  readonly script: string;
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

export function setContentPolicy(response: Response, { style, script }: ContentPolicy): void {
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
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  );
}
