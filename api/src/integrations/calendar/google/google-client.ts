import type { calendar_v3 } from "googleapis/build/src/apis/calendar/index.js";
import type { Access } from "../calendar-provider.ts";
import { codeOf, type Failure, failureOfStatus, invalid, type Refusal, retryAfterMs, unavailable } from "../failure.ts";
import { type BadAnswer, Transport } from "../transport.ts";

export interface GoogleOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Other addresses than Google's own, for a stand-in. */
  readonly endpoints?: GoogleEndpoints;
  readonly fetch?: typeof fetch;
  /** Events in one page; Google allows 2500. */
  readonly pageSize?: number;
  readonly timeoutMs?: number;
}

interface GoogleEndpoints {
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  readonly api: string;
}

const googles: GoogleEndpoints = {
  authorize: "https://accounts.google.com/o/oauth2/v2/auth",
  token: "https://oauth2.googleapis.com/token",
  revoke: "https://oauth2.googleapis.com/revoke",
  api: "https://www.googleapis.com/",
};

/** Loaded when first needed, and the calendar alone: all of googleapis took 3.2 s and 95 MB, this 0.8 s and 20 MB. */
const loadGoogle = () => import("googleapis/build/src/apis/calendar/index.js");

/** One call's client, with the tokens of one account. */
export async function openGoogle(options: GoogleOptions, signal: AbortSignal, accessToken?: string) {
  const { auth, calendar } = await loadGoogle();
  const endpoints = options.endpoints ?? googles;
  const transport = new Transport({
    ...{ fetch: options.fetch ?? fetch, signal, timeoutMs: options.timeoutMs ?? 20_000 },
    failureOf: failureOfGoogle,
  });
  const client = new auth.OAuth2({
    ...{ clientId: options.clientId, clientSecret: options.clientSecret },
    endpoints: {
      oauth2AuthBaseUrl: endpoints.authorize,
      oauth2TokenUrl: endpoints.token,
      oauth2RevokeUrl: endpoints.revoke,
    },
  });
  client.transporter.interceptors.request.add({
    // The library retries by itself, token requests even when they are writes; who asks here decides that.
    resolved: async ({ retryConfig: _theirs, ...config }) => {
      return { ...config, fetchImplementation: transport.fetch, retry: false };
    },
  });
  if (accessToken !== undefined) client.setCredentials({ access_token: accessToken });
  return { transport, client, api: calendar({ version: "v3", auth: client, rootUrl: endpoints.api }) };
}

export type GoogleApi = calendar_v3.Calendar;

/** A client for calls to the calendar. */
export async function openCalendar(options: GoogleOptions, { credentials, signal }: Access) {
  if (credentials.kind !== "oauth") throw invalid("not an OAuth account");
  const { transport, api } = await openGoogle(options, signal, credentials.accessToken);
  return {
    /** Makes one request and gives the answer's data. */
    ask: async <T>(request: (api: GoogleApi) => Promise<{ data: T }>): Promise<T> =>
      (await transport.call(() => request(api))).data,
  };
}

export type GoogleCalendarClient = Awaited<ReturnType<typeof openCalendar>>;

/** For an answer that lacks what every answer has. */
export function cutOff(): Refusal {
  return unavailable("cut off");
}

const rateLimits =
  /^(rateLimitExceeded|userRateLimitExceeded|quotaExceeded|dailyLimitExceeded|calendarUsageLimitsExceeded)$/;

function failureOfGoogle({ status, headers, body }: BadAnswer): Failure {
  const code = reasonOf(body);
  const detail = `${status} ${code}`.trim();
  if (code === "invalid_grant") return { kind: "grantRevoked", detail };
  if (code === "invalid_client" || code === "unauthorized_client") return { kind: "invalid", detail };
  if (status === 403 && rateLimits.test(code)) {
    return { kind: "rateLimited", detail, retryAfterMs: retryAfterMs(headers) };
  }
  if (status === 410 && code !== "deleted") return { kind: "cursorExpired", detail };
  return failureOfStatus(status, headers, code);
}

/** The reason in an error of the API, or the code of an OAuth error. */
function reasonOf(body: string): string {
  try {
    const { error } = JSON.parse(body);
    return codeOf(error?.errors?.[0]?.reason ?? error?.status ?? error);
  } catch {
    return "";
  }
}
