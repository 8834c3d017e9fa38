import type { Pool } from "pg";

export interface RateLimit {
  /** Who asks for what. */
  readonly key: string;
  readonly max: number;
  readonly seconds: number;
}

/**
 * Counts a request in the table that better-auth counts in, so that all processes count together. @returns the seconds
 * until the next one is welcome, 0 when this one is.
 */
export async function countRequest(pool: Pool, { key, max, seconds }: RateLimit): Promise<number> {
  const now = Date.now();
  const { rows } = await pool.query<{ count: number; begun: string }>(
    // `last_request` stays where the window began.
    `insert into auth_rate_limit as known (key, count, last_request) values ($1, 1, $2)
     on conflict (key) do update set
       count = case when known.last_request <= $3 then 1 else known.count + 1 end,
       last_request = case when known.last_request <= $3 then $2 else known.last_request end
     returning count, last_request as begun`,
    [key, now, now - seconds * 1_000],
  );
  const [counted] = rows;
  if (!counted || counted.count <= max) return 0;
  return Math.max(1, Math.ceil((Number(counted.begun) - now) / 1_000 + seconds));
}
