import type { Account, CodeExchange, OAuthCredentials, OAuthSignIn } from "../calendar-provider.ts";
import { invalid, orElse, outcomeOf, Refusal } from "../failure.ts";
import { type GoogleOptions, openGoogle } from "./google-client.ts";

/** The least that will do: the names of her calendars, and events. */
const scopes = [
  "https://www.googleapis.com/auth/calendar.calendarlist.readonly",
  "https://www.googleapis.com/auth/calendar.events",
];

export function googleSignIn(options: GoogleOptions): OAuthSignIn {
  return {
    kind: "oauth",
    async authorizationUrl({ redirectUri, state, codeChallenge }) {
      const { client } = await openGoogle(options, AbortSignal.abort());
      const url = new URL(client.generateAuthUrl({ scope: scopes, state, redirect_uri: redirectUri }));
      // Without consent asked for anew, a second connection of the same account gets no refresh token.
      const more = { access_type: "offline", prompt: "consent", include_granted_scopes: "false" };
      const challenge = { code_challenge: codeChallenge, code_challenge_method: "S256" };
      for (const [name, value] of Object.entries({ ...more, ...challenge })) url.searchParams.set(name, value);
      return url.href;
    },
    exchange: (request) => outcomeOf(() => exchange(options, request)),
    refresh: (credentials, signal) => outcomeOf(() => refresh(options, credentials, signal)),
    revoke: (credentials, signal) => outcomeOf(() => revoke(options, credentials, signal)),
  };
}

interface Tokens {
  readonly access_token?: string | null;
  readonly refresh_token?: string | null;
  readonly expiry_date?: number | null;
  readonly scope?: string | null;
}

async function exchange(options: GoogleOptions, request: CodeExchange): Promise<Account> {
  const { code, codeVerifier, redirectUri, signal } = request;
  const { client, transport } = await openGoogle(options, signal);
  const { tokens } = await transport.call(() => client.getToken({ code, codeVerifier, redirect_uri: redirectUri }));
  const credentials = credentialsOf(tokens, null);
  // On Google's page she can untick each scope by itself.
  const granted = new Set((tokens.scope ?? "").split(" "));
  if (scopes.some((scope) => !granted.has(scope))) {
    throw new Refusal({ kind: "forbidden", detail: "scope not granted" });
  }
  const { api, transport: calls } = await openGoogle(options, signal, credentials.accessToken);
  const primary = await calls.call(() => api.calendarList.get({ calendarId: "primary" }));
  return { credentials, address: primary.data.id ?? "" };
}

async function refresh(options: GoogleOptions, { refreshToken }: OAuthCredentials, signal: AbortSignal) {
  const { client, transport } = await openGoogle(options, signal);
  client.setCredentials({ refresh_token: refreshToken });
  const { credentials } = await transport.call(() => client.refreshAccessToken());
  return credentialsOf(credentials, refreshToken);
}

async function revoke(options: GoogleOptions, { refreshToken }: OAuthCredentials, signal: AbortSignal): Promise<null> {
  const { client, transport } = await openGoogle(options, signal);
  const revoked = transport.call(() => client.revokeToken(refreshToken));
  // A token that is not known any more is revoked.
  await orElse(
    revoked,
    ({ failure }) => failure.kind === "invalid" || failure.kind === "grantRevoked",
    () => null,
  );
  return null;
}

/** A refresh answers without the refresh token, which goes on. */
function credentialsOf(tokens: Tokens, refreshToken: string | null): OAuthCredentials {
  const { access_token: accessToken, refresh_token: fresh, expiry_date: expiresAt } = tokens;
  const kept = fresh ?? refreshToken;
  if (!accessToken || !kept) throw invalid("no token in the answer");
  return { kind: "oauth", accessToken, refreshToken: kept, expiresAt: expiresAt ?? Date.now() + 3_600_000 };
}
