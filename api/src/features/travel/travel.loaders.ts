import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import { Travel } from "../../entities/index.ts";
import { groupedBy } from "../../platform/graphql/batch.ts";

export interface TravelLoaders {
  /** The stays of a coach in order of date. */
  readonly travel: DataLoader<string, Travel[]>;
}

export function travelLoaders(em: EntityManager): TravelLoaders {
  return {
    travel: new DataLoader(async (ids) => {
      const stays = await em.find(Travel, { coach: { $in: [...ids] } }, { orderBy: { fromDate: "asc" } });
      return groupedBy(ids, stays, (stay) => stay.coach.id);
    }),
  };
}
