import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import { BulkItem } from "../../entities/index.ts";
import { groupedBy } from "../../platform/graphql/batch.ts";
import { BulkCounts } from "./bulk.inputs.ts";

export interface BulkLoaders {
  /** The clients of a run in order of the list. */
  readonly bulkItems: DataLoader<string, BulkItem[]>;
  readonly bulkCounts: DataLoader<string, BulkCounts>;
}

interface CountRow {
  readonly run_id: string;
  readonly status: BulkItem["status"];
  readonly clients: number;
  readonly sessions: number;
}

export function bulkLoaders(em: EntityManager): BulkLoaders {
  return {
    bulkItems: new DataLoader(async (ids) => {
      const items = await em.find(BulkItem, { run: { $in: [...ids] } }, { orderBy: { number: "asc" } });
      return groupedBy(ids, items, ({ run }) => run.id);
    }),
    bulkCounts: new DataLoader(async (ids) => {
      const rows = await em.execute<CountRow[]>(
        `select run_id, status, count(*)::int as clients, sum((
           select count(*) from jsonb_array_elements(sessions) session where not (session ->> 'isLeftOut')::boolean))::int as sessions
         from bulk_item where run_id in (${ids.map(() => "?").join(", ")}) group by run_id, status`,
        [...ids],
      );
      return groupedBy(ids, rows, (row) => row.run_id).map(countsOf);
    }),
  };
}

function countsOf(rows: readonly CountRow[]): BulkCounts {
  const none = { invalid: 0, unplaced: 0, ready: 0, left: 0, booked: 0, failed: 0, undone: 0 };
  const counts = Object.assign(new BulkCounts(), { clients: 0, sessionsReady: 0, sessionsBooked: 0 }, none);
  for (const { status, clients, sessions } of rows) {
    counts.clients += clients;
    counts[status] = clients;
    if (status === "ready") counts.sessionsReady = sessions;
    if (status === "booked") counts.sessionsBooked = sessions;
  }
  return counts;
}
