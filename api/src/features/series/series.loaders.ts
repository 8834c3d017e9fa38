import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import { Client, Series } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import { groupedBy, inOrderOf } from "../../platform/graphql/batch.ts";
import { SeriesMember } from "./series.inputs.ts";

export interface SeriesLoaders {
  readonly series: DataLoader<string, Series>;
  /** Who takes part, in order of joining. */
  readonly seriesMembers: DataLoader<string, SeriesMember[]>;
  /** How many sessions are to come, and the first of them. */
  readonly seriesToCome: DataLoader<string, SessionsToCome>;
}

interface SessionsToCome {
  readonly count: number;
  readonly nextBookingId: string | null;
}

interface ToComeRow {
  readonly series_id: string;
  readonly count: number;
  readonly next: string;
}

interface MemberRow {
  readonly series_id: string;
  readonly client_id: string;
  readonly joined_at: Date | string;
}

export function seriesLoaders(em: EntityManager, clock: Clock): SeriesLoaders {
  return {
    series: new DataLoader(async (ids) => inOrderOf(ids, await em.find(Series, { id: { $in: [...ids] } }))),
    seriesMembers: new DataLoader(async (ids) => {
      const rows = await em.execute<MemberRow[]>(
        `select series_id, client_id, joined_at from series_member
         where series_id in (${ids.map(() => "?").join(", ")}) order by joined_at, id`,
        [...ids],
      );
      const clients = await em.find(Client, { id: { $in: rows.map((row) => row.client_id) } });
      const byId = new Map(clients.map((client) => [client.id, client]));
      return groupedBy(ids, rows, (row) => row.series_id).map((group) =>
        group.flatMap(({ client_id, joined_at }) => {
          const client = byId.get(client_id);
          return client ? [Object.assign(new SeriesMember(), { client, joinedAt: new Date(joined_at) })] : [];
        }),
      );
    }),
    seriesToCome: new DataLoader(async (ids) => {
      const rows = await em.execute<ToComeRow[]>(
        `select series_id, count(*)::int as count, (array_agg(id order by start_at))[1] as next from booking
         where series_id in (${ids.map(() => "?").join(", ")}) and status in ('pending', 'confirmed') and start_at > ?
         group by series_id`,
        [...ids, new Date(clock.now())],
      );
      return groupedBy(ids, rows, (row) => row.series_id).map(([row]) => ({
        count: row?.count ?? 0,
        nextBookingId: row?.next ?? null,
      }));
    }),
  };
}
