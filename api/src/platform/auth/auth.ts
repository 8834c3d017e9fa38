import type { IncomingMessage } from "node:http";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { magicLink } from "better-auth/plugins/magic-link";
import type { Session, Viewer } from "../graphql/request-context.ts";
import { authTables } from "./options.ts";
import { countRequest } from "./rate-limit.ts";
import { linkMinutes, SignInLinks, type SignInLinksOptions } from "./sign-in-links.ts";

export interface AuthOptions extends SignInLinksOptions {
  readonly secret: string;
  /** The origin people reach us at, without a slash at its end. */
  readonly publicUrl: string;
  /** The coach a user is, or null. */
  readonly coachIdOf: (userId: string) => Promise<string | null>;
  /** A session was ended: by signing out, by revoking it, or with its user. Expiry is not told. */
  readonly onSessionEnded: (sessionId: string) => Promise<void>;
}

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly password?: string;
}

const sessionDays = 30;
const minute = 60;
/** Of one address. Links cannot be guessed; this bounds the work of looking. */
const confirmationsPerMinute = 20;

/** The header in which we tell better-auth the caller's address. Whatever a caller puts there is replaced. */
export const clientIpHeader = "x-kairos-client-ip";

export type Auth = Awaited<ReturnType<typeof createAuth>>;

/** Sign-in: users are made by us, never by strangers; they enter with a link or a password. */
export async function createAuth(options: AuthOptions) {
  const links = new SignInLinks(options);
  const auth = betterAuth({
    ...settings(options),
    plugins: [
      magicLink({
        sendMagicLink: links.take,
        disableSignUp: true,
        expiresIn: linkMinutes * minute,
        storeToken: "hashed",
      }),
    ],
  });
  const sessionOf = async (headers: Headers): Promise<Session | null> => {
    if (!headers.has("cookie")) return null;
    const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
    if (!found) return null;
    const { id: sessionId, userId, expiresAt } = found.session;
    return { viewer: { userId, sessionId, coachId: await options.coachIdOf(userId) }, expiresAt: expiresAt.getTime() };
  };

  return {
    /** Answers a request under /api/auth. */
    handler: auth.handler,
    /** better-auth's own settings, for the test that compares them with the migration. */
    options: auth.options,
    sessionOf,
    viewerOf: async (headers: Headers): Promise<Viewer | null> => (await sessionOf(headers))?.viewer ?? null,

    /** The id of the user with this address, made if there is none. An existing one is left as it is. */
    async createUser({ email, name, password }: NewUser): Promise<string> {
      const { internalAdapter, password: hasher } = await auth.$context;
      const address = email.toLowerCase();
      const known = await internalAdapter.findUserByEmail(address);
      if (known) return known.user.id;
      const user = await internalAdapter.createUser(
        { email: address, name, emailVerified: true },
        { method: "email-password" },
      );
      if (password !== undefined) {
        const account = {
          userId: user.id,
          accountId: user.id,
          providerId: "credential",
          password: await hasher.hash(password),
        };
        await internalAdapter.linkAccount(account);
      }
      return user.id;
    },

    /** A link that signs in once, within 15 minutes. For the terminal that started us, never for an answer to a request. */
    createSignInLink: (email: string): Promise<string> =>
      links.capture(() => auth.api.signInMagicLink({ body: { email: email.toLowerCase() }, headers: new Headers() })),

    /** Use up a link's token; the cookies to set, or null when it was used before, has expired or never was. */
    async confirm(token: string, headers: Headers): Promise<readonly string[] | null> {
      const response = await auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true });
      const cookies = response.headers.getSetCookie();
      return response.status === 200 && cookies.length > 0 ? cookies : null;
    },

    /** Counts one more link tried from an address; how long the address must wait first, 0 when it need not. */
    secondsToWait: (ip: string): Promise<number> =>
      countRequest(options.pool, { key: `${ip}|/sign-in/confirm`, max: confirmationsPerMinute, seconds: minute }),

    /** Whether a page of this origin is ours: under our public address, or under the very name it was asked by. */
    allowsOrigin: (origin: string, request: IncomingMessage): boolean =>
      isOurs(origin, request.headers.host, options.publicUrl),

    /** Resolves when no mail is on its way any more. */
    settle: (): Promise<void> => links.settle(),
  };
}

function isOurs(origin: string, host: string | undefined | null, publicUrl: string): boolean {
  return origin === publicUrl || (host !== undefined && host !== null && URL.parse(origin)?.host === host);
}

function settings({ pool, secret, publicUrl, onSessionEnded, logger }: AuthOptions) {
  return {
    appName: "Kairos",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret,
    database: pool,
    // Whoever opens us by another name of this machine, such as 127.0.0.1, is still on our own pages.
    trustedOrigins: (request?: Request) => {
      const origin = request?.headers.get("origin");
      return origin && isOurs(origin, request?.headers.get("host"), publicUrl) ? [origin] : [publicUrl];
    },
    user: authTables.user,
    session: { ...authTables.session, expiresIn: sessionDays * 24 * 60 * minute, cookieCache: { enabled: false } },
    account: { ...authTables.account, accountLinking: { enabled: false } },
    verification: authTables.verification,
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    // A link is confirmed by a press, see routes.ts; the rest is not offered.
    disabledPaths: [
      "/magic-link/verify",
      "/sign-up/email",
      "/update-user",
      "/delete-user",
      "/change-email",
      "/error",
      "/ok",
    ],
    rateLimit: {
      ...authTables.rateLimit,
      enabled: true,
      storage: "database",
      window: minute,
      max: 100,
      customRules: {
        "/sign-in/email": { window: minute, max: 10 },
        "/sign-in/magic-link": { window: minute, max: 5 },
      },
    },
    databaseHooks: { session: { delete: { after: async ({ id }) => onSessionEnded(id) } } },
    advanced: {
      cookiePrefix: "kairos",
      useSecureCookies: publicUrl.startsWith("https:"),
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true, path: "/" },
      // Both are off by themselves when NODE_ENV is test.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      database: { generateId: "uuid" },
      ipAddress: { ipAddressHeaders: [clientIpHeader] },
    },
    logger: { level: "warn", log: (level, message) => logger[level](`Sign-in: ${message}`) },
    onAPIError: {
      onError: (error: unknown) => {
        const expected = isAPIError(error) && error.status !== "INTERNAL_SERVER_ERROR";
        if (!expected) logger.error("A sign-in request failed", { error });
      },
    },
    telemetry: { enabled: false },
  } as const satisfies BetterAuthOptions;
}
