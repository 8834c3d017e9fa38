import { ref } from "@mikro-orm/core";
import { addDays, daysBetween, parseDateTime, weekday } from "../../core/local-date.ts";
import { startPlan } from "../../core/series-plan.ts";
import { idsOf } from "../../core/series-rule.ts";
import { type Booking, ClashPolicy, type Client, type Coach, Series, type SessionType } from "../../entities/index.ts";
import type { Tx } from "../../platform/db.ts";
import { demoSeries } from "./practice.inputs.ts";

/** A series that has been running for weeks, with the dates that it left out. */
export interface DemoSeries {
  readonly series: Series;
  readonly client: Client;
  /** Wall times at which there is no session. */
  readonly left: readonly string[];
}

interface DemoSeriesOptions {
  readonly coach: Coach;
  readonly type: SessionType | undefined;
  readonly client: Client | undefined;
  /** The first and the last date of the demo's calendar. */
  readonly from: string;
  readonly to: string;
}

/** Makes one series of the sessions that a client has at the same hour every week. */
export function joinSeries(bookings: readonly Booking[], options: DemoSeriesOptions): DemoSeries {
  const { coach, type, client, from, to } = options;
  if (!type || !client) throw new Error("The demo's series is for nobody, or of no type.");
  const first = addDays(from, (demoSeries.weekday - weekday(from) + 7) % 7);
  const count = Math.floor(daysBetween(first, to) / 7) + 1;
  const rule = `FREQ=WEEKLY;COUNT=${count};BYDAY=${demoSeries.day}`;
  const dates = { timeZone: coach.timeZone, start: `${first}T${demoSeries.time}`, rule, excluded: [], added: [] };
  const plan = startPlan(dates, { minutes: type.minutes[0] ?? 60, sessionTypeId: type.id });
  const series = Object.assign(new Series(), {
    ...{ coach: ref(coach), sessionType: ref(type), plan, policy: ClashPolicy.SKIP, capacity: 1 },
    createdAt: new Date(parseDateTime(`${addDays(first, -7)}T12:00`)),
  });
  const ids = idsOf(plan);
  const own = bookings.filter(({ localStart }) => ids.includes(localStart));
  for (const booking of own) Object.assign(booking, { series: ref(series), recurrenceId: booking.localStart });
  const there = new Set(own.map(({ localStart }) => localStart));
  return { series, client, left: ids.filter((id) => !there.has(id)) };
}

/** Who takes part, and why there is no session on some dates; after the rows themselves. */
export async function seatSeries({ sql }: Tx, { series, client, left }: DemoSeries): Promise<void> {
  await sql`
    insert into series_member (id, series_id, client_id, name, email, time_zone)
    values (gen_random_uuid(), ${series.id}, ${client.id}, ${client.name}, ${client.email}, ${client.timeZone})`;
  await sql`
    insert into series_gap (series_id, recurrence_id, kind, reason)
    select ${series.id}, id, 'skipped', ${demoSeries.leftOut} from unnest(${[...left]}::text[]) as id`;
}
