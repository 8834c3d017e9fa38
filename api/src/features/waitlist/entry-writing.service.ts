import type { Interval } from "../../core/interval.ts";
import type { Skip } from "../../core/waitlist.ts";
import { fits, type Wanted, wantedBy } from "../../core/wish.ts";
import type { Answer } from "../../entities/index.ts";
import { Refusal } from "../../platform/problem.ts";
import type { ClientDetails } from "../clients/client.inputs.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import type { Offering } from "../slots/offering.service.ts";
import { lapsesAt, type WishFields, wishOf } from "./queue.policy.ts";
import { type QueueRow, readQueue } from "./queue-reading.service.ts";
import type { LinkTarget } from "./waiting-mail.service.ts";
import { isSameWish } from "./waitlist.policy.ts";
import { TooManyWaiting } from "./waitlist-problem.inputs.ts";

/** More than anybody sensibly waits for, far less than a nuisance. */
const MAX_OF_ONE_ADDRESS = 5;
const MAX_OF_ONE_VISITOR = 10;
const MAX_OF_ONE_COACH = 500;

/** Bounds what one address, one visitor and one list wait for. @returns how many wait for the coach already. */
export async function refuseMore(
  { sql }: CalendarWrite,
  { coachId, email, owner }: { readonly coachId: string; readonly email: string; readonly owner: string },
): Promise<number> {
  const rows = await sql<{ all: number; address: number; visitor: number }>`
    select count(*)::int as all, count(*) filter (where lower(email) = lower(${email}))::int as address,
      count(*) filter (where owner = ${owner})::int as visitor
    from waitlist_entry where coach_id = ${coachId} and status = 'waiting'`;
  const { all = 0, address = 0, visitor = 0 } = rows[0] ?? {};
  if (all >= MAX_OF_ONE_COACH || address >= MAX_OF_ONE_ADDRESS || visitor >= MAX_OF_ONE_VISITOR) {
    throw new Refusal(new TooManyWaiting());
  }
  return all;
}

/** One address waits for one wish once, and not for what it has. @returns what it has already, or null. */
export async function findAgain(
  { sql }: CalendarWrite,
  {
    offering,
    wanted,
    email,
    now,
  }: { readonly offering: Offering; readonly wanted: Wanted; readonly email: string; readonly now: number },
): Promise<LinkTarget | null> {
  const { coachId, sessionTypeId } = offering;
  const same = await sql<{ id: string }>`
    select id from waitlist_entry
    where coach_id = ${coachId} and session_type_id = ${sessionTypeId} and status = 'waiting'
      and lower(email) = lower(${email})`;
  const queue: QueueRow[] = same.length === 0 ? [] : await readQueue(sql, coachId, now);
  const ids = new Set(same.map(({ id }) => id));
  const waits = queue.find((row) => ids.has(row.id) && isSameWish(wantedBy(wishOf(row)), wanted));
  const booked = await sql<Interval & { attendeeId: string }>`
    select seat.id as "attendeeId", (extract(epoch from booking.start_at) * 1000)::float8 as start,
      (extract(epoch from booking.end_at) * 1000)::float8 as "end"
    from client
    join attendee seat on seat.client_id = client.id and seat.cancelled_at is null
    join booking on booking.id = seat.booking_id
    where client.coach_id = ${coachId} and lower(client.email) = lower(${email})
      and booking.session_type_id = ${sessionTypeId} and booking.status in ('pending', 'confirmed')
      and booking.start_at > ${new Date(now)}
    order by booking.start_at`;
  const seat = booked.find((at) => fits(wanted, at));
  if (seat) return { attendeeId: seat.attendeeId };
  return waits ? { entryId: waits.id } : null;
}

/** The group session at this very time, which the entry follows when it moves. */
export async function groupAt(
  write: CalendarWrite,
  offering: Offering,
  start: number,
  length: number,
): Promise<string | null> {
  const rows = await write.sql<{ id: string }>`
    select id from booking
    where coach_id = ${offering.coachId} and session_type_id = ${offering.sessionTypeId} and capacity > 1
      and status in ('held', 'pending', 'confirmed')
      and start_at = ${new Date(start)} and end_at = ${new Date(start + length)}`;
  return rows[0]?.id ?? null;
}

export interface NewEntry {
  readonly entryId: string;
  readonly offering: Offering;
  readonly linkId: string;
  readonly bookingId: string | null;
  readonly wish: WishFields;
  readonly client: ClientDetails;
  readonly owner: string;
  readonly answers: readonly Answer[];
  readonly skips: readonly Skip[];
  readonly now: number;
}

export async function insertEntry(write: CalendarWrite, entry: NewEntry): Promise<void> {
  const { offering, wish, client } = entry;
  const { locale, hourCycle, firstWeekday } = client.preferences;
  await write.sql`
    insert into waitlist_entry (id, coach_id, session_type_id, link_id, kind, status, minutes, booking_id, start_at,
      from_date, to_date, weekdays, from_time, to_time, time_zone, name, email, phone, note, locale, hour_cycle, first_weekday,
      answers, owner, skips, lapses_at, created_at)
    values (${entry.entryId}, ${offering.coachId}, ${offering.sessionTypeId}, ${entry.linkId}, ${wish.kind}, 'waiting',
      ${wish.minutes}, ${entry.bookingId}, ${wish.start === null ? null : new Date(wish.start)}, ${wish.fromDate},
      ${wish.toDate}, ${wish.weekdays}::smallint[], ${wish.fromTime}, ${wish.toTime}, ${wish.timeZone}, ${client.name},
      ${client.email}, ${client.phone}, ${client.note}, ${locale}, ${hourCycle}, ${firstWeekday},
      ${JSON.stringify(entry.answers)}::jsonb, ${entry.owner}, ${JSON.stringify(entry.skips)}::jsonb,
      ${new Date(lapsesAt(wish))}, ${new Date(entry.now)})`;
}
