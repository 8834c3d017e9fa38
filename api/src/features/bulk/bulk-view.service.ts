import { BulkItem, BulkRun, uuidOf } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import { type Connection, parseCursor, toConnection, toCursor } from "../../platform/graphql/relay.ts";
import { refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";

/** A run with all of its clients. */
export interface BulkRunState {
  readonly run: BulkRun;
  /** In order of the list. */
  readonly items: readonly BulkItem[];
}

/** Reads a coach's bulk runs. */
export class BulkViewService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  /** The youngest first. */
  async page(coachId: string, first: number, after?: string | null): Promise<Connection<BulkRun>> {
    requireWholeNumber("first", first, 1, 50);
    const [createdAt, lastId] = after
      ? (parseCursor(after, 2) ?? refuseInput("after", "This is not a cursor of this list."))
      : [null, null];
    const rows = await this.db.sql<{ id: string; total: number }>`
      with matching as (select id, created_at from bulk_run where coach_id = ${coachId})
      select id, (select count(*)::int from matching) as total from matching
      where ${createdAt}::text is null or (created_at, id) < (${createdAt}::timestamptz, ${lastId}::uuid)
      order by matching.created_at desc, id desc limit ${first + 1}`;
    const found = await this.db.em().find(BulkRun, { id: { $in: rows.map(({ id }) => id) } });
    const byId = new Map(found.map((run) => [run.id, run]));
    return toConnection({
      rows: rows.flatMap(({ id }) => byId.get(id) ?? []),
      first,
      after: after ?? null,
      totalCount: rows[0]?.total ?? 0,
      cursorOf: (run) => toCursor(run.createdAt.toISOString(), run.id),
    });
  }

  idOf(globalId: string): string {
    return uuidOf("BulkRun", globalId) ?? refuseUnknown("bulk run");
  }

  /** The run is read first: what changes between the two reads is then told again, never lost. */
  async read(coachId: string, id: string): Promise<BulkRunState> {
    const em = this.db.em();
    const run = await em.findOne(BulkRun, { id, coach: coachId });
    if (!run) return refuseUnknown("bulk run");
    return { run, items: await em.find(BulkItem, { run: id }, { orderBy: { number: "asc" } }) };
  }
}
