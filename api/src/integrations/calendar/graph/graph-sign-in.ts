import type {
  AuthenticationResult,
  ConfidentialClientApplication,
  INetworkModule,
  NetworkRequestOptions,
} from "@azure/msal-node";
import type { Account, CodeExchange, OAuthCredentials, OAuthSignIn } from "../calendar-provider.ts";
import { invalid, outcomeOf } from "../failure.ts";
import type { Transport } from "../transport.ts";
import { asJson, type GraphOptions, openTransport } from "./graph-client.ts";

/** The least that will do. MSAL adds who she is and the right to refresh. */
const scopes = ["Calendars.ReadWrite"];
const LOGIN = "https://login.microsoftonline.com";

export function graphSignIn(options: GraphOptions): OAuthSignIn {
  return {
    kind: "oauth",
    async authorizationUrl({ redirectUri, state, codeChallenge }) {
      const { app } = await openMsal(options, AbortSignal.timeout(20_000));
      const challenge = { codeChallenge, codeChallengeMethod: "S256" };
      const url = await app.getAuthCodeUrl({ scopes, redirectUri, state, prompt: "select_account", ...challenge });
      return url.replace(LOGIN, options.endpoints?.login ?? LOGIN);
    },
    exchange: (request) => outcomeOf(() => exchange(options, request)),
    refresh: (credentials, signal) => outcomeOf(() => refresh(options, credentials, signal)),
    // Microsoft has no address to give a grant back to: she can take it back at myaccount.microsoft.com.
    revoke: () => outcomeOf(async () => null),
  };
}

/** An application for one call: MSAL keeps tokens and refusals in its cache, and ours are kept elsewhere. */
async function openMsal(options: GraphOptions, signal: AbortSignal) {
  const { ConfidentialClientApplication: Application } = await import("@azure/msal-node");
  const transport = openTransport(options, signal);
  const app = new Application({
    auth: { clientId: options.clientId, clientSecret: options.clientSecret, authority: `${LOGIN}/common` },
    system: {
      networkClient: networkOver(transport, options.endpoints?.login ?? LOGIN),
      disableInternalRetries: true,
      loggerOptions: { loggerCallback: () => undefined },
    },
  });
  return { app, transport };
}

/** MSAL insists on https and on names it knows, so a stand-in is put in here. */
function networkOver(transport: Transport, login: string): INetworkModule {
  const send = async (method: string, url: string, options: NetworkRequestOptions = {}) => {
    const { headers, body } = options;
    const init = { method, ...(headers && { headers }), ...(body !== undefined && { body }) };
    const response = await transport.fetch(url.replace(LOGIN, login), init);
    return {
      ...{ status: response.status, headers: Object.fromEntries(response.headers) },
      body: await response.json(),
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };
}

async function exchange(options: GraphOptions, request: CodeExchange): Promise<Account> {
  const { code, codeVerifier, redirectUri, signal } = request;
  const { app, transport } = await openMsal(options, signal);
  const result = await transport.call(() => app.acquireTokenByCode({ code, codeVerifier, redirectUri, scopes }));
  const credentials = credentialsOf(result, refreshTokenIn(app));
  return { credentials, address: result.account?.username ?? "" };
}

async function refresh(options: GraphOptions, { refreshToken }: OAuthCredentials, signal: AbortSignal) {
  const { app, transport } = await openMsal(options, signal);
  const asked = { refreshToken, scopes, forceCache: true };
  const result = await transport.call(() => app.acquireTokenByRefreshToken(asked));
  return credentialsOf(result, refreshTokenIn(app) ?? refreshToken);
}

/** MSAL gives refresh tokens to nobody but its cache; Microsoft gives another one each time. */
function refreshTokenIn(app: ConfidentialClientApplication): string | null {
  const { RefreshToken: kept } = asJson(JSON.parse(app.getTokenCache().serialize()));
  const [first] = Object.values(asJson(kept));
  const { secret } = asJson(first);
  return typeof secret === "string" ? secret : null;
}

function credentialsOf(result: AuthenticationResult | null, refreshToken: string | null): OAuthCredentials {
  if (!result?.accessToken || refreshToken === null) throw invalid("no token in the answer");
  const expiresAt = result.expiresOn?.getTime() ?? Date.now() + 3_600_000;
  return { kind: "oauth", accessToken: result.accessToken, refreshToken, expiresAt };
}
