import { fromNodeHeaders, toNodeHandler } from "better-auth/node";
import express, { type RequestHandler, Router } from "express";
import { z } from "zod";
import { type Auth, clientIpHeader } from "./auth.ts";

const confirmation = z.object({ token: z.string().min(1).max(200) });

/**
 * Sign-in under /api/auth: better-auth's own endpoints, and `POST /api/auth/sign-in/confirm {"token"}`, which the page
 * behind a sign-in link calls when its button is pressed. Mount before any body parser.
 */
export function authRoutes(auth: Auth): Router {
  const router = Router();
  router.use("/api/auth", forwardClientIp, neverCached);
  router.post(
    "/api/auth/sign-in/confirm",
    refuseOtherOrigins(auth),
    limitConfirmations(auth),
    express.json({ limit: "2kb" }),
    confirm(auth),
  );
  router.all("/api/auth/{*path}", toNodeHandler(auth.handler));
  return router;
}

const forwardClientIp: RequestHandler = (request, _response, next) => {
  request.headers[clientIpHeader] = request.ip;
  next();
};

const neverCached: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  next();
};

/** A foreign page must not sign a visitor in as somebody else. */
function refuseOtherOrigins(auth: Auth): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    if (origin !== undefined && auth.allowsOrigin(origin, request)) return next();
    response.status(403).json({ code: "INVALID_ORIGIN", message: "Signing in works from Kairos' own pages only." });
  };
}

/** better-auth limits its own endpoints alone. */
function limitConfirmations(auth: Auth): RequestHandler {
  return async (request, response, next) => {
    const seconds = await auth.secondsToWait(request.ip ?? "");
    if (seconds === 0) return next();
    response.status(429).set("Retry-After", String(seconds)).json({
      code: "TOO_MANY_REQUESTS",
      message: "Too many sign-in links were tried from this address. Wait a minute, then press the button again.",
    });
  };
}

function confirm(auth: Auth): RequestHandler {
  return async (request, response) => {
    const parsed = confirmation.safeParse(request.body);
    const cookies = parsed.success ? await auth.confirm(parsed.data.token, fromNodeHeaders(request.headers)) : null;
    if (cookies) {
      response.append("Set-Cookie", [...cookies]).json({ signedIn: true });
      return;
    }
    response.status(410).json({
      code: "LINK_USED_OR_EXPIRED",
      message: "This sign-in link was used before or has expired. Ask for a new one; each works once, for 15 minutes.",
    });
  };
}
