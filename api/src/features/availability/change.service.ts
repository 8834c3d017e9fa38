import { uuidOf } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db.ts";
import { optionalText, refuseInput } from "../../platform/validation.ts";
import { isStanding } from "../bookings/booking.policy.ts";
import { cancelBookings, requestMoves, type Told } from "../bookings/calendar.service.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { AffectedAction, type AffectedBookingInput } from "./affected.inputs.ts";

const MAX_AFFECTED = 1000;

/** What becomes of the sessions that a change of hours affects. */
export type Decisions = readonly AffectedBookingInput[] | null | undefined;

/** A change of hours within a transaction; checks what it is given and saves it. Used for saving and for trying. */
export type HoursChange<Result> = (tx: Tx) => Promise<Result>;

/** Every change of a coach's hours is saved here, together with what is decided about the sessions it affects. */
export class ChangeService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  save<Result>(coachId: string, change: HoursChange<Result>, decisions?: Decisions): Promise<Result> {
    return changeCalendar(this.db, coachId, async (write) => {
      const result = await change(write);
      // Hours reach further than the sessions that are decided about.
      write.touchAll();
      await settle(write, { coachId, decisions: decisions ?? [], now: this.clock.now() });
      return result;
    });
  }
}

interface Settling {
  readonly coachId: string;
  readonly decisions: readonly AffectedBookingInput[];
  readonly now: number;
}

interface AffectedRow {
  readonly id: string;
  readonly status: string;
  readonly start: number;
  readonly end: number;
}

/** A session that is over or no longer stands needs no decision any more: it is passed over. */
async function settle(write: CalendarWrite, { coachId, decisions, now }: Settling): Promise<void> {
  if (decisions.length === 0) return;
  if (decisions.length > MAX_AFFECTED)
    refuseInput("affected", `At most ${MAX_AFFECTED} sessions can be decided about at once.`);
  const ids = decisions.map(({ booking }) => uuidOf("Booking", booking));
  const rows = await write.sql<AffectedRow>`
    select id, status, (extract(epoch from start_at) * 1000)::float8 as start, (extract(epoch from end_at) * 1000)::float8 as end
    from booking where coach_id = ${coachId} and id = any (${ids.filter((id) => id !== null)}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const told: Record<AffectedAction, Told[]> = { keep: [], offerNewTimes: [], cancel: [] };
  const seen = new Set<string>();
  for (const [index, { action, message }] of decisions.entries()) {
    const field = `affected.${index}`;
    const booking =
      byId.get(ids[index] ?? "") ?? refuseInput(`${field}.booking`, "There is no such session in your practice.");
    if (seen.has(booking.id)) refuseInput(`${field}.booking`, "This session is decided about twice; decide once.");
    seen.add(booking.id);
    const text = optionalText(`${field}.message`, message, 2000);
    if (isStanding(booking.status) && booking.end > now) told[action].push({ booking, message: text });
  }
  await cancelBookings(write, told[AffectedAction.CANCEL], now);
  await requestMoves(write, told[AffectedAction.OFFER_NEW_TIMES], now);
}
