import { Client } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import { type Connection, parseCursor, toConnection, toCursor } from "../../platform/graphql/relay.ts";
import { refuseInput } from "../../platform/validation.ts";

export interface ClientPage {
  readonly first: number;
  readonly after?: string | undefined;
  /** Part of a name or an address, any case. */
  readonly search?: string | undefined;
}

export class ClientService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  /** The coach's clients in order of name. */
  async page(coachId: string, { first, after, search }: ClientPage): Promise<Connection<Client>> {
    const [name, id] = after
      ? (parseCursor(after, 2) ?? refuseInput("after", "This is not a cursor of this list."))
      : [null, null];
    const pattern = search ? `%${search.trim().replace(/[\\%_]/g, "\\$&")}%` : null;
    // The total and the page in one statement; the page is read by key, so deep pages cost what the first one costs.
    const rows = await this.db.sql<{ id: string; total: number }>`
      with matching as (
        select id, lower(name) as name from client
        where coach_id = ${coachId} and (${pattern}::text is null or name ilike ${pattern} or email ilike ${pattern})
      )
      select id, (select count(*)::int from matching) as total from matching
      where ${name}::text is null or (name, id) > (${name}, ${id}::uuid)
      order by matching.name, id limit ${first + 1}`;
    const clients = await this.db.em().find(Client, { id: { $in: rows.map((row) => row.id) } });
    const byId = new Map(clients.map((client) => [client.id, client]));
    return toConnection({
      rows: rows.flatMap((row) => byId.get(row.id) ?? []),
      first,
      after: after ?? null,
      totalCount: rows[0]?.total ?? 0,
      cursorOf: (client) => toCursor(client.name.toLowerCase(), client.id),
    });
  }
}
