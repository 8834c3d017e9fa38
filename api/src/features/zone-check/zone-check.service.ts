import { agreedInstant } from "../../core/agreed.ts";
import { tzdbRelease } from "../../core/zone.ts";
import { TimeOff } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/db.ts";
import { moveTogether } from "../bookings/relocation.service.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { type AgreedBooking, findMoves, type ZoneMove, type ZoneMoves } from "./zone-check.policy.ts";

export interface ZoneCheck extends ZoneMoves {
  /** The release of the time zone rules in use, and the one that was checked last. */
  readonly release: string;
  readonly lastRelease: string | null;
  /** How many sessions to come were looked at. */
  readonly checked: number;
}

/** Finds what the present time zone rules make of wall times that were agreed under older ones. */
export class ZoneCheckService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Looks at every session to come. With `apply` those that have to move do, each with its calendar locked, and the
   * release is noted. Templates, overrides and travel are read in wall time and need nothing.
   */
  async check({ apply }: { readonly apply: boolean }): Promise<ZoneCheck> {
    const bookings = await this.readComing(this.db.sql, null);
    const lastRelease = await this.lastRelease();
    const found: ZoneMoves[] = [];
    for (const [coachId, group] of byCoach(bookings)) {
      const moves = findMoves(group);
      const isAffected = moves.moves.length > 0 || moves.collisions.length > 0;
      found.push(apply && isAffected ? await this.apply(coachId) : moves);
    }
    if (apply) await this.applyToTimeOff();
    const moves = found.flatMap((each) => each.moves);
    const collisions = found.flatMap((each) => each.collisions);
    if (apply) {
      await this.db.sql`
        insert into zone_check (release, moved, collisions, checked_at)
        values (${tzdbRelease}, ${moves.length}, ${collisions.length}, ${new Date(this.clock.now())})`;
    }
    return { release: tzdbRelease, lastRelease, checked: bookings.length, moves, collisions };
  }

  /** Under which rules all sessions were last found true, or null before the first check. */
  async lastRelease(): Promise<string | null> {
    const rows = await this.db.sql<{ release: string }>`select release from zone_check order by id desc limit 1`;
    return rows[0]?.release ?? null;
  }

  /** Looks again under the lock: what is moved is what is there. */
  private apply(coachId: string): Promise<ZoneMoves> {
    return changeCalendar(this.db, coachId, async (write) => {
      const found = findMoves(await this.readComing(write.sql, coachId));
      await moveAll(write, found.moves);
      return found;
    });
  }

  /** Exact periods are read in wall time too; their instants are kept for whoever shows them. */
  private async applyToTimeOff(): Promise<void> {
    const periods = await this.db.em().find(TimeOff, { startAt: { $ne: null } });
    for (const { id, coach, timeZone, localStart, localEnd, startAt, endAt } of periods) {
      if (!timeZone || !localStart || !localEnd || !startAt || !endAt) continue;
      const start = agreedInstant(timeZone, localStart, startAt.getTime());
      const end = agreedInstant(timeZone, localEnd, endAt.getTime());
      if (start === startAt.getTime() && end === endAt.getTime()) continue;
      await changeCalendar(this.db, coach.id, ({ sql }) => {
        return sql`update time_off set start_at = ${new Date(start)}, end_at = ${new Date(end)} where id = ${id}`;
      });
    }
  }

  private readComing(sql: Sql, coachId: string | null): Promise<AgreedBooking[]> {
    return sql<AgreedBooking>`
      select booking.id, coach_id as "coachId", coach.slug as coach, booking.time_zone as "timeZone",
        local_start as "localStart", buffer_before_minutes as "bufferBeforeMinutes",
        buffer_after_minutes as "bufferAfterMinutes",
        (extract(epoch from start_at) * 1000)::float8 as start, (extract(epoch from end_at) * 1000)::float8 as "end"
      from booking join coach on coach.id = coach_id
      where status in ('held', 'pending', 'confirmed') and blocked_until_at > ${new Date(this.clock.now())}
        and (${coachId}::uuid is null or coach_id = ${coachId})
      order by coach.slug, start_at`;
  }
}

function moveAll(write: CalendarWrite, moves: readonly ZoneMove[]): Promise<void> {
  const moved = moves.map(({ booking, to }) => ({ booking, at: { start: to, end: to + booking.end - booking.start } }));
  return moveTogether(write, moved);
}

function byCoach(bookings: readonly AgreedBooking[]): Map<string, AgreedBooking[]> {
  const groups = new Map<string, AgreedBooking[]>();
  for (const booking of bookings) {
    const group = groups.get(booking.coachId);
    if (group) group.push(booking);
    else groups.set(booking.coachId, [booking]);
  }
  return groups;
}
