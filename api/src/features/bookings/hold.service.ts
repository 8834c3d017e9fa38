import { randomUUID } from "node:crypto";
import { MINUTE } from "../../core/local-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/db.ts";
import { Refusal } from "../../platform/problem.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import { restrictTo } from "../links/link.policy.ts";
import type { LinkService } from "../links/link.service.ts";
import type { Offering } from "../slots/offering.service.ts";
import type { SlotService, Verdict } from "../slots/slot.service.ts";
import { type HoldSlotInput, SlotHeld, TooManyHolds } from "./booking.inputs.ts";
import { refuseVerdict } from "./booking.policy.ts";
import { insertBooking, removeLapsed, type Seat } from "./calendar.service.ts";

const HOLD_MS = 5 * MINUTE;
/** More than a family choosing together needs, far less than a calendar. */
const MAX_HOLDS_OF_ONE_VISITOR = 5;

/** A held seat, as booking it needs to know it. */
export interface Hold {
  readonly attendeeId: string;
  readonly bookingId: string;
  readonly coachId: string;
  readonly sessionTypeId: string;
  readonly start: number;
  readonly end: number;
  readonly heldAt: number;
  readonly expiresAt: number;
}

export interface HoldDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly links: LinkService;
  readonly slots: SlotService;
  readonly tokens: TokenSigner;
}

/** Slots kept for a visitor while the form is filled in. A hold is a seat with an expiry in a booking row. */
export class HoldService {
  private readonly deps: HoldDependencies;

  constructor(deps: HoldDependencies) {
    this.deps = deps;
  }

  /** `owner` names the visitor as far as can be told, to bound how much one of them holds. */
  async hold(input: HoldSlotInput, owner: string): Promise<SlotHeld> {
    const { db, clock, links, slots, tokens } = this.deps;
    const link = (await links.open(db.sql, input.coach, input.link, clock.now())) ?? refuseLink();
    return changeCalendar(db, link.coachId, async (write) => {
      const now = clock.now();
      const before = input.replaces ? await this.find(write.sql, input.replaces) : null;
      if (before?.coachId === link.coachId) await remove(write, before);
      await this.refuseTooMany(write.sql, link.coachId, owner, now);
      const offering = restrictTo(await slots.offering(write.sql, link.sessionTypeId), link, now);
      const at = slots.intervalOf(offering, input.startAt, input.minutes);
      const verdict = await slots.judge(write.sql, offering, { at, now, viewerZone: input.timeZone });
      if (!verdict.offered) refuseVerdict(verdict);
      await removeLapsed(write, verdict.lapsed);
      const expiresAt = now + HOLD_MS;
      const { attendeeId } = await insertHold(write, { offering, linkId: link.linkId, verdict, owner, now, expiresAt });
      return Object.assign(new SlotHeld(), {
        holdToken: tokens.sign("hold", attendeeId),
        expiresAt: new Date(expiresAt),
        slot: slots.toSlot(verdict.slot, input.timeZone),
      });
    });
  }

  /** Whether there was anything to release. */
  async release(token: string): Promise<boolean> {
    const hold = await this.find(this.deps.db.sql, token);
    if (!hold) return false;
    return changeCalendar(this.deps.db, hold.coachId, async (write) => {
      // Read again under the lock: the seat may have been taken meanwhile.
      const still = await this.find(write.sql, token);
      if (still) await remove(write, still);
      return still !== null;
    });
  }

  /** The secret that names a held seat. */
  tokenOf(attendeeId: string): string {
    return this.deps.tokens.sign("hold", attendeeId);
  }

  /** The hold behind a token, lapsed or not, as long as nobody needed its place. */
  async find(sql: Sql, token: string): Promise<Hold | null> {
    const attendeeId = this.deps.tokens.verify("hold", token);
    if (!attendeeId) return null;
    const rows = await sql<Hold>`
      select seat.id as "attendeeId", booking.id as "bookingId", booking.coach_id as "coachId",
        booking.session_type_id as "sessionTypeId",
        (extract(epoch from booking.start_at) * 1000)::float8 as start,
        (extract(epoch from booking.end_at) * 1000)::float8 as end,
        (extract(epoch from seat.created_at) * 1000)::float8 as "heldAt",
        (extract(epoch from seat.hold_expires_at) * 1000)::float8 as "expiresAt"
      from attendee seat join booking on booking.id = seat.booking_id
      where seat.id = ${attendeeId} and seat.hold_expires_at is not null and seat.cancelled_at is null
        and booking.status <> 'cancelled'`;
    return rows[0] ?? null;
  }

  private async refuseTooMany(sql: Sql, coachId: string, owner: string, now: number): Promise<void> {
    const rows = await sql<{ count: number }>`
      select count(*)::int as count from attendee seat join booking on booking.id = seat.booking_id
      where booking.coach_id = ${coachId} and seat.hold_owner = ${owner} and seat.hold_expires_at > ${new Date(now)}`;
    if ((rows[0]?.count ?? 0) >= MAX_HOLDS_OF_ONE_VISITOR)
      throw new Refusal(new TooManyHolds(MAX_HOLDS_OF_ONE_VISITOR));
  }
}

async function remove(write: CalendarWrite, hold: Hold): Promise<void> {
  await write.sql`delete from attendee where id = ${hold.attendeeId} and hold_expires_at is not null`;
  // A held booking without anybody in it frees its time at once; one that others are in stays.
  const empty = await write.sql<{ id: string }>`
    select id from booking where id = ${hold.bookingId} and status = 'held'
      and not exists (select from attendee where booking_id = booking.id and cancelled_at is null)`;
  await removeLapsed(
    write,
    empty.map(({ id }) => id),
  );
  write.touch(hold, hold.bookingId);
}

export interface NewHold {
  readonly offering: Offering;
  readonly linkId: string;
  readonly verdict: Extract<Verdict, { offered: true }>;
  readonly owner: string;
  readonly now: number;
  readonly expiresAt: number;
}

/** A seat in the group session that is there already, or in a new held booking. */
export async function insertHold(write: CalendarWrite, hold: NewHold): Promise<Seat> {
  const { offering, linkId, verdict, owner, now, expiresAt } = hold;
  const placement = { offering, linkId, at: verdict.slot, timeZone: offering.timeZone };
  const bookingId = verdict.joins ?? (await insertBooking(write, placement, expiresAt));
  if (verdict.joins) {
    await write.sql`
      update booking set hold_expires_at = greatest(hold_expires_at, ${new Date(expiresAt)}) where id = ${bookingId} and status = 'held'`;
    write.touch(verdict.slot, bookingId);
  }
  const attendeeId = randomUUID();
  await write.sql`
    insert into attendee (id, booking_id, hold_expires_at, hold_owner, created_at)
    values (${attendeeId}, ${bookingId}, ${new Date(expiresAt)}, ${owner}, ${new Date(now)})`;
  return { bookingId, attendeeId };
}

function refuseLink(): never {
  throw new Refusal(new LinkUnavailable());
}
