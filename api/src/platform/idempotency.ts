import type { Sql } from "./db.ts";
import { IdempotencyConflict, Refusal } from "./problem.ts";
import { fingerprint } from "./secrets.ts";

export interface IdempotentRequest {
  /** What the key is for; the same key under another scope is another request. */
  readonly scope: string;
  readonly key: string;
  readonly input: unknown;
}

/**
 * Runs the work once for a key and remembers its result; the same key with the same input gives that result again,
 * with another input it is refused. Call it under a lock that all requests of the scope share.
 */
export async function once<Result extends object>(
  sql: Sql,
  { scope, key, input }: IdempotentRequest,
  work: () => Promise<Result>,
): Promise<Result> {
  const hash = fingerprint(input);
  const [known] = await sql<{ inputHash: Buffer; result: Result }>`
    select input_hash as "inputHash", result from idempotency_key where scope = ${scope} and key = ${key}`;
  if (known && !hash.equals(known.inputHash)) throw new Refusal(new IdempotencyConflict());
  if (known) return known.result;
  const result = await work();
  await sql`insert into idempotency_key (scope, key, input_hash, result)
    values (${scope}, ${key}, ${hash}, ${JSON.stringify(result)}::jsonb)`;
  return result;
}

/** Forgets the results of requests before an instant. @returns whether there may be more. */
export async function removeOldKeys(sql: Sql, before: Date, limit: number): Promise<boolean> {
  const removed = await sql`
    delete from idempotency_key where (scope, key) in (
      select scope, key from idempotency_key where created_at < ${before} order by created_at limit ${limit}
    )
    returning true`;
  return removed.length === limit;
}
