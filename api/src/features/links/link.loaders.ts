import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import type { Clock } from "../../platform/clock.ts";

export interface LinkLoaders {
  /** How many bookings were made through a link; those that were declined or lapsed do not count. */
  readonly linkUses: DataLoader<string, number>;
}

export function linkLoaders(em: EntityManager, clock: Clock): LinkLoaders {
  return {
    linkUses: new DataLoader(async (ids) => {
      const rows = await em.execute<Array<{ id: string; uses: number }>>(
        `select link_id as id, count(*)::int as uses from attendee
         where link_id in (${ids.map(() => "?").join(", ")}) and client_id is not null
           and (cancel_cause is null or cancel_cause not in ('declined', 'lapsed'))
           and (approve_by is null or approve_by > ? or cancelled_at is not null)
         group by link_id`,
        [...ids, new Date(clock.now())],
      );
      const uses = new Map(rows.map((row) => [row.id, row.uses]));
      return ids.map((id) => uses.get(id) ?? 0);
    }),
  };
}
