import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { Refusal } from "../../platform/problem.ts";
import { fingerprint } from "../../platform/secrets.ts";
import { TooManyAttempts } from "./attempt.inputs.ts";

/** How much of something is let through within a sliding window. */
interface Limit {
  readonly most: number;
  readonly windowSeconds: number;
}

/** Far above what people do, a family behind one address included; far below what fills a calendar. */
const limits = {
  hold: {
    address: { most: 60, windowSeconds: 600 },
    coach: { most: 600, windowSeconds: 600 },
    // Five minutes each: whoever renews one time again and again has it for most of an hour, not for ever.
    time: { most: 8, windowSeconds: 3_600 },
  },
  book: {
    address: { most: 20, windowSeconds: 600 },
    email: { most: 8, windowSeconds: 3_600 },
    coach: { most: 200, windowSeconds: 600 },
  },
  prove: { address: { most: 30, windowSeconds: 600 } },
} satisfies Record<string, Partial<Record<keyof Visitor, Limit>>>;
/** Those that people meet, in words. */
const rules: Partial<Record<keyof Visitor, string>> = {
  email: `One email address can book ${limits.book.email.most} times within an hour.`,
  time: `One time can be kept ${limits.hold.time.most} times within an hour.`,
};
export type AttemptKind = keyof typeof limits;

/** Who is asking, as far as it can be told. */
export interface Visitor {
  readonly address: string;
  readonly coach?: string;
  readonly email?: string;
  /** The start that is wanted. */
  readonly time?: Date;
}

/** Bounds what strangers can ask for. The counts are kept as hashes, in a table that all processes share. */
export class AttemptService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Counts an attempt; refuses it when one of its limits is reached, with when to try again. */
  async admit(kind: AttemptKind, visitor: Visitor): Promise<void> {
    const now = this.clock.now();
    const keys = keysOf(kind, visitor);
    // One row a key, written in the order of the keys: parallel attempts wait for each other and cannot deadlock.
    const rows = await this.db.sql<{ key: string; retryAt: number | null }>`
      insert into visitor_attempts as known (key, times, refused, most, window_seconds, expires_at)
      select key, array[${new Date(now)}::timestamptz], false, most, seconds,
        ${new Date(now)}::timestamptz + seconds * interval '1 second'
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as wanted(key text, most integer, seconds integer)
      order by key
      on conflict (key) do update set (times, refused, expires_at) = (
        select case when full_up then recent else recent || excluded.times end, full_up,
          case when full_up then known.expires_at else excluded.expires_at end
        from (
          select coalesce(array_agg(time order by time), '{}') as recent, count(*) >= excluded.most as full_up
          from unnest(known.times) as time
          where time > ${new Date(now)}::timestamptz - excluded.window_seconds * interval '1 second'
        ) lately
      )
      returning key, case when refused
        then (extract(epoch from times[1] + window_seconds * interval '1 second') * 1000)::float8 end as "retryAt"`;
    const waits = rows.flatMap(({ retryAt }) => retryAt ?? []);
    if (waits.length === 0) return;
    const met = rows.filter(({ retryAt }) => retryAt !== null).map(({ key }) => key);
    const part = keys.find(({ key }) => met.includes(key))?.part;
    throw new Refusal(new TooManyAttempts(new Date(Math.max(...waits)), now, part && rules[part]));
  }
}

function keysOf(kind: AttemptKind, visitor: Visitor) {
  const named: Partial<Record<keyof Visitor, Limit>> = limits[kind];
  const mail = visitor.email && [visitor.coach ?? "", visitor.email.trim().toLowerCase()];
  const time = visitor.time && [visitor.address, visitor.coach ?? "", visitor.time.toISOString()];
  const values = { address: visitor.address, coach: visitor.coach, email: mail, time };
  return (["address", "coach", "email", "time"] as const).flatMap((part) => {
    const limit = named[part];
    const value = values[part];
    if (!limit || !value) return [];
    const key = fingerprint([kind, part, value]).toString("base64url");
    return { key, part, most: limit.most, seconds: limit.windowSeconds };
  });
}
