import { type EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { CompiledQuery, type Kysely } from "kysely";
import type { ClientBase, Pool } from "pg";
import type { DomainEvent } from "./events.ts";

/** Runs one statement with bound parameters and gives its rows: sql`select … where id = ${id}`. */
export type Sql = <Row = Record<string, never>>(
  text: TemplateStringsArray,
  ...values: readonly SqlValue[]
) => Promise<Row[]>;
type SqlValue = string | number | boolean | null | Date | Buffer | readonly string[] | readonly number[];

/** An open transaction. */
export interface Tx {
  readonly em: EntityManager;
  readonly sql: Sql;
  /** Writes the event to the outbox in this transaction: it is heard if and only if the transaction commits. */
  publish(event: DomainEvent): void;
}

export interface Database {
  /** A fresh identity map for one request; reads only. */
  em(): EntityManager;
  /** One statement outside a transaction. */
  readonly sql: Sql;
  /** All of the work or none of it. No network call belongs inside. */
  transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly (new (...args: never[]) => object)[];
  readonly poolSize: number;
  /** Called after a commit that published something. */
  readonly onPublished: () => void;
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const orm = await MikroORM.init({
    clientUrl: options.url,
    entities: [...options.entities],
    pool: { min: 0, max: options.poolSize },
    forceUtcTimezone: true,
    driverOptions: { onPoolCreated: (pool: Pool) => pool.on("connect", prepareStatements) },
    debug: false,
  });
  const client = orm.em.getConnection().getClient();

  return {
    em: () => orm.em.fork(),
    sql: sqlOver(client),
    transact: async (work) => {
      const events: DomainEvent[] = [];
      const result = await orm.em.fork().transactional(async (em) => {
        const sql = sqlOver(em.getTransactionContext<Kysely<unknown>>() ?? client);
        const value = await work({ em, sql, publish: (event) => events.push(event) });
        if (events.length > 0) await writeOutbox(sql, events);
        return value;
      });
      if (events.length > 0) options.onPublished();
      return result;
    },
    close: () => orm.close(),
  };
}

function sqlOver(client: Kysely<unknown>): Sql {
  return async <Row>(text: TemplateStringsArray, ...values: readonly SqlValue[]) => {
    return (await client.executeQuery<Row>(CompiledQuery.raw(statementOf(text), [...values]))).rows;
  };
}

const statements = new WeakMap<TemplateStringsArray, string>();
/** What PostgreSQL knows each of our statements by; as many as stand in the code. */
const names = new Map<string, string>();

function statementOf(text: TemplateStringsArray): string {
  const known = statements.get(text);
  if (known !== undefined) return known;
  const numbered = text.reduce((statement, part, index) => `${statement}$${index}${part}`);
  statements.set(text, numbered);
  if (text.length > 1 && !names.has(numbered)) names.set(numbered, `kairos ${names.size + 1}`);
  return numbered;
}

/**
 * Our statements are parsed and planned once on each connection: the large ones take longer to plan than to run, and a
 * write to a calendar that is waited for took four times as long. What the entities ask for is made anew every time.
 */
function prepareStatements(client: ClientBase): void {
  const prototype: unknown = Object.getPrototypeOf(client);
  Reflect.set(client, "query", (text: unknown, values: unknown, ...rest: unknown[]) => {
    const name = typeof text === "string" ? names.get(text) : undefined;
    const plain = Reflect.get(Object(prototype), "query");
    return Reflect.apply(plain, client, name ? [{ name, text, values }, ...rest] : [text, values, ...rest]);
  });
}

async function writeOutbox(sql: Sql, events: readonly DomainEvent[]): Promise<void> {
  await sql`insert into outbox (payload) select * from jsonb_array_elements(${JSON.stringify(events)}::jsonb)`;
}
