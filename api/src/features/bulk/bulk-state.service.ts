import type { BulkItemSession, BulkItemStatus, BulkStatus } from "../../entities/index.ts";
import type { Sql, Tx } from "../../platform/db.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import type { BulkPlan, ItemWish } from "./bulk-plan.policy.ts";
import type { ListedClient } from "./client-list.policy.ts";

/** A run as its row has it. */
export interface RunRow {
  readonly id: string;
  readonly coachId: string;
  readonly coachZone: string;
  readonly status: BulkStatus;
  readonly programId: string | null;
  readonly name: string;
  readonly plan: BulkPlan;
  readonly allOrNothing: boolean;
  readonly undoId: string | null;
  readonly version: number;
}

/** An item as its row has it. */
export interface ItemRow extends ListedClient, ItemWish {
  readonly id: string;
  readonly number: number;
  readonly clientId: string | null;
  readonly status: BulkItemStatus;
  readonly sessions: readonly BulkItemSession[];
}

/** A coach's run, kept from everybody else until the transaction ends. */
export async function lockRun(sql: Sql, id: string | null, coachId: string): Promise<RunRow> {
  const rows = id
    ? await sql<RunRow>`
        select run.id, coach_id as "coachId", coach.time_zone as "coachZone", status, program_id as "programId", run.name,
          plan, all_or_nothing as "allOrNothing", undo_id as "undoId", version
        from bulk_run run join coach on coach.id = run.coach_id
        where run.id = ${id} and coach_id = ${coachId} for update of run`
    : [];
  return rows[0] ?? refuseUnknown("bulk run");
}

/** All items of a run in order, or the first so many that are ready. */
export function readItems(sql: Sql, runId: string, ready?: number): Promise<ItemRow[]> {
  return sql<ItemRow>`
    select id, number, line, raw, client_id as "clientId", name, email, phone, time_zone as "timeZone", note, start, status,
      field, problem, sessions
    from bulk_item where run_id = ${runId} and (${ready === undefined} or status = 'ready')
    order by number limit ${ready ?? null}`;
}

/** Writes items as they are now: one statement, whatever their number. */
export async function writeItems(sql: Sql, runId: string, items: readonly ItemRow[]): Promise<void> {
  if (items.length === 0) return;
  await sql`
    insert into bulk_item (id, run_id, number, line, raw, client_id, name, email, phone, time_zone, note, start, status,
      field, problem, sessions)
    select id, ${runId}, number, line, raw, "clientId", name, email, phone, "timeZone", note, start, status, field, problem, sessions
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as item(id uuid, number integer, line integer, raw text,
      "clientId" uuid, name text, email text, phone text, "timeZone" text, note text, start text, status text, field text,
      problem text, sessions jsonb)
    on conflict (id) do update set client_id = excluded.client_id, name = excluded.name, email = excluded.email,
      phone = excluded.phone, time_zone = excluded.time_zone, note = excluded.note, start = excluded.start,
      status = excluded.status, field = excluded.field, problem = excluded.problem, sessions = excluded.sessions`;
}

/** What became of one item that was worked on. */
export interface ItemOutcome {
  readonly id: string;
  readonly status: BulkItemStatus;
  readonly problem: string | null;
  readonly sessions: readonly BulkItemSession[];
  readonly replanned: boolean;
  readonly clientId: string | null;
  readonly programBookingId: string | null;
  readonly seriesId: string | null;
  readonly madeClient: boolean;
}

export async function writeOutcomes(sql: Sql, outcomes: readonly ItemOutcome[]): Promise<void> {
  await sql`
    update bulk_item item set status = done.status, problem = done.problem, field = null, sessions = done.sessions,
      replanned = done.replanned, client_id = done."clientId", program_booking_id = done."programBookingId",
      series_id = done."seriesId", made_client = done."madeClient"
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as done(id uuid, status text, problem text, sessions jsonb,
      replanned boolean, "clientId" uuid, "programBookingId" uuid, "seriesId" uuid, "madeClient" boolean)
    where item.id = done.id`;
}

/** Everybody who looks at the run hears of it; a process with jobs goes on with one that is running. */
export async function noteChange(
  tx: Pick<Tx, "sql" | "publish">,
  run: Pick<RunRow, "id" | "coachId">,
  isRunning: boolean,
): Promise<void> {
  await tx.sql`update bulk_run set version = version + 1 where id = ${run.id}`;
  tx.publish({ type: "bulkChanged", coachId: run.coachId, runId: run.id, isRunning });
}
