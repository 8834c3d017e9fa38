import { randomUUID } from "node:crypto";
import { MINUTE } from "../../core/local-date.ts";
import type { CheckedOccurrence } from "../../core/series-check.ts";
import type { Wanted } from "../../core/series-ledger.ts";
import type { SeriesProposal } from "../../core/series-proposal.ts";
import { zone } from "../../core/zone.ts";
import { cancelBookings, removeLapsed } from "../bookings/calendar.service.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import type { Offering } from "../slots/offering.service.ts";
import type { Planned } from "./series-planning.service.ts";
import type { SeriesBooking, SeriesRow } from "./series-state.service.ts";

/** A proposal as rows: what happens to which booking, and for which dates there is none. */
export interface SeriesWrites {
  readonly cancelled: readonly { readonly booking: SeriesBooking; readonly message: string }[];
  readonly moved: readonly { readonly booking: SeriesBooking; readonly to: Wanted }[];
  readonly revived: readonly { readonly booking: SeriesBooking; readonly to: Wanted }[];
  readonly made: readonly { readonly id: string; readonly recurrenceId: string; readonly to: Wanted }[];
  readonly gaps: readonly {
    readonly id: string;
    readonly kind: "paused" | "skipped" | "cancelled";
    readonly reason: string;
  }[];
}

/** What a proposal without open sessions writes; a reason stands with every date that gets none. */
export function writesOf(
  { steps, checked }: SeriesProposal,
  bookings: ReadonlyMap<string, SeriesBooking>,
  reasonOf: (skipped: CheckedOccurrence) => string,
): SeriesWrites {
  const writes = {
    cancelled: [] as { booking: SeriesBooking; message: string }[],
    moved: [] as { booking: SeriesBooking; to: Wanted }[],
    revived: [] as { booking: SeriesBooking; to: Wanted }[],
    made: [] as { id: string; recurrenceId: string; to: Wanted }[],
    gaps: [] as { id: string; kind: "paused" | "skipped" | "cancelled"; reason: string }[],
  };
  const drop = (id: string, kind: "paused" | "skipped" | "cancelled", reason: string) => {
    const booking = bookings.get(id);
    writes.gaps.push({ id, kind, reason });
    if (booking && booking.status !== "cancelled") writes.cancelled.push({ booking, message: reason });
  };
  for (const step of steps) if (step.kind === "drop") drop(step.id, step.as, step.reason);
  for (const one of checked) {
    const { outcome, wanted } = one;
    const booking = bookings.get(wanted.id);
    if (outcome.kind === "open") throw new Error(`The session of ${wanted.id} has no place.`);
    if (outcome.kind === "skipped") drop(wanted.id, "skipped", outcome.reason ?? reasonOf(one));
    else if (!booking) writes.made.push({ id: randomUUID(), recurrenceId: wanted.id, to: outcome.at });
    else if (booking.status === "cancelled") writes.revived.push({ booking, to: outcome.at });
    else if (outcome.how !== "stays") writes.moved.push({ booking, to: outcome.at });
  }
  return writes;
}

/** Carries writes out: a handful of statements, however many sessions there are. */
export async function writeSessions(
  write: CalendarWrite,
  series: Pick<SeriesRow, "id" | "coachId" | "capacity" | "room" | "linkId" | "plan">,
  { writes, planned, now }: { writes: SeriesWrites; planned: Planned; now: number },
): Promise<void> {
  const { cancelled, moved, revived, made, gaps } = writes;
  await removeLapsed(write, planned.lapsed);
  const told = cancelled.map(({ booking, message }) => ({ booking, message }));
  await cancelBookings(write, told, now);
  const { timeZone } = series.plan;
  const recordOf = (id: string, to: Wanted) => ({
    id,
    ...placeRecord(offeringOf(planned, to), to, timeZone),
    room: series.room,
  });
  await relocate(
    write,
    moved.map(({ booking, to }) => recordOf(booking.id, to)),
  );
  await revive(
    write,
    series.id,
    revived.map(({ booking, to }) => recordOf(booking.id, to)),
  );
  await insertSessions(
    write,
    series,
    made.map(({ id, recurrenceId, to }) => ({ ...recordOf(id, to), recurrenceId })),
    revived.map(({ booking }) => booking.id),
  );
  const ids = [...moved, ...revived].map(({ booking }) => booking.recurrenceId);
  await writeGaps(write, series.id, gaps, [...ids, ...made.map(({ recurrenceId }) => recurrenceId)]);
  for (const { booking, to } of [...moved, ...revived]) {
    write.touch(booking, booking.id);
    write.touch({ start: to.start, end: to.start + to.minutes * MINUTE }, booking.id);
  }
  for (const { id, to } of made) write.touch({ start: to.start, end: to.start + to.minutes * MINUTE }, id);
}

function offeringOf({ offerings }: Planned, { sessionTypeId }: Wanted): Offering {
  const offering = offerings.get(sessionTypeId);
  if (!offering) throw new Error(`The session type ${sessionTypeId} was not read.`);
  return offering;
}

/** Everything about a session that its time and type decide. */
export function placeRecord(offering: Offering, { start, minutes }: Wanted, timeZone: string) {
  const end = start + minutes * MINUTE;
  return {
    sessionType: offering.sessionTypeId,
    start: new Date(start),
    end: new Date(end),
    before: offering.bufferBeforeMinutes,
    after: offering.bufferAfterMinutes,
    from: new Date(start - offering.bufferBeforeMinutes * MINUTE),
    until: new Date(end + offering.bufferAfterMinutes * MINUTE),
    timeZone,
    local: zone(timeZone).toLocal(start).slice(0, 16),
    placeKind: offering.placeKind,
    placeDetail: offering.placeDetail,
    perBooking: offering.placePerBooking,
  };
}

type PlaceRecord = ReturnType<typeof placeRecord> & { readonly id: string; readonly room: string | null };

/** One may go where another still is: all of them first leave the states that the constraint looks at. */
export async function relocate(write: CalendarWrite, moved: readonly PlaceRecord[]): Promise<void> {
  if (moved.length === 0) return;
  const ids = moved.map(({ id }) => id);
  const parked = await write.sql<{ id: string; status: string; approveBy: Date | null }>`
    with before as (select id, status, approve_by from booking where id = any (${ids}::uuid[]) for update)
    update booking set status = 'completed', approve_by = null from before where booking.id = before.id
    returning booking.id, before.status, before.approve_by as "approveBy"`;
  await write.sql`
    update booking set start_at = place.start, end_at = place."end", blocked_from_at = place."from",
      blocked_until_at = place.until, buffer_before_minutes = place.before, buffer_after_minutes = place.after,
      time_zone = place."timeZone", local_start = place.local, version = version + 1, status = was.status,
      approve_by = least(was."approveBy", case when was."approveBy" is not null then place.start end),
      place_kind = case when session_type_id = place."sessionType" then place_kind else place."placeKind" end,
      place_detail = case when session_type_id = place."sessionType" then place_detail
        when place."perBooking" then coalesce(place.room, '') else place."placeDetail" end,
      session_type_id = place."sessionType", move_requested_at = null, move_message = null
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as place(id uuid, "sessionType" uuid, start timestamptz,
        "end" timestamptz, "from" timestamptz, until timestamptz, before integer, after integer, "timeZone" text,
        local text, "placeKind" text, "placeDetail" text, "perBooking" boolean, room text),
      jsonb_to_recordset(${JSON.stringify(parked)}::jsonb) as was(id uuid, status text, "approveBy" timestamptz)
    where booking.id = place.id and booking.id = was.id`;
}

/** Sessions that stand again, with the seats of those who take part. */
async function revive(write: CalendarWrite, seriesId: string, revived: readonly PlaceRecord[]): Promise<void> {
  if (revived.length === 0) return;
  await write.sql`
    with stands as (
      update booking set start_at = place.start, end_at = place."end", blocked_from_at = place."from",
        blocked_until_at = place.until, buffer_before_minutes = place.before, buffer_after_minutes = place.after,
        time_zone = place."timeZone", local_start = place.local, version = version + 1, status = 'confirmed',
        session_type_id = place."sessionType", place_kind = place."placeKind",
        place_detail = case when place."perBooking" then coalesce(place.room, '') else place."placeDetail" end,
        cancelled_at = null, cancel_cause = null, cancel_reason = null, move_requested_at = null, move_message = null
      from jsonb_to_recordset(${JSON.stringify(revived)}::jsonb) as place(id uuid, "sessionType" uuid, start timestamptz,
        "end" timestamptz, "from" timestamptz, until timestamptz, before integer, after integer, "timeZone" text, local text,
        "placeKind" text, "placeDetail" text, "perBooking" boolean, room text)
      where booking.id = place.id
      returning booking.id
    )
    update attendee set cancelled_at = null, cancel_cause = null, cancel_reason = null
    where id in (
      select distinct on (seat.booking_id, seat.client_id) seat.id
      from stands join attendee seat on seat.booking_id = stands.id
      join series_member member on member.series_id = ${seriesId} and member.client_id = seat.client_id
      order by seat.booking_id, seat.client_id, seat.created_at desc
    )`;
}

/** New sessions, and a seat in each for everybody who takes part; also in those that stand again. */
async function insertSessions(
  write: CalendarWrite,
  { id, coachId, capacity, linkId }: Pick<SeriesRow, "id" | "coachId" | "capacity" | "linkId">,
  made: readonly (PlaceRecord & { recurrenceId: string })[],
  revived: readonly string[],
): Promise<void> {
  if (made.length + revived.length === 0) return;
  await write.sql`
    with made as (
      insert into booking (id, coach_id, session_type_id, link_id, series_id, recurrence_id, status, start_at, end_at,
        buffer_before_minutes, buffer_after_minutes, blocked_from_at, blocked_until_at, time_zone, local_start, capacity,
        place_kind, place_detail)
      select place.id, ${coachId}, place."sessionType", ${linkId}::uuid, ${id}, place."recurrenceId", 'confirmed', place.start,
        place."end", place.before, place.after, place."from", place.until, place."timeZone", place.local, ${capacity},
        place."placeKind", case when place."perBooking" then coalesce(place.room, '') else place."placeDetail" end
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as place(id uuid, "recurrenceId" text, "sessionType" uuid,
        start timestamptz, "end" timestamptz, "from" timestamptz, until timestamptz, before integer, after integer,
        "timeZone" text, local text, "placeKind" text, "placeDetail" text, "perBooking" boolean, room text)
      returning id
    )
    insert into attendee (id, booking_id, client_id, name, email, phone, time_zone, note, locale, hour_cycle,
      first_weekday, answers)
    select gen_random_uuid(), session.id, client_id, name, email, phone, time_zone, note, locale, hour_cycle,
      first_weekday, answers
    from series_member member, (select id from made union all select unnest(${[...revived]}::uuid[])) session
    where member.series_id = ${id} and not exists (
      select from attendee seat where seat.booking_id = session.id and seat.client_id = member.client_id
        and seat.cancelled_at is null)`;
}

async function writeGaps(
  write: CalendarWrite,
  seriesId: string,
  gaps: SeriesWrites["gaps"],
  filled: readonly string[],
): Promise<void> {
  if (filled.length > 0) {
    await write.sql`delete from series_gap where series_id = ${seriesId} and recurrence_id = any (${[...filled]}::text[])`;
  }
  if (gaps.length === 0) return;
  await write.sql`
    insert into series_gap (series_id, recurrence_id, kind, reason)
    select ${seriesId}, gap.id, gap.kind, gap.reason
    from jsonb_to_recordset(${JSON.stringify(gaps)}::jsonb) as gap(id text, kind text, reason text)
    on conflict (series_id, recurrence_id) do update set kind = excluded.kind, reason = excluded.reason`;
}
