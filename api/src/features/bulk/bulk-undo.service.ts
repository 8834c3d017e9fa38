import { BulkRun, uuidOf } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { requireKey } from "../../platform/validation.ts";
import { UndoExpired } from "../bookings/undo.inputs.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import type { ChangeUndoService } from "../series/change-undo.service.ts";
import { BulkRunChanged, type UndoBulkRunInput } from "./bulk.inputs.ts";
import { lockRun, noteChange } from "./bulk-state.service.ts";

export interface BulkUndoDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly undos: ChangeUndoService;
}

/** Takes a whole run back: every session, every series and program, and the clients that it brought. */
export class BulkUndoService {
  private readonly deps: BulkUndoDependencies;

  constructor(deps: BulkUndoDependencies) {
    this.deps = deps;
  }

  undo(coachId: string, input: UndoBulkRunInput): Promise<{ runId: string }> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    return changeCalendar(this.deps.db, coachId, async (write) => {
      write.touchNothing();
      const run = await lockRun(write.sql, uuidOf("BulkRun", input.run), coachId);
      return once(write.sql, { scope: `undoBulkRun ${run.id}`, key, input }, async () => {
        if (run.status !== "done") {
          const now = await write.em.findOneOrFail(BulkRun, { id: run.id });
          throw new Refusal(new BulkRunChanged(now, "Only a run that has booked something can be taken back."));
        }
        if (!run.undoId) throw new Refusal(new UndoExpired("It is too late to take this run back."));
        await this.deps.undos.takeBack(write, coachId, run.undoId);
        await write.sql`update bulk_run set status = 'undone', undo_id = null, undo_until = null where id = ${run.id}`;
        await forgetClients(write, run.id);
        await noteChange(write, run, false);
        return { runId: run.id };
      });
    });
  }
}

/** Clients who came with the run go with it, unless they have booked something else since. */
async function forgetClients({ sql }: CalendarWrite, runId: string): Promise<void> {
  const made = await sql<{ clientId: string | null; madeClient: boolean }>`
    update bulk_item item set status = 'undone', made_client = false,
      client_id = case when item.made_client then null else item.client_id end
    from bulk_item before where item.run_id = ${runId} and item.status = 'booked' and before.id = item.id
    returning before.client_id as "clientId", before.made_client as "madeClient"`;
  const ids = made.flatMap(({ clientId, madeClient }) => (madeClient && clientId ? [clientId] : []));
  await sql`
    delete from client where id = any (${ids}::uuid[])
      and not exists (select from attendee where client_id = client.id)
      and not exists (select from series_member where client_id = client.id)
      and not exists (select from program_booking where client_id = client.id)
      and not exists (select from booking_link where client_id = client.id)
      and not exists (select from bulk_item where client_id = client.id)`;
}
