import type { Interval } from "../../core/interval.ts";
import {
  calendarRange,
  type Horizon,
  type Limits,
  type OwnBooking,
  type SessionRules,
  type SlotQuery,
} from "../../core/slots.ts";
import type { PlaceKind, Question, SlotGrid } from "../../entities/index.ts";
import type { Sql } from "../../platform/db.ts";
import { availabilityOf, type CoachHours } from "./hours.service.ts";

/** A session type with the hours of its coach: all of what is offered but the calendar. */
export interface Offering {
  readonly sessionTypeId: string;
  readonly coachId: string;
  readonly revision: number;
  /** When time alone may next change something for those who wait for the coach; null where nobody does. */
  readonly waitlistDueAt: number | null;
  readonly timeZone: string;
  readonly minutes: readonly number[];
  readonly stepMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly noticeMinutes: number;
  readonly horizonDays: number;
  readonly cancelNoticeMinutes: number;
  readonly capacity: number;
  /** Fixed dates in place of the rolling horizon; both null where it rolls. */
  readonly bookableFrom: string | null;
  readonly bookableUntil: string | null;
  readonly limits: StoredLimits;
  /** Limits over sessions of all types. */
  readonly coachLimits: StoredLimits;
  readonly grid: SlotGrid;
  readonly placeKind: PlaceKind;
  readonly placeDetail: string;
  readonly placePerBooking: boolean;
  readonly questions: readonly Question[];
  readonly maxGuests: number;
  /** Hours that the coach has to approve a booking; null where none is asked of her. */
  readonly approvalHours: number | null;
  readonly requiresEmailProof: boolean;
  /** How many sessions a client may book at once; 0 when they are booked one by one. */
  readonly maxSeriesSessions: number;
  readonly hours: CoachHours;
}

/** Limits as the database knows them: null where there is none. */
type StoredLimits = { readonly [limit in keyof Limits]-?: number | null };

/** A booking as it takes time, in epoch milliseconds. */
export interface CalendarRow extends OwnBooking {
  readonly id: string;
  readonly status: string;
  /** When a hold or a wait for approval ends. */
  readonly holdExpiresAt: number | null;
  /** The same for the first of a group's seats. */
  readonly seatLapsesAt: number | null;
  readonly lapsed: boolean;
}

/** Leaves out what is one's own, so that it does not stand in one's way. */
export interface Except {
  readonly bookingId?: string | undefined;
  /** Seats, held or taken: a session for one is left out with its seat. */
  readonly attendeeIds?: readonly string[] | undefined;
}

/** The session type's rules and the coach's hours in one statement, whatever their number. */
export async function readOffering(sql: Sql, sessionTypeId: string): Promise<Offering | null> {
  const rows = await sql<Offering>`
    select type.id as "sessionTypeId", coach.id as "coachId", coach.revision, coach.time_zone as "timeZone", type.minutes,
      (extract(epoch from coach.waitlist_due_at) * 1000)::float8 as "waitlistDueAt",
      type.step_minutes as "stepMinutes", type.buffer_before_minutes as "bufferBeforeMinutes",
      type.buffer_after_minutes as "bufferAfterMinutes", type.notice_minutes as "noticeMinutes",
      type.horizon_days as "horizonDays", type.cancel_notice_minutes as "cancelNoticeMinutes", type.capacity,
      type.bookable_from::text as "bookableFrom", type.bookable_until::text as "bookableUntil", type.grid,
      type.place_kind as "placeKind", type.place_detail as "placeDetail",
      type.place_per_booking as "placePerBooking", type.questions, type.max_guests as "maxGuests",
      case when type.requires_approval then type.approval_hours end as "approvalHours",
      type.requires_email_proof as "requiresEmailProof", type.max_series_sessions as "maxSeriesSessions",
      jsonb_build_object('perDay', type.max_per_day, 'perWeek', type.max_per_week, 'perMonth', type.max_per_month,
        'minutesPerDay', type.max_minutes_per_day, 'minutesPerWeek', type.max_minutes_per_week,
        'minutesPerMonth', type.max_minutes_per_month) as limits,
      jsonb_build_object('perDay', coach.max_per_day, 'perWeek', coach.max_per_week, 'perMonth', coach.max_per_month,
        'minutesPerDay', coach.max_minutes_per_day, 'minutesPerWeek', coach.max_minutes_per_week,
        'minutesPerMonth', coach.max_minutes_per_month) as "coachLimits",
      jsonb_build_object('timeZone', hours.time_zone, 'templates', hours.templates, 'overrides', hours.overrides,
        'timeOff', hours.time_off, 'holidays', hours.holidays, 'travel', hours.travel) as hours
    from session_type type
    join coach on coach.id = type.coach_id
    join coach_hours hours on hours.coach_id = coach.id
    where type.id = ${sessionTypeId}`;
  return rows[0] ?? null;
}

function sessionRules(offering: Offering, minutes: number): SessionRules {
  return {
    minutes,
    stepMinutes: offering.stepMinutes,
    bufferBeforeMinutes: offering.bufferBeforeMinutes,
    bufferAfterMinutes: offering.bufferAfterMinutes,
    capacity: offering.capacity,
    noticeMinutes: offering.noticeMinutes,
    grid: offering.grid,
    horizon: horizonOf(offering),
    limits: limitsOf(offering.limits),
  };
}

/** Fixed dates where there are any, else so many days from today. */
function horizonOf({ bookableFrom, bookableUntil, horizonDays }: Offering): Horizon {
  if (bookableUntil === null) return { kind: "rollingDays", days: horizonDays };
  return { kind: "dateRange", fromDate: bookableFrom ?? undefined, toDate: bookableUntil };
}

/** Without any limit there is nothing to count, and core need not read whole months. */
function limitsOf(stored: StoredLimits): Limits | undefined {
  const entries = Object.entries(stored).filter(([, most]) => most !== null);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

export interface CalendarQuestion {
  readonly range: Interval;
  readonly minutes: number;
  readonly now: number;
  readonly except?: Except | undefined;
}

/** The whole question for core, with the rows that its calendar was made of. */
export type CalendarQuery = SlotQuery & { readonly rows: readonly CalendarRow[] };

/** The whole question for core, with the calendar it needs read in one statement. */
export async function readSlotQuery(
  sql: Sql,
  offering: Offering,
  { range, minutes, now, except }: CalendarQuestion,
): Promise<CalendarQuery> {
  const availability = availabilityOf(offering.hours, offering.sessionTypeId, range);
  const coachLimits = limitsOf(offering.coachLimits);
  const base = { now, range, availability, session: sessionRules(offering, minutes), coachLimits };
  const rows = await readCalendar(sql, offering, { period: calendarRange(base), now, except });
  const bookings = rows.filter((row) => !row.lapsed);
  return { ...base, calendar: { busy: [], bookings, holds: [], seated: [] }, rows };
}

/**
 * Holds and what waits for approval stand among the bookings, with their buffers and against the limits, because that is how the database will see
 * them. A session is at most a day long with buffers of at most a day, so two days around the period find all of it.
 */
async function readCalendar(
  sql: Sql,
  offering: Offering,
  { period, now, except }: { period: Interval; now: number; except?: Except | undefined },
): Promise<CalendarRow[]> {
  const rows = await sql<Omit<CalendarRow, "seatsTaken"> & { seatsTaken: number | null }>`
    select id, status, start, "end", "bufferBeforeMinutes", "bufferAfterMinutes", "otherType", "holdExpiresAt", "seatLapsesAt",
      coalesce("holdExpiresAt" <= ${now}, false) or (status = 'held' and seats = 0) as lapsed,
      case when capacity > 1 and not "otherType" and not "isCourse" then seats end as "seatsTaken"
    from (
      select id, status, capacity, session_type_id <> ${offering.sessionTypeId} as "otherType", series_id is not null as "isCourse",
        (extract(epoch from start_at) * 1000)::float8 as start,
        (extract(epoch from end_at) * 1000)::float8 as "end",
        (extract(epoch from coalesce(hold_expires_at, approve_by)) * 1000)::float8 as "holdExpiresAt",
        case when capacity > 1 then (
          select (extract(epoch from min(coalesce(seat.hold_expires_at, seat.approve_by))) * 1000)::float8 from attendee seat
          where seat.booking_id = booking.id and seat.cancelled_at is null
            and coalesce(seat.hold_expires_at, seat.approve_by) > ${new Date(now)}
        ) end as "seatLapsesAt",
        buffer_before_minutes as "bufferBeforeMinutes", buffer_after_minutes as "bufferAfterMinutes",
        case when capacity > 1 or status = 'held' then (
          select count(*)::int from attendee seat
          where seat.booking_id = booking.id and seat.cancelled_at is null
            and coalesce(seat.hold_expires_at, seat.approve_by, 'infinity') > ${new Date(now)}
            and seat.id <> all (${except?.attendeeIds ?? []}::uuid[])
        ) else 1 end as seats
      from booking
      where coach_id = ${offering.coachId} and status <> 'cancelled' and id is distinct from ${except?.bookingId ?? null}::uuid
        and not (capacity = 1 and id in (select booking_id from attendee where id = any (${except?.attendeeIds ?? []}::uuid[])))
        and start_at >= ${new Date(period.start)}::timestamptz - interval '48 hours'
        and start_at < ${new Date(period.end)}::timestamptz + interval '48 hours'
    ) nearby
    order by start`;
  return rows.map((row) => ({ ...row, seatsTaken: row.seatsTaken ?? undefined }));
}

/** The group session at this very time, if there is one to join. */
export function joinedBy(rows: readonly CalendarRow[], at: Interval): string | null {
  return rows.find((row) => !row.lapsed && row.seatsTaken !== undefined && row.start === at.start)?.id ?? null;
}

/** Held and pending bookings whose time is over: they make way for whoever needs their place. */
export function lapsedOf(rows: readonly CalendarRow[]): string[] {
  return rows.filter((row) => row.lapsed).map((row) => row.id);
}
