import { randomUUID } from "node:crypto";
import { BulkRun, Coach, SessionType, uuidOf } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/db.ts";
import { Refusal } from "../../platform/problem.ts";
import { refuseInput } from "../../platform/validation.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { findProgram } from "../programs/program.service.ts";
import { BulkRunChanged, type DraftBulkRunInput, type UpdateBulkItemInput } from "./bulk.inputs.ts";
import { fill, knownByAddress, listOf } from "./bulk-list.service.ts";
import type { BulkPlan } from "./bulk-plan.policy.ts";
import { planItems } from "./bulk-planning.service.ts";
import { readRecurrenceInput } from "./bulk-series.policy.ts";
import { type ItemRow, lockRun, noteChange, type RunRow, readItems, writeItems } from "./bulk-state.service.ts";
import { type ClientField, checkListed, refuseTwice, type TypedClient } from "./client-list.policy.ts";

/** More than anybody looks through; a run of so many takes some seconds. */
const MAX_SESSIONS = 2000;
const MAX_DRAFTS = 20;

export interface BulkDraftDependencies {
  readonly db: Database;
  readonly clock: Clock;
}

/** Drafts of bulk runs: everything is seen and mended before anything is booked. */
export class BulkDraftService {
  private readonly deps: BulkDraftDependencies;

  constructor(deps: BulkDraftDependencies) {
    this.deps = deps;
  }

  draft(coachId: string, input: DraftBulkRunInput): Promise<BulkRun> {
    return this.deps.db.transact(async (tx) => {
      const { em, sql } = tx;
      const coach = await em.findOneOrFail(Coach, { id: coachId });
      await refuseMany(sql, coachId);
      const { plan, name, programId } = await planOf(tx, coachId, input);
      const { clients, ignoredColumns } = await listOf(sql, coach, input);
      const run = { id: randomUUID(), coachId, coachZone: coach.timeZone, plan };
      await sql`
        insert into bulk_run (id, coach_id, status, program_id, name, plan, ignored_columns)
        values (${run.id}, ${coachId}, 'draft', ${programId}, ${name}, ${JSON.stringify(plan)}::jsonb, ${ignoredColumns}::text[])`;
      await writeItems(sql, run.id, await this.planAll(sql, run, clients));
      return em.findOneOrFail(BulkRun, { id: run.id });
    });
  }

  /** Mends a line or leaves it out; all others are planned again, because her time is theirs or the other way round. */
  update(coachId: string, input: UpdateBulkItemInput): Promise<BulkRun> {
    return this.change(coachId, runOf(input.id), async ({ sql }, run) => {
      const id = uuidOf("BulkItem", input.id);
      const items = (await readItems(sql, run.id)).map((item) =>
        item.id === id ? mend(item, input) : lookAgain(item),
      );
      const emails = items.map(({ email }) => email);
      const known = await knownByAddress(sql, coachId, emails);
      const filled = refuseTwice(items.map((item) => ({ ...item, ...fill(item, known, run.coachZone) })));
      await writeItems(sql, run.id, await this.planAll(sql, run, filled.map(withStatus)));
    });
  }

  /** Looks for places anew, as the calendar is now. */
  replan(coachId: string, globalId: string): Promise<BulkRun> {
    const runId = uuidOf("BulkRun", globalId);
    return this.change(
      coachId,
      () => Promise.resolve(runId),
      (tx, run) => this.replanWithin(tx, run),
    );
  }

  async replanWithin(
    { sql }: Pick<Tx, "sql">,
    run: Pick<RunRow, "id" | "coachId" | "coachZone" | "plan">,
  ): Promise<void> {
    await writeItems(sql, run.id, await this.planAll(sql, run, await readItems(sql, run.id)));
  }

  delete(coachId: string, globalId: string): Promise<void> {
    return this.deps.db.transact(async ({ em, sql }) => {
      const run = await lockRun(sql, uuidOf("BulkRun", globalId), coachId);
      if (run.status !== "draft") throw new Refusal(new BulkRunChanged(await found(em, run.id), NO_DRAFT));
      await sql`delete from bulk_run where id = ${run.id}`;
    });
  }

  private change(
    coachId: string,
    runIdOf: (sql: Sql) => Promise<string | null>,
    work: (tx: Tx, run: RunRow) => Promise<void>,
  ): Promise<BulkRun> {
    return this.deps.db.transact(async (tx) => {
      const run = await lockRun(tx.sql, await runIdOf(tx.sql), coachId);
      if (run.status !== "draft") throw new Refusal(new BulkRunChanged(await found(tx.em, run.id), NO_DRAFT));
      await work(tx, run);
      await noteChange(tx, run, false);
      return found(tx.em, run.id);
    });
  }

  /** Everybody who is neither left out nor to be mended gets a plan beside those before. */
  private async planAll(
    sql: Sql,
    { plan, coachZone }: Pick<RunRow, "plan" | "coachZone">,
    items: readonly ItemRow[],
  ): Promise<ItemRow[]> {
    const toPlan = items.filter(({ status }) => status === "ready" || status === "unplaced");
    const question = { plan, coachZone, items: toPlan, now: this.deps.clock.now(), mostSessions: MAX_SESSIONS };
    const plans = await planItems(sql, question);
    const byId = new Map(toPlan.map((item, index) => [item.id, plans[index]]));
    return items.map((item): ItemRow => {
      const planned = byId.get(item.id);
      if (!planned) return { ...item, sessions: [] };
      if (planned.kind === "ready")
        return { ...item, status: "ready", field: null, problem: null, sessions: planned.sessions };
      return { ...item, status: "unplaced", field: null, problem: planned.problem, sessions: [] };
    });
  }
}

const NO_DRAFT = "This run was started already. Look at what it has booked.";

function found(em: Tx["em"], id: string): Promise<BulkRun> {
  return em.findOneOrFail(BulkRun, { id });
}

function runOf(itemId: string): (sql: Sql) => Promise<string | null> {
  const id = uuidOf("BulkItem", itemId);
  return async (sql) => {
    const rows = id ? await sql<{ runId: string }>`select run_id as "runId" from bulk_item where id = ${id}` : [];
    return rows[0]?.runId ?? null;
  };
}

async function refuseMany(sql: Sql, coachId: string): Promise<void> {
  const rows = await sql<{ drafts: number }>`
    select count(*)::int as drafts from bulk_run where coach_id = ${coachId} and status = 'draft'`;
  if ((rows[0]?.drafts ?? 0) < MAX_DRAFTS) return;
  refuseInput("program", `There are ${MAX_DRAFTS} drafts already. Start or delete some of them first.`);
}

async function planOf(
  { em }: Tx,
  coachId: string,
  { program, series }: DraftBulkRunInput,
): Promise<{ plan: BulkPlan; name: string; programId: string | null }> {
  if (program && !series) {
    const { id: programId, name, steps, spareWeeks } = await findProgram(em, coachId, program.program);
    const { startDate, clock } = program;
    return { plan: { kind: "program", programId, steps, spareWeeks, startDate, clock }, name, programId };
  }
  if (!series || program) return refuseInput("program", "Give either a program or a series.");
  const id = uuidOf(SessionType.name, series.sessionType);
  const type = id ? await em.findOne(SessionType, { id, coach: coachId }) : null;
  if (!type) return refuseUnknown("session type");
  return { plan: readRecurrenceInput(type, series), name: type.name, programId: null };
}

function withStatus(item: ItemRow): ItemRow {
  return item.status === "left" ? item : { ...item, status: item.problem === null ? "ready" : "invalid" };
}

function mend(item: ItemRow, input: UpdateBulkItemInput): ItemRow {
  if (input.leaveOut === true) return { ...item, status: "left", field: null, problem: null, sessions: [] };
  const checked = checkListed(typedOf(item, input));
  // What stands in the file is kept as it is; what is typed now has to be right.
  if (checked.problem !== null && isField(checked.field) && input[checked.field] != null) {
    refuseInput(checked.field, checked.problem);
  }
  return { ...item, ...checked, status: "ready" };
}

function isField(field: string | null): field is ClientField {
  return fields.some((known) => known === field);
}

const fields: readonly ClientField[] = ["name", "email", "phone", "timeZone", "note", "start"];

/** What another line says about it may no longer hold; what cannot be read stays so until it is mended. */
function lookAgain(item: ItemRow): ItemRow {
  if (item.status === "left" || (item.status === "invalid" && item.field === null)) return item;
  return { ...item, ...checkListed(typedOf(item)) };
}

function typedOf(item: ItemRow, input: Partial<Record<ClientField, string | null>> = {}): TypedClient {
  const typed = (field: ClientField) => input[field] ?? item[field] ?? "";
  return {
    ...{ name: typed("name"), email: typed("email"), phone: typed("phone") },
    ...{ timeZone: typed("timeZone"), note: typed("note"), start: typed("start") },
  };
}
