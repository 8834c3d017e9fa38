export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, RFC 3339 in UTC, for example 2026-03-08T07:30:00.000Z. */
  DateTime: { input: string; output: string; }
  /** A calendar date without a zone: 2026-03-08. */
  LocalDate: { input: string; output: string; }
  /** A wall-clock date and time without a zone, in minutes: 2026-03-08T09:30. */
  LocalDateTime: { input: string; output: string; }
  /** A wall-clock time in minutes: 09:30. 24:00 is the end of the day. */
  LocalTime: { input: string; output: string; }
  /** An IANA time zone name: America/New_York. Link names are accepted. */
  TimeZone: { input: string; output: string; }
};

export type AgendaChange = {
  readonly __typename: 'AgendaChange';
  /** Changed or new. */
  readonly bookings: ReadonlyArray<Booking>;
  /** Gone from the range. */
  readonly removed: ReadonlyArray<Scalars['ID']['output']>;
  readonly revision: Scalars['Int']['output'];
};

export type AgendaEvent = AgendaChange | AgendaSnapshot | Refused;

/** First everything in the range, then only what changed. */
export type AgendaSnapshot = {
  readonly __typename: 'AgendaSnapshot';
  readonly bookings: ReadonlyArray<Booking>;
  readonly revision: Scalars['Int']['output'];
};

export type AlreadyCancelled = Problem & {
  readonly __typename: 'AlreadyCancelled';
  readonly code: ProblemCode;
  readonly message: Scalars['String']['output'];
};

export type Attendee = Node & {
  readonly __typename: 'Attendee';
  readonly client: Client;
  readonly id: Scalars['ID']['output'];
  readonly note?: Maybe<Scalars['String']['output']>;
  readonly timeZone: Scalars['TimeZone']['output'];
};

export type AvailabilityTemplate = Node & {
  readonly __typename: 'AvailabilityTemplate';
  readonly id: Scalars['ID']['output'];
  readonly isDefault: Scalars['Boolean']['output'];
  readonly name: Scalars['String']['output'];
  readonly timeZone: Scalars['TimeZone']['output'];
  readonly windows: ReadonlyArray<AvailabilityWindow>;
};

export type AvailabilityTemplateSaved = {
  readonly __typename: 'AvailabilityTemplateSaved';
  readonly availabilityTemplate: AvailabilityTemplate;
};

/** 0 = Sunday … 6 = Saturday, wall-clock times in the template's zone. */
export type AvailabilityWindow = {
  readonly __typename: 'AvailabilityWindow';
  readonly end: Scalars['LocalTime']['output'];
  readonly start: Scalars['LocalTime']['output'];
  readonly weekday: Scalars['Int']['output'];
};

export type AvailabilityWindowInput = {
  readonly end: Scalars['LocalTime']['input'];
  readonly start: Scalars['LocalTime']['input'];
  readonly weekday: Scalars['Int']['input'];
};

/** On a client's behalf: an existing client by id, or a new one. Working hours, notice and horizon do not bind the coach; other sessions do. */
export type BookForClientInput = {
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
  readonly holdToken?: InputMaybe<Scalars['String']['input']>;
  /** Same key and same input give the first result again. */
  readonly idempotencyKey: Scalars['String']['input'];
  readonly link: Scalars['String']['input'];
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  readonly startAt: Scalars['DateTime']['input'];
};

export type BookSessionResult = Booked | HoldExpired | IdempotencyConflict | InvalidInput | LinkUnavailable | SlotNotOffered | SlotTaken;

export type Booked = {
  readonly __typename: 'Booked';
  readonly booking: Booking;
  /** Secret of the seat: opens the manage page. Null when the coach books. */
  readonly token?: Maybe<Scalars['String']['output']>;
};

export type Booking = Node & {
  readonly __typename: 'Booking';
  readonly attendees?: Maybe<ReadonlyArray<Attendee>>;
  readonly cancelReason?: Maybe<Scalars['String']['output']>;
  readonly cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  readonly coach: Coach;
  readonly endAt: Scalars['DateTime']['output'];
  readonly holdExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly localEnd: Scalars['LocalDateTime']['output'];
  /** Wall-clock start in the given zone, or in the booking's own. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  readonly place: Place;
  readonly sessionType: SessionType;
  readonly startAt: Scalars['DateTime']['output'];
  readonly status: BookingStatus;
  /** The zone in which the time was agreed. */
  readonly timeZone: Scalars['TimeZone']['output'];
  readonly version: Scalars['Int']['output'];
};


export type BookingLocalEndArgs = {
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


export type BookingLocalStartArgs = {
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** A seat seen with its secret token: the client's own view of a booking. */
export type BookingAccess = {
  readonly __typename: 'BookingAccess';
  readonly booking: Booking;
  readonly canChange: Scalars['Boolean']['output'];
  /** Cancelling and rescheduling end here. */
  readonly changeUntil: Scalars['DateTime']['output'];
  readonly clientEmail: Scalars['String']['output'];
  readonly clientName: Scalars['String']['output'];
  readonly clientTimeZone: Scalars['TimeZone']['output'];
  readonly link?: Maybe<BookingLink>;
  readonly note?: Maybe<Scalars['String']['output']>;
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
  readonly revision: Scalars['Int']['output'];
  readonly totalCount: Scalars['Int']['output'];
};

export type BookingEdge = {
  readonly __typename: 'BookingEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Booking;
};

export type BookingLink = Node & {
  readonly __typename: 'BookingLink';
  readonly active: Scalars['Boolean']['output'];
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly maxUses?: Maybe<Scalars['Int']['output']>;
  readonly sessionType: SessionType;
  readonly slug: Scalars['String']['output'];
  readonly url: Scalars['String']['output'];
  readonly uses: Scalars['Int']['output'];
};

export type BookingMoved = {
  readonly __typename: 'BookingMoved';
  readonly booking: Booking;
};

export type BookingNotFound = Problem & {
  readonly __typename: 'BookingNotFound';
  readonly code: ProblemCode;
  readonly message: Scalars['String']['output'];
};

export type BookingPage = {
  readonly __typename: 'BookingPage';
  readonly coach: Coach;
  /** Dates on the coach's calendar that can be asked for. */
  readonly firstDate: Scalars['LocalDate']['output'];
  readonly lastDate: Scalars['LocalDate']['output'];
  readonly link: BookingLink;
  readonly sessionType: SessionType;
};

export type BookingPageResult = BookingPage | LinkUnavailable;

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
  readonly message?: InputMaybe<Scalars['String']['input']>;
};

export type CancelSessionResult = AlreadyCancelled | BookingCancelled | IdempotencyConflict | InvalidInput | Refused;

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
  readonly totalCount: Scalars['Int']['output'];
};

export type ClientEdge = {
  readonly __typename: 'ClientEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Client;
};

export type ClientInput = {
  readonly email: Scalars['String']['input'];
  readonly name: Scalars['String']['input'];
  readonly note?: InputMaybe<Scalars['String']['input']>;
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  readonly timeZone: Scalars['TimeZone']['input'];
};

export type Coach = Node & {
  readonly __typename: 'Coach';
  /** A hex colour, #rrggbb. */
  readonly accent: Scalars['String']['output'];
  readonly agenda?: Maybe<BookingConnection>;
  readonly availabilityTemplates?: Maybe<ReadonlyArray<AvailabilityTemplate>>;
  readonly bookingLinks?: Maybe<ReadonlyArray<BookingLink>>;
  readonly clients?: Maybe<ClientConnection>;
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly headline?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly revision?: Maybe<Scalars['Int']['output']>;
  readonly sessionTypes?: Maybe<ReadonlyArray<SessionType>>;
  readonly slug: Scalars['String']['output'];
  readonly timeOff?: Maybe<ReadonlyArray<TimeOff>>;
  readonly timeZone: Scalars['TimeZone']['output'];
};


export type CoachAgendaArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['LocalDate']['input'];
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  to: Scalars['LocalDate']['input'];
};


export type CoachClientsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};

export type CreateAvailabilityTemplateInput = {
  readonly name: Scalars['String']['input'];
  readonly timeZone: Scalars['TimeZone']['input'];
  readonly windows: ReadonlyArray<AvailabilityWindowInput>;
};

export type CreateSessionTypeInput = {
  readonly bufferAfterMinutes?: Scalars['Int']['input'];
  readonly bufferBeforeMinutes?: Scalars['Int']['input'];
  readonly cancelNoticeMinutes?: Scalars['Int']['input'];
  readonly capacity?: Scalars['Int']['input'];
  readonly colour?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly grid?: SlotGrid;
  readonly horizonDays?: Scalars['Int']['input'];
  readonly maxPerDay?: InputMaybe<Scalars['Int']['input']>;
  readonly maxPerWeek?: InputMaybe<Scalars['Int']['input']>;
  readonly minutes: ReadonlyArray<Scalars['Int']['input']>;
  readonly name: Scalars['String']['input'];
  readonly noticeMinutes?: Scalars['Int']['input'];
  readonly place: PlaceInput;
  readonly stepMinutes: Scalars['Int']['input'];
};

export type CreateTimeOffInput = {
  readonly fromDate: Scalars['LocalDate']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly toDate: Scalars['LocalDate']['input'];
};

export type DeleteTimeOffResult = Refused | TimeOffDeleted;

export type ExplainSlotResult = InvalidInput | Refused | SlotExplanation;

export type HoldExpired = Problem & {
  readonly __typename: 'HoldExpired';
  readonly alternatives: ReadonlyArray<Slot>;
  readonly code: ProblemCode;
  readonly message: Scalars['String']['output'];
};

export type HoldReleased = {
  readonly __typename: 'HoldReleased';
  readonly released: Scalars['Boolean']['output'];
};

export type HoldSlotInput = {
  readonly coach: Scalars['String']['input'];
  readonly link: Scalars['String']['input'];
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** Hold token to give up in the same step. */
  readonly replaces?: InputMaybe<Scalars['String']['input']>;
  readonly startAt: Scalars['DateTime']['input'];
  readonly timeZone: Scalars['TimeZone']['input'];
};

export type HoldSlotResult = InvalidInput | LinkUnavailable | SlotHeld | SlotNotOffered | SlotTaken | TooManyHolds;

export type IdempotencyConflict = Problem & {
  readonly __typename: 'IdempotencyConflict';
  readonly code: ProblemCode;
  readonly message: Scalars['String']['output'];
};

export type InvalidInput = Problem & {
  readonly __typename: 'InvalidInput';
  readonly code: ProblemCode;
  /** Path of the refused input: client.name. */
  readonly field: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type LinkUnavailable = Problem & {
  readonly __typename: 'LinkUnavailable';
  readonly code: ProblemCode;
  readonly message: Scalars['String']['output'];
};

/** Exactly one of: an instant, or a wall-clock time with its zone. */
export type MomentInput = {
  readonly at?: InputMaybe<Scalars['DateTime']['input']>;
  readonly local?: InputMaybe<Scalars['LocalDateTime']['input']>;
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

export type Mutation = {
  readonly __typename: 'Mutation';
  readonly bookForClient: BookForClientResult;
  readonly bookSession: BookSessionResult;
  readonly cancelBooking: CancelBookingResult;
  readonly cancelSession: CancelSessionResult;
  readonly createAvailabilityTemplate: SaveAvailabilityTemplateResult;
  readonly createSessionType: SaveSessionTypeResult;
  readonly createTimeOff: SaveTimeOffResult;
  readonly deleteTimeOff: DeleteTimeOffResult;
  readonly holdSlot: HoldSlotResult;
  readonly releaseHold: HoldReleased;
  readonly rescheduleBooking: RescheduleBookingResult;
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

export type Node = {
  readonly id: Scalars['ID']['output'];
};

export type PageInfo = {
  readonly __typename: 'PageInfo';
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

export type Place = {
  readonly __typename: 'Place';
  /** Address, phone number or meeting link. */
  readonly detail: Scalars['String']['output'];
  readonly kind: PlaceKind;
};

export type PlaceInput = {
  readonly detail: Scalars['String']['input'];
  readonly kind: PlaceKind;
};

export type PlaceKind =
  | 'ADDRESS'
  | 'PHONE'
  | 'VIDEO';

/** What went wrong, as data. */
export type Problem = {
  readonly code: ProblemCode;
  readonly message: Scalars['String']['output'];
};

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
  readonly booking: BookingAccessResult;
  readonly bookingPage: BookingPageResult;
  readonly explainSlot: ExplainSlotResult;
  readonly node?: Maybe<Node>;
  /** Slots from the first to the last local date of the viewer, both included; at most 366 days. With a booking token its own time counts as free. */
  readonly slots: SlotsResult;
  readonly timeZones: TimeZoneCatalog;
  /** The signed-in coach. */
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
  startAt: Scalars['DateTime']['input'];
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

export type Refused = Problem & {
  readonly __typename: 'Refused';
  readonly code: ProblemCode;
  readonly message: Scalars['String']['output'];
};

export type RescheduleBookingInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  readonly startAt: Scalars['DateTime']['input'];
  readonly timeZone: Scalars['TimeZone']['input'];
  readonly token: Scalars['String']['input'];
};

export type RescheduleBookingResult = AlreadyCancelled | BookingMoved | BookingNotFound | IdempotencyConflict | InvalidInput | SlotNotOffered | SlotTaken | TooLate;

export type RescheduleSessionInput = {
  readonly booking: Scalars['ID']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
  readonly message?: InputMaybe<Scalars['String']['input']>;
  readonly start: MomentInput;
};

export type RescheduleSessionResult = AlreadyCancelled | BookingMoved | IdempotencyConflict | InvalidInput | Refused | SlotTaken;

export type SaveAvailabilityTemplateResult = AvailabilityTemplateSaved | InvalidInput | Refused;

export type SaveSessionTypeResult = InvalidInput | Refused | SessionTypeSaved;

export type SaveTimeOffResult = InvalidInput | Refused | TimeOffSaved;

export type SessionType = Node & {
  readonly __typename: 'SessionType';
  readonly active: Scalars['Boolean']['output'];
  readonly bufferAfterMinutes: Scalars['Int']['output'];
  readonly bufferBeforeMinutes: Scalars['Int']['output'];
  /** The client may cancel or reschedule until this long before the start. */
  readonly cancelNoticeMinutes: Scalars['Int']['output'];
  readonly capacity: Scalars['Int']['output'];
  readonly colour: Scalars['String']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly grid: SlotGrid;
  /** Last bookable date is today + days, on the coach's calendar. */
  readonly horizonDays: Scalars['Int']['output'];
  readonly id: Scalars['ID']['output'];
  readonly maxPerDay?: Maybe<Scalars['Int']['output']>;
  readonly maxPerWeek?: Maybe<Scalars['Int']['output']>;
  /** Offered lengths, minutes, ascending. */
  readonly minutes: ReadonlyArray<Scalars['Int']['output']>;
  readonly name: Scalars['String']['output'];
  readonly noticeMinutes: Scalars['Int']['output'];
  readonly place: Place;
  readonly stepMinutes: Scalars['Int']['output'];
};

export type SessionTypeSaved = {
  readonly __typename: 'SessionTypeSaved';
  readonly sessionType: SessionType;
};

export type Slot = {
  readonly __typename: 'Slot';
  readonly endAt: Scalars['DateTime']['output'];
  /** Wall-clock start in the viewer's zone. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  /** Minutes east of UTC in the viewer's zone at the start; tells a repeated hour apart. */
  readonly offsetMinutes: Scalars['Int']['output'];
  readonly seatsLeft: Scalars['Int']['output'];
  readonly startAt: Scalars['DateTime']['output'];
};

/** Days that differ from what was sent before; a day without slots replaces it by nothing. */
export type SlotChange = {
  readonly __typename: 'SlotChange';
  readonly days: ReadonlyArray<SlotDay>;
  readonly revision: Scalars['Int']['output'];
};

/** The slots that start on one local date of the viewer. */
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

export type SlotGrid =
  | 'RESTART'
  | 'WINDOW';

export type SlotHeld = {
  readonly __typename: 'SlotHeld';
  readonly expiresAt: Scalars['DateTime']['output'];
  readonly holdToken: Scalars['String']['output'];
  readonly slot: Slot;
};

/** Every day of the range that has slots, with the coach's revision it was computed at. */
export type SlotList = {
  readonly __typename: 'SlotList';
  readonly days: ReadonlyArray<SlotDay>;
  readonly from: Scalars['LocalDate']['output'];
  readonly minutes: Scalars['Int']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly timeZone: Scalars['TimeZone']['output'];
  readonly to: Scalars['LocalDate']['output'];
};

export type SlotNotOffered = Problem & {
  readonly __typename: 'SlotNotOffered';
  readonly alternatives: ReadonlyArray<Slot>;
  readonly code: ProblemCode;
  readonly message: Scalars['String']['output'];
  /** Coarse for visitors. */
  readonly reason: SlotReasonCode;
};

export type SlotReason = {
  readonly __typename: 'SlotReason';
  readonly booking?: Maybe<Booking>;
  readonly code: SlotReasonCode;
  readonly count?: Maybe<Scalars['Int']['output']>;
  readonly endAt?: Maybe<Scalars['DateTime']['output']>;
  readonly limit?: Maybe<Scalars['Int']['output']>;
  readonly message: Scalars['String']['output'];
  readonly startAt?: Maybe<Scalars['DateTime']['output']>;
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

export type SlotReasonCode =
  | 'BOOKING'
  | 'BUFFER'
  | 'BUSY'
  | 'CLOSED'
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

export type SlotTaken = Problem & {
  readonly __typename: 'SlotTaken';
  readonly alternatives: ReadonlyArray<Slot>;
  readonly code: ProblemCode;
  readonly message: Scalars['String']['output'];
};

export type SlotsEvent = InvalidInput | LinkUnavailable | SlotChange | SlotList;

export type SlotsResult = InvalidInput | LinkUnavailable | SlotList;

export type Subscription = {
  readonly __typename: 'Subscription';
  readonly agendaChanged: AgendaEvent;
  readonly bookingChanged: BookingAccessResult;
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
  coach: Scalars['String']['input'];
  from: Scalars['LocalDate']['input'];
  link: Scalars['String']['input'];
  minutes?: InputMaybe<Scalars['Int']['input']>;
  timeZone: Scalars['TimeZone']['input'];
  to: Scalars['LocalDate']['input'];
};

export type TimeOff = Node & {
  readonly __typename: 'TimeOff';
  readonly fromDate: Scalars['LocalDate']['output'];
  readonly id: Scalars['ID']['output'];
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
  /** Release of the time zone database that every answer uses: 2026f. */
  readonly release: Scalars['String']['output'];
  readonly zones: ReadonlyArray<TimeZoneInfo>;
};

export type TimeZoneInfo = {
  readonly __typename: 'TimeZoneInfo';
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly id: Scalars['TimeZone']['output'];
  /** Minutes east of UTC now. */
  readonly offsetMinutes: Scalars['Int']['output'];
};

export type TooLate = Problem & {
  readonly __typename: 'TooLate';
  readonly code: ProblemCode;
  readonly message: Scalars['String']['output'];
  readonly until: Scalars['DateTime']['output'];
};

export type TooManyHolds = Problem & {
  readonly __typename: 'TooManyHolds';
  readonly code: ProblemCode;
  readonly message: Scalars['String']['output'];
};

export type UpdateAvailabilityTemplateInput = {
  readonly id: Scalars['ID']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Replaces all windows. */
  readonly windows?: InputMaybe<ReadonlyArray<AvailabilityWindowInput>>;
};

export type UpdateSessionTypeInput = {
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
  readonly bufferAfterMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly bufferBeforeMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly cancelNoticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly capacity?: InputMaybe<Scalars['Int']['input']>;
  readonly colour?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly grid?: InputMaybe<SlotGrid>;
  readonly horizonDays?: InputMaybe<Scalars['Int']['input']>;
  readonly id: Scalars['ID']['input'];
  readonly maxPerDay?: InputMaybe<Scalars['Int']['input']>;
  readonly maxPerWeek?: InputMaybe<Scalars['Int']['input']>;
  readonly minutes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly noticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly place?: InputMaybe<PlaceInput>;
  readonly stepMinutes?: InputMaybe<Scalars['Int']['input']>;
};
