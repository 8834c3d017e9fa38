import { createHash, randomBytes } from "node:crypto";
import express, { type Request, type Response, Router } from "express";

interface Grant {
  readonly address: string;
  readonly scope: string;
  refreshToken: string;
  revoked: boolean;
}

interface Code {
  readonly address: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly challenge: string;
}

export const standInClient = { clientId: "kairos-client", clientSecret: "kairos-client-secret" };

/** What a token endpoint adds for its kind of client. */
export type Extra = (account: { address: string }) => Record<string, string>;

/**
 * The sign-in half of a provider: a page that asks for consent, codes with PKCE, tokens that expire, refresh and revoke.
 * Codes are good once.
 */
export class StandInAccounts {
  readonly #paths: { authorize: string; token: string; revoke: string };
  readonly #extra: Extra;
  readonly #codes = new Map<string, Code>();
  readonly #grants: Grant[] = [];
  readonly #access = new Map<string, Grant>();
  /** Who signs in at the page. */
  address: string;
  /** Scopes that she unticks there. */
  readonly refused = new Set<string>();
  /** Refresh tokens change at every use. */
  rotates = false;

  constructor(address: string, paths: { authorize: string; token: string; revoke: string }, extra: Extra = () => ({})) {
    this.address = address;
    this.#paths = paths;
    this.#extra = extra;
  }

  /** Tokens as after a sign-in. */
  issue(address = this.address) {
    const grant: Grant = { address, scope: "", refreshToken: token("refresh"), revoked: false };
    this.#grants.push(grant);
    return { accessToken: this.#accessFor(grant), refreshToken: grant.refreshToken };
  }

  /** Access tokens of now are not accepted any more; refreshing helps. */
  expireAccess(): void {
    this.#access.clear();
  }

  /** The coach takes the grant back in her account's settings. */
  revokeAll(): void {
    for (const grant of this.#grants) grant.revoked = true;
    this.#access.clear();
  }

  /** Whose bearer token a request has. */
  accountOf(request: Request): string | null {
    const bearer = /^Bearer (.+)$/.exec(request.get("authorization") ?? "")?.[1];
    const grant = bearer === undefined ? undefined : this.#access.get(bearer);
    return grant && !grant.revoked ? grant.address : null;
  }

  router(): Router {
    const router = Router();
    const form = express.urlencoded({ extended: false });
    router.get(this.#paths.authorize, (request, response) => this.#ask(request, response));
    router.post(this.#paths.authorize, form, (request, response) => this.#decide(request, response));
    router.post(this.#paths.token, form, (request, response) => this.#token(request, response));
    router.post(this.#paths.revoke, form, (request, response) => this.#revoke(request, response));
    return router;
  }

  #ask({ query }: Request, response: Response): void {
    const wrong =
      query["client_id"] !== standInClient.clientId ||
      query["response_type"] !== "code" ||
      query["code_challenge_method"] !== "S256" ||
      !query["state"];
    if (wrong) {
      response.status(400).send("This is no request for a code.");
      return;
    }
    const hidden = Object.entries(query)
      .map(([name, value]) => `<input type="hidden" name="${asText(name)}" value="${asText(String(value))}">`)
      .join("");
    response.type("html").send(`<!doctype html><html lang="en"><title>Sign in</title>
      <h1>Kairos wants to see and change your calendars</h1><p>${asText(this.address)}</p>
      <form method="post">${hidden}<button name="answer" value="allow">Allow</button>
      <button name="answer" value="deny">Cancel</button></form></html>`);
  }

  #decide({ body }: Request, response: Response): void {
    const back = new URL(body.redirect_uri);
    back.searchParams.set("state", body.state);
    if (body.answer === "allow") {
      const code = token("code");
      const scope = String(body.scope)
        .split(" ")
        .filter((it) => !this.refused.has(it))
        .join(" ");
      const { redirect_uri: redirectUri, code_challenge: challenge } = body;
      this.#codes.set(code, { address: this.address, scope, redirectUri, challenge });
      back.searchParams.set("code", code);
    } else back.searchParams.set("error", "access_denied");
    response.redirect(303, back.href);
  }

  #token({ body }: Request, response: Response): void {
    if (body.client_id !== standInClient.clientId || body.client_secret !== standInClient.clientSecret) {
      response.status(401).json({ error: "invalid_client", error_description: "The client is not known." });
      return;
    }
    const grant = body.grant_type === "refresh_token" ? this.#refreshed(body) : this.#exchanged(body);
    if (!grant) {
      response.status(400).json({ error: "invalid_grant", error_description: "Expired or revoked." });
      return;
    }
    response.json({
      ...{ access_token: this.#accessFor(grant), refresh_token: grant.refreshToken, token_type: "Bearer" },
      ...{ expires_in: 3599, scope: grant.scope, ...this.#extra(grant) },
    });
  }

  #exchanged(body: Record<string, string>): Grant | null {
    const { code = "", redirect_uri: redirectUri, code_verifier: verifier = "" } = body;
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    if (!known || known.redirectUri !== redirectUri || known.challenge !== challenge) return null;
    const grant = { address: known.address, scope: known.scope, refreshToken: token("refresh"), revoked: false };
    this.#grants.push(grant);
    return grant;
  }

  #refreshed(body: Record<string, string>): Grant | null {
    const grant = this.#grants.find(({ refreshToken, revoked }) => refreshToken === body["refresh_token"] && !revoked);
    if (grant && this.rotates) grant.refreshToken = token("refresh");
    return grant ?? null;
  }

  #revoke({ body, query }: Request, response: Response): void {
    const given = body?.token ?? query["token"];
    const grant = this.#grants.find(({ refreshToken }) => refreshToken === given) ?? this.#access.get(String(given));
    if (!grant || grant.revoked) {
      response.status(400).json({ error: "invalid_token" });
      return;
    }
    grant.revoked = true;
    response.json({});
  }

  #accessFor(grant: Grant): string {
    const access = token("access");
    this.#access.set(access, grant);
    return access;
  }
}

function token(kind: string): string {
  return `${kind}-${randomBytes(18).toString("base64url")}`;
}

function asText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
