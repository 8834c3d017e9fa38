import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import { Coach } from "../../entities/index.ts";
import { inOrderOf } from "../../platform/graphql/batch.ts";

export interface CoachLoaders {
  readonly coach: DataLoader<string, Coach>;
}

export function coachLoaders(em: EntityManager): CoachLoaders {
  return {
    coach: new DataLoader(async (ids) => inOrderOf(ids, await em.find(Coach, { id: { $in: [...ids] } }))),
  };
}
