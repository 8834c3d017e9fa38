import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import { SessionType } from "../../entities/index.ts";
import { inOrderOf } from "../../platform/graphql/batch.ts";

export interface SessionTypeLoaders {
  readonly sessionType: DataLoader<string, SessionType>;
}

export function sessionTypeLoaders(em: EntityManager): SessionTypeLoaders {
  return {
    sessionType: new DataLoader(async (ids) => inOrderOf(ids, await em.find(SessionType, { id: { $in: [...ids] } }))),
  };
}
