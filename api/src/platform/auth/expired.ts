import type { Sql } from "../db.ts";

/** Removes sessions and links that expired before an instant, and counters that nobody counted on since. */
export async function removeExpiredSignIns(sql: Sql, before: Date): Promise<void> {
  await sql`delete from auth_session where expires_at < ${before}`;
  await sql`delete from auth_verification where expires_at < ${before}`;
  await sql`delete from auth_rate_limit where last_request < ${before.getTime()}`;
}
