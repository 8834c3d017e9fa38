import type { Availability, TemplateWindow } from "../../core/availability.ts";
import type { Interval } from "../../core/interval.ts";
import { calendarRange, type OwnBooking, type SessionRules, type SlotQuery } from "../../core/slots.ts";
import type { PlaceKind, SlotGrid } from "../../entities/index.ts";
import type { Sql } from "../../platform/db.ts";

/** A session type with the hours of its coach: all of what is offered but the calendar. */
export interface Offering {
  readonly sessionTypeId: string;
  readonly coachId: string;
  readonly revision: number;
  readonly timeZone: string;
  readonly minutes: readonly number[];
  readonly stepMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly noticeMinutes: number;
  readonly horizonDays: number;
  readonly cancelNoticeMinutes: number;
  readonly capacity: number;
  readonly maxPerDay: number | null;
  readonly maxPerWeek: number | null;
  readonly grid: SlotGrid;
  readonly placeKind: PlaceKind;
  readonly placeDetail: string;
  readonly templates: ReadonlyArray<{ timeZone: string; windows: TemplateWindow[] }>;
  readonly timeOff: ReadonlyArray<{ id: string; fromDate: string; toDate: string }>;
}

/** A booking as it takes time, in epoch milliseconds. */
export interface CalendarRow extends OwnBooking {
  readonly id: string;
  readonly status: string;
  readonly holdExpiresAt: number | null;
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
      type.step_minutes as "stepMinutes", type.buffer_before_minutes as "bufferBeforeMinutes",
      type.buffer_after_minutes as "bufferAfterMinutes", type.notice_minutes as "noticeMinutes",
      type.horizon_days as "horizonDays", type.cancel_notice_minutes as "cancelNoticeMinutes", type.capacity,
      type.max_per_day as "maxPerDay", type.max_per_week as "maxPerWeek", type.grid,
      type.place_kind as "placeKind", type.place_detail as "placeDetail",
      (select coalesce(jsonb_agg(jsonb_build_object('timeZone', template.time_zone, 'windows', template.windows)), '[]')
        from availability_template template where template.coach_id = coach.id and template.is_default) as templates,
      (select coalesce(jsonb_agg(jsonb_build_object('id', off.id, 'fromDate', off.from_date, 'toDate', off.to_date)), '[]')
        from time_off off where off.coach_id = coach.id) as "timeOff"
    from session_type type join coach on coach.id = type.coach_id
    where type.id = ${sessionTypeId}`;
  return rows[0] ?? null;
}

export function sessionRules(offering: Offering, minutes: number): SessionRules {
  const { maxPerDay, maxPerWeek } = offering;
  return {
    minutes,
    stepMinutes: offering.stepMinutes,
    bufferBeforeMinutes: offering.bufferBeforeMinutes,
    bufferAfterMinutes: offering.bufferAfterMinutes,
    capacity: offering.capacity,
    noticeMinutes: offering.noticeMinutes,
    grid: offering.grid,
    horizon: { kind: "rollingDays", days: offering.horizonDays },
    limits: maxPerDay || maxPerWeek ? { perDay: maxPerDay ?? undefined, perWeek: maxPerWeek ?? undefined } : undefined,
  };
}

function availabilityOf({ timeZone, templates, timeOff }: Offering): Availability {
  return { timeZone, templates, timeOff };
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
  const base = { now, range, availability: availabilityOf(offering), session: sessionRules(offering, minutes) };
  const rows = await readCalendar(sql, offering, { period: calendarRange(base), now, except });
  const bookings = rows.filter((row) => !row.lapsed);
  return { ...base, calendar: { busy: [], bookings, holds: [], seated: [] }, rows };
}

/**
 * Holds stand among the bookings, with their buffers and against the limits, because that is how the database will see
 * them. A session is at most a day long with buffers of at most a day, so two days around the period find all of it.
 */
async function readCalendar(
  sql: Sql,
  offering: Offering,
  { period, now, except }: { period: Interval; now: number; except?: Except | undefined },
): Promise<CalendarRow[]> {
  const rows = await sql<Omit<CalendarRow, "seatsTaken"> & { seatsTaken: number | null }>`
    select id, status, start, "end", "bufferBeforeMinutes", "bufferAfterMinutes", "otherType", "holdExpiresAt",
      coalesce("holdExpiresAt" <= ${now}, false) or (status = 'held' and seats = 0) as lapsed,
      case when capacity > 1 and not "otherType" then seats end as "seatsTaken"
    from (
      select id, status, capacity, session_type_id <> ${offering.sessionTypeId} as "otherType",
        (extract(epoch from start_at) * 1000)::float8 as start,
        (extract(epoch from end_at) * 1000)::float8 as "end",
        (extract(epoch from hold_expires_at) * 1000)::float8 as "holdExpiresAt",
        buffer_before_minutes as "bufferBeforeMinutes", buffer_after_minutes as "bufferAfterMinutes",
        case when capacity > 1 or status = 'held' then (
          select count(*)::int from attendee seat
          where seat.booking_id = booking.id and seat.cancelled_at is null
            and (seat.hold_expires_at is null or seat.hold_expires_at > ${new Date(now)})
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

/** Held bookings whose time is over: they make way for whoever needs their place. */
export function lapsedOf(rows: readonly CalendarRow[]): string[] {
  return rows.filter((row) => row.lapsed).map((row) => row.id);
}
