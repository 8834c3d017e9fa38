import type { FilterQuery } from "@mikro-orm/postgresql";
import { Attendee } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { type Connection, parseCursor, toConnection, toCursor } from "../../platform/graphql/relay.ts";
import { refuseInput } from "../../platform/validation.ts";

export interface SeatPage {
  readonly first: number;
  readonly after?: string | undefined;
  /** Those whose session is over, in place of those to come. */
  readonly past: boolean;
}

/** One client's way through a coach's calendar. */
export class ClientSeatsService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Seats to come in order of start, without those given up; or past ones, the latest first, with all that became of them. */
  async page(clientId: string, { first, after, past }: SeatPage): Promise<Connection<Attendee>> {
    const now = new Date(this.clock.now());
    const kept = { cancelledAt: null, $or: [{ approveBy: null }, { approveBy: { $gt: now } }] };
    const where: FilterQuery<Attendee> = past
      ? { client: clientId, booking: { endAt: { $lte: now } } }
      : { client: clientId, booking: { endAt: { $gt: now } }, ...kept };
    const em = this.db.em();
    const direction = past ? "desc" : "asc";
    const rows = await em.find(
      Attendee,
      { $and: [where, after ? beyond(after, past) : {}] },
      { orderBy: { booking: { startAt: direction }, id: direction }, limit: first + 1, populate: ["booking"] },
    );
    return toConnection({
      rows,
      first,
      after: after ?? null,
      totalCount: await em.count(Attendee, where),
      cursorOf: (seat) => toCursor(seat.booking.getEntity().startAt.toISOString(), seat.id),
    });
  }
}

function beyond(cursor: string, past: boolean): FilterQuery<Attendee> {
  const [startAt, id] = parseCursor(cursor, 2) ?? [];
  if (!startAt || !id) return refuseInput("after", "This is not a cursor of this list.");
  const side = past ? ("$lt" as const) : ("$gt" as const);
  const start = new Date(startAt);
  return { $or: [{ booking: { startAt: { [side]: start } } }, { booking: { startAt: start }, id: { [side]: id } }] };
}
