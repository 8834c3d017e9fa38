/** Who is asking, as far as the session cookie says. */
export interface Viewer {
  readonly userId: string;
  readonly sessionId: string;
  /** The coach this user is, or null for a user without a practice. */
  readonly coachId: string | null;
}

/** A sign-in that is valid until it expires, in epoch milliseconds, or is revoked. */
export interface Session {
  readonly viewer: Viewer;
  readonly expiresAt: number;
}

/** What is known of a request before any loader exists. */
export interface RequestSeed {
  readonly requestId: string;
  readonly ip: string;
  readonly viewer: Viewer | null;
}

/** The context of one GraphQL execution. Made anew for every operation and every event of a subscription. */
export interface RequestContext<Loaders = unknown> extends RequestSeed {
  readonly loaders: Loaders;
}

export type CreateRequestContext = (seed: RequestSeed) => RequestContext;
