import { outsideHours } from "../../core/conflicts.ts";
import { explainHours } from "../../core/explain.ts";
import type { Interval } from "../../core/interval.ts";
import { Booking } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/db.ts";
import type { HoursChange } from "../availability/change.service.ts";
import { withCauses } from "../slots/cause.service.ts";
import { availabilityOf, type CoachHours, readHours } from "../slots/hours.service.ts";
import { type CausedReason, describeReasons } from "../slots/slot.policy.ts";
import { AffectedBooking, AvailabilityPreview } from "./preview.inputs.ts";
import { newWarnings, type SessionLengths } from "./warning.policy.ts";

/** A session to come, times in epoch milliseconds. */
interface ComingBooking extends Interval {
  readonly id: string;
  readonly sessionTypeId: string;
}

/** Shows what a change of hours would do: it is made within a transaction, looked at, and taken back. */
export class PreviewService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Refuses what saving the change would refuse. The number of statements does not depend on that of bookings. */
  async preview(coachId: string, change: HoursChange<unknown>): Promise<AvailabilityPreview> {
    try {
      await this.db.transact(async (tx) => {
        throw new TakenBack(await this.tryOut(tx, coachId, change));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.preview;
      throw error;
    }
    throw new Error("A preview was not taken back.");
  }

  private async tryOut(tx: Tx, coachId: string, change: HoursChange<unknown>): Promise<AvailabilityPreview> {
    const now = this.clock.now();
    const { revision, types } = await readCoach(tx.sql, coachId);
    const before = await readHours(tx.sql, coachId);
    await change(tx);
    await tx.em.flush();
    const after = await readHours(tx.sql, coachId);
    const bookings = await readComing(tx.sql, coachId, now);
    const affected = await nameAffected(tx, findAffected(bookings, before, after));
    return Object.assign(new AvailabilityPreview(), {
      revision,
      affected,
      warnings: newWarnings({ before, after, types, now }),
    });
  }
}

/** Carries the preview out of the transaction that it ends. */
class TakenBack extends Error {
  readonly preview: AvailabilityPreview;

  constructor(preview: AvailabilityPreview) {
    super("taken back");
    this.preview = preview;
  }
}

interface Affected {
  readonly booking: ComingBooking;
  readonly reasons: readonly CausedReason[];
}

/** Sessions that were within hours and no longer are; and those outside that something new stands against. */
function findAffected(bookings: readonly ComingBooking[], before: CoachHours, after: CoachHours): Affected[] {
  const period = { start: bookings[0]?.start ?? 0, end: Math.max(0, ...bookings.map(({ end }) => end)) };
  const byType = new Map<string, ComingBooking[]>();
  for (const booking of bookings) {
    const same = byType.get(booking.sessionTypeId);
    if (same) same.push(booking);
    else byType.set(booking.sessionTypeId, [booking]);
  }
  const affected: Affected[] = [];
  for (const [sessionTypeId, group] of byType) {
    const [old, young] = [before, after].map((hours) => availabilityOf(hours, sessionTypeId, period));
    if (!old || !young) continue;
    const outside = outsideHours(young, group);
    const wereOutside = new Set(outsideHours(old, outside));
    const reasons = explainHours(young, outside);
    const known = explainHours(old, [...wereOutside]);
    const knownOf = new Map([...wereOutside].map((booking, index) => [booking, known[index] ?? []]));
    for (const [index, booking] of outside.entries()) {
      const described = describeReasons(reasons[index] ?? [], [], after);
      const earlier = describeReasons(knownOf.get(booking) ?? [], [], before);
      if (!wereOutside.has(booking) || hasNewCause(described, earlier)) affected.push({ booking, reasons: described });
    }
  }
  return affected.sort((a, b) => a.booking.start - b.booking.start);
}

function hasNewCause(reasons: readonly CausedReason[], earlier: readonly CausedReason[]): boolean {
  const known = new Set(earlier.map(causeKey));
  return reasons.some((reason) => causeKey(reason) !== null && !known.has(causeKey(reason)));
}

function causeKey({ cause }: CausedReason): string | null {
  return cause.timeOffId ?? cause.holidayId ?? cause.dateOverrideId ?? null;
}

async function nameAffected({ em }: Tx, affected: readonly Affected[]): Promise<AffectedBooking[]> {
  const bookings = await em.find(Booking, { id: { $in: affected.map(({ booking }) => booking.id) } });
  const byId = new Map(bookings.map((booking) => [booking.id, booking]));
  const named = await withCauses(
    em,
    affected.flatMap(({ reasons }) => reasons),
  );
  let next = 0;
  return affected.flatMap(({ booking: { id }, reasons }) => {
    const own = named.slice(next, next + reasons.length);
    next += reasons.length;
    const booking = byId.get(id);
    return booking ? [Object.assign(new AffectedBooking(), { booking, reasons: own })] : [];
  });
}

async function readComing(sql: Sql, coachId: string, now: number): Promise<ComingBooking[]> {
  return sql<ComingBooking>`
    select id, session_type_id as "sessionTypeId",
      (extract(epoch from start_at) * 1000)::float8 as start, (extract(epoch from end_at) * 1000)::float8 as "end"
    from booking where coach_id = ${coachId} and status in ('pending', 'confirmed') and end_at > ${new Date(now)}
    order by start_at, id`;
}

async function readCoach(sql: Sql, coachId: string): Promise<{ revision: number; types: SessionLengths[] }> {
  const rows = await sql<{ revision: number; types: SessionLengths[] }>`
    select revision, (select coalesce(jsonb_agg(jsonb_build_object('id', type.id, 'minutes', to_jsonb(type.minutes))), '[]')
      from session_type type where type.coach_id = coach.id and type.active) as types
    from coach where id = ${coachId}`;
  const [coach] = rows;
  if (!coach) throw new Error(`There is no coach ${coachId}.`);
  return coach;
}
