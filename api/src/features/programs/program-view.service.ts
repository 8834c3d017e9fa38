import { Client, ProgramBooking, uuidOf } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import { type Connection, parseCursor, toConnection, toCursor } from "../../platform/graphql/relay.ts";
import { refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";

export interface ProgramBookingPage {
  readonly first: number;
  readonly after?: string | null | undefined;
  /** Only of this client. */
  readonly client?: string | null | undefined;
}

/** Reads what was booked from programs. */
export class ProgramViewService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  /** The youngest first. */
  async page(coachId: string, { first, after, client }: ProgramBookingPage): Promise<Connection<ProgramBooking>> {
    requireWholeNumber("first", first, 1, 100);
    const [createdAt, lastId] = after
      ? (parseCursor(after, 2) ?? refuseInput("after", "This is not a cursor of this list."))
      : [null, null];
    const clientId = client ? (uuidOf(Client.name, client) ?? refuseUnknown("client")) : null;
    const rows = await this.db.sql<{ id: string; total: number }>`
      with matching as (
        select id, created_at from program_booking
        where coach_id = ${coachId} and (${clientId}::uuid is null or client_id = ${clientId}::uuid)
      )
      select id, (select count(*)::int from matching) as total from matching
      where ${createdAt}::text is null or (created_at, id) < (${createdAt}::timestamptz, ${lastId}::uuid)
      order by matching.created_at desc, id desc limit ${first + 1}`;
    const found = await this.db.em().find(ProgramBooking, { id: { $in: rows.map(({ id }) => id) } });
    const byId = new Map(found.map((program) => [program.id, program]));
    return toConnection({
      rows: rows.flatMap(({ id }) => byId.get(id) ?? []),
      first,
      after: after ?? null,
      totalCount: rows[0]?.total ?? 0,
      cursorOf: (program) => toCursor(program.createdAt.toISOString(), program.id),
    });
  }
}
