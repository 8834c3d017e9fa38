import { randomUUID } from "node:crypto";
import { MINUTE } from "../../core/local-date.ts";
import { BulkRun, uuidOf } from "../../entities/index.ts";
import type { MeetingProvider } from "../../integrations/meeting/meeting-provider.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import type { Logger } from "../../platform/logger.ts";
import { Refusal } from "../../platform/problem.ts";
import { requireKey } from "../../platform/validation.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { BulkRunChanged, type StartBulkRunInput } from "./bulk.inputs.ts";
import { bookItem, problemOf } from "./bulk-booking.service.ts";
import type { BulkDraftService } from "./bulk-draft.service.ts";
import {
  type ItemOutcome,
  type ItemRow,
  lockRun,
  noteChange,
  type RunRow,
  readItems,
  writeOutcomes,
} from "./bulk-state.service.ts";
import { MAX_CLIENTS } from "./client-list.policy.ts";

/** Longer than for a change of one's own: a report of many clients takes its time to read. */
const UNDO_MS = 60 * MINUTE;
const MAX_TRIES = 3;

export interface BulkRunDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly drafts: BulkDraftService;
  readonly meetings: MeetingProvider;
  readonly logger: Logger;
}

/** Starts and works on bulk runs. What is to be done stands in the rows; this is only the hands. */
export class BulkRunService {
  private readonly deps: BulkRunDependencies;
  /** Unexpected errors by item. */
  private readonly tries = new Map<string, number>();

  constructor(deps: BulkRunDependencies) {
    this.deps = deps;
  }

  /** From now on a process with jobs works on it. */
  start(coachId: string, input: StartBulkRunInput): Promise<{ runId: string }> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    return this.deps.db.transact(async (tx) => {
      const run = await lockRun(tx.sql, uuidOf("BulkRun", input.run), coachId);
      return once(tx.sql, { scope: `startBulkRun ${run.id}`, key, input }, async () => {
        await refuseUnready(tx, run, input);
        const now = new Date(this.deps.clock.now());
        await tx.sql`
          update bulk_run set status = 'running', all_or_nothing = ${input.allOrNothing}, started_at = ${now}, problem = null
          where id = ${run.id}`;
        await noteChange(tx, run, true);
        return { runId: run.id };
      });
    });
  }

  /** What is booked stays; nobody else is. */
  stop(coachId: string, globalId: string): Promise<BulkRun> {
    return changeCalendar(this.deps.db, coachId, async (write) => {
      write.touchNothing();
      const run = await lockRun(write.sql, uuidOf("BulkRun", globalId), coachId);
      if (run.status === "running") {
        await write.sql`update bulk_item set status = 'left', problem = 'You stopped the run.' where run_id = ${run.id} and status = 'ready'`;
        await this.finish(write, run);
      }
      return write.em.findOneOrFail(BulkRun, { id: run.id });
    });
  }

  /** Works on everything that was started, wherever it was left off. Two processes at once do nothing twice. */
  async work(signal: AbortSignal): Promise<void> {
    const runs = await this.deps.db.sql<{ id: string; coachId: string }>`
      select id, coach_id as "coachId" from bulk_run where status = 'running' order by started_at, id`;
    for (const run of runs) {
      while (!signal.aborted && (await this.step(run)));
    }
  }

  /** One client of a run, or all of them where it is all or nothing. @returns whether there may be more to do. */
  private async step({ id, coachId }: { id: string; coachId: string }): Promise<boolean> {
    const { db, clock } = this.deps;
    const rooms = await this.roomsFor(id);
    // The item that was tried last, for when its transaction is gone.
    const tried: { item: ItemRow | null } = { item: null };
    try {
      return await changeCalendar(db, coachId, async (write) => {
        write.touchNothing();
        const run = await lockRun(write.sql, id, coachId);
        if (run.status !== "running") return false;
        const items = await readItems(write.sql, id, run.allOrNothing ? MAX_CLIENTS : 1);
        const outcomes: ItemOutcome[] = [];
        for (const [index, item] of items.entries()) {
          tried.item = item;
          const room = rooms[index] ?? null;
          outcomes.push(await bookItem(write, { run, item, now: clock.now(), room, mayReplan: !run.allOrNothing }));
        }
        if (outcomes.length > 0) await writeOutcomes(write.sql, outcomes);
        if (items.length === 0 || run.allOrNothing) await this.finish(write, run);
        else await noteChange(write, run, false);
        return items.length > 0 && !run.allOrNothing;
      });
    } catch (error) {
      if (tried.item === null || !this.isFinal(error, id, tried.item)) throw error;
      return this.noteFailure(id, coachId, tried.item, problemOf(error));
    }
  }

  /** What is wrong with the database, and not with the client, may be over at the next run of the job. */
  private isFinal(error: unknown, runId: string, { id }: ItemRow): boolean {
    if (error instanceof Refusal) return true;
    const tries = (this.tries.get(id) ?? 0) + 1;
    this.tries.set(id, tries);
    this.deps.logger.error("a client of a bulk run was not booked", { runId, tries, error });
    if (tries < MAX_TRIES) return false;
    this.tries.delete(id);
    return true;
  }

  /** The client is told of and passed over; where it is all or nothing, the run is a draft again. */
  private noteFailure(id: string, coachId: string, item: ItemRow, problem: string): Promise<boolean> {
    const { db, drafts } = this.deps;
    return db.transact(async (tx) => {
      const run = await lockRun(tx.sql, id, coachId);
      if (run.status !== "running") return false;
      if (run.allOrNothing) {
        const why = `Nothing was booked, because ${item.name} could not be: ${problem}`;
        await tx.sql`update bulk_run set status = 'draft', started_at = null, problem = ${why} where id = ${id}`;
        await drafts.replanWithin(tx, run);
      } else {
        await tx.sql`
          update bulk_item set status = 'failed', problem = ${problem}, sessions = '[]' where id = ${item.id} and status = 'ready'`;
      }
      await noteChange(tx, run, false);
      return !run.allOrNothing;
    });
  }

  /** Everybody was tried: the way back is open from now on for as long as nothing else happens to the sessions. */
  private async finish(write: CalendarWrite, run: RunRow): Promise<void> {
    const now = this.deps.clock.now();
    const undoUntil = new Date(now + UNDO_MS);
    // Everything as it was made, at its first version: what happened to it since ends the way back.
    const rows = await write.sql<{ bookings: string; series: string }>`
      with made as (
        select program_booking_id, series_id from bulk_item where run_id = ${run.id} and status = 'booked'
      )
      select (
          select coalesce(jsonb_object_agg(id, 1), '{}')::text from booking
          where program_booking_id in (select program_booking_id from made) or series_id in (select series_id from made)
        ) as bookings,
        (select coalesce(jsonb_object_agg(series_id, 1) filter (where series_id is not null), '{}')::text from made) as series`;
    const { bookings = "{}", series = "{}" } = rows[0] ?? {};
    const isBooked = bookings !== "{}";
    const undoId = isBooked ? randomUUID() : null;
    if (undoId) {
      await write.sql`
        insert into change_undo (id, coach_id, before, after, expires_at)
        values (${undoId}, ${run.coachId}, '{}', jsonb_build_object('bookings', ${bookings}::jsonb, 'series', ${series}::jsonb), ${undoUntil})`;
    }
    await write.sql`
      update bulk_run set status = ${isBooked ? "done" : "failed"}, finished_at = ${new Date(now)}, undo_id = ${undoId},
        undo_until = ${undoId ? undoUntil : null}, problem = ${isBooked ? null : "Nobody could be booked. Why not stands with each client."}
      where id = ${run.id}`;
    await noteChange(write, run, false);
  }

  /** Meetings for the clients whose turn it is, each her own, made before the transaction. */
  private async roomsFor(runId: string): Promise<string[]> {
    const { db, meetings } = this.deps;
    const [wanted] = await db.sql<{ rooms: number }>`
      select case when run.all_or_nothing then (
          select count(*)::int from bulk_item item where item.run_id = run.id and item.status = 'ready') else 1 end as rooms
      from bulk_run run where run.id = ${runId} and exists (
        select from session_type type where type.place_per_booking and (
          type.id = (run.plan ->> 'sessionTypeId')::uuid
          or type.id in (select (step ->> 'sessionTypeId')::uuid from jsonb_array_elements(run.plan -> 'steps') step)))`;
    const rooms = Array.from({ length: wanted?.rooms ?? 0 }, () => meetings.create());
    return (await Promise.all(rooms)).map(({ url }) => url);
  }
}

async function refuseUnready({ sql, em }: Tx, run: RunRow, input: StartBulkRunInput): Promise<void> {
  const refuse = async (message: string) => {
    throw new Refusal(new BulkRunChanged(await em.findOneOrFail(BulkRun, { id: run.id }), message));
  };
  if (run.status !== "draft") await refuse("This run was started already. Look at what it has booked.");
  if (run.version !== input.version) await refuse("The list changed since. Look at it again before you go on.");
  const rows = await sql<{ ready: number; others: number }>`
    select count(*) filter (where status = 'ready')::int as ready,
      count(*) filter (where status in ('invalid', 'unplaced'))::int as others
    from bulk_item where run_id = ${run.id}`;
  const { ready = 0, others = 0 } = rows[0] ?? {};
  if (ready === 0) await refuse("Nobody on the list can be booked as it is. Mend the list first.");
  if (input.allOrNothing && others > 0) {
    const who = others === 1 ? "One client cannot" : `${others} clients cannot`;
    await refuse(`${who} be booked as the list is. Mend the lines, leave them out, or book the others alone.`);
  }
}
