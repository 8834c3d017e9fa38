import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import { Client } from "../../entities/index.ts";
import { inOrderOf } from "../../platform/graphql/batch.ts";

export interface ClientLoaders {
  readonly client: DataLoader<string, Client>;
}

export function clientLoaders(em: EntityManager): ClientLoaders {
  return {
    client: new DataLoader(async (ids) => inOrderOf(ids, await em.find(Client, { id: { $in: [...ids] } }))),
  };
}
