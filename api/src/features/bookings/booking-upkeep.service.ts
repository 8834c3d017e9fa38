import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { removeLapsed } from "./calendar.service.ts";
import { lapsePending } from "./lapse.service.ts";

/** Rows of one coach changed in one transaction, which keeps everybody else out of her calendar. */
const BATCH = 100;

interface ChangedBooking {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** What time alone does to bookings, written down a little later. Safe to run twice and by several processes at once. */
export class BookingUpkeepService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Removes holds whose time is over. Their slots are offered again at that moment already; this is to keep no litter. */
  async removeLapsedHolds(signal: AbortSignal): Promise<void> {
    const now = new Date(this.clock.now());
    const coaches = await this.db.sql<{ id: string }>`
      select coach_id as id from booking where status = 'held' and hold_expires_at <= ${now}
      union
      select booking.coach_id from attendee seat join booking on booking.id = seat.booking_id
      where seat.hold_expires_at <= ${now}`;
    await this.forEach(coaches, signal, (write, coachId) => removeHolds(write, coachId, now));
  }

  /** Writes down which bookings were not approved in time. Everybody counts them as lapsed from that moment already. */
  async lapsePending(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const coaches = await this.db.sql<{ id: string }>`
      select distinct booking.coach_id as id from attendee seat join booking on booking.id = seat.booking_id
      where seat.approve_by <= ${new Date(now)} and seat.cancelled_at is null`;
    await this.forEach(coaches, signal, (write, coachId) => lapsePending(write, coachId, { now, limit: BATCH }));
  }

  /** Forgets ways back that are over, and visitors who have not been seen for a while. */
  async forgetOld(): Promise<void> {
    const now = new Date(this.clock.now());
    await this.db.sql`delete from booking_undo where expires_at <= ${now}`;
    await this.db.sql`delete from change_undo where expires_at <= ${now}`;
    await this.db.sql`delete from visitor_attempts where expires_at <= ${now}`;
  }

  /** A confirmed session that is over was held as agreed, unless the coach says otherwise. */
  async completePast(signal: AbortSignal): Promise<void> {
    const now = new Date(this.clock.now());
    const coaches = await this.db.sql<{ id: string }>`
      select distinct coach_id as id from booking where status = 'confirmed' and end_at <= ${now}`;
    await this.forEach(coaches, signal, (write, coachId) => completePast(write, coachId, now));
  }

  /** Coach by coach in small batches; what fails for one does not keep the others waiting. */
  private async forEach(
    coaches: readonly { readonly id: string }[],
    signal: AbortSignal,
    change: (write: CalendarWrite, coachId: string) => Promise<number>,
  ): Promise<void> {
    const failures: unknown[] = [];
    for (const { id } of coaches) {
      try {
        let more = true;
        while (more && !signal.aborted) {
          more = (await changeCalendar(this.db, id, (write) => change(write, id))) >= BATCH;
        }
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `The calendars of ${failures.length} coaches failed.`);
  }
}

async function removeHolds(write: CalendarWrite, coachId: string, now: Date): Promise<number> {
  const left = await write.sql<ChangedBooking>`
    with lapsed as (
      delete from attendee where id in (
        select seat.id from attendee seat join booking on booking.id = seat.booking_id
        where booking.coach_id = ${coachId} and seat.hold_expires_at <= ${now}
        limit ${BATCH}
      )
      returning booking_id
    )
    select booking.id, (extract(epoch from start_at) * 1000)::float8 as start,
      (extract(epoch from end_at) * 1000)::float8 as "end"
    from lapsed join booking on booking.id = lapsed.booking_id`;
  // Not in the same statement, which would not see that the seats are gone.
  const gone = await write.sql<ChangedBooking>`
    select id, (extract(epoch from start_at) * 1000)::float8 as start, (extract(epoch from end_at) * 1000)::float8 as "end"
    from booking
    where coach_id = ${coachId} and status = 'held' and (hold_expires_at <= ${now}
      or not exists (select from attendee where booking_id = booking.id and cancelled_at is null))
    limit ${BATCH}`;
  await removeLapsed(
    write,
    gone.map(({ id }) => id),
  );
  for (const booking of [...left, ...gone]) write.touch(booking, booking.id);
  return Math.max(left.length, gone.length);
}

async function completePast(write: CalendarWrite, coachId: string, now: Date): Promise<number> {
  const completed = await write.sql<ChangedBooking>`
    update booking set status = 'completed', version = version + 1
    where id in (
      select id from booking where coach_id = ${coachId} and status = 'confirmed' and end_at <= ${now} limit ${BATCH}
    )
    returning id, (extract(epoch from start_at) * 1000)::float8 as start,
      (extract(epoch from end_at) * 1000)::float8 as "end"`;
  for (const booking of completed) write.touch(booking, booking.id);
  return completed.length;
}
