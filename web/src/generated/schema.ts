export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, RFC 3339; answered in UTC, for example 2026-03-08T07:30:00.000Z. */
  DateTime: { input: string; output: string; }
  /** A calendar date without a zone: 2026-03-08. */
  LocalDate: { input: string; output: string; }
  /** A wall-clock date and time without a zone, in minutes: 2026-03-08T09:30. */
  LocalDateTime: { input: string; output: string; }
  /** A wall-clock time in minutes: 09:30. 24:00 is the end of the day. */
  LocalTime: { input: string; output: string; }
  /** A name of the IANA time zone database: America/New_York. Link names such as Asia/Calcutta are accepted. */
  TimeZone: { input: string; output: string; }
};

/** What changed since the last event. */
export type AgendaChange = {
  readonly __typename: 'AgendaChange';
  /** New or changed. */
  readonly bookings: ReadonlyArray<Booking>;
  /** No longer in the range. */
  readonly removed: ReadonlyArray<Scalars['ID']['output']>;
  readonly revision: Scalars['Int']['output'];
};

/** First everything in the range, then only what changed. */
export type AgendaEvent = AgendaChange | AgendaSnapshot | InvalidInput | Refused;

/** Everything that meets the range, holds and cancelled sessions included, in order of start. */
export type AgendaSnapshot = {
  readonly __typename: 'AgendaSnapshot';
  readonly bookings: ReadonlyArray<Booking>;
  readonly revision: Scalars['Int']['output'];
};

/** The booking no longer occupies its time: cancelled, or over. */
export type AlreadyCancelled = Problem & {
  readonly __typename: 'AlreadyCancelled';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** A client's seat in a booking, with what was typed when it was taken. */
export type Attendee = Node & {
  readonly __typename: 'Attendee';
  /** The coach's record of this person. For the coach alone. */
  readonly client?: Maybe<Client>;
  readonly email: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  /** End of the session in the attendee's zone. */
  readonly localEnd: Scalars['LocalDateTime']['output'];
  /** Start of the session in the attendee's zone. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  readonly name: Scalars['String']['output'];
  readonly note?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly timeZone: Scalars['TimeZone']['output'];
};

/** Named weekly hours in a zone. */
export type AvailabilityTemplate = Node & {
  readonly __typename: 'AvailabilityTemplate';
  readonly id: Scalars['ID']['output'];
  /** The hours that hold for every session type. */
  readonly isDefault: Scalars['Boolean']['output'];
  readonly name: Scalars['String']['output'];
  readonly timeZone: Scalars['TimeZone']['output'];
  readonly windows: ReadonlyArray<AvailabilityWindow>;
};

export type AvailabilityTemplateSaved = {
  readonly __typename: 'AvailabilityTemplateSaved';
  readonly availabilityTemplate: AvailabilityTemplate;
};

/** Open time on one weekday, wall-clock times in the template's zone. */
export type AvailabilityWindow = {
  readonly __typename: 'AvailabilityWindow';
  /** 24:00 is the end of the day. */
  readonly end: Scalars['LocalTime']['output'];
  readonly start: Scalars['LocalTime']['output'];
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekday: Scalars['Int']['output'];
};

export type AvailabilityWindowInput = {
  /** After start; 24:00 is the end of the day. */
  readonly end: Scalars['LocalTime']['input'];
  readonly start: Scalars['LocalTime']['input'];
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekday: Scalars['Int']['input'];
};

/** On a client's behalf. Hours, notice, horizon and limits do not bind the coach; other sessions do. */
export type BookForClientInput = {
  /** A client of hers; or give newClient. */
  readonly client?: InputMaybe<Scalars['ID']['input']>;
  readonly idempotencyKey: Scalars['String']['input'];
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  readonly newClient?: InputMaybe<ClientInput>;
  readonly note?: InputMaybe<Scalars['String']['input']>;
  readonly sessionType: Scalars['ID']['input'];
  readonly start: MomentInput;
};

export type BookForClientResult = Booked | IdempotencyConflict | InvalidInput | Refused | SlotTaken;

export type BookSessionInput = {
  readonly client: ClientInput;
  readonly coach: Scalars['String']['input'];
  /** The hold on this slot; without one the slot must still be offered. */
  readonly holdToken?: InputMaybe<Scalars['String']['input']>;
  /** Same key and same input give the first result again. 8 to 128 characters. */
  readonly idempotencyKey: Scalars['String']['input'];
  readonly link: Scalars['String']['input'];
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  readonly startAt: Scalars['DateTime']['input'];
};

export type BookSessionResult = Booked | HoldExpired | IdempotencyConflict | InvalidInput | LinkUnavailable | SlotNotOffered | SlotTaken;

export type Booked = {
  readonly __typename: 'Booked';
  readonly booking: Booking;
  /** Secret of the seat: opens the manage page. Null when the coach booked. */
  readonly token?: Maybe<Scalars['String']['output']>;
};

/** A session in the calendar, whatever the number of clients. */
export type Booking = Node & {
  readonly __typename: 'Booking';
  /** Who comes. For the coach alone. */
  readonly attendees?: Maybe<ReadonlyArray<Attendee>>;
  readonly cancelReason?: Maybe<Scalars['String']['output']>;
  readonly cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  readonly coach: Coach;
  readonly endAt: Scalars['DateTime']['output'];
  /** Until when a held slot is kept. For the coach alone. */
  readonly holdExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly localEnd: Scalars['LocalDateTime']['output'];
  /** Wall-clock start in a zone; without one, in the zone of the agreement. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  readonly place: Place;
  readonly sessionType: SessionType;
  readonly startAt: Scalars['DateTime']['output'];
  readonly status: BookingStatus;
  /** The zone in which the time was agreed. */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** Raised by every change of this booking. */
  readonly version: Scalars['Int']['output'];
};


/** A session in the calendar, whatever the number of clients. */
export type BookingLocalEndArgs = {
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


/** A session in the calendar, whatever the number of clients. */
export type BookingLocalStartArgs = {
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** A seat, seen with its secret token: the client's own view of a booking. */
export type BookingAccess = {
  readonly __typename: 'BookingAccess';
  /** Who the seat belongs to, as typed. */
  readonly attendee: Attendee;
  readonly booking: Booking;
  /** Whether it can be cancelled or moved now. */
  readonly canChange: Scalars['Boolean']['output'];
  /** Cancelling and moving end here. */
  readonly changeUntil: Scalars['DateTime']['output'];
  /** Where another session can be booked. */
  readonly link?: Maybe<BookingLink>;
};

export type BookingAccessResult = BookingAccess | BookingNotFound;

export type BookingCancelled = {
  readonly __typename: 'BookingCancelled';
  readonly booking: Booking;
};

export type BookingConnection = {
  readonly __typename: 'BookingConnection';
  readonly edges: ReadonlyArray<BookingEdge>;
  readonly pageInfo: PageInfo;
  /** Length of the whole list, whatever the page. */
  readonly totalCount: Scalars['Int']['output'];
};

export type BookingEdge = {
  readonly __typename: 'BookingEdge';
  /** Stands for this place in the list; give it as `after`. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Booking;
};

/** How strangers reach a session type: /:coach/:link. */
export type BookingLink = Node & {
  readonly __typename: 'BookingLink';
  /** For the coach alone. */
  readonly active?: Maybe<Scalars['Boolean']['output']>;
  /** For the coach alone. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  /** How often it may be booked through. For the coach alone. */
  readonly maxUses?: Maybe<Scalars['Int']['output']>;
  /** Path of the booking page: /:coach/:link. */
  readonly path: Scalars['String']['output'];
  readonly sessionType: SessionType;
  readonly slug: Scalars['String']['output'];
  /** How often it was booked through. For the coach alone. */
  readonly uses?: Maybe<Scalars['Int']['output']>;
};

export type BookingMoved = {
  readonly __typename: 'BookingMoved';
  readonly booking: Booking;
};

/** The token opens no booking. */
export type BookingNotFound = Problem & {
  readonly __typename: 'BookingNotFound';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** What a stranger sees behind a link. */
export type BookingPage = {
  readonly __typename: 'BookingPage';
  readonly coach: Coach;
  /** Today, on the coach's calendar. */
  readonly firstDate: Scalars['LocalDate']['output'];
  /** The last date that can be booked, on the coach's calendar. */
  readonly lastDate: Scalars['LocalDate']['output'];
  readonly link: BookingLink;
  readonly sessionType: SessionType;
};

export type BookingPageResult = BookingPage | LinkUnavailable;

/** The life of a booking. Held, pending and confirmed ones occupy their time. */
export type BookingStatus =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'CONFIRMED'
  | 'HELD'
  | 'NO_SHOW'
  | 'PENDING';

export type CancelBookingInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly token: Scalars['String']['input'];
};

export type CancelBookingResult = AlreadyCancelled | BookingCancelled | BookingNotFound | IdempotencyConflict | InvalidInput | TooLate;

export type CancelSessionInput = {
  readonly booking: Scalars['ID']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
  /** For the client. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
};

export type CancelSessionResult = AlreadyCancelled | BookingCancelled | IdempotencyConflict | InvalidInput | Refused;

/** Somebody who books. Belongs to one coach and needs no account. */
export type Client = Node & {
  readonly __typename: 'Client';
  readonly createdAt: Scalars['DateTime']['output'];
  readonly email: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly timeZone: Scalars['TimeZone']['output'];
};

export type ClientConnection = {
  readonly __typename: 'ClientConnection';
  readonly edges: ReadonlyArray<ClientEdge>;
  readonly pageInfo: PageInfo;
  /** Length of the whole list, whatever the page. */
  readonly totalCount: Scalars['Int']['output'];
};

export type ClientEdge = {
  readonly __typename: 'ClientEdge';
  /** Stands for this place in the list; give it as `after`. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Client;
};

/** Who is booking. */
export type ClientInput = {
  readonly email: Scalars['String']['input'];
  /** At most 120 characters. */
  readonly name: Scalars['String']['input'];
  /** For the coach; at most 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  readonly timeZone: Scalars['TimeZone']['input'];
};

/** A coach: her public face, and, for herself alone, her practice. */
export type Coach = Node & {
  readonly __typename: 'Coach';
  /** Accent colour of her pages, #rrggbb. */
  readonly accent: Scalars['String']['output'];
  /** Her sessions in order of start. For the coach alone. */
  readonly agenda?: Maybe<BookingConnection>;
  /** For the coach alone. */
  readonly availabilityTemplates?: Maybe<ReadonlyArray<AvailabilityTemplate>>;
  /** For the coach alone. */
  readonly bookingLinks?: Maybe<ReadonlyArray<BookingLink>>;
  /** Her clients in order of name. For the coach alone. */
  readonly clients?: Maybe<ClientConnection>;
  /** For the coach alone. */
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly headline?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** Raised by every write to her calendar. For the coach alone. */
  readonly revision?: Maybe<Scalars['Int']['output']>;
  /** For the coach alone. */
  readonly sessionTypes?: Maybe<ReadonlyArray<SessionType>>;
  /** First part of her booking addresses: /:coach/:link. */
  readonly slug: Scalars['String']['output'];
  /** For the coach alone. */
  readonly timeOff?: Maybe<ReadonlyArray<TimeOff>>;
  readonly timeZone: Scalars['TimeZone']['output'];
};


/** A coach: her public face, and, for herself alone, her practice. */
export type CoachAgendaArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  from: Scalars['LocalDate']['input'];
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  to: Scalars['LocalDate']['input'];
};


/** A coach: her public face, and, for herself alone, her practice. */
export type CoachClientsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};

export type CreateAvailabilityTemplateInput = {
  /** Make these the hours that hold, in place of the present ones. */
  readonly isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  readonly name: Scalars['String']['input'];
  readonly timeZone: Scalars['TimeZone']['input'];
  readonly windows: ReadonlyArray<AvailabilityWindowInput>;
};

export type CreateSessionTypeInput = {
  /** 0 to 240. */
  readonly bufferAfterMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 240. */
  readonly bufferBeforeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 43,200 (30 days). */
  readonly cancelNoticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 500. */
  readonly capacity?: InputMaybe<Scalars['Int']['input']>;
  /** #rrggbb. */
  readonly colour?: InputMaybe<Scalars['String']['input']>;
  /** At most 2,000 characters; an empty text removes it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly grid?: InputMaybe<SlotGrid>;
  /** 1 to 730. */
  readonly horizonDays?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 100; null removes the limit. */
  readonly maxPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 500; null removes the limit. */
  readonly maxPerWeek?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 12 different lengths of 5 to 1,440 minutes. */
  readonly minutes: ReadonlyArray<Scalars['Int']['input']>;
  readonly name: Scalars['String']['input'];
  /** 0 to 43,200 (30 days). */
  readonly noticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly place: PlaceInput;
  /** 5 to 1,440. */
  readonly stepMinutes: Scalars['Int']['input'];
};

export type CreateTimeOffInput = {
  readonly fromDate: Scalars['LocalDate']['input'];
  /** At most 200 characters; seen by the coach alone. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Last date, included. */
  readonly toDate: Scalars['LocalDate']['input'];
};

export type DeleteTimeOffResult = Refused | TimeOffDeleted;

export type ExplainSlotResult = InvalidInput | Refused | SlotExplanation;

/** The hold had ended and the slot is somebody else's by now. */
export type HoldExpired = Problem & {
  readonly __typename: 'HoldExpired';
  readonly alternatives: ReadonlyArray<Slot>;
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

export type HoldReleased = {
  readonly __typename: 'HoldReleased';
  /** False when there was nothing left to release. */
  readonly released: Scalars['Boolean']['output'];
};

/** A slot to keep for a few minutes while its form is filled in. */
export type HoldSlotInput = {
  readonly coach: Scalars['String']['input'];
  readonly link: Scalars['String']['input'];
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** An earlier hold, given up in the same step. */
  readonly replaces?: InputMaybe<Scalars['String']['input']>;
  readonly startAt: Scalars['DateTime']['input'];
  /** Zone of the local times in the answer. */
  readonly timeZone: Scalars['TimeZone']['input'];
};

export type HoldSlotResult = InvalidInput | LinkUnavailable | SlotHeld | SlotNotOffered | SlotTaken | TooManyHolds;

/** The idempotency key was used before with another input. */
export type IdempotencyConflict = Problem & {
  readonly __typename: 'IdempotencyConflict';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** A value that cannot be accepted; nothing was saved. */
export type InvalidInput = Problem & {
  readonly __typename: 'InvalidInput';
  readonly code: ProblemCode;
  /** Path of the refused value within the input: client.email. */
  readonly field: Scalars['String']['output'];
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** No such link, or it is switched off, expired or used up. */
export type LinkUnavailable = Problem & {
  readonly __typename: 'LinkUnavailable';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** An instant together with how a zone's clocks show it. */
export type Moment = {
  readonly __typename: 'Moment';
  readonly at: Scalars['DateTime']['output'];
  readonly local: Scalars['LocalDateTime']['output'];
  /** Minutes east of UTC at that instant. */
  readonly offsetMinutes: Scalars['Int']['output'];
  readonly timeZone: Scalars['TimeZone']['output'];
};

/** Exactly one of: an instant, or a wall-clock time with its zone. */
export type MomentInput = {
  readonly at?: InputMaybe<Scalars['DateTime']['input']>;
  /** A repeated time means its first occurrence; a skipped one is refused. */
  readonly local?: InputMaybe<Scalars['LocalDateTime']['input']>;
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

export type Mutation = {
  readonly __typename: 'Mutation';
  readonly bookForClient: BookForClientResult;
  /** Books a slot of a link. */
  readonly bookSession: BookSessionResult;
  /** Gives up a seat, as long as the session type allows it. */
  readonly cancelBooking: CancelBookingResult;
  /** Cancels a session for everybody in it. */
  readonly cancelSession: CancelSessionResult;
  readonly createAvailabilityTemplate: SaveAvailabilityTemplateResult;
  readonly createSessionType: SaveSessionTypeResult;
  readonly createTimeOff: SaveTimeOffResult;
  readonly deleteTimeOff: DeleteTimeOffResult;
  /** Keeps a slot for five minutes; nobody else sees it meanwhile. */
  readonly holdSlot: HoldSlotResult;
  readonly releaseHold: HoldReleased;
  /** Moves a seat to another slot of the same session type. */
  readonly rescheduleBooking: RescheduleBookingResult;
  /** Moves a session with everybody in it. */
  readonly rescheduleSession: RescheduleSessionResult;
  readonly updateAvailabilityTemplate: SaveAvailabilityTemplateResult;
  readonly updateSessionType: SaveSessionTypeResult;
};


export type MutationBookForClientArgs = {
  input: BookForClientInput;
};


export type MutationBookSessionArgs = {
  input: BookSessionInput;
};


export type MutationCancelBookingArgs = {
  input: CancelBookingInput;
};


export type MutationCancelSessionArgs = {
  input: CancelSessionInput;
};


export type MutationCreateAvailabilityTemplateArgs = {
  input: CreateAvailabilityTemplateInput;
};


export type MutationCreateSessionTypeArgs = {
  input: CreateSessionTypeInput;
};


export type MutationCreateTimeOffArgs = {
  input: CreateTimeOffInput;
};


export type MutationDeleteTimeOffArgs = {
  id: Scalars['ID']['input'];
};


export type MutationHoldSlotArgs = {
  input: HoldSlotInput;
};


export type MutationReleaseHoldArgs = {
  holdToken: Scalars['String']['input'];
};


export type MutationRescheduleBookingArgs = {
  input: RescheduleBookingInput;
};


export type MutationRescheduleSessionArgs = {
  input: RescheduleSessionInput;
};


export type MutationUpdateAvailabilityTemplateArgs = {
  input: UpdateAvailabilityTemplateInput;
};


export type MutationUpdateSessionTypeArgs = {
  input: UpdateSessionTypeInput;
};

/** Anything that can be fetched again by its global id. */
export type Node = {
  readonly id: Scalars['ID']['output'];
};

/** Where a page of a connection stands in the whole. */
export type PageInfo = {
  readonly __typename: 'PageInfo';
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Where a session happens. */
export type Place = {
  readonly __typename: 'Place';
  /** Meeting link, phone number or address. */
  readonly detail: Scalars['String']['output'];
  readonly kind: PlaceKind;
};

export type PlaceInput = {
  /** Meeting link (https://…), phone number or address. */
  readonly detail: Scalars['String']['input'];
  readonly kind: PlaceKind;
};

/** Where a session happens. */
export type PlaceKind =
  | 'ADDRESS'
  | 'PHONE'
  | 'VIDEO';

/** An expected failure, as data. */
export type Problem = {
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** What went wrong: stable codes to program against. */
export type ProblemCode =
  | 'ALREADY_CANCELLED'
  | 'BOOKING_NOT_FOUND'
  | 'FORBIDDEN'
  | 'HOLD_EXPIRED'
  | 'IDEMPOTENCY_CONFLICT'
  | 'INVALID_INPUT'
  | 'LINK_UNAVAILABLE'
  | 'NOT_FOUND'
  | 'NOT_SIGNED_IN'
  | 'SLOT_NOT_OFFERED'
  | 'SLOT_TAKEN'
  | 'TOO_LATE'
  | 'TOO_MANY_HOLDS';

export type Query = {
  readonly __typename: 'Query';
  /** A booking, opened with the secret token of a seat in it. */
  readonly booking: BookingAccessResult;
  /** What a link leads to. Unknown, switched off, expired and used up look alike. */
  readonly bookingPage: BookingPageResult;
  /** Why a start is or is not offered. For the coach. */
  readonly explainSlot: ExplainSlotResult;
  /** Moments as the clocks of a zone show them, in the order given; a skipped time moves forward. */
  readonly moments: ReadonlyArray<Moment>;
  /** Anything of one's own practice by its global id; null for everything else. */
  readonly node?: Maybe<Node>;
  /** The slots of a link by local date. */
  readonly slots: SlotsResult;
  readonly timeZones: TimeZoneCatalog;
  /** The signed-in coach; null for everybody else. */
  readonly viewer?: Maybe<Coach>;
};


export type QueryBookingArgs = {
  token: Scalars['String']['input'];
};


export type QueryBookingPageArgs = {
  coach: Scalars['String']['input'];
  link: Scalars['String']['input'];
};


export type QueryExplainSlotArgs = {
  minutes?: InputMaybe<Scalars['Int']['input']>;
  sessionType: Scalars['ID']['input'];
  start: MomentInput;
};


export type QueryMomentsArgs = {
  of: ReadonlyArray<MomentInput>;
  timeZone: Scalars['TimeZone']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySlotsArgs = {
  bookingToken?: InputMaybe<Scalars['String']['input']>;
  coach: Scalars['String']['input'];
  from: Scalars['LocalDate']['input'];
  holdToken?: InputMaybe<Scalars['String']['input']>;
  link: Scalars['String']['input'];
  minutes?: InputMaybe<Scalars['Int']['input']>;
  timeZone: Scalars['TimeZone']['input'];
  to: Scalars['LocalDate']['input'];
};

/** Not signed in, or there is no such thing for this coach. */
export type Refused = Problem & {
  readonly __typename: 'Refused';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

export type RescheduleBookingInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  readonly startAt: Scalars['DateTime']['input'];
  /** The client's zone from now on, and that of local times in the answer. */
  readonly timeZone: Scalars['TimeZone']['input'];
  readonly token: Scalars['String']['input'];
};

export type RescheduleBookingResult = AlreadyCancelled | BookingMoved | BookingNotFound | IdempotencyConflict | InvalidInput | SlotNotOffered | SlotTaken | TooLate;

export type RescheduleSessionInput = {
  readonly booking: Scalars['ID']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
  readonly start: MomentInput;
};

export type RescheduleSessionResult = AlreadyCancelled | BookingMoved | IdempotencyConflict | InvalidInput | Refused | SlotTaken;

export type SaveAvailabilityTemplateResult = AvailabilityTemplateSaved | InvalidInput | Refused;

export type SaveSessionTypeResult = InvalidInput | Refused | SessionTypeSaved;

export type SaveTimeOffResult = InvalidInput | Refused | TimeOffSaved;

/** What can be booked: its length, its spacing and its rules. */
export type SessionType = Node & {
  readonly __typename: 'SessionType';
  /** An inactive type is offered nowhere. */
  readonly active: Scalars['Boolean']['output'];
  readonly bufferAfterMinutes: Scalars['Int']['output'];
  readonly bufferBeforeMinutes: Scalars['Int']['output'];
  /** The client may cancel or reschedule until this long before the start. */
  readonly cancelNoticeMinutes: Scalars['Int']['output'];
  /** Seats: 1 for a session of two, more for a group. */
  readonly capacity: Scalars['Int']['output'];
  /** Colour in the calendar, #rrggbb. */
  readonly colour: Scalars['String']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly grid: SlotGrid;
  /** The last bookable date is today plus this many days, on the coach's calendar. */
  readonly horizonDays: Scalars['Int']['output'];
  readonly id: Scalars['ID']['output'];
  /** Sessions of this type on one date of the coach's calendar. */
  readonly maxPerDay?: Maybe<Scalars['Int']['output']>;
  /** Sessions of this type from Sunday to Saturday. */
  readonly maxPerWeek?: Maybe<Scalars['Int']['output']>;
  /** Offered lengths in minutes, ascending; the first is the default. */
  readonly minutes: ReadonlyArray<Scalars['Int']['output']>;
  readonly name: Scalars['String']['output'];
  /** A start is bookable until this long before it. */
  readonly noticeMinutes: Scalars['Int']['output'];
  readonly place: Place;
  /** Distance between offered starts, in minutes. */
  readonly stepMinutes: Scalars['Int']['output'];
};

export type SessionTypeSaved = {
  readonly __typename: 'SessionTypeSaved';
  readonly sessionType: SessionType;
};

/** A start that can be booked. */
export type Slot = {
  readonly __typename: 'Slot';
  readonly endAt: Scalars['DateTime']['output'];
  /** Wall-clock start in the zone that was asked for. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  /** Minutes east of UTC at the start, in that zone; tells a repeated hour apart. */
  readonly offsetMinutes: Scalars['Int']['output'];
  readonly seatsLeft: Scalars['Int']['output'];
  readonly startAt: Scalars['DateTime']['output'];
};

/** The days that differ from what was sent before, each whole; without slots it is closed now. */
export type SlotChange = {
  readonly __typename: 'SlotChange';
  readonly days: ReadonlyArray<SlotDay>;
  readonly revision: Scalars['Int']['output'];
};

/** The slots that start on one local date of the zone that was asked for. */
export type SlotDay = {
  readonly __typename: 'SlotDay';
  readonly date: Scalars['LocalDate']['output'];
  readonly slots: ReadonlyArray<Slot>;
};

/** Why a start is or is not offered, in the order in which the rules apply. */
export type SlotExplanation = {
  readonly __typename: 'SlotExplanation';
  readonly offered: Scalars['Boolean']['output'];
  readonly reasons: ReadonlyArray<SlotReason>;
};

/** How starts are laid out. */
export type SlotGrid =
  /** Every free stretch begins a new grid, so that sessions pack tightly. */
  | 'RESTART'
  /** In steps from the opening of each window: starts stay put when a neighbour is booked. */
  | 'WINDOW';

/** The slot is yours until the hold expires. */
export type SlotHeld = {
  readonly __typename: 'SlotHeld';
  readonly expiresAt: Scalars['DateTime']['output'];
  readonly holdToken: Scalars['String']['output'];
  readonly slot: Slot;
};

/** Every day of a range that has slots. */
export type SlotList = {
  readonly __typename: 'SlotList';
  readonly days: ReadonlyArray<SlotDay>;
  readonly from: Scalars['LocalDate']['output'];
  readonly minutes: Scalars['Int']['output'];
  /** The coach's revision at which this was true. */
  readonly revision: Scalars['Int']['output'];
  readonly timeZone: Scalars['TimeZone']['output'];
  readonly to: Scalars['LocalDate']['output'];
};

/** This start is not on offer, whoever asks. */
export type SlotNotOffered = Problem & {
  readonly __typename: 'SlotNotOffered';
  readonly alternatives: ReadonlyArray<Slot>;
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
  /** The first rule that hides it, as far as a visitor may know. */
  readonly reason: SlotReasonCode;
};

/** One rule that hides a start, with its cause. */
export type SlotReason = {
  readonly __typename: 'SlotReason';
  /** The session that is in the way. For the coach alone. */
  readonly booking?: Maybe<Booking>;
  readonly code: SlotReasonCode;
  /** How many sessions count against the limit. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  readonly endAt?: Maybe<Scalars['DateTime']['output']>;
  readonly limit?: Maybe<Scalars['Int']['output']>;
  readonly message: Scalars['String']['output'];
  /** Start of what is in the way. */
  readonly startAt?: Maybe<Scalars['DateTime']['output']>;
  /** When this reason ends or began to hold: notice, horizon, hold. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** The rules that can hide a start. */
export type SlotReasonCode =
  | 'BOOKING'
  | 'BUFFER'
  | 'BUSY'
  | 'DATE_OVERRIDE'
  | 'HOLD'
  | 'HORIZON'
  | 'IN_PAST'
  | 'LIMIT'
  | 'NOTICE'
  | 'OFF_GRID'
  | 'OUTSIDE_HOURS'
  | 'SEATS_FULL'
  | 'SKIPPED_HOUR'
  | 'TIME_OFF';

/** Somebody was faster. */
export type SlotTaken = Problem & {
  readonly __typename: 'SlotTaken';
  /** The nearest slots that are free, in order of time. */
  readonly alternatives: ReadonlyArray<Slot>;
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** First the whole list, then changed days. */
export type SlotsEvent = InvalidInput | LinkUnavailable | SlotChange | SlotList;

export type SlotsResult = InvalidInput | LinkUnavailable | SlotList;

export type Subscription = {
  readonly __typename: 'Subscription';
  /** The coach's calendar: first all of the range, then what changed. */
  readonly agendaChanged: AgendaEvent;
  /** The booking of a seat, now and after every change. */
  readonly bookingChanged: BookingAccessResult;
  /** First all slots of the range, then the days that changed. */
  readonly slotsChanged: SlotsEvent;
};


export type SubscriptionAgendaChangedArgs = {
  from: Scalars['LocalDate']['input'];
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  to: Scalars['LocalDate']['input'];
};


export type SubscriptionBookingChangedArgs = {
  token: Scalars['String']['input'];
};


export type SubscriptionSlotsChangedArgs = {
  bookingToken?: InputMaybe<Scalars['String']['input']>;
  coach: Scalars['String']['input'];
  from: Scalars['LocalDate']['input'];
  holdToken?: InputMaybe<Scalars['String']['input']>;
  link: Scalars['String']['input'];
  minutes?: InputMaybe<Scalars['Int']['input']>;
  timeZone: Scalars['TimeZone']['input'];
  to: Scalars['LocalDate']['input'];
};

/** Dates on which a coach is away, first and last included. */
export type TimeOff = Node & {
  readonly __typename: 'TimeOff';
  readonly fromDate: Scalars['LocalDate']['output'];
  readonly id: Scalars['ID']['output'];
  /** Seen by the coach alone. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly toDate: Scalars['LocalDate']['output'];
};

export type TimeOffDeleted = {
  readonly __typename: 'TimeOffDeleted';
  readonly id: Scalars['ID']['output'];
};

export type TimeOffSaved = {
  readonly __typename: 'TimeOffSaved';
  readonly timeOff: TimeOff;
};

export type TimeZoneCatalog = {
  readonly __typename: 'TimeZoneCatalog';
  /** Release of the time zone database behind every answer: 2026f. */
  readonly release: Scalars['String']['output'];
  readonly zones: ReadonlyArray<TimeZoneInfo>;
};

export type TimeZoneInfo = {
  readonly __typename: 'TimeZoneInfo';
  /** Other names of the same zone, such as Asia/Calcutta. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly id: Scalars['TimeZone']['output'];
  /** Minutes east of UTC now. */
  readonly offsetMinutes: Scalars['Int']['output'];
};

/** The time for changes by the client is over. */
export type TooLate = Problem & {
  readonly __typename: 'TooLate';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
  readonly until: Scalars['DateTime']['output'];
};

/** One visitor holds too many slots of this coach. */
export type TooManyHolds = Problem & {
  readonly __typename: 'TooManyHolds';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** What is left out stays as it is. */
export type UpdateAvailabilityTemplateInput = {
  readonly id: Scalars['ID']['input'];
  readonly isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Replaces all windows. */
  readonly windows?: InputMaybe<ReadonlyArray<AvailabilityWindowInput>>;
};

/** What is left out stays as it is. */
export type UpdateSessionTypeInput = {
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
  /** 0 to 240. */
  readonly bufferAfterMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 240. */
  readonly bufferBeforeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 43,200 (30 days). */
  readonly cancelNoticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 500. */
  readonly capacity?: InputMaybe<Scalars['Int']['input']>;
  /** #rrggbb. */
  readonly colour?: InputMaybe<Scalars['String']['input']>;
  /** At most 2,000 characters; an empty text removes it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly grid?: InputMaybe<SlotGrid>;
  /** 1 to 730. */
  readonly horizonDays?: InputMaybe<Scalars['Int']['input']>;
  readonly id: Scalars['ID']['input'];
  /** 1 to 100; null removes the limit. */
  readonly maxPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 500; null removes the limit. */
  readonly maxPerWeek?: InputMaybe<Scalars['Int']['input']>;
  readonly minutes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 43,200 (30 days). */
  readonly noticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly place?: InputMaybe<PlaceInput>;
  readonly stepMinutes?: InputMaybe<Scalars['Int']['input']>;
};
