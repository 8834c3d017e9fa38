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
  /** A language with its region as BCP 47 writes it: en-GB. */
  Locale: { input: string; output: string; }
  /** A name of the IANA time zone database: America/New_York. Link names such as Asia/Calcutta are accepted. */
  TimeZone: { input: string; output: string; }
};

export type AcceptOfferInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  /** The offer that is answered: what was shown, whatever has happened since. */
  readonly offer: Scalars['ID']['input'];
  /** From the link in the message; needed where the session type asks for proof of the address. */
  readonly proof?: InputMaybe<Scalars['String']['input']>;
  /** Secret of the entry. */
  readonly token: Scalars['String']['input'];
};

export type AcceptOfferResult = AddressUnproven | Booked | IdempotencyConflict | InvalidInput | OfferGone | WaitingNotFound;

export type AddSeriesMemberInput = {
  readonly client: Scalars['ID']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
  /** With each seat; at most 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  readonly series: Scalars['ID']['input'];
};

export type AddressSaved = {
  readonly __typename: 'AddressSaved';
  readonly coach: Coach;
};

/** Only who got the message may accept this offer. */
export type AddressUnproven = Problem & {
  readonly __typename: 'AddressUnproven';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** What becomes of a session that a change of hours affects. */
export type AffectedAction =
  /** It is cancelled for everybody in it. */
  | 'CANCEL'
  /** It stays as it is, outside of the hours. */
  | 'KEEP'
  /** It stands until the client, who is asked to, has chosen another time. */
  | 'OFFER_NEW_TIMES';

/** A session to come that the change would leave outside of the hours, or collides with. */
export type AffectedBooking = {
  readonly __typename: 'AffectedBooking';
  readonly booking: Booking;
  /** What would stand against it. */
  readonly reasons: ReadonlyArray<SlotReason>;
};

/** A decision about a session that the change affects. Sessions that are not named stay. */
export type AffectedBookingInput = {
  readonly action: AffectedAction;
  readonly booking: Scalars['ID']['input'];
  /** For the client; at most 2,000 characters. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
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

/** Somebody who has an offer must answer it before the next. */
export type AlreadyOffered = Problem & {
  readonly __typename: 'AlreadyOffered';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** A client has one seat in a session. */
export type AlreadySeated = Problem & {
  readonly __typename: 'AlreadySeated';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** The address waits for the same already, or has it; which one, its owner alone is told, by mail. */
export type AlreadyWaiting = Problem & {
  readonly __typename: 'AlreadyWaiting';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** What was answered to a question, as it was asked then. */
export type Answer = {
  readonly __typename: 'Answer';
  readonly label: Scalars['String']['output'];
  /** Key of the question. */
  readonly question: Scalars['String']['output'];
  /** One text or choice, several choices, or yes for a ticked box. */
  readonly values: ReadonlyArray<Scalars['String']['output']>;
};

/** What is answered to one question of the session type. */
export type AnswerInput = {
  /** Key of the question. */
  readonly question: Scalars['String']['input'];
  /** One text, number or option; several options of a multiple choice; yes for a ticked box, nothing else. */
  readonly values: ReadonlyArray<Scalars['String']['input']>;
};

export type AnswerOfferInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  /** The offer that is answered: what was shown, whatever has happened since. */
  readonly offer: Scalars['ID']['input'];
  /** Secret of the entry. */
  readonly token: Scalars['String']['input'];
};

export type ApproveBookingResult = BookingApproved | IdempotencyConflict | InvalidInput | NotWaiting | Refused;

/** What became of a session. */
export type Attendance =
  | 'COMPLETED'
  | 'NO_SHOW';

export type AttendanceRecorded = {
  readonly __typename: 'AttendanceRecorded';
  readonly booking: Booking;
  readonly undo: Undo;
};

/** A client's seat in a booking, with what was typed when it was taken. */
export type Attendee = Node & {
  readonly __typename: 'Attendee';
  readonly answers: ReadonlyArray<Answer>;
  /** Until when this seat waits for the coach; null once it is approved, declined or lapsed. */
  readonly approveBy?: Maybe<Scalars['DateTime']['output']>;
  readonly booking: Booking;
  readonly cancelCause?: Maybe<CancelCause>;
  /** Why the client gave it up. */
  readonly cancelReason?: Maybe<Scalars['String']['output']>;
  readonly cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** The coach's record of this person. For the coach alone. */
  readonly client?: Maybe<Client>;
  /** When the seat was taken. */
  readonly createdAt: Scalars['DateTime']['output'];
  readonly email: Scalars['String']['output'];
  readonly guests: ReadonlyArray<Guest>;
  readonly id: Scalars['ID']['output'];
  /** End of the session in the attendee's zone. */
  readonly localEnd: Scalars['LocalDateTime']['output'];
  /** Start of the session in the attendee's zone. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  readonly name: Scalars['String']['output'];
  /** Whether this client did not come. */
  readonly noShow: Scalars['Boolean']['output'];
  readonly note?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly preferences: Preferences;
  readonly timeZone: Scalars['TimeZone']['output'];
};

export type AttendeeConnection = {
  readonly __typename: 'AttendeeConnection';
  readonly edges: ReadonlyArray<AttendeeEdge>;
  readonly pageInfo: PageInfo;
  /** Length of the whole list, whatever the page. */
  readonly totalCount: Scalars['Int']['output'];
};

export type AttendeeEdge = {
  readonly __typename: 'AttendeeEdge';
  /** Stands for this place in the list; give it as `after`. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Attendee;
};

/** Exactly one change, as the mutation of the same name takes it. */
export type AvailabilityChangeInput = {
  readonly chooseHolidays?: InputMaybe<ChooseHolidaysInput>;
  readonly createAvailabilityTemplate?: InputMaybe<CreateAvailabilityTemplateInput>;
  readonly createTimeOff?: InputMaybe<CreateTimeOffInput>;
  readonly createTravel?: InputMaybe<CreateTravelInput>;
  readonly deleteAvailabilityTemplate?: InputMaybe<Scalars['ID']['input']>;
  readonly deleteTimeOff?: InputMaybe<Scalars['ID']['input']>;
  readonly deleteTravel?: InputMaybe<Scalars['ID']['input']>;
  readonly observeHolidays?: InputMaybe<ObserveHolidaysInput>;
  readonly removeDateOverrides?: InputMaybe<ReadonlyArray<Scalars['LocalDate']['input']>>;
  readonly setDateOverrides?: InputMaybe<SetDateOverridesInput>;
  readonly updateAvailabilityTemplate?: InputMaybe<UpdateAvailabilityTemplateInput>;
  readonly updateTimeOff?: InputMaybe<UpdateTimeOffInput>;
  readonly updateTravel?: InputMaybe<UpdateTravelInput>;
};

/** One date with what makes its hours, bookings aside. */
export type AvailabilityDay = {
  readonly __typename: 'AvailabilityDay';
  readonly date: Scalars['LocalDate']['output'];
  readonly dateOverride?: Maybe<DateOverride>;
  /** Those she works on, too. */
  readonly holidays: ReadonlyArray<Holiday>;
  /** Time off that touches the date; of a yearly one also the years to come. */
  readonly timeOff: ReadonlyArray<TimeOff>;
  /** Whose midnights make the date, and the zone of its local times. */
  readonly timeZone: Scalars['TimeZone']['output'];
  readonly travel?: Maybe<Travel>;
  /** In order of time; none where it is closed. */
  readonly windows: ReadonlyArray<OpenWindow>;
};

/** Dates with their hours, each time whole. */
export type AvailabilityDays = {
  readonly __typename: 'AvailabilityDays';
  readonly days: ReadonlyArray<AvailabilityDay>;
  /** The coach's revision at which this was true. */
  readonly revision: Scalars['Int']['output'];
};

export type AvailabilityDaysResult = AvailabilityDays | InvalidInput | Refused;

/** What a change of hours would do; nothing was saved. */
export type AvailabilityPreview = {
  readonly __typename: 'AvailabilityPreview';
  /** In order of start. */
  readonly affected: ReadonlyArray<AffectedBooking>;
  /** The coach's revision at which this was true. */
  readonly revision: Scalars['Int']['output'];
  readonly warnings: ReadonlyArray<AvailabilityWarning>;
};

/** Named weekly hours in a zone. */
export type AvailabilityTemplate = Node & {
  readonly __typename: 'AvailabilityTemplate';
  /** A date in week 1 of the cycle. */
  readonly anchorDate?: Maybe<Scalars['LocalDate']['output']>;
  /** 1 to 4: after how many weeks the hours repeat; weeks run from Sunday to Saturday. */
  readonly cycleWeeks: Scalars['Int']['output'];
  /** The first date of a season. */
  readonly effectiveFrom?: Maybe<Scalars['LocalDate']['output']>;
  /** The last date of a season, included. */
  readonly effectiveUntil?: Maybe<Scalars['LocalDate']['output']>;
  readonly id: Scalars['ID']['output'];
  /** The hours that hold for every session type without hours of its own. */
  readonly isDefault: Scalars['Boolean']['output'];
  readonly name: Scalars['String']['output'];
  /** The one session type that these hours are for. */
  readonly sessionType?: Maybe<SessionType>;
  readonly timeZone: Scalars['TimeZone']['output'];
  readonly windows: ReadonlyArray<AvailabilityWindow>;
};

export type AvailabilityTemplateDeleted = {
  readonly __typename: 'AvailabilityTemplateDeleted';
  readonly id: Scalars['ID']['output'];
};

export type AvailabilityTemplateSaved = {
  readonly __typename: 'AvailabilityTemplateSaved';
  readonly availabilityTemplate: AvailabilityTemplate;
};

/** Something that can be saved, but may not be meant so. */
export type AvailabilityWarning = {
  readonly __typename: 'AvailabilityWarning';
  readonly code: WarningCode;
  /** The first date that it is about. */
  readonly date?: Maybe<Scalars['LocalDate']['output']>;
  readonly message: Scalars['String']['output'];
};

/** Open time on one weekday, wall-clock times in the template's zone. */
export type AvailabilityWindow = {
  readonly __typename: 'AvailabilityWindow';
  /** 24:00 is the end of the day; an end before the start lies on the next day. */
  readonly end: Scalars['LocalTime']['output'];
  readonly start: Scalars['LocalTime']['output'];
  /** Week of the cycle, from 1; null for every week. */
  readonly week?: Maybe<Scalars['Int']['output']>;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekday: Scalars['Int']['output'];
};

export type AvailabilityWindowInput = {
  /** 24:00 is the end of the day; an end before the start lies on the next day. */
  readonly end: Scalars['LocalTime']['input'];
  readonly start: Scalars['LocalTime']['input'];
  /** Week of the cycle, from 1; without it the hours hold in every week. */
  readonly week?: InputMaybe<Scalars['Int']['input']>;
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

export type BookForClientResult = AlreadySeated | Booked | IdempotencyConflict | InvalidInput | Refused | SlotTaken;

export type BookLinkSeriesInput = {
  /** To the questions of the session type, once for all. */
  readonly answers?: InputMaybe<ReadonlyArray<AnswerInput>>;
  readonly client: ClientInput;
  readonly coach: Scalars['String']['input'];
  /** It has an end. The policies refuse, skip and the nearest ones are possible, and the choices SKIP and AT. */
  readonly dates: SeriesDatesInput;
  readonly idempotencyKey: Scalars['String']['input'];
  readonly link: Scalars['String']['input'];
  /** The fingerprint of the preview that was agreed to. */
  readonly shown: Scalars['String']['input'];
};

export type BookLinkSeriesResult = IdempotencyConflict | InvalidInput | LinkSeriesBooked | LinkSeriesClash | LinkUnavailable | TooManyAttempts;

/** For a client: all sessions or none. Notice and horizon do not bind the coach. */
export type BookProgramInput = {
  /** A client of hers; or give newClient. */
  readonly client?: InputMaybe<Scalars['ID']['input']>;
  /** Zone of the client's local times in the answer. */
  readonly clientTimeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  readonly idempotencyKey: Scalars['String']['input'];
  /** Sessions put by hand; the others go around them. */
  readonly moves?: InputMaybe<ReadonlyArray<ProgramMoveInput>>;
  readonly newClient?: InputMaybe<ClientInput>;
  /** With each seat; at most 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  readonly program: Scalars['ID']['input'];
  /** The fingerprint of the plan that was agreed to; anything else than that is refused. */
  readonly shown?: InputMaybe<Scalars['String']['input']>;
  /** From which the first gap counts. */
  readonly startDate: Scalars['LocalDate']['input'];
  /** Of dates, weekdays and wished times: the coach's, which it is without, or the client's. */
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

export type BookProgramResult = IdempotencyConflict | InvalidInput | NoPlan | PlanChanged | ProgramBooked | Refused;

/** On behalf of clients: all of it or nothing. Notice and horizon do not bind the coach. */
export type BookSeriesInput = {
  /** Seats of the course; the type's without. */
  readonly capacity?: InputMaybe<Scalars['Int']['input']>;
  /** Clients of hers; several for a group, which takes the whole course. */
  readonly clients?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly dates: SeriesDatesInput;
  readonly idempotencyKey: Scalars['String']['input'];
  /** Somebody new, besides or instead. */
  readonly newClient?: InputMaybe<ClientInput>;
  /** With each seat; at most 2,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  readonly sessionType: Scalars['ID']['input'];
  /** The fingerprint of the preview that was agreed to; anything else than that is refused. */
  readonly shown?: InputMaybe<Scalars['String']['input']>;
};

export type BookSeriesResult = IdempotencyConflict | InvalidInput | Refused | SeriesBooked | SeriesClash;

export type BookSessionInput = {
  /** To the questions of the session type. */
  readonly answers?: InputMaybe<ReadonlyArray<AnswerInput>>;
  readonly client: ClientInput;
  readonly coach: Scalars['String']['input'];
  /** Who comes along; at most as many as the session type allows. */
  readonly guests?: InputMaybe<ReadonlyArray<GuestInput>>;
  /** The hold on this slot; without one the slot must still be offered. */
  readonly holdToken?: InputMaybe<Scalars['String']['input']>;
  /** Same key and same input give the first result again. 8 to 128 characters. */
  readonly idempotencyKey: Scalars['String']['input'];
  readonly link: Scalars['String']['input'];
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** Where the page would like to send the client afterwards; ignored on hosts that the coach did not allow. */
  readonly redirectTo?: InputMaybe<Scalars['String']['input']>;
  readonly startAt: Scalars['DateTime']['input'];
};

export type BookSessionResult = AlreadySeated | Booked | EmailProofNeeded | HoldExpired | IdempotencyConflict | InvalidInput | LinkUnavailable | SlotNotOffered | SlotTaken | TooManyAttempts | TooManyHolds;

export type Booked = {
  readonly __typename: 'Booked';
  readonly booking: Booking;
  /** Where to send the client now; its host is one that the coach allowed. */
  readonly redirectUrl?: Maybe<Scalars['String']['output']>;
  /** Secret of the seat: opens the manage page. Null when the coach booked. */
  readonly token?: Maybe<Scalars['String']['output']>;
};

/** A session in the calendar, whatever the number of clients. */
export type Booking = Node & {
  readonly __typename: 'Booking';
  /** Until when a pending session waits for the coach; unanswered, it lapses. */
  readonly approveBy?: Maybe<Scalars['DateTime']['output']>;
  /** Who comes. For the coach alone. */
  readonly attendees?: Maybe<ReadonlyArray<Attendee>>;
  readonly cancelCause?: Maybe<CancelCause>;
  readonly cancelReason?: Maybe<Scalars['String']['output']>;
  readonly cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Seats in all: 1, or those of the group. For the coach alone. */
  readonly capacity?: Maybe<Scalars['Int']['output']>;
  readonly coach: Coach;
  /** What the coach last said about this session. */
  readonly coachMessage?: Maybe<Scalars['String']['output']>;
  /** For the coach alone. */
  readonly coachTime?: Maybe<CoachTime>;
  readonly endAt: Scalars['DateTime']['output'];
  /** Until when a held slot is kept. For the coach alone. */
  readonly holdExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly localEnd: Scalars['LocalDateTime']['output'];
  /** Wall-clock start in a zone; without one, in the zone of the agreement. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  /** What the coach says about it. */
  readonly moveMessage?: Maybe<Scalars['String']['output']>;
  /** Since when the coach asks for another time; the session stands until the client moves it. */
  readonly moveRequestedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The open offers that hold this time or seats of it. For the coach alone. */
  readonly offers?: Maybe<ReadonlyArray<Offer>>;
  /** Minutes east of UTC at the start, in a zone; without one, in that of the agreement. */
  readonly offsetMinutes: Scalars['Int']['output'];
  /** Where it happens. Clients get meeting links and numbers once the session is confirmed. */
  readonly place: Place;
  /** The program that it is a session of. For the coach alone. */
  readonly programBooking?: Maybe<ProgramBooking>;
  /** Which session of its program, from 0. */
  readonly programSession?: Maybe<Scalars['Int']['output']>;
  /** Which session of its series: the wall time that the rule names. It never changes. */
  readonly recurrenceId?: Maybe<Scalars['LocalDateTime']['output']>;
  /** The series that it is a session of. For the coach alone. */
  readonly series?: Maybe<Series>;
  readonly sessionType: SessionType;
  readonly startAt: Scalars['DateTime']['output'];
  readonly status: BookingStatus;
  /** The zone in which the time was agreed. */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** The way back of the coach's last change, while there is one. For the coach alone. */
  readonly undo?: Maybe<Undo>;
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


/** A session in the calendar, whatever the number of clients. */
export type BookingOffsetMinutesArgs = {
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** A seat, seen with its secret token: the client's own view of a booking. */
export type BookingAccess = {
  readonly __typename: 'BookingAccess';
  /** Who the seat belongs to, as typed. */
  readonly attendee: Attendee;
  /** Where another session can be booked now. */
  readonly bookAgainLink?: Maybe<BookingLink>;
  readonly booking: Booking;
  readonly calendarLinks: CalendarLinks;
  /** Whether it can be cancelled or moved now. */
  readonly canChange: Scalars['Boolean']['output'];
  /** Cancelling and moving end here. */
  readonly changeUntil: Scalars['DateTime']['output'];
  /** Through which the session can be moved: with the seat's token it is open, whatever became of it. */
  readonly link?: Maybe<BookingLink>;
  /** The free times nearest to the session, in order of time, while the coach asks for another one. */
  readonly suggestedSlots: ReadonlyArray<Slot>;
};

export type BookingAccessResult = BookingAccess | BookingNotFound;

export type BookingApproved = {
  readonly __typename: 'BookingApproved';
  readonly booking: Booking;
  readonly undo: Undo;
};

export type BookingCancelled = {
  readonly __typename: 'BookingCancelled';
  readonly booking: Booking;
  /** For the coach's own changes. */
  readonly undo?: Maybe<Undo>;
};

export type BookingConnection = {
  readonly __typename: 'BookingConnection';
  readonly edges: ReadonlyArray<BookingEdge>;
  readonly pageInfo: PageInfo;
  /** Length of the whole list, whatever the page. */
  readonly totalCount: Scalars['Int']['output'];
};

export type BookingDeclined = {
  readonly __typename: 'BookingDeclined';
  readonly booking: Booking;
  readonly undo: Undo;
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
  /** Whom it was made for. For the coach alone. */
  readonly client?: Maybe<Client>;
  /** For the coach alone. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** For the coach alone. */
  readonly fromDate?: Maybe<Scalars['LocalDate']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly kind: LinkKind;
  /** How often it may be booked through. For the coach alone. */
  readonly maxUses?: Maybe<Scalars['Int']['output']>;
  /** The lengths that can be booked through it, ascending. */
  readonly minutes: ReadonlyArray<Scalars['Int']['output']>;
  /** For the coach alone. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Path of the booking page: /:coach/:link. */
  readonly path: Scalars['String']['output'];
  /** For the coach alone. */
  readonly redirectUrl?: Maybe<Scalars['String']['output']>;
  readonly sessionType: SessionType;
  readonly slug: Scalars['String']['output'];
  /** For the coach alone. */
  readonly state?: Maybe<LinkState>;
  /** For the coach alone. */
  readonly toDate?: Maybe<Scalars['LocalDate']['output']>;
  /** Who booked through it, the latest first. For the coach alone. */
  readonly usedBy?: Maybe<AttendeeConnection>;
  /** How often it was booked through. For the coach alone. */
  readonly uses?: Maybe<Scalars['Int']['output']>;
};


/** How strangers reach a session type: /:coach/:link. */
export type BookingLinkUsedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** Its address is free again; who booked through it stays known. */
export type BookingLinkDeleted = {
  readonly __typename: 'BookingLinkDeleted';
  readonly id: Scalars['ID']['output'];
};

export type BookingLinkSaved = {
  readonly __typename: 'BookingLinkSaved';
  readonly link: BookingLink;
};

export type BookingMoved = {
  readonly __typename: 'BookingMoved';
  readonly booking: Booking;
  /** For the coach's own changes. */
  readonly undo?: Maybe<Undo>;
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
  /** Today, or the first date that can be booked, on the coach's calendar. */
  readonly firstDate: Scalars['LocalDate']['output'];
  /** The last date that can be booked, on the coach's calendar. */
  readonly lastDate: Scalars['LocalDate']['output'];
  readonly link: BookingLink;
  readonly prefill?: Maybe<Prefill>;
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

/** Some sessions have no place, or it is not what was shown. Nothing was saved. */
export type BulkChangeClash = Problem & {
  readonly __typename: 'BulkChangeClash';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
  readonly preview: BulkChangePreview;
};

/** Exactly one of move, type and cancel, for all sessions that are selected. */
export type BulkChangeInput = {
  readonly cancel?: InputMaybe<Scalars['Boolean']['input']>;
  readonly choices?: InputMaybe<ReadonlyArray<BulkChoiceInput>>;
  readonly move?: InputMaybe<BulkMoveInput>;
  /** REFUSE, STAY, NEAREST_OF_DAY or NEAREST_OF_WEEK. */
  readonly policy?: ClashPolicy;
  readonly selection: SessionSelectionInput;
  readonly type?: InputMaybe<BulkTypeInput>;
};

/** What a bulk change would do; nothing was saved. */
export type BulkChangePreview = {
  readonly __typename: 'BulkChangePreview';
  /** Give it as `shown`, so that nothing else is done than what was seen. */
  readonly fingerprint: Scalars['String']['output'];
  /** How many have no place yet; nothing can be done while there are any. */
  readonly open: Scalars['Int']['output'];
  /** The coach's revision at which this was true. */
  readonly revision: Scalars['Int']['output'];
  /** Every selected session, in order of its present start. */
  readonly sessions: ReadonlyArray<BulkChangeSession>;
  /** Who will be told, in order of name. */
  readonly told: ReadonlyArray<Client>;
};

/** One session of a bulk change before it is made. */
export type BulkChangeSession = {
  readonly __typename: 'BulkChangeSession';
  /** As it is now. */
  readonly booking: Booking;
  /** When it will be, in the coach's zone. */
  readonly coachLocalStart?: Maybe<Scalars['LocalDateTime']['output']>;
  readonly endAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the choice KEEP would do. */
  readonly mayKeep: Scalars['Boolean']['output'];
  /** The nearest free times in the coach's zone, for one that clashes. */
  readonly nearest: ReadonlyArray<Slot>;
  /** Null for one that is cancelled. */
  readonly outcome?: Maybe<SeriesOutcomeKind>;
  /** What stands against the time where it should be. */
  readonly reasons: ReadonlyArray<SlotReason>;
  /** When it will be; null where it is cancelled or open. */
  readonly startAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it should be; null for one that is cancelled. */
  readonly wantedStartAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Everything is exactly as it was before. */
export type BulkChangeUndone = {
  readonly __typename: 'BulkChangeUndone';
  readonly undone: Scalars['Boolean']['output'];
};

/** What was decided for one session, whatever the policy: KEEP, STAY or AT. */
export type BulkChoiceInput = {
  readonly booking: Scalars['ID']['input'];
  readonly kind: SeriesChoiceKind;
  /** For AT. */
  readonly start?: InputMaybe<MomentInput>;
};

/** By whose clocks dates and times of day are meant. */
export type BulkClock =
  /** By each client's own. */
  | 'CLIENT'
  | 'COACH';

/** How many clients of a run are in which state. */
export type BulkCounts = {
  readonly __typename: 'BulkCounts';
  readonly booked: Scalars['Int']['output'];
  readonly clients: Scalars['Int']['output'];
  readonly failed: Scalars['Int']['output'];
  readonly invalid: Scalars['Int']['output'];
  readonly left: Scalars['Int']['output'];
  readonly ready: Scalars['Int']['output'];
  readonly sessionsBooked: Scalars['Int']['output'];
  /** Sessions of those who are ready. */
  readonly sessionsReady: Scalars['Int']['output'];
  readonly undone: Scalars['Int']['output'];
  readonly unplaced: Scalars['Int']['output'];
};

/** One client of a bulk run. */
export type BulkItem = Node & {
  readonly __typename: 'BulkItem';
  /** The coach's record of this client, where there is one. */
  readonly client?: Maybe<Client>;
  readonly email: Scalars['String']['output'];
  /** What has to be mended: name, email, phone, timeZone, note, start. */
  readonly field?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** The line of the file that it stands on. */
  readonly line?: Maybe<Scalars['Int']['output']>;
  readonly name: Scalars['String']['output'];
  readonly note?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** What is wrong, and what is right. */
  readonly problem?: Maybe<Scalars['String']['output']>;
  /** What was booked, for a program. */
  readonly programBooking?: Maybe<ProgramBooking>;
  /** What stands on that line. */
  readonly raw?: Maybe<Scalars['String']['output']>;
  /** Booked otherwise than planned, because a time was taken meanwhile. */
  readonly replanned: Scalars['Boolean']['output'];
  /** What was booked, for a series. */
  readonly series?: Maybe<Series>;
  /** What is planned, or booked, in order of time. */
  readonly sessions: ReadonlyArray<BulkSession>;
  /** Where this client begins, if elsewhere than the others. */
  readonly start?: Maybe<Scalars['String']['output']>;
  readonly status: BulkItemStatus;
  /** A time zone; where the line has to be mended, what stands there. */
  readonly timeZone: Scalars['String']['output'];
};

/** What becomes of one client of a bulk run. */
export type BulkItemStatus =
  | 'BOOKED'
  /** It could not be booked; nothing of it was. */
  | 'FAILED'
  /** The line of the file has to be mended. */
  | 'INVALID'
  /** Left out by the coach. */
  | 'LEFT'
  /** Planned, to be booked. */
  | 'READY'
  /** It was booked, and taken back. */
  | 'UNDONE'
  /** There is no room for all of the sessions. */
  | 'UNPLACED';

/** By so much on the wall clock of each session, or all of them to one date at their times of day. */
export type BulkMoveInput = {
  /** -366 to 366. */
  readonly days?: InputMaybe<Scalars['Int']['input']>;
  /** -1,440 to 1,440. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** Instead of days. */
  readonly toDate?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** A program for everybody. */
export type BulkProgramInput = {
  readonly clock?: BulkClock;
  readonly program: Scalars['ID']['input'];
  /** For those on the list who have no start of their own. */
  readonly startDate: Scalars['LocalDate']['input'];
};

/** A program or a series for many clients at once. */
export type BulkRun = Node & {
  readonly __typename: 'BulkRun';
  /** Whether nobody is booked unless everybody can be. */
  readonly allOrNothing: Scalars['Boolean']['output'];
  readonly counts: BulkCounts;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Columns of the file that are of no use here. */
  readonly ignoredColumns: ReadonlyArray<Scalars['String']['output']>;
  /** All of its clients in the order of the list; at most 100. */
  readonly items: ReadonlyArray<BulkItem>;
  /** Of the program, or of the session type of the series. */
  readonly name: Scalars['String']['output'];
  /** Why nothing was booked, if it was tried. */
  readonly problem?: Maybe<Scalars['String']['output']>;
  /** Null for a series, and once it was deleted. */
  readonly program?: Maybe<Program>;
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly status: BulkStatus;
  /** Until when all of it can be taken back at once. */
  readonly undoUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Raised by every change of the run. */
  readonly version: Scalars['Int']['output'];
};

/** The run is not in the state for this, or changed since it was looked at. */
export type BulkRunChanged = Problem & {
  readonly __typename: 'BulkRunChanged';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
  /** As it is now. */
  readonly run: BulkRun;
};

export type BulkRunConnection = {
  readonly __typename: 'BulkRunConnection';
  readonly edges: ReadonlyArray<BulkRunEdge>;
  readonly pageInfo: PageInfo;
  /** Length of the whole list, whatever the page. */
  readonly totalCount: Scalars['Int']['output'];
};

export type BulkRunDeleted = {
  readonly __typename: 'BulkRunDeleted';
  readonly id: Scalars['ID']['output'];
};

export type BulkRunEdge = {
  readonly __typename: 'BulkRunEdge';
  /** Stands for this place in the list; give it as `after`. */
  readonly cursor: Scalars['String']['output'];
  readonly node: BulkRun;
};

/** First the whole run, then what changed. */
export type BulkRunEvent = BulkRunProgress | Refused;

/** A run as it is now. */
export type BulkRunProgress = {
  readonly __typename: 'BulkRunProgress';
  /** At first all of them; then those that changed. */
  readonly items: ReadonlyArray<BulkItem>;
  readonly run: BulkRun;
};

export type BulkRunSaved = {
  readonly __typename: 'BulkRunSaved';
  readonly run: BulkRun;
};

/** A series for everybody, each one her own. */
export type BulkSeriesInput = {
  readonly clock?: BulkClock;
  /** Length of each session; the type's first without. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  readonly policy?: ClashPolicy;
  /** An RRULE such as FREQ=WEEKLY;COUNT=12. Without COUNT and UNTIL it has no end. */
  readonly recurrence: Scalars['String']['input'];
  readonly sessionType: Scalars['ID']['input'];
  /** The first session of those on the list who have no start of their own. */
  readonly start: Scalars['LocalDateTime']['input'];
};

/** One session that is planned or booked. */
export type BulkSession = {
  readonly __typename: 'BulkSession';
  /** In the client's zone. */
  readonly clientLocalStart: Scalars['LocalDateTime']['output'];
  /** In the coach's zone. */
  readonly coachLocalStart: Scalars['LocalDateTime']['output'];
  readonly endAt: Scalars['DateTime']['output'];
  /** It has no place and will not be booked. */
  readonly isLeftOut: Scalars['Boolean']['output'];
  /** What could not be as wished, and why. */
  readonly notes: ReadonlyArray<Scalars['String']['output']>;
  readonly sessionType: SessionType;
  readonly startAt: Scalars['DateTime']['output'];
};

/** How far a bulk run is. */
export type BulkStatus =
  /** Every client was tried, and some or all are booked. */
  | 'DONE'
  /** It shows what would be booked; nothing is yet. */
  | 'DRAFT'
  /** Every client was tried, and none could be booked. */
  | 'FAILED'
  /** It books one client after the other. */
  | 'RUNNING'
  /** All of it was taken back. */
  | 'UNDONE';

export type BulkTypeInput = {
  /** 5 to 1,440; without it sessions keep a length that the type has, and else get its first. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  readonly sessionType: Scalars['ID']['input'];
};

/** Ways to put the session into a calendar of one's own. */
export type CalendarLinks = {
  readonly __typename: 'CalendarLinks';
  /** Path of an iCalendar file on this server; it needs no sign-in. */
  readonly file: Scalars['String']['output'];
  /** Opens Google Calendar with the session filled in. */
  readonly google: Scalars['String']['output'];
  /** Opens Outlook on the web with the session filled in. */
  readonly outlook: Scalars['String']['output'];
};

export type CancelBookingInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly token: Scalars['String']['input'];
};

export type CancelBookingResult = AlreadyCancelled | BookingCancelled | BookingNotFound | IdempotencyConflict | InvalidInput | TooLate;

/** Why a session does not take place. */
export type CancelCause =
  | 'CLIENT'
  | 'COACH'
  /** The coach did not approve it. */
  | 'DECLINED'
  /** The coach did not answer in time. */
  | 'LAPSED';

export type CancelSessionInput = {
  readonly booking: Scalars['ID']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
  /** For the client. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
};

export type CancelSessionResult = AlreadyCancelled | BookingCancelled | IdempotencyConflict | InvalidInput | Refused;

export type ChangeBulkRunResult = BulkRunChanged | BulkRunSaved | InvalidInput | Refused;

export type ChangeInBulkInput = {
  readonly change: BulkChangeInput;
  readonly idempotencyKey: Scalars['String']['input'];
  /** For the clients; at most 2,000 characters. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** The fingerprint of the preview that was agreed to. */
  readonly shown?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeInBulkResult = BulkChangeClash | ChangedInBulk | IdempotencyConflict | InvalidInput | Refused;

export type ChangeSeriesInput = {
  readonly change: SeriesChangeInput;
  readonly idempotencyKey: Scalars['String']['input'];
  /** For the clients, with what moves; at most 2,000 characters. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  /** The fingerprint of the preview that was agreed to. */
  readonly shown?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeSeriesResult = IdempotencyConflict | InvalidInput | Refused | SeriesChanged | SeriesClash;

/** The session is exactly as it was before. */
export type ChangeUndone = {
  readonly __typename: 'ChangeUndone';
  readonly booking: Booking;
};

export type ChangedInBulk = {
  readonly __typename: 'ChangedInBulk';
  /** Those that changed, in order of start. */
  readonly bookings: ReadonlyArray<Booking>;
  readonly undo: Undo;
};

export type CheckSharedFileResult = InvalidInput | Refused | SharedFileContents | SharedFileRefused;

/** Codes as the query holidayPlaces gives them; without a country there are no holidays. */
export type ChooseHolidaysInput = {
  readonly country?: InputMaybe<Scalars['String']['input']>;
  readonly region?: InputMaybe<Scalars['String']['input']>;
  readonly state?: InputMaybe<Scalars['String']['input']>;
};

/** What becomes of the sessions of a series whose time is not free. */
export type ClashPolicy =
  /** They are left out, and as many are added at the end. */
  | 'APPEND'
  /** They go to the nearest free time of their date. */
  | 'NEAREST_OF_DAY'
  /** They go to the nearest free time from Sunday to Saturday. */
  | 'NEAREST_OF_WEEK'
  /** Nothing is done until each has a place. */
  | 'REFUSE'
  /** They are left out. */
  | 'SKIP'
  /** They stay where they are. For changes alone. */
  | 'STAY';

/** Somebody who books. Belongs to one coach and needs no account. */
export type Client = Node & {
  readonly __typename: 'Client';
  readonly createdAt: Scalars['DateTime']['output'];
  readonly email: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly preferences: Preferences;
  /** Her seats to come in order of start, without those given up; or past ones, the latest first, with what became of them. For the coach alone. */
  readonly seats?: Maybe<AttendeeConnection>;
  readonly timeZone: Scalars['TimeZone']['output'];
};


/** Somebody who books. Belongs to one coach and needs no account. */
export type ClientSeatsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  past?: Scalars['Boolean']['input'];
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
  /** How she reads times, for what she is sent. */
  readonly preferences?: InputMaybe<PreferencesInput>;
  readonly timeZone: Scalars['TimeZone']['input'];
};

export type ClientSaved = {
  readonly __typename: 'ClientSaved';
  readonly client: Client;
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
  /** Her bulk runs, the youngest first. For the coach alone. */
  readonly bulkRuns?: Maybe<BulkRunConnection>;
  /** Her clients in order of name. For the coach alone. */
  readonly clients?: Maybe<ClientConnection>;
  /** In order of date. For the coach alone. */
  readonly dateOverrides?: Maybe<ReadonlyArray<DateOverride>>;
  /** For the coach alone. */
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Where they are. For the coach alone. */
  readonly holidayChoice?: Maybe<HolidayChoice>;
  /** Those of this year and the coming two, in order of date. For the coach alone. */
  readonly holidays?: Maybe<ReadonlyArray<Holiday>>;
  readonly id: Scalars['ID']['output'];
  /** For the coach alone. */
  readonly limits?: Maybe<SessionLimits>;
  readonly name: Scalars['String']['output'];
  /** For the coach alone. */
  readonly preferences?: Maybe<Preferences>;
  /** What was booked from her programs, the youngest first. For the coach alone. */
  readonly programBookings?: Maybe<ProgramBookingConnection>;
  /** Her programs in order of name. For the coach alone. */
  readonly programs?: Maybe<ReadonlyArray<Program>>;
  /** Hosts that visitors may be sent to after booking. For the coach alone. */
  readonly redirectHosts?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Raised by every write to her calendar. For the coach alone. */
  readonly revision?: Maybe<Scalars['Int']['output']>;
  /** Her series, the youngest first. For the coach alone. */
  readonly series?: Maybe<SeriesConnection>;
  /** For the coach alone. */
  readonly sessionDefaults?: Maybe<SessionDefaults>;
  /** For the coach alone. */
  readonly sessionTypes?: Maybe<ReadonlyArray<SessionType>>;
  /** First part of her booking addresses: /:coach/:link. */
  readonly slug: Scalars['String']['output'];
  /** For the coach alone. */
  readonly timeOff?: Maybe<ReadonlyArray<TimeOff>>;
  readonly timeZone: Scalars['TimeZone']['output'];
  /** In order of date. For the coach alone. */
  readonly travel?: Maybe<ReadonlyArray<Travel>>;
  /** Sessions with seats that wait for her answer, the most urgent first; at most 200. For the coach alone. */
  readonly waitingBookings?: Maybe<ReadonlyArray<Booking>>;
  /** Who waits for her time. For the coach alone. */
  readonly waitlist?: Maybe<Waitlist>;
  /** For the coach alone. */
  readonly waitlistSettings?: Maybe<WaitlistSettings>;
  /** The zone whose clocks she has before her on a date: home, or where she is. For the coach alone. */
  readonly zoneOn?: Maybe<Scalars['TimeZone']['output']>;
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
export type CoachBulkRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** A coach: her public face, and, for herself alone, her practice. */
export type CoachClientsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A coach: her public face, and, for herself alone, her practice. */
export type CoachDateOverridesArgs = {
  from?: InputMaybe<Scalars['LocalDate']['input']>;
  to?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** A coach: her public face, and, for herself alone, her practice. */
export type CoachProgramBookingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  client?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
};


/** A coach: her public face, and, for herself alone, her practice. */
export type CoachSeriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  client?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
};


/** A coach: her public face, and, for herself alone, her practice. */
export type CoachZoneOnArgs = {
  date: Scalars['LocalDate']['input'];
};

export type CoachSaved = {
  readonly __typename: 'CoachSaved';
  readonly coach: Coach;
};

/** A session on the clocks that the coach will have before her. */
export type CoachTime = {
  readonly __typename: 'CoachTime';
  readonly localEnd: Scalars['LocalDateTime']['output'];
  readonly localStart: Scalars['LocalDateTime']['output'];
  /** Minutes east of UTC at the start. */
  readonly offsetMinutes: Scalars['Int']['output'];
  /** Where she is then; null at home. */
  readonly place?: Maybe<Scalars['String']['output']>;
  readonly timeZone: Scalars['TimeZone']['output'];
};

/** Another code is on its way; the one before is void. */
export type CodeSent = {
  readonly __typename: 'CodeSent';
  /** Until when the slot is kept. */
  readonly expiresAt: Scalars['DateTime']['output'];
};

export type CopyAvailabilityTemplateInput = {
  readonly id: Scalars['ID']['input'];
  /** Name of the copy; “Copy of …” without. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

export type CreateAvailabilityTemplateInput = {
  /** A date in week 1 of the cycle; the present week without. */
  readonly anchorDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** 1 to 4 weeks until the hours repeat. */
  readonly cycleWeeks?: InputMaybe<Scalars['Int']['input']>;
  readonly effectiveFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  /** The last date, included. */
  readonly effectiveUntil?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Make these the hours that hold: without a period in place of the present ones, with a period as a season. */
  readonly isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  readonly name: Scalars['String']['input'];
  /** The one session type that these hours are for. */
  readonly sessionType?: InputMaybe<Scalars['ID']['input']>;
  readonly timeZone: Scalars['TimeZone']['input'];
  readonly windows: ReadonlyArray<AvailabilityWindowInput>;
};

export type CreateBookingLinkInput = {
  /** A client whose details the form begins with; not on public links. */
  readonly client?: InputMaybe<Scalars['ID']['input']>;
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** First date that can be booked, on the coach's calendar. */
  readonly fromDate?: InputMaybe<Scalars['LocalDate']['input']>;
  readonly kind?: LinkKind;
  /** 1 to 10,000 bookings; of a single-use link it is 1. */
  readonly maxUses?: InputMaybe<Scalars['Int']['input']>;
  /** Some of the session type's lengths; all without. */
  readonly minutes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** For the coach's own eyes; at most 80 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Where the client is sent after booking: https, and a host that the coach allowed. */
  readonly redirectUrl?: InputMaybe<Scalars['String']['input']>;
  readonly sessionType: Scalars['ID']['input'];
  /** Second part of a public address: small letters, digits and hyphens, at most 60. Secret ones are made up. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** Last date that can be booked, on the coach's calendar. */
  readonly toDate?: InputMaybe<Scalars['LocalDate']['input']>;
};

export type CreateProgramInput = {
  /** At most 2,000 characters; an empty text removes it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** At most 80 characters. */
  readonly name: Scalars['String']['input'];
  /** By how many weeks the last session may be later than wished: 0 to 26; 2 without. */
  readonly spareWeeks?: InputMaybe<Scalars['Int']['input']>;
  /** In order; 1 to 20, with at most 60 sessions in all. */
  readonly steps: ReadonlyArray<ProgramStepInput>;
};

export type CreateSessionTypeInput = {
  /** 1 to 336 (14 days). */
  readonly approvalHours?: InputMaybe<Scalars['Int']['input']>;
  /** The first bookable date; needs bookableUntil. */
  readonly bookableFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  /** The last bookable date, in place of horizonDays; null lets the horizon roll again. */
  readonly bookableUntil?: InputMaybe<Scalars['LocalDate']['input']>;
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
  /** 0 to 10; at first 0. */
  readonly maxGuests?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 1,440; null removes the limit. */
  readonly maxMinutesPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 44,640; null removes the limit. */
  readonly maxMinutesPerMonth?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 10,080; null removes the limit. */
  readonly maxMinutesPerWeek?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 100; null removes the limit. */
  readonly maxPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 2,000; null removes the limit. */
  readonly maxPerMonth?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 500; null removes the limit. */
  readonly maxPerWeek?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 52: how many sessions a client may book at once; needs neither approval nor proof of the address. */
  readonly maxSeriesSessions?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 12 different lengths of 5 to 1,440 minutes. */
  readonly minutes: ReadonlyArray<Scalars['Int']['input']>;
  readonly name: Scalars['String']['input'];
  /** 0 to 43,200 (30 days). */
  readonly noticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly place: PlaceInput;
  /** All of them, in order; at most 20. */
  readonly questions?: InputMaybe<ReadonlyArray<QuestionInput>>;
  readonly requiresApproval?: InputMaybe<Scalars['Boolean']['input']>;
  readonly requiresEmailProof?: InputMaybe<Scalars['Boolean']['input']>;
  /** 5 to 1,440; the coach's default without. */
  readonly stepMinutes?: InputMaybe<Scalars['Int']['input']>;
};

/** Whole dates (fromDate, toDate) or an exact period (start, end), not both. */
export type CreateTimeOffInput = {
  readonly end?: InputMaybe<MomentInput>;
  readonly fromDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** At most 200 characters; seen by the coach alone. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly start?: InputMaybe<MomentInput>;
  /** Last date, included; the first one without. */
  readonly toDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Whether it returns on the same dates of every year. */
  readonly yearly?: InputMaybe<Scalars['Boolean']['input']>;
};

export type CreateTravelInput = {
  readonly fromDate: Scalars['LocalDate']['input'];
  /** Whether hours stay at home time; else they are read there. */
  readonly keepHomeHours?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where she is: Lisbon. At most 80 characters. */
  readonly place: Scalars['String']['input'];
  readonly timeZone: Scalars['TimeZone']['input'];
  /** Last date, included. */
  readonly toDate: Scalars['LocalDate']['input'];
};

/** The hours of one date in place of the weekly ones; without windows it is closed. */
export type DateOverride = Node & {
  readonly __typename: 'DateOverride';
  readonly date: Scalars['LocalDate']['output'];
  readonly id: Scalars['ID']['output'];
  readonly timeZone: Scalars['TimeZone']['output'];
  readonly windows: ReadonlyArray<DayWindow>;
};

export type DateOverridesRemoved = {
  readonly __typename: 'DateOverridesRemoved';
  /** Dates on which the weekly hours hold again. */
  readonly dates: ReadonlyArray<Scalars['LocalDate']['output']>;
};

export type DateOverridesSaved = {
  readonly __typename: 'DateOverridesSaved';
  readonly dateOverrides: ReadonlyArray<DateOverride>;
};

/** Open time on one date, wall-clock times in the override's zone. */
export type DayWindow = {
  readonly __typename: 'DayWindow';
  /** 24:00 is the end of the day; an end before the start lies on the next day. */
  readonly end: Scalars['LocalTime']['output'];
  readonly start: Scalars['LocalTime']['output'];
};

export type DayWindowInput = {
  /** 24:00 is the end of the day; an end before the start lies on the next day. */
  readonly end: Scalars['LocalTime']['input'];
  readonly start: Scalars['LocalTime']['input'];
};

export type DecideBookingInput = {
  /** One seat of a group; all that wait without it. */
  readonly attendee?: InputMaybe<Scalars['ID']['input']>;
  readonly booking: Scalars['ID']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
  /** For the client; at most 2,000 characters. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
};

export type DeclineBookingResult = BookingDeclined | IdempotencyConflict | InvalidInput | NotWaiting | Refused;

export type DeclineOfferResult = IdempotencyConflict | InvalidInput | OfferDeclined | OfferGone | WaitingNotFound;

export type DeleteAvailabilityTemplateResult = AvailabilityTemplateDeleted | InvalidInput | Refused;

export type DeleteBookingLinkResult = BookingLinkDeleted | Refused;

export type DeleteBulkRunResult = BulkRunChanged | BulkRunDeleted | Refused;

export type DeleteProgramResult = ProgramDeleted | Refused;

export type DeleteTimeOffResult = Refused | TimeOffDeleted;

export type DeleteTravelResult = InvalidInput | Refused | TravelDeleted;

/** Exactly one of program and series; clients of hers, a file, or both. */
export type DraftBulkRunInput = {
  /** Clients of hers; with the file at most 100 in all. */
  readonly clients?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Comma-separated values, at most 40,000 characters. The first line names the columns: name and email, and if you like phone, time zone, note and start: a date like 2026-03-05, or with a time like 2026-03-05 10:00. */
  readonly csv?: InputMaybe<Scalars['String']['input']>;
  readonly program?: InputMaybe<BulkProgramInput>;
  readonly series?: InputMaybe<BulkSeriesInput>;
  /** Of new clients without one; the coach's without. */
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

export type DraftBulkRunResult = BulkRunSaved | InvalidInput | Refused;

export type DuplicateProgramInput = {
  readonly id: Scalars['ID']['input'];
  /** Name of the copy; “Copy of …” without. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

export type DuplicateSessionTypeInput = {
  readonly id: Scalars['ID']['input'];
  /** Name of the copy; “Copy of …” without. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** The slot is kept until a code that was sent to the mail address is entered. */
export type EmailProofNeeded = {
  readonly __typename: 'EmailProofNeeded';
  /** Where the code went. */
  readonly email: Scalars['String']['output'];
  /** Unproven until then, the slot is free again. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** To be given with the code. */
  readonly holdToken: Scalars['String']['output'];
};

export type ExplainSlotResult = InvalidInput | Refused | SlotExplanation;

/** A group session without a seat left: it cannot be booked, but waited for. */
export type FullSession = {
  readonly __typename: 'FullSession';
  readonly endAt: Scalars['DateTime']['output'];
  /** Wall-clock start in the zone that was asked for. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  /** Minutes east of UTC at the start, in that zone. */
  readonly offsetMinutes: Scalars['Int']['output'];
  readonly startAt: Scalars['DateTime']['output'];
};

/** What the distance between two sessions of a program is counted in. */
export type GapUnit =
  /** Exactly so many local dates. */
  | 'DAYS'
  /** So many weeks, and up to three days more or less. */
  | 'WEEKS';

/** Somebody a client brings along. */
export type Guest = {
  readonly __typename: 'Guest';
  readonly email: Scalars['String']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
};

/** Somebody whom the client brings along. */
export type GuestInput = {
  readonly email: Scalars['String']['input'];
  /** At most 120 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

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

export type HoldSlotResult = InvalidInput | LinkUnavailable | SlotHeld | SlotNotOffered | SlotTaken | TooManyAttempts | TooManyHolds;

/** A public holiday where the coach lives, first and last date included. */
export type Holiday = Node & {
  readonly __typename: 'Holiday';
  readonly fromDate: Scalars['LocalDate']['output'];
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** False: she works on this day. */
  readonly observed: Scalars['Boolean']['output'];
  readonly toDate: Scalars['LocalDate']['output'];
};

/** Where a coach's public holidays are. */
export type HolidayChoice = {
  readonly __typename: 'HolidayChoice';
  readonly country: HolidayPlace;
  readonly region?: Maybe<HolidayPlace>;
  readonly state?: Maybe<HolidayPlace>;
};

/** A country, or a state or region in one, whose public holidays are known. */
export type HolidayPlace = {
  readonly __typename: 'HolidayPlace';
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
};

export type HolidayPlaceList = {
  readonly __typename: 'HolidayPlaceList';
  /** In order of name; empty where there is nothing finer to choose. */
  readonly places: ReadonlyArray<HolidayPlace>;
};

export type HolidayPlacesResult = HolidayPlaceList | InvalidInput;

export type HolidaysSaved = {
  readonly __typename: 'HolidaysSaved';
  /** All of them, in order of date. */
  readonly holidays: ReadonlyArray<Holiday>;
};

/** 9:00 PM or 21:00. */
export type HourCycle =
  | 'H12'
  | 'H24';

/** The idempotency key was used before with another input. */
export type IdempotencyConflict = Problem & {
  readonly __typename: 'IdempotencyConflict';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

export type ImportSharedFileInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  /** The text of the file: JSON, at most about 50 KB. */
  readonly text: Scalars['String']['input'];
  /** Where the coach has a session type of the same name, programs use hers, and none is added. */
  readonly useOwnTypes?: Scalars['Boolean']['input'];
};

export type ImportSharedFileResult = IdempotencyConflict | InvalidInput | Refused | SharedFileImported | SharedFileRefused;

/** A value that cannot be accepted; nothing was saved. */
export type InvalidInput = Problem & {
  readonly __typename: 'InvalidInput';
  readonly code: ProblemCode;
  /** Path of the refused value within the input: client.email. */
  readonly field: Scalars['String']['output'];
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** What to wait for: a start, a date or a wish; exactly one of them. */
export type JoinWaitlistInput = {
  /** To the questions of the session type, so that accepting an offer takes one press. */
  readonly answers?: InputMaybe<ReadonlyArray<AnswerInput>>;
  /** With a date or a wish: wait for other times than those that are free now. */
  readonly besidesFree?: InputMaybe<Scalars['Boolean']['input']>;
  readonly client: ClientInput;
  readonly coach: Scalars['String']['input'];
  /** Any time that begins on this date of the client's zone. */
  readonly date?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Same key and same input give the first result again. 8 to 128 characters. */
  readonly idempotencyKey: Scalars['String']['input'];
  readonly link: Scalars['String']['input'];
  /** One of the session type's lengths; its first without. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** A certain start that is taken; where it is a full group session, a seat in that session. */
  readonly startAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly wish?: InputMaybe<WaitWishInput>;
};

export type JoinWaitlistResult = AlreadyWaiting | IdempotencyConflict | InvalidInput | LinkUnavailable | SlotNotOffered | TimeFree | TooManyWaiting | WaitlistJoined;

export type LeaveWaitlistResult = WaitingAccess | WaitingNotFound;

/** What a limit counts. */
export type LimitUnit =
  | 'MINUTES'
  | 'SESSIONS';

/** Who can find a link. */
export type LinkKind =
  /** At an address that can be read out and guessed. */
  | 'PUBLIC'
  /** Only who was given it: its address has 160 random bits. */
  | 'SECRET'
  /** Secret, and gone after one booking. */
  | 'SINGLE_USE';

/** All sessions were booked. */
export type LinkSeriesBooked = {
  readonly __typename: 'LinkSeriesBooked';
  /** In order of start, each with the secret of its seat. */
  readonly sessions: ReadonlyArray<Booked>;
};

/** Some sessions have no place, or it is not what was shown. Nothing was saved. */
export type LinkSeriesClash = Problem & {
  readonly __typename: 'LinkSeriesClash';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
  readonly preview: LinkSeriesPreview;
};

/** One session of a series as a client sees it before she books. */
export type LinkSeriesOccurrence = {
  readonly __typename: 'LinkSeriesOccurrence';
  readonly bookedStartAt?: Maybe<Scalars['DateTime']['output']>;
  /** By how much the clocks of the series' zone moved since the session before. */
  readonly clockShiftMinutes: Scalars['Int']['output'];
  readonly coachClockShiftMinutes: Scalars['Int']['output'];
  readonly coachLocalStart: Scalars['LocalDateTime']['output'];
  readonly endAt: Scalars['DateTime']['output'];
  /** In the series' zone. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  readonly message?: Maybe<Scalars['String']['output']>;
  /** The nearest free times, for one that is not free. */
  readonly nearest: ReadonlyArray<Slot>;
  readonly outcome: SeriesOutcomeKind;
  /** Null where its time is free. */
  readonly reason?: Maybe<WhyNotCode>;
  readonly recurrenceId: Scalars['LocalDateTime']['output'];
  readonly startAt: Scalars['DateTime']['output'];
};

/** What booking a series through a link would do; nothing was saved. */
export type LinkSeriesPreview = {
  readonly __typename: 'LinkSeriesPreview';
  readonly fingerprint: Scalars['String']['output'];
  readonly occurrences: ReadonlyArray<LinkSeriesOccurrence>;
  /** How many have no place yet. */
  readonly open: Scalars['Int']['output'];
  readonly timeZone: Scalars['TimeZone']['output'];
};

/** Whether a link can be booked through, and if not, why. From outside the last three look alike. */
export type LinkState =
  | 'EXPIRED'
  | 'OFF'
  | 'OPEN'
  | 'USED_UP';

/** No such link, or it is switched off, expired or used up. */
export type LinkUnavailable = Problem & {
  readonly __typename: 'LinkUnavailable';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** Something about her links, or about who booked through them, is new. */
export type LinksChange = {
  readonly __typename: 'LinksChange';
  readonly coach: Coach;
};

export type LinksEvent = LinksChange | Refused;

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

export type MoveRequestSaved = {
  readonly __typename: 'MoveRequestSaved';
  readonly booking: Booking;
};

export type Mutation = {
  readonly __typename: 'Mutation';
  /** Books what is offered. */
  readonly acceptOffer: AcceptOfferResult;
  /** A client takes part in all sessions to come. */
  readonly addSeriesMember: ChangeSeriesResult;
  /** Confirms what waits for approval in a booking. */
  readonly approveBooking: ApproveBookingResult;
  readonly bookForClient: BookForClientResult;
  /** All sessions of a series for a client, or none. */
  readonly bookLinkSeries: BookLinkSeriesResult;
  /** All sessions of a program for a client, or none. */
  readonly bookProgram: BookProgramResult;
  /** All sessions of a series, or none. */
  readonly bookSeries: BookSeriesResult;
  /** Books a slot of a link. */
  readonly bookSession: BookSessionResult;
  /** Gives up a seat, as long as the session type allows it. */
  readonly cancelBooking: CancelBookingResult;
  /** Cancels a session for everybody in it. */
  readonly cancelSession: CancelSessionResult;
  /** Exactly what its preview shows, or nothing. */
  readonly changeInBulk: ChangeInBulkResult;
  /** Exactly what its preview shows, or nothing. */
  readonly changeSeries: ChangeSeriesResult;
  /** Takes the public holidays of a place, in place of any others. */
  readonly chooseHolidays: SaveHolidaysResult;
  /** The same hours once more; the copy is not in force. */
  readonly copyAvailabilityTemplate: SaveAvailabilityTemplateResult;
  readonly createAvailabilityTemplate: SaveAvailabilityTemplateResult;
  readonly createBookingLink: SaveBookingLinkResult;
  readonly createProgram: SaveProgramResult;
  readonly createSessionType: SaveSessionTypeResult;
  readonly createTimeOff: SaveTimeOffResult;
  readonly createTravel: SaveTravelResult;
  /** Turns down what waits for approval in a booking; its time is free again. */
  readonly declineBooking: DeclineBookingResult;
  /** Lets an offer pass on to the next. Whoever waited for that one start alone waits no longer. */
  readonly declineOffer: DeclineOfferResult;
  readonly deleteAvailabilityTemplate: DeleteAvailabilityTemplateResult;
  readonly deleteBookingLink: DeleteBookingLinkResult;
  /** Deletes a draft. */
  readonly deleteBulkRun: DeleteBulkRunResult;
  /** What was booked from it stays. */
  readonly deleteProgram: DeleteProgramResult;
  readonly deleteTimeOff: DeleteTimeOffResult;
  readonly deleteTravel: DeleteTravelResult;
  /** A program or a series for many clients: a draft that shows all of it, line by line, before anything is booked. */
  readonly draftBulkRun: DraftBulkRunResult;
  /** The same program once more. */
  readonly duplicateProgram: SaveProgramResult;
  /** The same session type once more, with a public link of its own. */
  readonly duplicateSessionType: SaveSessionTypeResult;
  /** Those who are favoured come before all others. */
  readonly favourWaiting: WaitingEntryResult;
  /** Keeps a slot for five minutes; nobody else sees it meanwhile. */
  readonly holdSlot: HoldSlotResult;
  /** Adds all that is in a file, or nothing. Session types are inactive until the coach activates them. */
  readonly importSharedFile: ImportSharedFileResult;
  /** Waits for time that is taken now. */
  readonly joinWaitlist: JoinWaitlistResult;
  /** Ends a wait; an offer that is open goes to the next. */
  readonly leaveWaitlist: LeaveWaitlistResult;
  /** Switches holidays on, or off: then she works. */
  readonly observeHolidays: SaveHolidaysResult;
  /** Offers a time to one of those who wait, out of turn. */
  readonly offerByHand: OfferByHandResult;
  /** Books a slot that is kept until its client's address is proven. */
  readonly proveEmail: ProveEmailResult;
  /** Notes who came to a session that has begun. */
  readonly recordAttendance: RecordAttendanceResult;
  readonly releaseHold: HoldReleased;
  /** The weekly hours hold again on these dates. */
  readonly removeDateOverrides: RemoveDateOverridesResult;
  /** Takes somebody off the list. */
  readonly removeFromWaitlist: WaitingEntryResult;
  /** A client gives up her seats in all sessions to come. */
  readonly removeSeriesMember: ChangeSeriesResult;
  /** Plans a draft anew, as the calendar is now. */
  readonly replanBulkRun: ChangeBulkRunResult;
  /** Asks the client to choose another time. The session stands until she does, and she may until it begins. */
  readonly requestMove: RequestMoveResult;
  /** Moves a seat to another slot of the same session type. */
  readonly rescheduleBooking: RescheduleBookingResult;
  /** Moves a session with everybody in it. */
  readonly rescheduleSession: RescheduleSessionResult;
  /** Sends another code for a slot that is kept; at most three in all. */
  readonly sendCodeAgain: SendCodeResult;
  /** The same hours for many dates, in place of what held on them. */
  readonly setDateOverrides: SetDateOverridesResult;
  /** Exactly what its preview shows, or nothing. */
  readonly shiftProgram: ShiftProgramResult;
  /** Books what the draft shows, one client after the other; bulkRunChanged tells how it goes. */
  readonly startBulkRun: StartBulkRunResult;
  /** Stops a run: what is booked stays, nobody else is booked. */
  readonly stopBulkRun: ChangeBulkRunResult;
  /** Takes a bulk change back, whole and exactly, if nothing happened to its sessions since. */
  readonly undoBulkChange: UndoBulkChangeResult;
  /** Takes all that a run has booked back, if nothing happened to it since; within an hour. */
  readonly undoBulkRun: UndoBulkRunResult;
  /** Takes a coach's own change of a session back, exactly, if its time is still free and nothing happened since. */
  readonly undoChange: UndoChangeResult;
  /** Takes the booking or a change of a program back, whole and exactly, if nothing happened to it since. */
  readonly undoProgramChange: UndoProgramChangeResult;
  /** Takes a booking or a change of many sessions back, whole and exactly, if nothing happened to them since. */
  readonly undoSeriesChange: UndoSeriesChangeResult;
  /** Where the coach's booking addresses begin and may lead on to. */
  readonly updateAddress: UpdateAddressResult;
  readonly updateAvailabilityTemplate: SaveAvailabilityTemplateResult;
  readonly updateBookingLink: SaveBookingLinkResult;
  /** Mends a line of a draft, or leaves it out; the others are planned anew. */
  readonly updateBulkItem: ChangeBulkRunResult;
  readonly updateClient: UpdateClientResult;
  readonly updateCoach: UpdateCoachResult;
  /** What was booked from it stays as it is. */
  readonly updateProgram: SaveProgramResult;
  /** A client's own choice, with the secret token of her seat. */
  readonly updateSeat: UpdateSeatResult;
  readonly updateSessionType: SaveSessionTypeResult;
  readonly updateTimeOff: SaveTimeOffResult;
  readonly updateTravel: SaveTravelResult;
  readonly updateWaitlistSettings: WaitlistSettingsResult;
  /** The session may stay where it is after all. */
  readonly withdrawMoveRequest: RequestMoveResult;
  /** Ends an open offer; the time goes to the next. */
  readonly withdrawOffer: WithdrawOfferResult;
};


export type MutationAcceptOfferArgs = {
  input: AcceptOfferInput;
};


export type MutationAddSeriesMemberArgs = {
  input: AddSeriesMemberInput;
};


export type MutationApproveBookingArgs = {
  input: DecideBookingInput;
};


export type MutationBookForClientArgs = {
  input: BookForClientInput;
};


export type MutationBookLinkSeriesArgs = {
  input: BookLinkSeriesInput;
};


export type MutationBookProgramArgs = {
  input: BookProgramInput;
};


export type MutationBookSeriesArgs = {
  input: BookSeriesInput;
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


export type MutationChangeInBulkArgs = {
  input: ChangeInBulkInput;
};


export type MutationChangeSeriesArgs = {
  input: ChangeSeriesInput;
};


export type MutationChooseHolidaysArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  input: ChooseHolidaysInput;
};


export type MutationCopyAvailabilityTemplateArgs = {
  input: CopyAvailabilityTemplateInput;
};


export type MutationCreateAvailabilityTemplateArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  input: CreateAvailabilityTemplateInput;
};


export type MutationCreateBookingLinkArgs = {
  input: CreateBookingLinkInput;
};


export type MutationCreateProgramArgs = {
  input: CreateProgramInput;
};


export type MutationCreateSessionTypeArgs = {
  input: CreateSessionTypeInput;
};


export type MutationCreateTimeOffArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  input: CreateTimeOffInput;
};


export type MutationCreateTravelArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  input: CreateTravelInput;
};


export type MutationDeclineBookingArgs = {
  input: DecideBookingInput;
};


export type MutationDeclineOfferArgs = {
  input: AnswerOfferInput;
};


export type MutationDeleteAvailabilityTemplateArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  id: Scalars['ID']['input'];
};


export type MutationDeleteBookingLinkArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteBulkRunArgs = {
  run: Scalars['ID']['input'];
};


export type MutationDeleteProgramArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteTimeOffArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDeleteTravelArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  id: Scalars['ID']['input'];
};


export type MutationDraftBulkRunArgs = {
  input: DraftBulkRunInput;
};


export type MutationDuplicateProgramArgs = {
  input: DuplicateProgramInput;
};


export type MutationDuplicateSessionTypeArgs = {
  input: DuplicateSessionTypeInput;
};


export type MutationFavourWaitingArgs = {
  entry: Scalars['ID']['input'];
  favoured: Scalars['Boolean']['input'];
};


export type MutationHoldSlotArgs = {
  input: HoldSlotInput;
};


export type MutationImportSharedFileArgs = {
  input: ImportSharedFileInput;
};


export type MutationJoinWaitlistArgs = {
  input: JoinWaitlistInput;
};


export type MutationLeaveWaitlistArgs = {
  token: Scalars['String']['input'];
};


export type MutationObserveHolidaysArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  input: ObserveHolidaysInput;
};


export type MutationOfferByHandArgs = {
  input: OfferByHandInput;
};


export type MutationProveEmailArgs = {
  input: ProveEmailInput;
};


export type MutationRecordAttendanceArgs = {
  input: RecordAttendanceInput;
};


export type MutationReleaseHoldArgs = {
  holdToken: Scalars['String']['input'];
};


export type MutationRemoveDateOverridesArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  dates: ReadonlyArray<Scalars['LocalDate']['input']>;
};


export type MutationRemoveFromWaitlistArgs = {
  entry: Scalars['ID']['input'];
};


export type MutationRemoveSeriesMemberArgs = {
  input: RemoveSeriesMemberInput;
};


export type MutationReplanBulkRunArgs = {
  run: Scalars['ID']['input'];
};


export type MutationRequestMoveArgs = {
  input: RequestMoveInput;
};


export type MutationRescheduleBookingArgs = {
  input: RescheduleBookingInput;
};


export type MutationRescheduleSessionArgs = {
  input: RescheduleSessionInput;
};


export type MutationSendCodeAgainArgs = {
  holdToken: Scalars['String']['input'];
};


export type MutationSetDateOverridesArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  input: SetDateOverridesInput;
};


export type MutationShiftProgramArgs = {
  input: ShiftProgramSessionInput;
};


export type MutationStartBulkRunArgs = {
  input: StartBulkRunInput;
};


export type MutationStopBulkRunArgs = {
  run: Scalars['ID']['input'];
};


export type MutationUndoBulkChangeArgs = {
  input: UndoBulkChangeInput;
};


export type MutationUndoBulkRunArgs = {
  input: UndoBulkRunInput;
};


export type MutationUndoChangeArgs = {
  input: UndoChangeInput;
};


export type MutationUndoProgramChangeArgs = {
  input: UndoProgramChangeInput;
};


export type MutationUndoSeriesChangeArgs = {
  input: UndoSeriesChangeInput;
};


export type MutationUpdateAddressArgs = {
  input: UpdateAddressInput;
};


export type MutationUpdateAvailabilityTemplateArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  input: UpdateAvailabilityTemplateInput;
};


export type MutationUpdateBookingLinkArgs = {
  input: UpdateBookingLinkInput;
};


export type MutationUpdateBulkItemArgs = {
  input: UpdateBulkItemInput;
};


export type MutationUpdateClientArgs = {
  input: UpdateClientInput;
};


export type MutationUpdateCoachArgs = {
  input: UpdateCoachInput;
};


export type MutationUpdateProgramArgs = {
  input: UpdateProgramInput;
};


export type MutationUpdateSeatArgs = {
  input: UpdateSeatInput;
};


export type MutationUpdateSessionTypeArgs = {
  input: UpdateSessionTypeInput;
};


export type MutationUpdateTimeOffArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  input: UpdateTimeOffInput;
};


export type MutationUpdateTravelArgs = {
  affected?: InputMaybe<ReadonlyArray<AffectedBookingInput>>;
  input: UpdateTravelInput;
};


export type MutationUpdateWaitlistSettingsArgs = {
  offerMinutes: Scalars['Int']['input'];
};


export type MutationWithdrawMoveRequestArgs = {
  booking: Scalars['ID']['input'];
};


export type MutationWithdrawOfferArgs = {
  offer: Scalars['ID']['input'];
};

/** There is no such plan, whatever the other sessions do. */
export type NoPlan = Problem & {
  readonly __typename: 'NoPlan';
  readonly code: ProblemCode;
  /** It would have to lie between this date */
  readonly fromDate: Scalars['LocalDate']['output'];
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
  /** What stands against the first wished time of these dates. */
  readonly reasons: ReadonlyArray<SlotReason>;
  /** The first session without a time, from 0. */
  readonly session: Scalars['Int']['output'];
  /** and this one, both included. */
  readonly toDate: Scalars['LocalDate']['output'];
};

/** Anything that can be fetched again by its global id. */
export type Node = {
  readonly id: Scalars['ID']['output'];
};

/** There is nothing to decide: answered before, lapsed, or given up. */
export type NotWaiting = Problem & {
  readonly __typename: 'NotWaiting';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** The session has not begun. */
export type NotYet = Problem & {
  readonly __typename: 'NotYet';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** Switches holidays; the same holiday of later years begins as it was switched last. */
export type ObserveHolidaysInput = {
  /** 1 to 366 holidays. */
  readonly holidays: ReadonlyArray<Scalars['ID']['input']>;
  /** False: she works on these days. */
  readonly observed: Scalars['Boolean']['input'];
};

/** A freed place, kept for one person for a limited time. */
export type Offer = Node & {
  readonly __typename: 'Offer';
  /** What holds the time, or the session that it became. For the coach alone. */
  readonly booking?: Maybe<Booking>;
  /** The coach made it herself, out of turn. */
  readonly byHand: Scalars['Boolean']['output'];
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly endAt: Scalars['DateTime']['output'];
  readonly entry: WaitlistEntry;
  /** Until when it can be accepted. */
  readonly expiresAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  /** The offered start in the client's zone. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  readonly offeredAt: Scalars['DateTime']['output'];
  /** Who was ahead in the list, and why she did not get this offer; at most 50. For the coach alone. */
  readonly passedOver?: Maybe<ReadonlyArray<PassedOver>>;
  readonly startAt: Scalars['DateTime']['output'];
  readonly status: OfferStatus;
  /** The client is told then: at once, or when her night is over. */
  readonly tellAt: Scalars['DateTime']['output'];
  /** When the message went out. */
  readonly toldAt?: Maybe<Scalars['DateTime']['output']>;
};

/** An offer out of turn. Hours, notice and limits do not bind the coach; other sessions do. */
export type OfferByHandInput = {
  /** Who gets it. */
  readonly entry: Scalars['ID']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
  /** The length that is waited for, without. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  readonly start: MomentInput;
};

export type OfferByHandResult = AlreadyOffered | IdempotencyConflict | InvalidInput | OfferMade | Refused | SlotTaken;

export type OfferDeclined = {
  readonly __typename: 'OfferDeclined';
  readonly waiting: WaitingAccess;
};

/** The offer is over: answered, lapsed or withdrawn. */
export type OfferGone = Problem & {
  readonly __typename: 'OfferGone';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

export type OfferMade = {
  readonly __typename: 'OfferMade';
  readonly offer: Offer;
};

/** What became of an offer. */
export type OfferStatus =
  | 'ACCEPTED'
  | 'DECLINED'
  /** Nobody answered in time. */
  | 'LAPSED'
  | 'OPEN'
  /** The time is no longer to be had, or the client no longer waits for it. */
  | 'WITHDRAWN';

export type OfferWithdrawn = {
  readonly __typename: 'OfferWithdrawn';
  readonly offer: Offer;
};

/** Open time within one date. A stretch over midnight is told on both dates. */
export type OpenWindow = {
  readonly __typename: 'OpenWindow';
  readonly endAt: Scalars['DateTime']['output'];
  /** Midnight is 00:00 of the date after. */
  readonly localEnd: Scalars['LocalDateTime']['output'];
  readonly localStart: Scalars['LocalDateTime']['output'];
  readonly startAt: Scalars['DateTime']['output'];
};

/** Where a page of a connection stands in the whole. */
export type PageInfo = {
  readonly __typename: 'PageInfo';
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Why somebody was passed over. */
export type PassReason =
  /** The coach offered it to somebody else. */
  | 'BY_HAND'
  /** She had declined this time. */
  | 'DECLINED'
  /** It was free when she joined, and she chose to wait for others. */
  | 'FREE_BEFORE'
  /** Another time was offered to her already. */
  | 'HAS_OFFER'
  /** The link she came by is closed. */
  | 'LINK_CLOSED'
  /** Her night lasts until it is too late to book. */
  | 'NIGHT'
  /** She waits for another length. */
  | 'OTHER_LENGTH'
  /** She waits for other times. */
  | 'OTHER_TIMES'
  /** She had not answered when it was offered. */
  | 'SILENT'
  /** It begins too soon for an answer. */
  | 'TOO_CLOSE';

/** Why somebody ahead in the list did not get an offer of a time that was free. */
export type PassedOver = {
  readonly __typename: 'PassedOver';
  readonly at: Scalars['DateTime']['output'];
  readonly endAt: Scalars['DateTime']['output'];
  readonly entry: WaitlistEntry;
  readonly message: Scalars['String']['output'];
  /** The offer that went to somebody else; null where nobody got one. */
  readonly offer?: Maybe<Offer>;
  readonly reason: PassReason;
  readonly startAt: Scalars['DateTime']['output'];
};

/** Where a session happens. */
export type Place = {
  readonly __typename: 'Place';
  /** Meeting link, phone number or address. */
  readonly detail: Scalars['String']['output'];
  readonly kind: PlaceKind;
};

export type PlaceInput = {
  /** Meeting link (https://…), phone number or address. Left out where every booking has its own. */
  readonly detail?: InputMaybe<Scalars['String']['input']>;
  readonly kind: PlaceKind;
  /** For video: every booking gets a meeting of its own. */
  readonly perBooking?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Where a session happens. */
export type PlaceKind =
  | 'ADDRESS'
  | 'PHONE'
  | 'VIDEO';

/** A session has no place, or it is not what was shown. Nothing was saved. */
export type PlanChanged = Problem & {
  readonly __typename: 'PlanChanged';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
  /** As it is now. */
  readonly plan: ProgramPlan;
};

export type PlanProgramInput = {
  /** Zone of the client's local times in the answer. */
  readonly clientTimeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Sessions put by hand; the others go around them. */
  readonly moves?: InputMaybe<ReadonlyArray<ProgramMoveInput>>;
  readonly program: Scalars['ID']['input'];
  /** From which the first gap counts. */
  readonly startDate: Scalars['LocalDate']['input'];
  /** Of dates, weekdays and wished times: the coach's, which it is without, or the client's. */
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

export type PlanProgramResult = InvalidInput | NoPlan | ProgramPlan | Refused;

/** One session of a plan; nothing was booked. */
export type PlannedSession = {
  readonly __typename: 'PlannedSession';
  /** By how much the client's clocks moved since the session before; mostly 0. */
  readonly clientClockShiftMinutes: Scalars['Int']['output'];
  /** In the client's zone. */
  readonly clientLocalStart: Scalars['LocalDateTime']['output'];
  /** By how much the coach's clocks moved since the session before; mostly 0. */
  readonly coachClockShiftMinutes: Scalars['Int']['output'];
  /** In the coach's zone. */
  readonly coachLocalStart: Scalars['LocalDateTime']['output'];
  readonly endAt: Scalars['DateTime']['output'];
  /** Whether somebody put it there. */
  readonly isMoved: Scalars['Boolean']['output'];
  /** Whether it can be there all the same. */
  readonly mayKeep: Scalars['Boolean']['output'];
  /** Free times near it, the nearest first; in the zone of the plan. */
  readonly nearest: ReadonlyArray<Slot>;
  /** From 0. */
  readonly number: Scalars['Int']['output'];
  /** What stands against a time that somebody put it to. */
  readonly reasons: ReadonlyArray<SlotReason>;
  readonly sessionType: SessionType;
  readonly startAt: Scalars['DateTime']['output'];
  /** The step of the program that it belongs to, from 0. */
  readonly step: Scalars['Int']['output'];
  readonly unkept: ReadonlyArray<UnkeptProgramWish>;
  /** When it is now; null for a new one. */
  readonly wasStartAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How somebody reads times; null where the locale, or the browser, decides. */
export type Preferences = {
  readonly __typename: 'Preferences';
  /** 0 = Sunday … 6 = Saturday. */
  readonly firstWeekday?: Maybe<Scalars['Int']['output']>;
  readonly hourCycle?: Maybe<HourCycle>;
  readonly locale?: Maybe<Scalars['Locale']['output']>;
};

/** What is left out stays as it is; null lets the locale, or the browser, decide. */
export type PreferencesInput = {
  /** 0 = Sunday … 6 = Saturday. */
  readonly firstWeekday?: InputMaybe<Scalars['Int']['input']>;
  readonly hourCycle?: InputMaybe<HourCycle>;
  readonly locale?: InputMaybe<Scalars['Locale']['input']>;
};

/** What the form begins with for a client whom the link was made for. */
export type Prefill = {
  readonly __typename: 'Prefill';
  readonly email: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly phone?: Maybe<Scalars['String']['output']>;
};

export type PreviewAvailabilityResult = AvailabilityPreview | InvalidInput | Refused;

export type PreviewBulkChangeResult = BulkChangePreview | InvalidInput | Refused;

export type PreviewLinkSeriesInput = {
  readonly coach: Scalars['String']['input'];
  /** It has an end. The policies refuse, skip and the nearest ones are possible, and the choices SKIP and AT. */
  readonly dates: SeriesDatesInput;
  readonly link: Scalars['String']['input'];
};

export type PreviewLinkSeriesResult = InvalidInput | LinkSeriesPreview | LinkUnavailable;

export type PreviewProgramShiftResult = InvalidInput | NoPlan | ProgramPlan | Refused;

export type PreviewSeriesInput = {
  /** Zone of the client's local times in the answer. */
  readonly clientTimeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  readonly dates: SeriesDatesInput;
  readonly sessionType: Scalars['ID']['input'];
};

export type PreviewSeriesResult = InvalidInput | Refused | SeriesPreview;

/** An expected failure, as data. */
export type Problem = {
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** What went wrong: stable codes to program against. */
export type ProblemCode =
  | 'ADDRESS_UNPROVEN'
  | 'ALREADY_CANCELLED'
  | 'ALREADY_OFFERED'
  | 'ALREADY_SEATED'
  | 'ALREADY_WAITING'
  | 'BOOKING_NOT_FOUND'
  | 'BULK_CHANGE_CLASH'
  | 'BULK_RUN_CHANGED'
  | 'FORBIDDEN'
  | 'HOLD_EXPIRED'
  | 'IDEMPOTENCY_CONFLICT'
  | 'INVALID_INPUT'
  | 'LINK_UNAVAILABLE'
  | 'NOT_FOUND'
  | 'NOT_SIGNED_IN'
  | 'NOT_WAITING'
  | 'NOT_YET'
  | 'NO_PLAN'
  | 'OFFER_GONE'
  | 'PLAN_CHANGED'
  | 'SERIES_CLASH'
  | 'SLOT_NOT_OFFERED'
  | 'SLOT_TAKEN'
  | 'TIME_FREE'
  | 'TOO_LATE'
  | 'TOO_MANY_ATTEMPTS'
  | 'TOO_MANY_HOLDS'
  | 'TOO_MANY_WAITING'
  | 'UNDO_EXPIRED'
  | 'WAITING_NOT_FOUND'
  | 'WRONG_CODE';

/** An ordered plan of sessions, to be booked at once for a client. */
export type Program = Node & {
  readonly __typename: 'Program';
  readonly createdAt: Scalars['DateTime']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** Sessions in all. */
  readonly sessionCount: Scalars['Int']['output'];
  /** By how many weeks the last session may be later than wished. */
  readonly spareWeeks: Scalars['Int']['output'];
  readonly steps: ReadonlyArray<ProgramStep>;
  /** Raised by every change of the program. */
  readonly version: Scalars['Int']['output'];
};

export type ProgramBooked = {
  readonly __typename: 'ProgramBooked';
  /** In order of start. */
  readonly bookings: ReadonlyArray<Booking>;
  readonly programBooking: ProgramBooking;
  readonly undo: Undo;
};

/** A program as it was booked for a client. */
export type ProgramBooking = Node & {
  readonly __typename: 'ProgramBooking';
  /** Its sessions in order, cancelled ones included. */
  readonly bookings: ReadonlyArray<Booking>;
  readonly client: Client;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  /** What the program was called then. */
  readonly name: Scalars['String']['output'];
  /** Null once it was deleted. */
  readonly program?: Maybe<Program>;
  readonly startDate: Scalars['LocalDate']['output'];
  /** As they were then. */
  readonly steps: ReadonlyArray<ProgramStep>;
  /** Zone of its dates and wished times. */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** Raised by every change of the whole. */
  readonly version: Scalars['Int']['output'];
};

export type ProgramBookingConnection = {
  readonly __typename: 'ProgramBookingConnection';
  readonly edges: ReadonlyArray<ProgramBookingEdge>;
  readonly pageInfo: PageInfo;
  /** Length of the whole list, whatever the page. */
  readonly totalCount: Scalars['Int']['output'];
};

export type ProgramBookingEdge = {
  readonly __typename: 'ProgramBookingEdge';
  /** Stands for this place in the list; give it as `after`. */
  readonly cursor: Scalars['String']['output'];
  readonly node: ProgramBooking;
};

/** Everything is exactly as it was before. */
export type ProgramChangeUndone = {
  readonly __typename: 'ProgramChangeUndone';
  readonly undone: Scalars['Boolean']['output'];
};

/** What was booked from it stays. */
export type ProgramDeleted = {
  readonly __typename: 'ProgramDeleted';
  readonly id: Scalars['ID']['output'];
};

/** How long after the session before: at least, wished, at most. */
export type ProgramGap = {
  readonly __typename: 'ProgramGap';
  readonly max: Scalars['Int']['output'];
  readonly min: Scalars['Int']['output'];
  readonly unit: GapUnit;
  readonly wished: Scalars['Int']['output'];
};

/** How long after the session before. */
export type ProgramGapInput = {
  /** At most; the wished one without. */
  readonly max?: InputMaybe<Scalars['Int']['input']>;
  /** At least; the wished one without. */
  readonly min?: InputMaybe<Scalars['Int']['input']>;
  readonly unit?: GapUnit;
  /** 0 to 52 weeks, or 0 to 366 days. */
  readonly wished: Scalars['Int']['input'];
};

/** Where a session of a program is put by hand. */
export type ProgramMoveInput = {
  /** Which session, from 0. */
  readonly session: Scalars['Int']['input'];
  readonly start: MomentInput;
};

/** When the sessions of a program would be; nothing was booked. */
export type ProgramPlan = {
  readonly __typename: 'ProgramPlan';
  /** Give it as `shown`, so that nothing else is done than what was seen. */
  readonly fingerprint: Scalars['String']['output'];
  /** The last date that a session may take. */
  readonly lastDate: Scalars['LocalDate']['output'];
  /** How many were put where they cannot be; nothing can be done while there are any. */
  readonly open: Scalars['Int']['output'];
  /** The coach's revision at which this was true. */
  readonly revision: Scalars['Int']['output'];
  /** In order. */
  readonly sessions: ReadonlyArray<PlannedSession>;
  /** Of its dates and wished times. */
  readonly timeZone: Scalars['TimeZone']['output'];
};

export type ProgramSaved = {
  readonly __typename: 'ProgramSaved';
  readonly program: Program;
};

export type ProgramShifted = {
  readonly __typename: 'ProgramShifted';
  /** Those that moved, in order of start. */
  readonly bookings: ReadonlyArray<Booking>;
  readonly programBooking: ProgramBooking;
  readonly undo: Undo;
};

/** One or more sessions of a kind within a program. */
export type ProgramStep = {
  readonly __typename: 'ProgramStep';
  /** From the session before to its first; of the first step, from the start date. */
  readonly after: ProgramGap;
  /** How many sessions. */
  readonly count: Scalars['Int']['output'];
  /** Between its own sessions; null for a single one. */
  readonly every?: Maybe<ProgramGap>;
  /** Wished times: it begins then or later. */
  readonly fromTime?: Maybe<Scalars['LocalTime']['output']>;
  readonly minutes: Scalars['Int']['output'];
  /** What the coach calls it, such as Intake. */
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly sessionType: SessionType;
  /** It ends then or earlier. */
  readonly toTime?: Maybe<Scalars['LocalTime']['output']>;
  /** Wished weekdays, 0 = Sunday … 6 = Saturday; all without. */
  readonly weekdays: ReadonlyArray<Scalars['Int']['output']>;
};

/** One or more sessions of a kind within a program. */
export type ProgramStepInput = {
  /** From the session before to its first; one week without. The first step counts from the start date, and lies in the week that begins with it without. */
  readonly after?: InputMaybe<ProgramGapInput>;
  /** How many sessions; 1 to 60. */
  readonly count?: Scalars['Int']['input'];
  /** Between its own sessions; one week without. */
  readonly every?: InputMaybe<ProgramGapInput>;
  /** Wished: it begins then or later. */
  readonly fromTime?: InputMaybe<Scalars['LocalTime']['input']>;
  /** 5 to 1,440; the type's first length without. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** What you call it, such as Intake; at most 80 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly sessionType: Scalars['ID']['input'];
  /** Wished: it ends then or earlier. */
  readonly toTime?: InputMaybe<Scalars['LocalTime']['input']>;
  /** Wished weekdays, 0 = Sunday … 6 = Saturday; all without. */
  readonly weekdays?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
};

/** What a step of a program wishes for. */
export type ProgramWish =
  /** The distance from the session before. */
  | 'GAP'
  /** Its times of day. */
  | 'TIME'
  /** One of its weekdays. */
  | 'WEEKDAY';

export type ProveEmailInput = {
  /** The six digits that were sent. */
  readonly code: Scalars['String']['input'];
  /** Of the answer that asked for the code. */
  readonly holdToken: Scalars['String']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
};

export type ProveEmailResult = AlreadySeated | Booked | HoldExpired | IdempotencyConflict | InvalidInput | LinkUnavailable | SlotNotOffered | SlotTaken | TooManyAttempts | TooManyHolds | WrongCode;

export type Query = {
  readonly __typename: 'Query';
  /** Dates with their open time and what makes it. For the coach. */
  readonly availabilityDays: AvailabilityDaysResult;
  /** A booking, opened with the secret token of a seat in it. */
  readonly booking: BookingAccessResult;
  /** What a link leads to. Unknown, switched off, expired and used up look alike. */
  readonly bookingPage: BookingPageResult;
  /** What importing a file would add, or every place that is wrong in it. */
  readonly checkSharedFile: CheckSharedFileResult;
  /** Why a start is or is not offered. For the coach. */
  readonly explainSlot: ExplainSlotResult;
  /** Countries whose public holidays are known; or the states of a country; or the regions of a state. */
  readonly holidayPlaces: HolidayPlacesResult;
  /** Moments as the clocks of a zone show them, in the order given; a skipped time moves forward. */
  readonly moments: ReadonlyArray<Moment>;
  /** Anything of one's own practice by its global id; null for everything else. */
  readonly node?: Maybe<Node>;
  /** When the sessions of a program would be: each where it fits best, with what could not be kept and why. */
  readonly planProgram: PlanProgramResult;
  /** What a change of hours would do to the sessions to come, without making it. For the coach. */
  readonly previewAvailability: PreviewAvailabilityResult;
  /** What moving, retyping or cancelling many sessions would do: what moves, what clashes, who is told. */
  readonly previewBulkChange: PreviewBulkChangeResult;
  /** What booking a series through a link would do. */
  readonly previewLinkSeries: PreviewLinkSeriesResult;
  /** Where the sessions of a booked program would go when one of them is moved. */
  readonly previewProgramShift: PreviewProgramShiftResult;
  /** What booking a series would do, session by session. */
  readonly previewSeries: PreviewSeriesResult;
  /** What a change of a series would do: what moves, what clashes, which exceptions stay, who is told. */
  readonly previewSeriesChange: PreviewSeriesResult;
  /** Writes session types, hours and programs into a file for another coach. Places of session types are in it. */
  readonly sharePractice: SharePracticeResult;
  /** The slots of a link by local date. */
  readonly slots: SlotsResult;
  readonly timeZones: TimeZoneCatalog;
  /** The signed-in coach; null for everybody else. */
  readonly viewer?: Maybe<Coach>;
  /** A wait, opened with the secret token of its entry. */
  readonly waiting: WaitingResult;
  /** One entry of her list. For the coach. */
  readonly waitlistEntry?: Maybe<WaitlistEntry>;
  /** Why a start of a link is not offered, as far as a visitor may know it. */
  readonly whyNot: WhyNotResult;
};


export type QueryAvailabilityDaysArgs = {
  from: Scalars['LocalDate']['input'];
  sessionType?: InputMaybe<Scalars['ID']['input']>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  to: Scalars['LocalDate']['input'];
};


export type QueryBookingArgs = {
  token: Scalars['String']['input'];
};


export type QueryBookingPageArgs = {
  bookingToken?: InputMaybe<Scalars['String']['input']>;
  coach: Scalars['String']['input'];
  link: Scalars['String']['input'];
};


export type QueryCheckSharedFileArgs = {
  input: SharedFileInput;
};


export type QueryExplainSlotArgs = {
  minutes?: InputMaybe<Scalars['Int']['input']>;
  sessionType: Scalars['ID']['input'];
  start: MomentInput;
};


export type QueryHolidayPlacesArgs = {
  country?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMomentsArgs = {
  of: ReadonlyArray<MomentInput>;
  timeZone: Scalars['TimeZone']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPlanProgramArgs = {
  input: PlanProgramInput;
};


export type QueryPreviewAvailabilityArgs = {
  change: AvailabilityChangeInput;
};


export type QueryPreviewBulkChangeArgs = {
  input: BulkChangeInput;
};


export type QueryPreviewLinkSeriesArgs = {
  input: PreviewLinkSeriesInput;
};


export type QueryPreviewProgramShiftArgs = {
  input: ShiftProgramInput;
};


export type QueryPreviewSeriesArgs = {
  input: PreviewSeriesInput;
};


export type QueryPreviewSeriesChangeArgs = {
  input: SeriesChangeInput;
};


export type QuerySharePracticeArgs = {
  availabilityTemplates?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  programs?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  sessionTypes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
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


export type QueryWaitingArgs = {
  token: Scalars['String']['input'];
};


export type QueryWaitlistEntryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWhyNotArgs = {
  coach: Scalars['String']['input'];
  link: Scalars['String']['input'];
  minutes?: InputMaybe<Scalars['Int']['input']>;
  startAt: Scalars['DateTime']['input'];
};

/** Something that is asked of whoever books. */
export type Question = {
  readonly __typename: 'Question';
  readonly help?: Maybe<Scalars['String']['output']>;
  /** Names the question within its session type, for good. */
  readonly key: Scalars['String']['output'];
  readonly kind: QuestionKind;
  readonly label: Scalars['String']['output'];
  /** What can be chosen; empty but for the two kinds of choice. */
  readonly options: ReadonlyArray<Scalars['String']['output']>;
  readonly required: Scalars['Boolean']['output'];
  /** Without one it is always asked. */
  readonly shownWhen?: Maybe<QuestionCondition>;
};

/** A question is asked only when an earlier one has one of these answers. */
export type QuestionCondition = {
  readonly __typename: 'QuestionCondition';
  /** Any of these; of a checkbox: yes or no. */
  readonly answers: ReadonlyArray<Scalars['String']['output']>;
  /** Key of the earlier question. */
  readonly question: Scalars['String']['output'];
};

/** The question is asked only when an earlier one has one of these answers. */
export type QuestionConditionInput = {
  /** Any of these options; of a checkbox: yes or no. */
  readonly answers: ReadonlyArray<Scalars['String']['input']>;
  /** Key of an earlier choice, multiple choice or checkbox. */
  readonly question: Scalars['String']['input'];
};

/** Something that is asked of whoever books. */
export type QuestionInput = {
  /** At most 500 characters. */
  readonly help?: InputMaybe<Scalars['String']['input']>;
  /** Names the question for good: 1 to 40 of a–z, 0–9 and hyphens. */
  readonly key: Scalars['String']['input'];
  readonly kind: QuestionKind;
  /** At most 200 characters. */
  readonly label: Scalars['String']['input'];
  /** 2 to 20 different ones for the two kinds of choice. */
  readonly options?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly required?: Scalars['Boolean']['input'];
  readonly shownWhen?: InputMaybe<QuestionConditionInput>;
};

/** How a question is answered. */
export type QuestionKind =
  | 'CHECKBOX'
  | 'CHOICE'
  | 'LONG_TEXT'
  | 'MULTIPLE_CHOICE'
  | 'PHONE'
  | 'TEXT';

export type RecordAttendanceInput = {
  readonly attendance: Attendance;
  /** One seat of a group; the whole session without it. */
  readonly attendee?: InputMaybe<Scalars['ID']['input']>;
  readonly booking: Scalars['ID']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
};

export type RecordAttendanceResult = AlreadyCancelled | AttendanceRecorded | IdempotencyConflict | InvalidInput | NotYet | Refused;

/** Not signed in, or there is no such thing for this coach. */
export type Refused = Problem & {
  readonly __typename: 'Refused';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

export type RemoveDateOverridesResult = DateOverridesRemoved | InvalidInput | Refused;

export type RemoveSeriesMemberInput = {
  readonly client: Scalars['ID']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
  /** For the client; at most 2,000 characters. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  readonly series: Scalars['ID']['input'];
};

export type RequestMoveInput = {
  readonly booking: Scalars['ID']['input'];
  /** For the client; at most 2,000 characters. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
};

export type RequestMoveResult = AlreadyCancelled | InvalidInput | MoveRequestSaved | Refused;

export type RescheduleBookingInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  readonly startAt: Scalars['DateTime']['input'];
  /** The client's zone from now on, and that of local times in the answer. */
  readonly timeZone: Scalars['TimeZone']['input'];
  readonly token: Scalars['String']['input'];
};

export type RescheduleBookingResult = AlreadyCancelled | AlreadySeated | BookingMoved | BookingNotFound | IdempotencyConflict | InvalidInput | SlotNotOffered | SlotTaken | TooLate;

export type RescheduleSessionInput = {
  readonly booking: Scalars['ID']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
  /** For the client; at most 2,000 characters. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  readonly start: MomentInput;
};

export type RescheduleSessionResult = AlreadyCancelled | BookingMoved | IdempotencyConflict | InvalidInput | Refused | SlotTaken;

export type SaveAvailabilityTemplateResult = AvailabilityTemplateSaved | InvalidInput | Refused;

export type SaveBookingLinkResult = BookingLinkSaved | InvalidInput | Refused;

export type SaveHolidaysResult = HolidaysSaved | InvalidInput | Refused;

export type SaveProgramResult = InvalidInput | ProgramSaved | Refused;

export type SaveSessionTypeResult = InvalidInput | Refused | SessionTypeSaved;

export type SaveTimeOffResult = InvalidInput | Refused | TimeOffSaved;

export type SaveTravelResult = InvalidInput | Refused | TravelSaved;

export type SeatSaved = {
  readonly __typename: 'SeatSaved';
  readonly attendee: Attendee;
};

export type SendCodeResult = CodeSent | HoldExpired | InvalidInput | TooManyAttempts;

/** A recurring booking: a rule in wall time and a zone, with its exceptions. */
export type Series = Node & {
  readonly __typename: 'Series';
  /** Seats of the whole course: 1, or those of the group. */
  readonly capacity: Scalars['Int']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  readonly isEndless: Scalars['Boolean']['output'];
  /** Who takes part in all sessions to come. For the coach alone. */
  readonly members: ReadonlyArray<SeriesMember>;
  /** Length of the sessions to come. */
  readonly minutes: Scalars['Int']['output'];
  /** The first of the sessions to come. */
  readonly nextBooking?: Maybe<Booking>;
  /** Its dates in a range of local dates, both included; at most 1,830 days. */
  readonly occurrences: ReadonlyArray<SeriesOccurrence>;
  /** How it repeats from now on. */
  readonly pattern: SeriesPattern;
  readonly pauses: ReadonlyArray<SeriesPause>;
  /** What becomes of clashes when time alone adds sessions. */
  readonly policy: ClashPolicy;
  /** As RRULE, EXDATE and RDATE lines (RFC 5545): just the sessions that are booked. */
  readonly recurrence: Scalars['String']['output'];
  /** Of the sessions to come. */
  readonly sessionType: SessionType;
  /** Sessions that are booked and still to come. */
  readonly sessionsToCome: Scalars['Int']['output'];
  /** The zone in which its times were agreed. */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** Raised by every change of the series. */
  readonly version: Scalars['Int']['output'];
};


/** A recurring booking: a rule in wall time and a zone, with its exceptions. */
export type SeriesOccurrencesArgs = {
  from: Scalars['LocalDate']['input'];
  to: Scalars['LocalDate']['input'];
};

export type SeriesBooked = {
  readonly __typename: 'SeriesBooked';
  /** In order of start. */
  readonly bookings: ReadonlyArray<Booking>;
  readonly series: Series;
  readonly undo?: Maybe<Undo>;
};

/** With `following` and `all` the series ends with the session before. */
export type SeriesCancelInput = {
  /** For the clients; at most 2,000 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The session that the change is made with: its recurrenceId. */
  readonly recurrenceId: Scalars['LocalDateTime']['input'];
  readonly scope: SeriesScope;
};

/** Exactly one of move, length, type, cancel, pause, resumeFrom, extend and end. */
export type SeriesChangeInput = {
  readonly cancel?: InputMaybe<SeriesCancelInput>;
  readonly choices?: InputMaybe<ReadonlyArray<SeriesChoiceInput>>;
  /** Zone of the client's local times; the first member's without. */
  readonly clientTimeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  readonly end?: InputMaybe<SeriesEndInput>;
  readonly extend?: InputMaybe<SeriesExtendInput>;
  /** Whether sessions that were changed for themselves stay as they are. */
  readonly keepExceptions?: Scalars['Boolean']['input'];
  readonly length?: InputMaybe<SeriesLengthInput>;
  readonly move?: InputMaybe<SeriesMoveInput>;
  readonly pause?: InputMaybe<SeriesPauseInput>;
  readonly policy?: ClashPolicy;
  /** Pauses end the day before, and later ones are given up. */
  readonly resumeFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  readonly series: Scalars['ID']['input'];
  readonly type?: InputMaybe<SeriesTypeInput>;
};

/** Everything is exactly as it was before. */
export type SeriesChangeUndone = {
  readonly __typename: 'SeriesChangeUndone';
  /** Those that are still there: what was booked then is gone. */
  readonly series: ReadonlyArray<Series>;
};

export type SeriesChanged = {
  readonly __typename: 'SeriesChanged';
  readonly series: Series;
  readonly undo: Undo;
};

export type SeriesChoiceInput = {
  readonly kind: SeriesChoiceKind;
  /** For SKIP: why; at most 200 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly recurrenceId: Scalars['LocalDateTime']['input'];
  /** For AT. */
  readonly start?: InputMaybe<MomentInput>;
};

/** What was decided for one session, whatever the policy. */
export type SeriesChoiceKind =
  /** Left out, and one more is added at the end. */
  | 'APPEND'
  /** At another time. */
  | 'AT'
  /** There all the same; where only hours, time off or limits stand against it. For the coach. */
  | 'KEEP'
  /** Left out. */
  | 'SKIP'
  /** It stays where it is. For changes alone. */
  | 'STAY';

/** Some sessions have no place, or it is not what was shown. Nothing was saved. */
export type SeriesClash = Problem & {
  readonly __typename: 'SeriesClash';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
  readonly preview: SeriesPreview;
};

export type SeriesConnection = {
  readonly __typename: 'SeriesConnection';
  readonly edges: ReadonlyArray<SeriesEdge>;
  readonly pageInfo: PageInfo;
  /** Length of the whole list, whatever the page. */
  readonly totalCount: Scalars['Int']['output'];
};

/** When a series takes place, and what becomes of its clashes. */
export type SeriesDatesInput = {
  /** Decided one by one; these come before the policy. */
  readonly choices?: InputMaybe<ReadonlyArray<SeriesChoiceInput>>;
  /** Length of each session; the type's first without. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  readonly policy?: ClashPolicy;
  /** An RRULE such as FREQ=WEEKLY;COUNT=12, or lines of RRULE, EXDATE and RDATE; a DTSTART takes the place of start. Without COUNT and UNTIL it has no end. */
  readonly recurrence: Scalars['String']['input'];
  /** Wall-clock time of the first session. */
  readonly start: Scalars['LocalDateTime']['input'];
  /** The zone in which the sessions keep their time: the coach's, which it is without, or the client's. */
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

export type SeriesEdge = {
  readonly __typename: 'SeriesEdge';
  /** Stands for this place in the list; give it as `after`. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Series;
};

/** What is to happen to one session of a series. */
export type SeriesEffectKind =
  /** It is new. */
  | 'BOOK'
  | 'CANCEL'
  /** It gets another time, length or type. */
  | 'CHANGE'
  /** An exception that stays as it is. */
  | 'KEEP'
  /** A pause drops it. */
  | 'PAUSE';

export type SeriesEndInput = {
  /** Nothing after this date. */
  readonly lastDate: Scalars['LocalDate']['input'];
  /** For the clients; at most 2,000 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Exactly one of them. */
export type SeriesExtendInput = {
  /** Without an end. */
  readonly endless?: InputMaybe<Scalars['Boolean']['input']>;
  /** So many sessions more; 1 to 500. */
  readonly more?: InputMaybe<Scalars['Int']['input']>;
  /** Until this date, included. */
  readonly until?: InputMaybe<Scalars['LocalDate']['input']>;
};

export type SeriesFrequency =
  | 'DAILY'
  | 'MONTHLY'
  | 'WEEKLY'
  | 'YEARLY';

export type SeriesLengthInput = {
  /** 5 to 1,440. */
  readonly minutes: Scalars['Int']['input'];
  /** The session that the change is made with: its recurrenceId. */
  readonly recurrenceId: Scalars['LocalDateTime']['input'];
  readonly scope: SeriesScope;
};

/** Somebody who takes part in all sessions to come. */
export type SeriesMember = {
  readonly __typename: 'SeriesMember';
  readonly client: Client;
  readonly joinedAt: Scalars['DateTime']['output'];
};

/** With `following` and `all` the others move by as much on the wall clock. */
export type SeriesMoveInput = {
  /** The session that the change is made with: its recurrenceId. */
  readonly recurrenceId: Scalars['LocalDateTime']['input'];
  readonly scope: SeriesScope;
  /** Where that session goes. */
  readonly start: MomentInput;
};

/** One date of a series, whether or not a session takes place. */
export type SeriesOccurrence = {
  readonly __typename: 'SeriesOccurrence';
  /** The session, also a cancelled one. */
  readonly booking?: Maybe<Booking>;
  readonly endAt: Scalars['DateTime']['output'];
  /** Whether it differs from the series in time, length or type. */
  readonly isException: Scalars['Boolean']['output'];
  /** In the series' zone. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  /** Why no session takes place. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The wall time that the rule names; it never changes. */
  readonly recurrenceId: Scalars['LocalDateTime']['output'];
  readonly startAt: Scalars['DateTime']['output'];
  readonly state: SeriesOccurrenceState;
};

/** What is there for a date of a series. */
export type SeriesOccurrenceState =
  | 'BOOKED'
  /** By the coach or by the client. */
  | 'CANCELLED'
  /** Dropped by a pause. */
  | 'PAUSED'
  /** Left out, for a clash or by choice. */
  | 'SKIPPED';

/** What becomes of a session that is to be booked or changed. */
export type SeriesOutcomeKind =
  /** Left out, and added at the end. */
  | 'APPENDED'
  /** At the time that was chosen. */
  | 'CHOSEN'
  /** Its time is free. */
  | 'FREE'
  /** There all the same. */
  | 'KEPT'
  /** At the nearest free time. */
  | 'NEAREST'
  /** Nobody has decided yet: nothing can be done before. */
  | 'OPEN'
  /** Left out. */
  | 'SKIPPED'
  /** Where it was. */
  | 'STAYS';

/** How a series repeats, to be said in words. What a rule has beyond it stands in `recurrence`. */
export type SeriesPattern = {
  readonly __typename: 'SeriesPattern';
  /** Sessions in all, where it ends after a number of them. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** Null for a single session. */
  readonly frequency?: Maybe<SeriesFrequency>;
  readonly interval: Scalars['Int']['output'];
  /** False where words cannot say it all: several times a day, positions, days moved off the rule. */
  readonly isPlain: Scalars['Boolean']['output'];
  /** When the sessions begin, on the clocks of the series' zone. */
  readonly localTime: Scalars['LocalTime']['output'];
  /** Days of the month, counted from its end when negative. */
  readonly monthDays: ReadonlyArray<Scalars['Int']['output']>;
  /** The last date, where it ends with one. */
  readonly until?: Maybe<Scalars['LocalDate']['output']>;
  readonly weekdays: ReadonlyArray<SeriesWeekday>;
};

/** Dates on which a series rests. */
export type SeriesPause = {
  readonly __typename: 'SeriesPause';
  readonly fromDate: Scalars['LocalDate']['output'];
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The last one; null until it is resumed. */
  readonly toDate?: Maybe<Scalars['LocalDate']['output']>;
};

export type SeriesPauseInput = {
  /** Whether as many sessions are added at the end. */
  readonly append?: Scalars['Boolean']['input'];
  readonly fromDate: Scalars['LocalDate']['input'];
  /** For the clients; at most 2,000 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The last date; until it is resumed without. */
  readonly toDate?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** What booking or changing a series would do; nothing was saved. */
export type SeriesPreview = {
  readonly __typename: 'SeriesPreview';
  /** Give it as `shown`, so that nothing else is done than what was seen. */
  readonly fingerprint: Scalars['String']['output'];
  /** It has no end: these are the sessions of the coming year. */
  readonly isEndless: Scalars['Boolean']['output'];
  /** In order of time; for a change only what it touches. */
  readonly occurrences: ReadonlyArray<SeriesPreviewOccurrence>;
  /** How many have no place yet; nothing can be done while there are any. */
  readonly open: Scalars['Int']['output'];
  /** The series as DTSTART, RRULE, EXDATE and RDATE lines, as it would be; empty while sessions are open. */
  readonly recurrence: Scalars['String']['output'];
  /** The coach's revision at which this was true. */
  readonly revision: Scalars['Int']['output'];
  readonly timeZone: Scalars['TimeZone']['output'];
  /** Who will be told. */
  readonly told: ReadonlyArray<Client>;
};

/** One session of a series before anything is done. */
export type SeriesPreviewOccurrence = {
  readonly __typename: 'SeriesPreviewOccurrence';
  readonly bookedEndAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it will be; null where it will not, or is open. */
  readonly bookedStartAt?: Maybe<Scalars['DateTime']['output']>;
  /** By how much the client's clocks moved since the session before; mostly 0. */
  readonly clientClockShiftMinutes: Scalars['Int']['output'];
  /** In the client's zone. */
  readonly clientLocalStart: Scalars['LocalDateTime']['output'];
  /** By how much the coach's clocks moved since the session before; mostly 0. */
  readonly coachClockShiftMinutes: Scalars['Int']['output'];
  /** In the coach's zone. */
  readonly coachLocalStart: Scalars['LocalDateTime']['output'];
  readonly effect: SeriesEffectKind;
  readonly endAt: Scalars['DateTime']['output'];
  /** The clocks skip its wall time on this date: it begins later. */
  readonly isSkippedTime: Scalars['Boolean']['output'];
  /** In the series' zone. */
  readonly localStart: Scalars['LocalDateTime']['output'];
  /** Whether the choice KEEP would do. */
  readonly mayKeep: Scalars['Boolean']['output'];
  /** The nearest free times, for one that clashes. */
  readonly nearest: ReadonlyArray<Slot>;
  /** Null for what is dropped or stays. */
  readonly outcome?: Maybe<SeriesOutcomeKind>;
  /** What stands against its time; nothing where it is free. */
  readonly reasons: ReadonlyArray<SlotReason>;
  /** The wall time that the rule names; it never changes. */
  readonly recurrenceId: Scalars['LocalDateTime']['output'];
  readonly sessionType: SessionType;
  /** When it should be; for what is dropped, when it was. */
  readonly startAt: Scalars['DateTime']['output'];
  readonly wasEndAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it is now; null for a new one. */
  readonly wasStartAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Which sessions a change is about. What has begun is never changed. */
export type SeriesScope =
  /** All that are still to come. */
  | 'ALL'
  /** It and those after it. */
  | 'FOLLOWING'
  /** One session. */
  | 'THIS';

export type SeriesTypeInput = {
  /** The type's first length without. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** The session that the change is made with: its recurrenceId. */
  readonly recurrenceId: Scalars['LocalDateTime']['input'];
  readonly scope: SeriesScope;
  readonly sessionType: Scalars['ID']['input'];
};

/** A weekday of a rule; with nth only that one of the month, counted from its end when negative. */
export type SeriesWeekday = {
  readonly __typename: 'SeriesWeekday';
  readonly nth?: Maybe<Scalars['Int']['output']>;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekday: Scalars['Int']['output'];
};

/** What a new session type begins with. */
export type SessionDefaults = {
  readonly __typename: 'SessionDefaults';
  readonly bufferAfterMinutes: Scalars['Int']['output'];
  readonly bufferBeforeMinutes: Scalars['Int']['output'];
  readonly cancelNoticeMinutes: Scalars['Int']['output'];
  readonly grid: SlotGrid;
  readonly horizonDays: Scalars['Int']['output'];
  readonly maxMinutesPerDay?: Maybe<Scalars['Int']['output']>;
  readonly maxMinutesPerMonth?: Maybe<Scalars['Int']['output']>;
  readonly maxMinutesPerWeek?: Maybe<Scalars['Int']['output']>;
  readonly maxPerDay?: Maybe<Scalars['Int']['output']>;
  readonly maxPerMonth?: Maybe<Scalars['Int']['output']>;
  readonly maxPerWeek?: Maybe<Scalars['Int']['output']>;
  readonly noticeMinutes: Scalars['Int']['output'];
  readonly stepMinutes: Scalars['Int']['output'];
};

/** What is left out stays as it is; the bounds are those of a session type. */
export type SessionDefaultsInput = {
  readonly bufferAfterMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly bufferBeforeMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly cancelNoticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly grid?: InputMaybe<SlotGrid>;
  readonly horizonDays?: InputMaybe<Scalars['Int']['input']>;
  readonly maxMinutesPerDay?: InputMaybe<Scalars['Int']['input']>;
  readonly maxMinutesPerMonth?: InputMaybe<Scalars['Int']['input']>;
  readonly maxMinutesPerWeek?: InputMaybe<Scalars['Int']['input']>;
  readonly maxPerDay?: InputMaybe<Scalars['Int']['input']>;
  readonly maxPerMonth?: InputMaybe<Scalars['Int']['input']>;
  readonly maxPerWeek?: InputMaybe<Scalars['Int']['input']>;
  readonly noticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly stepMinutes?: InputMaybe<Scalars['Int']['input']>;
};

/** The most sessions and session minutes over all session types; null where there is no limit. */
export type SessionLimits = {
  readonly __typename: 'SessionLimits';
  /** Session minutes on one date. */
  readonly minutesPerDay?: Maybe<Scalars['Int']['output']>;
  /** Session minutes in a calendar month. */
  readonly minutesPerMonth?: Maybe<Scalars['Int']['output']>;
  /** Session minutes from Sunday to Saturday. */
  readonly minutesPerWeek?: Maybe<Scalars['Int']['output']>;
  /** Sessions on one date of the coach's calendar. */
  readonly perDay?: Maybe<Scalars['Int']['output']>;
  /** Sessions in a calendar month. */
  readonly perMonth?: Maybe<Scalars['Int']['output']>;
  /** Sessions from Sunday to Saturday. */
  readonly perWeek?: Maybe<Scalars['Int']['output']>;
};

/** What is left out stays as it is; null removes a limit. */
export type SessionLimitsInput = {
  /** 1 to 1,440. */
  readonly minutesPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 44,640. */
  readonly minutesPerMonth?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 10,080. */
  readonly minutesPerWeek?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 100. */
  readonly perDay?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 2,000. */
  readonly perMonth?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 500. */
  readonly perWeek?: InputMaybe<Scalars['Int']['input']>;
};

/** Sessions to come: named one by one, or all of a range of dates that fit. With both, those of the range that are named. */
export type SessionSelectionInput = {
  /** At most 500. */
  readonly bookings?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only with these clients. */
  readonly clients?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** First date in the coach's zone; needs to. */
  readonly from?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Only of these session types. */
  readonly sessionTypes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Last date, included; at most 366 days. */
  readonly to?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Only on these weekdays, 0 = Sunday … 6 = Saturday. */
  readonly weekdays?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
};

/** What can be booked: its length, its spacing and its rules. */
export type SessionType = Node & {
  readonly __typename: 'SessionType';
  /** An inactive type is offered nowhere. */
  readonly active: Scalars['Boolean']['output'];
  /** Hours the coach has to approve; unanswered, the booking lapses. */
  readonly approvalHours: Scalars['Int']['output'];
  /** The first bookable date, where the dates are fixed. */
  readonly bookableFrom?: Maybe<Scalars['LocalDate']['output']>;
  /** The last bookable date, where the dates are fixed; it then holds in place of horizonDays. */
  readonly bookableUntil?: Maybe<Scalars['LocalDate']['output']>;
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
  /** How many guests a client may bring along; none unless the coach says so. */
  readonly maxGuests: Scalars['Int']['output'];
  /** Minutes of this type on one date. */
  readonly maxMinutesPerDay?: Maybe<Scalars['Int']['output']>;
  /** Minutes of this type in a calendar month. */
  readonly maxMinutesPerMonth?: Maybe<Scalars['Int']['output']>;
  /** Minutes of this type from Sunday to Saturday. */
  readonly maxMinutesPerWeek?: Maybe<Scalars['Int']['output']>;
  /** Sessions of this type on one date of the coach's calendar. */
  readonly maxPerDay?: Maybe<Scalars['Int']['output']>;
  /** Sessions of this type in a calendar month. */
  readonly maxPerMonth?: Maybe<Scalars['Int']['output']>;
  /** Sessions of this type from Sunday to Saturday. */
  readonly maxPerWeek?: Maybe<Scalars['Int']['output']>;
  /** How many sessions a client may book at once as a series; 0 when they are booked one by one. */
  readonly maxSeriesSessions: Scalars['Int']['output'];
  /** Offered lengths in minutes, ascending; the first is the default. */
  readonly minutes: ReadonlyArray<Scalars['Int']['output']>;
  readonly name: Scalars['String']['output'];
  /** A start is bookable until this long before it. */
  readonly noticeMinutes: Scalars['Int']['output'];
  /** Where its sessions happen. Meeting links and numbers are for the coach alone. */
  readonly place: Place;
  /** Whether every booking gets a video meeting of its own; its place then has no detail here. */
  readonly placePerBooking: Scalars['Boolean']['output'];
  /** What is asked of whoever books, in order. */
  readonly questions: ReadonlyArray<Question>;
  /** Whether the coach confirms each booking; until then it is pending. */
  readonly requiresApproval: Scalars['Boolean']['output'];
  /** Whether a code sent to the mail address must be entered before the slot is taken. */
  readonly requiresEmailProof: Scalars['Boolean']['output'];
  /** Distance between offered starts, in minutes. */
  readonly stepMinutes: Scalars['Int']['output'];
};

export type SessionTypeSaved = {
  readonly __typename: 'SessionTypeSaved';
  readonly sessionType: SessionType;
};

/** The same hours for many dates at once, in place of what held on them. */
export type SetDateOverridesInput = {
  /** 1 to 366 dates. */
  readonly dates: ReadonlyArray<Scalars['LocalDate']['input']>;
  /** The coach's zone without. */
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** No windows close the dates. */
  readonly windows: ReadonlyArray<DayWindowInput>;
};

export type SetDateOverridesResult = DateOverridesSaved | InvalidInput | Refused;

export type SharePracticeResult = InvalidInput | Refused | SharedFile;

/** Session types, hours and programs to be passed on: no ids, no clients, no sessions. */
export type SharedFile = {
  readonly __typename: 'SharedFile';
  /** What to call the file. */
  readonly fileName: Scalars['String']['output'];
  /** JSON. */
  readonly text: Scalars['String']['output'];
};

/** What importing a file would add; nothing was saved. */
export type SharedFileContents = {
  readonly __typename: 'SharedFileContents';
  readonly availabilityTemplates: ReadonlyArray<SharedPart>;
  readonly programs: ReadonlyArray<SharedPart>;
  readonly sessionTypes: ReadonlyArray<SharedPart>;
};

/** Something in a file that cannot be saved. */
export type SharedFileFault = {
  readonly __typename: 'SharedFileFault';
  /** From 1. */
  readonly line: Scalars['Int']['output'];
  readonly message: Scalars['String']['output'];
  /** The field, like programs.0.steps.1.minutes. */
  readonly path: Scalars['String']['output'];
};

/** What was added. Session types are inactive until the coach has looked at their place. */
export type SharedFileImported = {
  readonly __typename: 'SharedFileImported';
  /** In force for nobody yet. */
  readonly availabilityTemplates: ReadonlyArray<AvailabilityTemplate>;
  readonly programs: ReadonlyArray<Program>;
  readonly sessionTypes: ReadonlyArray<SessionType>;
};

export type SharedFileInput = {
  /** The text of the file: JSON, at most about 50 KB. */
  readonly text: Scalars['String']['input'];
  /** Where the coach has a session type of the same name, programs use hers, and none is added. */
  readonly useOwnTypes?: Scalars['Boolean']['input'];
};

/** The file cannot be imported as it is; nothing was saved. */
export type SharedFileRefused = Problem & {
  readonly __typename: 'SharedFileRefused';
  readonly code: ProblemCode;
  /** In order of lines; at most 50. */
  readonly faults: ReadonlyArray<SharedFileFault>;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** A part of a shared file. */
export type SharedPart = {
  readonly __typename: 'SharedPart';
  /** Whether the coach's own of this name is used instead. */
  readonly isOwn: Scalars['Boolean']['output'];
  /** As it is called in the file. */
  readonly name: Scalars['String']['output'];
  /** As it will be called: numbered where there is one of this name already. */
  readonly newName: Scalars['String']['output'];
};

/** Where a session of a program that is booked goes, and whether those after it follow. */
export type ShiftProgramInput = {
  /** A session to come. */
  readonly booking: Scalars['ID']['input'];
  /** Zone of the client's local times; her own without. */
  readonly clientTimeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Those after it that are put by hand, by their programSession. */
  readonly moves?: InputMaybe<ReadonlyArray<ProgramMoveInput>>;
  /** Whether those after it keep their distances, and move with it; else they stay where they are. */
  readonly shiftFollowing?: Scalars['Boolean']['input'];
  readonly start: MomentInput;
};

export type ShiftProgramResult = IdempotencyConflict | InvalidInput | NoPlan | PlanChanged | ProgramShifted | Refused;

export type ShiftProgramSessionInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  /** For the client; at most 2,000 characters. */
  readonly message?: InputMaybe<Scalars['String']['input']>;
  readonly shift: ShiftProgramInput;
  /** The fingerprint of the preview that was agreed to. */
  readonly shown?: InputMaybe<Scalars['String']['input']>;
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
  /** All of the range, whether or not they differ. */
  readonly fullSessions: ReadonlyArray<FullSession>;
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
  /** The group sessions of the range that are full, in order of time. */
  readonly fullSessions: ReadonlyArray<FullSession>;
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
  /** How much counts against the limit already. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** What count and limit are numbers of, where a limit hides it. */
  readonly countedIn?: Maybe<LimitUnit>;
  /** The hours that replaced those of the date. For the coach alone. */
  readonly dateOverride?: Maybe<DateOverride>;
  readonly endAt?: Maybe<Scalars['DateTime']['output']>;
  /** For the coach alone. */
  readonly holiday?: Maybe<Holiday>;
  readonly limit?: Maybe<Scalars['Int']['output']>;
  readonly message: Scalars['String']['output'];
  /** Start of what is in the way. */
  readonly startAt?: Maybe<Scalars['DateTime']['output']>;
  /** For the coach alone. */
  readonly timeOff?: Maybe<TimeOff>;
  /** The stay in whose zone the hours of the date are read. For the coach alone. */
  readonly travel?: Maybe<Travel>;
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
  | 'HOLIDAY'
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

export type StartBulkRunInput = {
  /** Nobody is booked unless everybody can be; else each client is booked whole, or told why not. */
  readonly allOrNothing: Scalars['Boolean']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
  readonly run: Scalars['ID']['input'];
  /** Of the draft that was looked at; another one is refused. */
  readonly version: Scalars['Int']['input'];
};

export type StartBulkRunResult = BulkRunChanged | BulkRunSaved | IdempotencyConflict | InvalidInput | Refused;

export type Subscription = {
  readonly __typename: 'Subscription';
  /** The coach's calendar: first all of the range, then what changed. */
  readonly agendaChanged: AgendaEvent;
  /** The same now, and whole again whenever a change of hours makes a difference. */
  readonly availabilityDaysChanged: AvailabilityDaysResult;
  /** The booking of a seat, now and after every change. */
  readonly bookingChanged: BookingAccessResult;
  /** Now, and whenever a link was changed, ended or booked through. Ask for what is needed of the links. */
  readonly bookingLinksChanged: LinksEvent;
  /** A run of hers: first all of it, then what changed. */
  readonly bulkRunChanged: BulkRunEvent;
  /** First all slots of the range, then the days that changed. */
  readonly slotsChanged: SlotsEvent;
  /** The sessions with seats that wait for the coach's answer, now and after every change. */
  readonly waitingBookingsChanged: WaitingBookingsEvent;
  /** A wait and its offer, now and after every change. */
  readonly waitingChanged: WaitingResult;
  /** The coach's waitlist, now and after every change. */
  readonly waitlistChanged: WaitlistEvent;
};


export type SubscriptionAgendaChangedArgs = {
  from: Scalars['LocalDate']['input'];
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  to: Scalars['LocalDate']['input'];
};


export type SubscriptionAvailabilityDaysChangedArgs = {
  from: Scalars['LocalDate']['input'];
  sessionType?: InputMaybe<Scalars['ID']['input']>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  to: Scalars['LocalDate']['input'];
};


export type SubscriptionBookingChangedArgs = {
  token: Scalars['String']['input'];
};


export type SubscriptionBulkRunChangedArgs = {
  run: Scalars['ID']['input'];
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


export type SubscriptionWaitingChangedArgs = {
  token: Scalars['String']['input'];
};

/** What is waited for is free: it can be booked at once. */
export type TimeFree = Problem & {
  readonly __typename: 'TimeFree';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
  /** Up to three of the free times, in order of time. */
  readonly slots: ReadonlyArray<Slot>;
};

/** Dates on which a coach is away, first and last included, or an exact period. */
export type TimeOff = Node & {
  readonly __typename: 'TimeOff';
  readonly endAt?: Maybe<Scalars['DateTime']['output']>;
  /** The first date that it touches. */
  readonly fromDate: Scalars['LocalDate']['output'];
  readonly id: Scalars['ID']['output'];
  readonly localEnd?: Maybe<Scalars['LocalDateTime']['output']>;
  /** Start of an exact period on the clocks of its zone. */
  readonly localStart?: Maybe<Scalars['LocalDateTime']['output']>;
  /** Seen by the coach alone. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Start of an exact period; null for whole dates. */
  readonly startAt?: Maybe<Scalars['DateTime']['output']>;
  /** The zone in which an exact period was agreed. */
  readonly timeZone?: Maybe<Scalars['TimeZone']['output']>;
  /** The last date that it touches. */
  readonly toDate: Scalars['LocalDate']['output'];
  /** Whether it returns on the same dates of every year. */
  readonly yearly: Scalars['Boolean']['output'];
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
  /** The release under which all sessions to come were last found true: 2026f. Where it differs from the one in use, zones:check is due. For coaches. */
  readonly checkedRelease?: Maybe<Scalars['String']['output']>;
  /** Release of the time zone database behind every answer: 2026f. */
  readonly release: Scalars['String']['output'];
  readonly zones: ReadonlyArray<TimeZoneInfo>;
};

export type TimeZoneInfo = {
  readonly __typename: 'TimeZoneInfo';
  /** Other names of the same zone, such as Asia/Calcutta. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** The city it is named after: New York. */
  readonly city: Scalars['String']['output'];
  /** Codes of the countries that keep it: US. */
  readonly countries: ReadonlyArray<Scalars['String']['output']>;
  readonly id: Scalars['TimeZone']['output'];
  /** What its clocks show now. */
  readonly local: Scalars['LocalDateTime']['output'];
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

/** Too much was asked for in too short a time. */
export type TooManyAttempts = Problem & {
  readonly __typename: 'TooManyAttempts';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
  /** When the next attempt can succeed. */
  readonly retryAt: Scalars['DateTime']['output'];
};

/** One visitor, or one mail address, keeps too many slots of this coach. */
export type TooManyHolds = Problem & {
  readonly __typename: 'TooManyHolds';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** One visitor, one address or one list waits for too much. */
export type TooManyWaiting = Problem & {
  readonly __typename: 'TooManyWaiting';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

/** A stay in another place, first and last date included. Booked sessions keep their instant. */
export type Travel = Node & {
  readonly __typename: 'Travel';
  readonly fromDate: Scalars['LocalDate']['output'];
  readonly id: Scalars['ID']['output'];
  /** Whether hours stay at home time; else they are read in the zone of the place. */
  readonly keepHomeHours: Scalars['Boolean']['output'];
  /** Where she is: Lisbon. */
  readonly place: Scalars['String']['output'];
  readonly timeZone: Scalars['TimeZone']['output'];
  readonly toDate: Scalars['LocalDate']['output'];
};

export type TravelDeleted = {
  readonly __typename: 'TravelDeleted';
  readonly id: Scalars['ID']['output'];
};

export type TravelSaved = {
  readonly __typename: 'TravelSaved';
  readonly travel: Travel;
};

/** A way back to how the session was before, while nothing else happens to it. */
export type Undo = {
  readonly __typename: 'Undo';
  readonly expiresAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
};

export type UndoBulkChangeInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  /** Of the answer to the change. */
  readonly undo: Scalars['ID']['input'];
};

export type UndoBulkChangeResult = BulkChangeUndone | IdempotencyConflict | InvalidInput | Refused | SlotTaken | UndoExpired;

export type UndoBulkRunInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  readonly run: Scalars['ID']['input'];
};

export type UndoBulkRunResult = BulkRunChanged | BulkRunSaved | IdempotencyConflict | InvalidInput | Refused | UndoExpired;

export type UndoChangeInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  /** Of the answer to the change. */
  readonly undo: Scalars['ID']['input'];
};

export type UndoChangeResult = ChangeUndone | IdempotencyConflict | InvalidInput | Refused | SlotTaken | UndoExpired;

/** The time for taking it back is over, or the session changed since. */
export type UndoExpired = Problem & {
  readonly __typename: 'UndoExpired';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

export type UndoProgramChangeInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  /** Of the answer to the booking or the change. */
  readonly undo: Scalars['ID']['input'];
};

export type UndoProgramChangeResult = IdempotencyConflict | InvalidInput | ProgramChangeUndone | Refused | SlotTaken | UndoExpired;

export type UndoSeriesChangeInput = {
  readonly idempotencyKey: Scalars['String']['input'];
  /** Of the answer to the change. */
  readonly undo: Scalars['ID']['input'];
};

export type UndoSeriesChangeResult = IdempotencyConflict | InvalidInput | Refused | SeriesChangeUndone | SlotTaken | UndoExpired;

/** Why a wish could not be kept. */
export type UnkeptBecause =
  /** No such date lies between the sessions around it. */
  | 'GAP'
  /** Other wishes would have had to give way, or a limit would be broken. */
  | 'OTHERS'
  /** No such time is free between the sessions around it. */
  | 'TAKEN';

/** A wish that a session of a plan could not have. */
export type UnkeptProgramWish = {
  readonly __typename: 'UnkeptProgramWish';
  readonly because: UnkeptBecause;
  readonly message: Scalars['String']['output'];
  /** What stands against the first time that is all that is wished. */
  readonly reasons: ReadonlyArray<SlotReason>;
  readonly wish: ProgramWish;
};

/** What is left out stays as it is. */
export type UpdateAddressInput = {
  /** Hosts that visitors may be sent to after booking, like www.example.com; at most 20. */
  readonly redirectHosts?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** First part of all booking addresses: small letters, digits and hyphens, at most 60. Old ones end. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateAddressResult = AddressSaved | InvalidInput | Refused;

/** What is left out stays as it is. */
export type UpdateAvailabilityTemplateInput = {
  /** A date in week 1 of the cycle; the present week without. */
  readonly anchorDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** 1 to 4 weeks until the hours repeat. */
  readonly cycleWeeks?: InputMaybe<Scalars['Int']['input']>;
  readonly effectiveFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  /** The last date, included. */
  readonly effectiveUntil?: InputMaybe<Scalars['LocalDate']['input']>;
  readonly id: Scalars['ID']['input'];
  /** Make these the hours that hold: without a period in place of the present ones, with a period as a season. */
  readonly isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The one session type that these hours are for. */
  readonly sessionType?: InputMaybe<Scalars['ID']['input']>;
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** Replaces all windows. */
  readonly windows?: InputMaybe<ReadonlyArray<AvailabilityWindowInput>>;
};

/** What is left out stays as it is; null takes it away. */
export type UpdateBookingLinkInput = {
  /** False switches the link off. */
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
  /** A client whose details the form begins with; not on public links. */
  readonly client?: InputMaybe<Scalars['ID']['input']>;
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** First date that can be booked, on the coach's calendar. */
  readonly fromDate?: InputMaybe<Scalars['LocalDate']['input']>;
  readonly id: Scalars['ID']['input'];
  /** 1 to 10,000 bookings; of a single-use link it is 1. */
  readonly maxUses?: InputMaybe<Scalars['Int']['input']>;
  /** Some of the session type's lengths; all without. */
  readonly minutes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** For the coach's own eyes; at most 80 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Where the client is sent after booking: https, and a host that the coach allowed. */
  readonly redirectUrl?: InputMaybe<Scalars['String']['input']>;
  /** Second part of a public address: small letters, digits and hyphens, at most 60. Secret ones are made up. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** Last date that can be booked, on the coach's calendar. */
  readonly toDate?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** Mends a line of a draft, or leaves it out. What is left out stays as it is. */
export type UpdateBulkItemInput = {
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly id: Scalars['ID']['input'];
  /** Whether to leave this client out. */
  readonly leaveOut?: InputMaybe<Scalars['Boolean']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** An empty text removes it. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** An empty text removes it. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** A date, or a date and a time; an empty text removes it. */
  readonly start?: InputMaybe<Scalars['String']['input']>;
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** What is left out stays as it is. */
export type UpdateClientInput = {
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly id: Scalars['ID']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** An empty text removes it. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  readonly preferences?: InputMaybe<PreferencesInput>;
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

export type UpdateClientResult = ClientSaved | InvalidInput | Refused;

/** The signed-in coach. What is left out stays as it is. */
export type UpdateCoachInput = {
  /** #rrggbb. */
  readonly accent?: InputMaybe<Scalars['String']['input']>;
  /** At most 200 characters; an empty text removes it. */
  readonly headline?: InputMaybe<Scalars['String']['input']>;
  readonly limits?: InputMaybe<SessionLimitsInput>;
  /** At most 120 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly preferences?: InputMaybe<PreferencesInput>;
  readonly sessionDefaults?: InputMaybe<SessionDefaultsInput>;
  /** Her home zone: the calendar of limits and horizon. Booked sessions and templates stay where they are. */
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

export type UpdateCoachResult = CoachSaved | InvalidInput | Refused;

/** What is left out stays as it is. */
export type UpdateProgramInput = {
  /** At most 2,000 characters; an empty text removes it. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly id: Scalars['ID']['input'];
  /** At most 80 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 26. */
  readonly spareWeeks?: InputMaybe<Scalars['Int']['input']>;
  /** Replaces all of them. What is booked stays as it is. */
  readonly steps?: InputMaybe<ReadonlyArray<ProgramStepInput>>;
};

/** How the client of one seat reads times. */
export type UpdateSeatInput = {
  readonly preferences?: InputMaybe<PreferencesInput>;
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  readonly token: Scalars['String']['input'];
};

export type UpdateSeatResult = BookingNotFound | InvalidInput | SeatSaved;

/** What is left out stays as it is. */
export type UpdateSessionTypeInput = {
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 336 (14 days). */
  readonly approvalHours?: InputMaybe<Scalars['Int']['input']>;
  /** The first bookable date; needs bookableUntil. */
  readonly bookableFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  /** The last bookable date, in place of horizonDays; null lets the horizon roll again. */
  readonly bookableUntil?: InputMaybe<Scalars['LocalDate']['input']>;
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
  /** 0 to 10; at first 0. */
  readonly maxGuests?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 1,440; null removes the limit. */
  readonly maxMinutesPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 44,640; null removes the limit. */
  readonly maxMinutesPerMonth?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 10,080; null removes the limit. */
  readonly maxMinutesPerWeek?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 100; null removes the limit. */
  readonly maxPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 2,000; null removes the limit. */
  readonly maxPerMonth?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 500; null removes the limit. */
  readonly maxPerWeek?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 52: how many sessions a client may book at once; needs neither approval nor proof of the address. */
  readonly maxSeriesSessions?: InputMaybe<Scalars['Int']['input']>;
  readonly minutes?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 43,200 (30 days). */
  readonly noticeMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly place?: InputMaybe<PlaceInput>;
  /** All of them, in order; at most 20. */
  readonly questions?: InputMaybe<ReadonlyArray<QuestionInput>>;
  readonly requiresApproval?: InputMaybe<Scalars['Boolean']['input']>;
  readonly requiresEmailProof?: InputMaybe<Scalars['Boolean']['input']>;
  readonly stepMinutes?: InputMaybe<Scalars['Int']['input']>;
};

/** What is left out stays as it is; dates or a period replace what was there. */
export type UpdateTimeOffInput = {
  readonly end?: InputMaybe<MomentInput>;
  readonly fromDate?: InputMaybe<Scalars['LocalDate']['input']>;
  readonly id: Scalars['ID']['input'];
  /** At most 200 characters; seen by the coach alone. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly start?: InputMaybe<MomentInput>;
  /** Last date, included; the first one without. */
  readonly toDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Whether it returns on the same dates of every year. */
  readonly yearly?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What is left out stays as it is. */
export type UpdateTravelInput = {
  readonly fromDate?: InputMaybe<Scalars['LocalDate']['input']>;
  readonly id: Scalars['ID']['input'];
  readonly keepHomeHours?: InputMaybe<Scalars['Boolean']['input']>;
  readonly place?: InputMaybe<Scalars['String']['input']>;
  readonly timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  readonly toDate?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** Dates, weekdays and times of day that would suit, in the client's zone. */
export type WaitWishInput = {
  readonly fromDate: Scalars['LocalDate']['input'];
  /** The session begins at or after this; 00:00 without. */
  readonly fromTime?: InputMaybe<Scalars['LocalTime']['input']>;
  /** Last date, included; at most 366 days. */
  readonly toDate: Scalars['LocalDate']['input'];
  /** The session ends at or before this; 24:00 without. */
  readonly toTime?: InputMaybe<Scalars['LocalTime']['input']>;
  /** 0 = Sunday … 6 = Saturday; every day without. */
  readonly weekdays?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
};

/** An entry, seen with its secret token: the client's own view of her wait. */
export type WaitingAccess = {
  readonly __typename: 'WaitingAccess';
  readonly coach: Coach;
  readonly entry: WaitlistEntry;
  /** The last offer that is over, and what became of it. */
  readonly lastOffer?: Maybe<Offer>;
  /** Where another time can be booked. */
  readonly link?: Maybe<BookingLink>;
  /** What can be accepted now, until its expiresAt. */
  readonly offer?: Maybe<Offer>;
  /** Secret of the seat that was accepted: opens the manage page. Null where the session type asks for proof of the address. */
  readonly seatToken?: Maybe<Scalars['String']['output']>;
  readonly sessionType: SessionType;
};

/** What waits for the coach's answer. */
export type WaitingBookings = {
  readonly __typename: 'WaitingBookings';
  /** The most urgent first; at most 200. */
  readonly bookings: ReadonlyArray<Booking>;
};

/** All of them, now and after every change. */
export type WaitingBookingsEvent = Refused | WaitingBookings;

export type WaitingEntryChanged = {
  readonly __typename: 'WaitingEntryChanged';
  readonly entry: WaitlistEntry;
};

export type WaitingEntryResult = Refused | WaitingEntryChanged;

/** The token opens no entry of a waitlist. */
export type WaitingNotFound = Problem & {
  readonly __typename: 'WaitingNotFound';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
};

export type WaitingResult = WaitingAccess | WaitingNotFound;

/** A coach's whole waitlist. */
export type Waitlist = {
  readonly __typename: 'Waitlist';
  /** Whose wait ended last, the latest first; at most 50. */
  readonly ended: ReadonlyArray<WaitlistEntry>;
  /** Everybody who waits, in the order of the list. */
  readonly entries: ReadonlyArray<WaitlistEntry>;
};

/** Somebody who waits for a time with a coach. */
export type WaitlistEntry = Node & {
  readonly __typename: 'WaitlistEntry';
  readonly answers: ReadonlyArray<Answer>;
  readonly email: Scalars['String']['output'];
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the coach wants her to come first. For the coach alone. */
  readonly favoured?: Maybe<Scalars['Boolean']['output']>;
  /** First date in timeZone: DAY and WISH. */
  readonly fromDate?: Maybe<Scalars['LocalDate']['output']>;
  /** The session begins at or after this. */
  readonly fromTime: Scalars['LocalTime']['output'];
  readonly id: Scalars['ID']['output'];
  readonly joinedAt: Scalars['DateTime']['output'];
  readonly kind: WaitlistKind;
  /** When there will be nothing left to wait for. */
  readonly lapsesAt: Scalars['DateTime']['output'];
  /** The wanted start in the client's zone. */
  readonly localStart?: Maybe<Scalars['LocalDateTime']['output']>;
  /** Wanted length. */
  readonly minutes: Scalars['Int']['output'];
  readonly name: Scalars['String']['output'];
  readonly note?: Maybe<Scalars['String']['output']>;
  /** What is offered to her now. */
  readonly offer?: Maybe<Offer>;
  /** All her offers, the latest first. For the coach alone. */
  readonly offers?: Maybe<ReadonlyArray<Offer>>;
  /** When and why she was passed over for what she waits for, the latest first; at most 50. For the coach alone. */
  readonly passedOver?: Maybe<ReadonlyArray<PassedOver>>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** 1 for the next in line among those who want some of the same time; null once the wait is over. */
  readonly position?: Maybe<Scalars['Int']['output']>;
  readonly preferences: Preferences;
  readonly sessionType: SessionType;
  /** The one start that is wanted: SESSION and SLOT. */
  readonly startAt?: Maybe<Scalars['DateTime']['output']>;
  readonly status: WaitlistStatus;
  /** The client's zone, in which the wish is meant. */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** Last date, included. */
  readonly toDate?: Maybe<Scalars['LocalDate']['output']>;
  /** The session ends at or before this. */
  readonly toTime: Scalars['LocalTime']['output'];
  /** Raised by every change of the entry or its offers. */
  readonly version: Scalars['Int']['output'];
  /** Wanted weekdays, 0 = Sunday … 6 = Saturday. */
  readonly weekdays: ReadonlyArray<Scalars['Int']['output']>;
};

/** The whole list, now and after every change. */
export type WaitlistEvent = Refused | Waitlist;

export type WaitlistJoined = {
  readonly __typename: 'WaitlistJoined';
  /** Secret of the entry: opens the page of this wait. */
  readonly token: Scalars['String']['output'];
  readonly waiting: WaitingAccess;
};

/** What somebody waits for. */
export type WaitlistKind =
  /** Any time that begins on one date. */
  | 'DAY'
  /** A seat in a full group session, wherever it moves. */
  | 'SESSION'
  /** One certain start. */
  | 'SLOT'
  /** Certain weekdays and times of day within a range of dates. */
  | 'WISH';

/** How a coach's waitlist works. */
export type WaitlistSettings = {
  readonly __typename: 'WaitlistSettings';
  /** Minutes to answer an offer; fewer near the session, and none of the client's night counts. */
  readonly offerMinutes: Scalars['Int']['output'];
};

export type WaitlistSettingsResult = InvalidInput | Refused | WaitlistSettings;

/** How a wait goes on or ended. */
export type WaitlistStatus =
  /** The client has what she waited for. */
  | 'BOOKED'
  /** The time that was wanted is over. */
  | 'LAPSED'
  /** The client gave up waiting. */
  | 'LEFT'
  /** The coach took her off the list. */
  | 'REMOVED'
  | 'WAITING';

/** What may not be meant so. */
export type WarningCode =
  /** Hours of a date that is taken off: time off is stronger. */
  | 'CLOSED_ANYWAY'
  /** The hours hold and open nothing. */
  | 'NO_OPEN_TIME'
  /** Nobody can book these hours any more: their last date is over. */
  | 'OVER'
  /** These dates are taken off already. */
  | 'OVERLAPPING_TIME_OFF'
  /** Two windows of one day overlap; they count as one. */
  | 'OVERLAPPING_WINDOWS'
  /** A window begins or ends in an hour that the clocks skip on a date to come. */
  | 'SKIPPED_HOUR'
  /** A window is shorter than every session that could be booked in it. */
  | 'TOO_SHORT';

/** Whether a start is offered, and if not, roughly why. */
export type WhyNot = {
  readonly __typename: 'WhyNot';
  readonly message?: Maybe<Scalars['String']['output']>;
  readonly offered: Scalars['Boolean']['output'];
  readonly reason?: Maybe<WhyNotCode>;
};

/** Why a start is not offered, as far as a visitor may know it. */
export type WhyNotCode =
  /** Outside of the hours, for whatever reason. */
  | 'CLOSED'
  /** Sessions begin at other times. */
  | 'OTHER_TIMES'
  | 'PAST'
  /** Somebody has it, or no more fits. */
  | 'TAKEN'
  /** Further ahead than can be booked. */
  | 'TOO_FAR'
  /** Closer than the notice that is asked for. */
  | 'TOO_SOON';

export type WhyNotResult = InvalidInput | LinkUnavailable | WhyNot;

export type WithdrawOfferResult = OfferGone | OfferWithdrawn | Refused;

/** The code is another one. */
export type WrongCode = Problem & {
  readonly __typename: 'WrongCode';
  readonly code: ProblemCode;
  /** What was wrong and what is right, for a person. */
  readonly message: Scalars['String']['output'];
  /** At 0 this code is void; have another one sent. */
  readonly triesLeft: Scalars['Int']['output'];
};
