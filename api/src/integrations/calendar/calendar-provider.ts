import type { Interval } from "../../core/interval.ts";
import type { LocalDate, LocalDateTime } from "../../core/local-date.ts";
import type { Outcome } from "./failure.ts";
import type { NoticeReading, NoticeRequest, Watch, WatchRequest } from "./notice.ts";

/** Where a coach keeps a calendar outside: her account there, its calendars, their events. */
export interface CalendarProvider {
  readonly name: ProviderName;
  readonly signIn: OAuthSignIn | PasswordSignIn;
  /** Whether it tells of changes by itself; one that does not has to be asked, and refuses `watch` as invalid. */
  readonly pushes: boolean;

  calendars(access: Access): Promise<Outcome<readonly ProviderCalendar[]>>;

  /**
   * One page of what changed since a cursor; everything, when there is none. Store the page, then the cursor it came
   * with. `cursorExpired`: begin again without a cursor, once.
   */
  changes(access: Access, question: ChangeQuestion): Promise<Outcome<ChangePage>>;

  /** An event as it is now, a recurring one with all its exceptions embedded. */
  get(access: Access, at: EventAddress): Promise<Outcome<ProviderEvent>>;

  /**
   * Writes a new event. An event that is there already under the draft's key is given back as it stands and not written
   * over, so a repeated call makes no second one. One that was there and has been deleted outside is `notFound` where the
   * provider remembers it; CalDAV does not.
   */
  create(access: Access, calendarId: string, draft: EventDraft): Promise<Outcome<ProviderEvent>>;

  /** Writes over an event unless somebody changed it since `etag`: then `preconditionFailed`. */
  update(access: Access, at: EventAddress, etag: string, draft: EventDraft): Promise<Outcome<ProviderEvent>>;

  /** Deletes an event unless somebody changed it since `etag` (null: whatever it is). One that is gone is deleted. */
  remove(access: Access, at: EventAddress, etag: string | null): Promise<Outcome<null>>;

  /** When a calendar is busy, tentatively or not, by the provider's own reckoning: sorted and disjoint. */
  busy(access: Access, question: BusyQuestion): Promise<Outcome<readonly Interval[]>>;

  /** Asks to be told at an address when a calendar changes. */
  watch(access: Access, calendarId: string, request: WatchRequest): Promise<Outcome<Watch>>;
  /** The same for longer; the watch that comes back replaces the old one, under the old id or a new one. */
  renew(access: Access, calendarId: string, watch: Watch, request: WatchRequest): Promise<Outcome<Watch>>;
  /** Ends a watch; one that is gone is ended. */
  stop(access: Access, watch: Watch): Promise<Outcome<null>>;
  /** Reads what was sent to a watch's address. Trust none of it before `isNoticeOf` has said yes. */
  readNotices(request: NoticeRequest): NoticeReading;
}

type ProviderName = "google" | "microsoft" | "caldav";

/** Who asks, and how long she waits. Every call also has a time limit of its own. Nothing is tried twice in here. */
export interface Access {
  readonly credentials: Credentials;
  readonly signal: AbortSignal;
}

export type Credentials = OAuthCredentials | PasswordCredentials;

/** Whoever holds these refreshes them when `expiresAt` (epoch milliseconds) is near or a call is `unauthorized`. */
export interface OAuthCredentials {
  readonly kind: "oauth";
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
}

interface PasswordCredentials {
  readonly kind: "password";
  /** The collection that holds her calendars, as found by `connect`. */
  readonly homeUrl: string;
  readonly username: string;
  readonly password: string;
}

export interface Account {
  readonly credentials: Credentials;
  /** What the coach knows the account by: an email address or a user name. */
  readonly address: string;
}

/** Sign-in at the provider's own page, by authorization code with PKCE (RFC 7636). */
export interface OAuthSignIn {
  readonly kind: "oauth";
  authorizationUrl(request: AuthorizationRequest): Promise<string>;
  exchange(request: CodeExchange): Promise<Outcome<Account>>;
  /** `grantRevoked`: the coach has to connect again; asking once more is of no use. */
  refresh(credentials: OAuthCredentials, signal: AbortSignal): Promise<Outcome<OAuthCredentials>>;
  /** Gives the grant back. Some providers have no way to: the tokens are then just forgotten. */
  revoke(credentials: OAuthCredentials, signal: AbortSignal): Promise<Outcome<null>>;
}

interface AuthorizationRequest {
  readonly redirectUri: string;
  /** Comes back with the code; says which browser asked. */
  readonly state: string;
  /** S256 of the verifier. */
  readonly codeChallenge: string;
}

export interface CodeExchange {
  readonly redirectUri: string;
  readonly code: string;
  readonly codeVerifier: string;
  readonly signal: AbortSignal;
}

/** Sign-in with a user name and a password at any server of the kind. */
export interface PasswordSignIn {
  readonly kind: "password";
  /** Finds the calendars from whatever address the coach gave. `unauthorized`: wrong name or password. */
  connect(request: PasswordConnection): Promise<Outcome<Account>>;
}

export interface PasswordConnection {
  /** An address, or `icloud` for Apple's. */
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly signal: AbortSignal;
}

export interface ProviderCalendar {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string | null;
  readonly timeZone: string | null;
  /** Whether sessions can be written to it. */
  readonly writable: boolean;
  readonly isPrimary: boolean;
}

export interface ChangeQuestion {
  readonly calendarId: string;
  /** As the last page gave it. */
  readonly cursor: string | null;
  /** What a reading without a cursor has to cover at least, epoch milliseconds; a cursor keeps its own. */
  readonly window: Interval;
}

export interface ChangePage {
  readonly changes: readonly Change[];
  readonly cursor: string;
  /** Whether the next page is there already. */
  readonly more: boolean;
  /** Whether the page belongs to a reading of everything: after its last page, what it did not name is gone. */
  readonly full: boolean;
  /** The cursor tells of nothing after this instant: begin again without it in good time. Null: it tells of all. */
  readonly coversUntil: number | null;
  /** How many events could not be understood; they are left out. */
  readonly unreadable: number;
}

export type Change =
  /** Replaces whatever was known under the event's id. */
  | { readonly kind: "changed"; readonly event: ProviderEvent }
  /** The event with this id is gone, and with it every event whose `seriesId` it is. */
  | { readonly kind: "removed"; readonly id: string };

export interface EventAddress {
  readonly calendarId: string;
  readonly id: string;
}

export interface BusyQuestion {
  readonly calendarId: string;
  readonly range: Interval;
  /** Where days and floating times lie. */
  readonly timeZone: string;
}

/**
 * What a provider keeps under one id. Of a recurring event there are three shapes: its rule with the exceptions
 * embedded (CalDAV), its rule with exceptions as events of their own (Google), or each occurrence as an event of its
 * own without any rule (Microsoft). `occurrencesOf` makes the same of the first two.
 */
export interface ProviderEvent {
  readonly id: string;
  /** For `update` and `remove`; null where the provider withholds it, then `get` has it. */
  readonly etag: string | null;
  /** The iCalendar UID, the same in every copy. */
  readonly uid: string;
  /** The key of the draft that it was made from: it is one of ours. An occurrence has its series' key. */
  readonly key: string | null;
  /** For an exception or occurrence under an id of its own: the id of its series, and its place there. */
  readonly seriesId: string | null;
  readonly originalStart: OriginalStart | null;
  readonly details: EventDetails;
  readonly recurrence: Recurrence | null;
  readonly exceptions: readonly EventException[];
}

export interface EventDetails {
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly time: EventTime;
  /** How it takes its time; what the coach declined is free. */
  readonly blocking: "busy" | "tentative" | "free";
  /** It stays in the calendar but does not happen: for an exception, its occurrence is left out. */
  readonly cancelled: boolean;
  readonly isPrivate: boolean;
}

export type EventTime =
  /** Instants in epoch milliseconds, and the IANA zone that it was made in. */
  | { readonly kind: "timed"; readonly start: number; readonly end: number; readonly timeZone: string }
  /** Wall times of wherever one is. */
  | { readonly kind: "floating"; readonly start: LocalDateTime; readonly end: LocalDateTime }
  /** Local dates; `end` is the first date after it. */
  | { readonly kind: "allDay"; readonly start: LocalDate; readonly end: LocalDate };

/** The start that the rule gives an occurrence: an instant when timed, else a local date or wall time. */
export type OriginalStart = number | LocalDate | LocalDateTime;

/** A rule in wall time and a zone, as core expands it (RFC 5545 3.8.5). */
export interface Recurrence {
  /** A date for whole days. */
  readonly start: LocalDateTime | LocalDate;
  /** Null for floating times and whole days. */
  readonly timeZone: string | null;
  /** RRULE values; nearly always one. */
  readonly rules: readonly string[];
  readonly excluded: readonly (LocalDateTime | LocalDate)[];
  readonly added: readonly (LocalDateTime | LocalDate)[];
}

export interface EventException {
  readonly originalStart: OriginalStart;
  /** Null: the occurrence is left out. */
  readonly details: EventDetails | null;
}

/** An event as we want it outside. The times are `timed`. */
export interface EventDraft {
  /** A UUID of the caller's, chosen once for each event and never used again, not even after a deletion. */
  readonly key: string;
  /** Rises with every change, for those who compare copies (RFC 5545 3.8.7.4). */
  readonly sequence: number;
  readonly details: EventDetails;
  readonly recurrence: Recurrence | null;
  /** Every difference from the rule: what is not named here is as the rule has it. */
  readonly exceptions: readonly EventException[];
}
